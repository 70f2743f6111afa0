"""The page as HTML: one template for the web face and for a file that stands alone."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from quoth.interop import citation, labels, layout
from quoth.model import (
    DESIGN_LABELS,
    DISCLAIMER,
    INTENDED_USE,
    Abstention,
    Answer,
    Fidelity,
    FindingKind,
    Span,
    Statement,
    Verdict,
)

__all__ = ["OpenPassage", "clean", "environment", "render_html", "stylesheet"]

OpenPassage = Callable[[Span, str], str]
"""The address that shows a span in its paragraph, for the statement with the given id."""


def render_html(
    page: Answer | Abstention, verdict: Verdict, *, open_passage: OpenPassage | None, base: str = ""
) -> str:
    """The whole page.

    Args:
        page: what was answered, or the reason why not.
        verdict: what the checker found; a page with faults is replaced by the reason why it is not shown.
        open_passage: where a citation leads. `None` makes a file that stands alone: styles inside, no scripts, no
            forms, and each number leads to its reference below.
        base: what the addresses of the web face begin with.
    """
    if layout.is_withheld(page, verdict):
        name = "withheld.html"
    else:
        name = "answer.html" if isinstance(page, Answer) else "abstention.html"
    template = environment().get_template(name)
    return clean(
        template.render(
            page=page,
            verdict=verdict,
            base=base,
            standalone=open_passage is None,
            css=stylesheet() if open_passage is None else "",
            cite=_Cites(open_passage),
            anchor=_Anchors(),
        )
    )


@cache
def environment() -> Environment:
    """Jinja2 with everything escaped, unknown names refused, and the words of `labels` and `layout` at hand."""
    made = Environment(
        loader=PackageLoader("quoth.interop", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(_names())
    made.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]
    made.filters["capitalize"] = lambda text: text[:1].upper() + text[1:]
    return made


@cache
def stylesheet() -> str:
    """The one stylesheet, for the web face to serve and for a file to carry."""
    return files("quoth.interop").joinpath("assets", "quoth.css").read_text(encoding="utf-8")


def clean(html: str) -> str:
    """The page without lone surrogates, which UTF-8 cannot carry."""
    return html.encode("utf-8", "replace").decode("utf-8")


class _Anchors:
    """Gives each statement's id to the first place that shows it: the same statement can stand in two layers."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def __call__(self, statement: Statement) -> str:
        if statement.id in self._given:
            return ""
        self._given.add(statement.id)
        return statement.id


class _Cites:
    """Where the numbers of a statement lead: the first to its passage, the others to their references."""

    def __init__(self, open_passage: OpenPassage | None) -> None:
        self._open = open_passage

    def __call__(self, statement: Statement) -> list[tuple[int, str, bool]]:
        """(number, address, opens a passage) of each citation, in order."""
        first, *others = statement.citations
        opened = self._open(statement.quote.span, statement.id) if self._open else f"#ref-{first}"
        return [(first, opened, self._open is not None), *((number, f"#ref-{number}", False) for number in others)]


def _names() -> dict[str, Any]:
    return {
        "labels": labels,
        "layout": layout,
        "citation": citation,
        "DESIGN_LABELS": DESIGN_LABELS,
        "DISCLAIMER": DISCLAIMER,
        "INTENDED_USE": INTENDED_USE,
        "VERBATIM": Fidelity.VERBATIM,
        "RESULT": FindingKind.RESULT,
        "PieceKind": layout.PieceKind,
        "counted": labels.counted,
    }
