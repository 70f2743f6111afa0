"""Stored texts of a report, and what their source says about stretches of them.

A report can have several renditions side by side: an abstract, a full text, an editor's summary. They are never merged.
Every offset is in characters of `Rendition.text`, `end` exclusive.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from quoth.model.codec import encode
from quoth.model.record import Doubt, Record

__all__ = [
    "Action",
    "Annotation",
    "AnnotationKind",
    "Extent",
    "Facet",
    "Fidelity",
    "Form",
    "Rendition",
    "RenditionId",
    "Report",
    "Section",
    "SectionRole",
    "make_rendition",
]

RenditionId = NewType("RenditionId", str)
"""Content-addressed: "<form>-<first 20 hex digits of SHA-256>" over record-independent content."""


class Fidelity(StrEnum):
    """Whether the text is the source's own."""

    VERBATIM = "verbatim"
    SUMMARY = "summary"


class Form(StrEnum):
    """What part of the report the text is."""

    ABSTRACT = "abstract"
    FULL_TEXT = "full-text"
    PACK = "pack"
    CITATION = "citation"
    """Title only: nothing to quote."""


class SectionRole(StrEnum):
    """What a section, or a sentence, is for. NLM categories and the headings of trials map onto these."""

    BACKGROUND = "background"
    OBJECTIVE = "objective"
    METHODS = "methods"
    RESULTS = "results"
    CONCLUSION = "conclusion"
    RECOMMENDATIONS = "recommendations"
    OTHER = "other"


class Extent(Struct, frozen=True, order=True, gc=False):
    """A half-open stretch of a rendition's text, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a rendition with its own heading. Sections are in order and do not overlap."""

    start: int
    end: int
    heading: str = ""
    role: SectionRole | None = None
    """`None` where the source does not label it."""
    path: tuple[str, ...] = ()
    """Headings above this one, outermost first."""


class Action(StrEnum):
    """What a recommendation asks for, from the source's own wording through one table or an editor's mapping."""

    DO = "do"
    CONSIDER = "consider"
    DO_NOT = "do not"
    UNCERTAIN = "uncertain"


class Facet(StrEnum):
    """A side of a clinical question that a statement can speak to."""

    BENEFIT = "benefit"
    HARMS = "harms"
    DOSE = "dose"
    CONTRAINDICATIONS = "contraindications"
    MONITORING = "monitoring"
    SPECIAL_POPULATIONS = "special populations"
    RED_FLAGS = "red flags"
    COST = "cost"
    DIAGNOSIS = "diagnosis"
    PROGNOSIS = "prognosis"
    PREVENTION = "prevention"
    DEFINITION = "definition"
    CAUSE = "cause"
    WHEN_TO_START = "when to start"
    REFERRAL = "referral"
    DELIVERY = "delivery"


class AnnotationKind(StrEnum):
    """What an annotated stretch of text is."""

    RECOMMENDATION = "recommendation"
    RESULT = "result"
    CONCLUSION = "conclusion"
    DIFFERENCE = "difference"
    SET_ASIDE = "set aside"
    """An editor looked at it and it is no recommendation: it is not offered as one."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a source or its editor says about one stretch of a rendition.

    The qualifiers (strength, certainty, population, condition, follow-up) are extents of the same text, so that they
    are quoted and checked like any other words. `whole` covers the statement and all its qualifiers.
    """

    id: str
    """Unique in its rendition, such as "r3"."""
    kind: AnnotationKind
    statement: Extent
    whole: Extent
    strength: Extent | None = None
    certainty: Extent | None = None
    population: Extent | None = None
    condition: Extent | None = None
    followup: Extent | None = None
    action: Action | None = None
    action_by: str | None = None
    interventions: tuple[str, ...] = ()
    """Concept names; the first is what the statement is mainly about."""
    comparators: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    """Concept names, where narrower than the record's."""
    facets: tuple[Facet, ...] = ()
    sources: tuple[str, ...] = ()
    """For a difference: "<pack>/<record id>" of the records that differ."""
    plain: str | None = None
    """The same advice in everyday words: an editor's, shown only with its label, never as a quotation."""
    plain_by: str | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendition:
    """One stored text of one report. Immutable: a changed text is another rendition with another id."""

    id: RenditionId
    fidelity: Fidelity
    form: Form
    text: str
    sections: tuple[Section, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    sentences: tuple[Extent, ...] = ()
    """Cut by `quoth.text` when the library stored it; empty before."""
    language: str | None = None
    origin: str = ""
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a source reader yields for one document: its catalogue entry and the texts that came with it."""

    record: Record
    renditions: tuple[Rendition, ...] = ()


def make_rendition(
    form: Form,
    fidelity: Fidelity,
    text: str,
    *,
    sections: Sequence[Section] = (),
    annotations: Sequence[Annotation] = (),
    language: str | None = None,
    origin: str = "",
    licence: str | None = None,
) -> Rendition:
    """A rendition whose id is the hash of its content: the same words, sections and annotations give the same id.

    Language, origin and licence are not part of the content, so that one abstract read from two exports is one text.
    Lone surrogates, which no UTF-8 can hold, are not allowed in `text`, headings and annotations: readers replace them.
    """
    content = encode((form, fidelity, text, tuple(sections), tuple(annotations)))
    return Rendition(
        RenditionId(f"{form.value}-{hashlib.sha256(content).hexdigest()[:20]}"),
        fidelity,
        form,
        text,
        tuple(sections),
        tuple(annotations),
        language=language,
        origin=origin,
        licence=licence,
    )
