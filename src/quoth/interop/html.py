"""The page as HTML: one template for the web face and for a file that stands alone."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from quoth.interop import citation, glance, labels, layout, patient, pictures, readers, studies
from quoth.interop import guest as guests
from quoth.interop.readings import readings
from quoth.interop.terms import Glossary, slug_of
from quoth.model import (
    DESIGN_LABELS,
    DISCLAIMER,
    EVERY_READING,
    INTENDED_USE,
    Abstention,
    Answer,
    EverydayCheck,
    Fidelity,
    FindingKind,
    GlossaryEntry,
    Role,
    Span,
    Statement,
    StudyFact,
    Verdict,
    banner,
    phrase,
    steps_of,
)
from quoth.text.writable import writable

__all__ = ["OpenPassage", "Step", "environment", "fonts", "render_html", "stylesheet"]

FONTS = ("atkinson-hyperlegible-next.woff2", "literata.woff2")

OpenPassage = Callable[[Span, str], str]
"""The address that shows a span in its paragraph, for the statement with the given id."""


@dataclass(frozen=True, slots=True)
class Step:
    """A page before this one in the same thread."""

    answer_id: str
    question: str


def render_html(
    page: Answer | Abstention,
    verdict: Verdict,
    *,
    open_passage: OpenPassage | None,
    base: str = "",
    glossary: Iterable[GlossaryEntry] = (),
    ticks: Mapping[str, str] | None = None,
    trail: Iterable[Step] = (),
    pdf: bool = False,
    paper: bool = False,
    standing_at: str = "",
    beyond: bool = False,
    checks: Mapping[str, EverydayCheck] = MappingProxyType({}),
) -> str:
    """The whole page.

    Args:
        page: what was answered, or the reason why not.
        verdict: what the checker found; a page with faults is replaced by the reason why it is not shown.
        open_passage: where a citation leads. `None` makes a file that stands alone: styles inside, no scripts, no
            forms, and each number leads to its reference below.
        base: what the addresses of the web face begin with.
        glossary: words to explain, for readers who get them explained.
        ticks: what a form said of "this patient" (`patient.patient_of`); `None` when nothing was sent.
        trail: the pages before this one in its thread, first to last.
        pdf: whether this server can make a PDF of the page.
        beyond: offer a search beyond the library.
        paper: leave out what opens on request, and say how much that is; doubts stand with their references alone.
        standing_at: the full address that says whether a copy still stands, where copies can carry one.
        checks: who signed the everyday words of a statement, by statement id.
    """
    if layout.is_withheld(page, verdict):
        name = "withheld.html"
    else:
        name = "answer.html" if isinstance(page, Answer) else "abstention.html"
    explains = isinstance(page, Answer) and readers.reader_of(page).explains
    drawn = pictures.pictures_of(page) if isinstance(page, Answer) else pictures.Pictures()
    template = environment().get_template(name)
    return writable(
        template.render(
            page=page,
            verdict=verdict,
            base=base,
            standalone=open_passage is None,
            css=stylesheet_alone() if open_passage is None else "",
            cite=_Cites(open_passage),
            anchor=_Anchors(page),
            study_told=studies.Studies(page) if isinstance(page, Answer) else None,
            words_known=Glossary(glossary if explains else ()),
            this_patient=patient.patient_of(page, ticks or {}) if isinstance(page, Answer) else None,
            ticks_sent=ticks is not None,
            trail=tuple(trail),
            pdf=pdf,
            paper=paper,
            standing_at=standing_at,
            beyond=beyond,
            checks=checks,
            drawn=drawn,
            shown=_shown(page, drawn) if isinstance(page, Answer) else (),
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
    """The one stylesheet, for the web face to serve; with its fonts beside it."""
    return _asset("quoth.css").decode("utf-8")


@cache
def stylesheet_alone() -> str:
    """The stylesheet for a file that stands alone: the same without fonts of its own, which would be asked for."""
    return re.sub(r"@font-face \{[^}]*\}\n", "", stylesheet())


@cache
def fonts() -> dict[str, bytes]:
    """The fonts that the stylesheet names, by the name of their file."""
    return {name: _asset("fonts", name) for name in FONTS}


def _asset(*path: str) -> bytes:
    return files("quoth.interop").joinpath("assets", *path).read_bytes()


def _shown(page: Answer, drawn: pictures.Pictures) -> tuple[readers.Layer, ...]:
    empty = () if drawn else (readers.Layer.PICTURES,)
    return tuple(layer for layer in readers.layers_of(page) if layer not in empty)


class _Anchors:
    """Gives each statement's id to the one place that is its home: the same statement can stand in several layers."""

    def __init__(self, page: Answer | Abstention) -> None:
        self._given: set[str] = set()
        self._at_home = {s.id for s in _at_home(page)} if isinstance(page, Answer) else set()

    def __call__(self, statement: Statement, *, visiting: bool = False) -> str:
        """The id to write here, or nothing. `visiting` where a statement is shown besides its home."""
        if statement.id in self._given or (visiting and statement.id in self._at_home):
            return ""
        self._given.add(statement.id)
        return statement.id


def _at_home(page: Answer) -> Iterable[Statement]:
    for row in (*page.actions, *page.more_actions):
        yield from (row.statement, *row.also)
    yield from page.guideline_notes
    for difference in page.differences:
        yield from difference.statements
    for group in page.research:
        yield from (*group.statements, *group.more)


class _Cites:
    """Where the numbers of a statement lead: the first to its passage, the others to their references."""

    def __init__(self, open_passage: OpenPassage | None) -> None:
        self._open = open_passage

    def __call__(self, statement: Statement) -> list[tuple[int, str, bool]]:
        """(number, address, opens a passage) of each citation, in order."""
        first, *others = statement.citations
        opened = self._open(statement.quote.span, statement.id) if self._open else f"#ref-{first}"
        return [(first, opened, self._open is not None), *((number, f"#ref-{number}", False) for number in others)]

    def fact(self, fact: StudyFact, statement: Statement) -> str:
        """The address of the passage that a fact stands in; empty where nothing opens it."""
        return self._open(fact.quote.span, statement.id) if self._open and fact.quote else ""


class _Named:
    """Functions that templates call under a name that no macro has."""

    glance_of = staticmethod(glance.glance_of)
    rests_on = staticmethod(glance.rests_on)
    recommendations = staticmethod(patient.recommendations)
    FIT_LABELS = patient.FIT_LABELS


def _names() -> dict[str, Any]:
    return {
        "labels": labels,
        "layout": layout,
        "citation": citation,
        "phrase": phrase,
        "named": _Named,
        "patient": patient,
        "readers": readers,
        "studies": studies,
        "guests": guests,
        "slug_of": slug_of,
        "ROLE_LABELS": readers.ROLE_LABELS,
        "Layer": readers.Layer,
        "ANYONE": Role.ANYONE,
        "EVERY_READING": EVERY_READING,
        "readings_of": readings,
        "DESIGN_LABELS": DESIGN_LABELS,
        "DISCLAIMER": DISCLAIMER,
        "INTENDED_USE": INTENDED_USE,
        "VERBATIM": Fidelity.VERBATIM,
        "RESULT": FindingKind.RESULT,
        "PieceKind": layout.PieceKind,
        "counted": labels.counted,
        "steps_of": steps_of,
        "board_says": banner,
    }
