"""The rows of a page in a terminal: a statement with all that must travel with it, and what is made of statements.

What stands before what on the page is left to `terminal`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.console import Console, OverflowMethod
from rich.padding import Padding
from rich.text import Text

from quoth.cli.screen import clean
from quoth.cli.terminal_foot import LOUD
from quoth.interop.citation import source_line
from quoth.interop.labels import ACTION_LABELS, DIRECTION_LABELS, chips_of, counted, everyday_label, n_label
from quoth.interop.layout import agreement, effects_of, pieces_of, set_heading
from quoth.interop.readers import reader_of
from quoth.model import (
    LABEL_BY_MARK,
    Abstention,
    ActionRow,
    Answer,
    ComparableSet,
    Direction,
    Domain,
    EverydayCheck,
    Fidelity,
    FindingKind,
    Mark,
    MarkKind,
    ProvisionalCertainty,
    ResearchGroup,
    Statement,
    phrase,
)

__all__ = [
    "View",
    "print_action",
    "print_certainty",
    "print_comparable",
    "print_group",
    "print_left_out",
    "print_statement",
]

P_co = TypeVar("P_co", bound=Answer | Abstention, covariant=True)
STYLE_BY_ACTION = {"do": "bold green", "consider": "bold cyan", "do not": "bold red", "uncertain": "bold yellow"}


@dataclass(frozen=True, slots=True)
class View(Generic[P_co]):
    """A page, and how much of it is shown."""

    page: P_co
    show_all: bool
    passages: bool
    explain: bool
    table: bool
    checks: Mapping[str, EverydayCheck]


def print_action(screen: Console, view: View[Answer], row: ActionRow) -> None:
    """One piece of advice, and who else says so."""
    head = Text(f"{ACTION_LABELS[row.action]}  ", style=STYLE_BY_ACTION[row.action.value])
    head.append(clean(row.intervention), style="bold")
    if row.also:
        head.append(f"  ({agreement(row)})", style="dim")
    screen.print(head)
    print_statement(screen, view, row.statement)
    for statement in row.also if view.show_all else ():
        print_statement(screen, view, statement, indent=4)
    if row.also and not view.show_all:
        others = "; ".join(f"{source_line(one, view.page)} [{one.citations[0]}]" for one in row.also)
        line = Text(f"the same, in their words with --all: {clean(others)}", style="dim")
        screen.print(Padding(line, (0, 0, 0, 2)))


def print_statement(screen: Console, view: View[Answer | Abstention], statement: Statement, *, indent: int = 2) -> None:
    """One statement: its words, where they are from, and what has to be known beside them."""

    def put(text: str, style: str, overflow: OverflowMethod | None = None) -> None:
        screen.print(Padding(Text(text, style=style, overflow=overflow), (0, 0, 0, indent)))

    screen.print(Padding(_words(statement), (0, 0, 0, indent)))
    put(" · ".join(_details(view, statement)), "dim")
    if statement.plain and reader_of(view.page).plain_leads:
        label = everyday_label(view.checks.get(statement.id))
        put(f"In everyday words: {clean(statement.plain)} ({label})", "italic")
    of_source = {mark for ref in view.page.references if ref.number == statement.citations[0] for mark in ref.marks}
    shared = sum(mark.kind is MarkKind.DOUBT and mark in of_source for mark in statement.marks)
    if shared:
        put(f"{counted(shared, 'doubt')} about this source: see [{statement.citations[0]}]", "yellow")
    for mark in _worth_a_line(statement.marks):
        if (loud := mark.kind in LOUD) or mark not in of_source:
            put(f"{LABEL_BY_MARK[mark.kind.value]}: {clean(mark.text)}", "bold red" if loud else "yellow")
    if view.passages:
        put(f"passage {statement.quote.span.passage_id}", "dim", "fold")


def _words(statement: Statement) -> Text:
    """The quote with the neighbours that must not be cut from it, and its numbers."""
    line = Text()
    whole = clean("".join(piece.text for piece in pieces_of(statement)))
    line.append(f"“{whole}”" if statement.fidelity is Fidelity.VERBATIM else whole)
    return line.append(" " + "".join(f"[{number}]" for number in statement.citations), style="cyan")


def _details(view: View[Answer | Abstention], statement: Statement) -> list[str]:
    """Whose words these are, with their grade, people, numbers and direction."""
    quoted = statement.fidelity is Fidelity.VERBATIM
    details = [("" if quoted else "summary of ") + clean(source_line(statement, view.page))]
    details += [f"{label.lower()}: {clean(value)}" for label, value in chips_of(statement)]
    if statement.kind is not FindingKind.RECOMMENDATION:
        if statement.n is not None:
            details.append(n_label(statement.n))
        if statement.direction is not Direction.UNCLEAR:
            details.append(DIRECTION_LABELS[statement.direction])
    return details


def _worth_a_line(marks: Sequence[Mark]) -> list[Mark]:
    """Summary and age stand in the line of the source already."""
    quiet = (MarkKind.SUMMARY, MarkKind.NEWER_THAN_GUIDELINE, MarkKind.OLDER_THAN_GUIDELINE, MarkKind.YEAR_UNKNOWN)
    return [mark for mark in marks if mark.kind not in quiet]


def print_group(screen: Console, view: View[Answer], group: ResearchGroup) -> None:
    """The research on one intervention."""
    shown = (*group.statements, *group.more) if view.show_all else group.statements
    screen.print(Text(clean(group.intervention), style="bold"))
    for statement in shown:
        print_statement(screen, view, statement)
    print_left_out(screen, 0 if view.show_all else len(group.more))


def print_comparable(screen: Console, page: Answer, one: ComparableSet) -> None:
    """Effects that may stand side by side, each with whose it is."""
    screen.print(Text(clean(set_heading(one)), style="bold"))
    for statement, words in effects_of(page, one):
        about = ", ".join(statement.interventions[:1]) or one.intervention
        line = Text(f"{clean(words)}  ")
        line.append(f"{clean(about)}, {clean(source_line(statement, page))}", style="dim")
        line.append(" " + "".join(f"[{number}]" for number in statement.citations), style="cyan")
        screen.print(Padding(line, (0, 0, 0, 2)))


def print_certainty(screen: Console, page: Answer, one: ProvisionalCertainty, *, show_all: bool) -> None:
    """The level with its reasons; those that change nothing only with --all."""
    rows = [s for s in page.statements() if s.id in one.statement_ids]
    line = Text(f"{clean(one.intervention)}: {clean(one.outcome)}", style="bold")
    line.append(" " + "".join(f"[{n}]" for n in dict.fromkeys(s.citations[0] for s in rows)), style="cyan")
    screen.print(line)
    screen.print(Padding(Text(phrase("certainty.level", level=one.level.label)), (0, 0, 0, 2)))
    for reason in one.reasons:
        if show_all or reason.steps_down or reason.domain in (Domain.DESIGN, Domain.NOT_JUDGED):
            screen.print(Padding(Text(f"{reason.domain.value}: {reason.because}", style="dim"), (0, 0, 0, 2)))


def print_left_out(screen: Console, count: int, where: str = "more with --all") -> None:
    """How many statements are not shown, and how they are."""
    if count:
        screen.print(Text(f"  {counted(count, 'statement')} {where}", style="dim"))
