"""What a pack may hold, field by field, as docs/reference/pack-format.md describes it.

Faults are collected, not raised one by one: whoever writes a pack sees all of them at once, each with its record and
field. What has to fit together across records is checked in `pack_faults`.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from quoth.model import Action, ConceptKind, Design, Facet

__all__ = ["NOT_STATED", "Pack", "PackConcept", "PackConclusion", "PackDifference", "PackGlossaryEntry", "PackRecord"]
__all__ += ["PackRecommendation", "PackResult"]

NOT_STATED = "not stated"
_SPACE = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ufffe\uffff]")


def _one_line(text: str) -> str:
    """Text on one line: a pack's statements are set one to a line, so a line break inside becomes a space."""
    return _SPACE.sub(" ", _CONTROL.sub(" ", text)).strip()


def _filled(text: str) -> str:
    if not text:
        raise ValueError("is empty; leave the field out or write something")
    return text


def _none_to_empty(value: Any) -> Any:  # noqa: ANN401 - whatever the YAML held
    """An empty list in YAML is often written as nothing at all."""
    return [] if value is None else value


def _design(value: str) -> str:
    known = [design.value for design in Design if design is not Design.NOTE]
    if value not in known:
        raise ValueError(f"{value!r} is not known. Known: {', '.join(known)}")
    return value


def _pmid(value: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{0,7}", value):
        raise ValueError(f"{value!r} is not a PubMed id. Expected 1 to 8 digits")
    return value


def _pmcid(value: str) -> str:
    if not re.fullmatch(r"PMC[1-9][0-9]{0,8}", value):
        raise ValueError(f"{value!r} is not a PMC id. Expected 'PMC' and digits")
    return value


def _doi(value: str) -> str:
    bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value, flags=re.IGNORECASE).lower()
    if not re.fullmatch(r"10\.[0-9.]{4,}/\S+", bare):
        raise ValueError(f"{value!r} is not a DOI. Expected '10.', digits, '/' and a suffix")
    return bare


def _iso_date(value: str) -> str:
    if not re.fullmatch(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", value):
        raise ValueError(f"{value!r} is not a date. Expected year-month-day, such as 2026-11-23")
    return value


Line = Annotated[str, AfterValidator(_one_line)]
Filled = Annotated[Line, AfterValidator(_filled)]
Name = Annotated[Filled, Field(max_length=200)]
Words = Annotated[tuple[Filled, ...], BeforeValidator(_none_to_empty)]
Facets = Annotated[tuple[Facet, ...], BeforeValidator(_none_to_empty)]
Count = Annotated[int, Field(ge=0, strict=True)]
Year = Annotated[int, Field(ge=1500, le=2200, strict=True)]


class _Strict(BaseModel):
    """A mapping of a pack: unknown names are faults, numbers may stand where text is asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class PackConcept(_Strict):
    """A word for something, with its synonyms."""

    name: Name
    kind: ConceptKind
    group: Line | None = None
    lay: Words = ()
    clinical: Words = ()
    broader: Words = ()
    mesh: Line | None = None
    descriptions: Words = ()


class PackGlossaryEntry(_Strict):
    """A trial word explained."""

    term: Name
    definition: Filled
    also: Words = ()


class PackDifference(_Strict):
    """A point on which sources differ, in the editor's words."""

    point: Filled
    interventions: Words = ()
    conditions: Words = ()
    facets: Facets = ()
    records: Annotated[Words, Field(min_length=1)]


class _Statement(_Strict):
    """What results, conclusions and recommendations have in common."""

    text: Filled
    plain: Line | None = None
    plain_by: Line | None = None
    interventions: Words = ()
    comparators: Words = ()
    outcomes: Words = ()
    conditions: Words = ()
    facets: Facets = ()
    population: Line | None = None
    certainty: Line | None = None
    doubts: Words = ()


class PackResult(_Statement):
    """A key result."""

    followup: Line | None = None


class PackConclusion(_Statement):
    """The source's conclusion."""


class PackRecommendation(_Statement):
    """A recommendation, with what must travel with it."""

    strength: Line | None = None
    condition: Line | None = None
    followup: Line | None = None
    action: Action | None = None
    action_by: Line | None = None


class PackRecord(_Strict):
    """One source."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]
    type: Annotated[str, AfterValidator(_design)]
    issuer: Line | None = None
    title: Filled
    title_verified: bool = True
    authors: Words = ()
    journal: Line | None = None
    year: Year | None = None
    volume: Line | None = None
    issue: Line | None = None
    pages: Line | None = None
    doi: Annotated[Line, AfterValidator(_doi)] | None = None
    pmid: Annotated[Line, AfterValidator(_pmid)] | None = None
    pmcid: Annotated[Line, AfterValidator(_pmcid)] | None = None
    url: Line | None = None
    language: Line | None = None
    licence: Line | None = None
    funding: Line | None = None
    retraction: Literal["yes", "no", "not checked"] = "not checked"
    seen: Line | None = None
    conditions: Words = ()
    indirect: Line | None = None
    superseded_by: Line | None = None
    withdrawn: Line | None = None
    population: Line | None = None
    interventions: Words = ()
    comparators: Words = ()
    outcomes: Words = ()
    n_studies: Count | None = None
    n_participants: Count | None = None
    figures_usable: bool = True
    key_results: Annotated[tuple[PackResult, ...], BeforeValidator(_none_to_empty)] = ()
    conclusion: PackConclusion | None = None
    recommendations: Annotated[tuple[PackRecommendation, ...], BeforeValidator(_none_to_empty)] = ()
    doubts: Words = ()


class Pack(_Strict):
    """A whole pack. One without `condition` and `records` is a pack of words alone, such as a glossary."""

    quoth_pack: Literal[1]
    pack: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,79}$")]
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*$")]
    title: Filled
    rendition: Literal["summary", "verbatim"] = "summary"
    editor: Filled
    as_of: Annotated[str, AfterValidator(_iso_date)] | None = None
    licence: Line = ""
    condition: Line | None = None
    question: Line | None = None
    common_questions: Words = ()
    concepts: Annotated[tuple[PackConcept, ...], BeforeValidator(_none_to_empty)] = ()
    glossary: Annotated[tuple[PackGlossaryEntry, ...], BeforeValidator(_none_to_empty)] = ()
    differences: Annotated[tuple[PackDifference, ...], BeforeValidator(_none_to_empty)] = ()
    records: Annotated[tuple[PackRecord, ...], BeforeValidator(_none_to_empty)] = ()
