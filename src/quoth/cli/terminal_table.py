"""What a terminal shows on request: the research as one table, and how the sources were ranked."""

from typing import Literal

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quoth.cli.screen import clean
from quoth.interop.labels import DIRECTION_LABELS
from quoth.interop.layout import effect_words
from quoth.model import DESIGN_LABELS, Answer, Direction, Method, Statement

__all__ = ["print_ranking", "print_table"]

_EFFECTS_MAX = 2
_NOT_STATED = "–"
_KIND, _LONGEST_KIND = "kind of study", len("meta-analysis")


def print_table(screen: Console, page: Answer) -> None:
    """The page's research, one row a result: what was done, kind, year, size, direction, effect as printed."""
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    for heading in ("intervention", _KIND, "year", "n", "result", "effect as printed", ""):
        side: Literal["left", "right"] = "right" if heading in ("year", "n") else "left"
        table.add_column(heading, justify=side, overflow="fold", min_width=_LONGEST_KIND if heading == _KIND else None)
    for group in page.research:
        for statement in (*group.statements, *group.more):
            table.add_row(*map(Text, _row(group.intervention, statement)))
    screen.print(table)
    screen.print(Text("What goes with each result stands under “From the research”; – is not stated.", style="dim"))


def print_ranking(screen: Console, method: Method) -> None:
    """The search in one line, and every factor of the ranking with its weight."""
    if method.strategy:
        screen.print(Text(clean(f"  searched for {method.strategy}"), style="dim"))
    if method.ranked:
        screen.print(Text(clean(f"  ranked {method.ranked}"), style="dim"))
    if not method.ranking:
        return
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    table.add_column("factor")
    table.add_column("weight", justify="right")
    table.add_column("what it is", overflow="fold")
    for factor in method.ranking:
        table.add_row(Text(factor.name), Text(f"{factor.weight:g}"), Text(clean(factor.says)))
    screen.print(table)


def _row(family: str, statement: Statement) -> tuple[str, ...]:
    about = ", ".join(statement.interventions[:2]) or family
    effects = [effect_words(statement, f) for f in statement.figures if f.measure and f.low is not None]
    return (
        clean(about),
        DESIGN_LABELS[statement.design],
        str(statement.year or _NOT_STATED),
        f"{statement.n:,}".replace(",", "\u202f") if statement.n is not None else _NOT_STATED,
        DIRECTION_LABELS[statement.direction] if statement.direction is not Direction.UNCLEAR else _NOT_STATED,
        clean("; ".join(effects[:_EFFECTS_MAX])) or _NOT_STATED,
        "".join(f"[{number}]" for number in statement.citations),
    )
