"""What a guideline recommends, for whoever opens it: every recommendation with its grade and its place in the text.

As pages would quote it, in the order of the text: what editors accepted or corrected, and what is found by rule beside
that. In a text that grades its advice, what is only said around it is left out. Nothing is written: the editor's desk
(`recommending`) keeps what it finds.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.evidence import advice_and_guidance, beside_annotations
from quoth.library import passages
from quoth.model import (
    Action,
    AnnotationKind,
    Design,
    Extent,
    Fidelity,
    QualifierKind,
    Record,
    Rendition,
    RenditionId,
)
from quoth.pipeline.catalogue import SourceView
from quoth.store import StoredRendition

__all__ = ["Recommended", "recommended"]

_ADVISE = frozenset({Design.GUIDELINE, Design.CONSENSUS})
_GRADES = 0.1
"""A text that grades a smaller share of its advice does not tell by grades what it recommends."""
_HEADINGS = 2
"""The nearest headings say what a recommendation is on: "Steroid injection › Indications"."""


@dataclass(frozen=True, slots=True)
class Recommended:
    """One recommendation as its text has it; a summary's words are ours and say so."""

    rendition_id: RenditionId
    place: Extent
    words: str
    action: Action | None
    strength: str
    """In the issuer's words; empty where it states none."""
    certainty: str
    section: str
    """The nearest headings above it; empty where there are none."""
    by_editor: bool
    """Whether an editor accepted, corrected or wrote it."""


def recommended(view: SourceView) -> tuple[Recommended, ...]:
    """What a guideline or consensus statement recommends, by its current texts; of other sources nothing.

    Args:
        view: the source, as `pipeline.source` gives it.
    """
    if view.design.design not in _ADVISE:
        return ()
    found: list[Recommended] = []
    for held in view.renditions:
        if held.current:
            by_rule = _by_rule(held, view.record) if held.rendition.fidelity is Fidelity.VERBATIM else ()
            found += sorted((*_by_editors(held.rendition), *by_rule), key=lambda one: one.place.start)
    return tuple(found)


def _by_editors(text: Rendition) -> Iterator[Recommended]:
    for one in text.annotations:
        if one.kind is AnnotationKind.RECOMMENDATION:
            strength, certainty = (_words(text, extent) for extent in (one.strength, one.certainty))
            yield _made(text, one.statement, one.action, strength, certainty, by_editor=True)


def _by_rule(held: StoredRendition, record: Record) -> Iterator[Recommended]:
    text = held.rendition
    free = beside_annotations(text, passages(held))
    advised = [one for one in advice_and_guidance(free, record, text) if one.formal]
    graded = sum(bool(one.grade) for one in advised) >= _GRADES * len(advised)
    for one in advised:
        if one.grade or not (graded and one.said_around):
            place = Extent(free[one.first].start, free[one.last].end)
            told = {part.kind: " ".join(part.quote.text.split()) for part in one.grade}
            strength, certainty = (told.get(kind, "") for kind in (QualifierKind.STRENGTH, QualifierKind.CERTAINTY))
            yield _made(text, place, one.action, strength, certainty, by_editor=False)


def _made(
    text: Rendition, place: Extent, action: Action | None, strength: str, certainty: str, *, by_editor: bool
) -> Recommended:
    return Recommended(
        text.id, place, _words(text, place), action, strength, certainty, _headings(text, place), by_editor
    )


def _words(text: Rendition, extent: Extent | None) -> str:
    return " ".join(text.text[extent.start : extent.end].split()) if extent else ""


def _headings(text: Rendition, place: Extent) -> str:
    here = next((one for one in text.sections if one.start <= place.start < one.end), None)
    names = (*here.path, here.heading) if here else ()
    return " › ".join(list(dict.fromkeys(name for name in names if name))[-_HEADINGS:])
