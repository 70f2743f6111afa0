"""The catalogue entry of one report: who, what, when, where, and every doubt about it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from quoth.model.dates import UNKNOWN_DATE, PartialDate
from quoth.model.design import Design

__all__ = ["Doubt", "DoubtKind", "Ids", "MeshHeading", "Record", "RecordId"]

RecordId = NewType("RecordId", str)
"""Stable id of a record in one library, such as "pmid-39401870" or "pack-patellofemoral-pain-vsg-2022"."""


@dataclass(frozen=True, slots=True)
class Ids:
    """Identifiers of one report. `pmid` digits only; `doi` lower case, no prefix; `pmcid` "PMC" + digits."""

    pmid: str | None = None
    doi: str | None = None
    pmcid: str | None = None
    pack: str | None = None
    """"<pack name>/<record id>" for what came from a guideline pack."""
    other: tuple[tuple[str, str], ...] = ()
    """Further (kind, value) pairs as the source names them: pii, isbn, registration numbers, bookaccession."""


class DoubtKind(StrEnum):
    """Why a reader should be careful with what a record says."""

    UNVERIFIED = "unverified"
    TITLE_UNVERIFIED = "title unverified"
    PARTLY_READ = "partly read"
    FIGURES_WITHHELD = "figures withheld"
    SECONDARY = "secondary source"
    INFERRED = "inferred"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt in a reader's words; it is shown beside whatever it touches."""

    kind: DoubtKind
    text: str


class MeshHeading(Struct, frozen=True):
    """One MeSH heading of a record, in the words of the record."""

    descriptor: str
    major: bool = False
    qualifiers: tuple[tuple[str, bool], ...] = ()
    """(qualifier name, is a major topic)."""
    ui: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One report in the catalogue. Texts are held beside it as renditions, notices against it as notices."""

    id: RecordId
    title: str
    ids: Ids = field(default_factory=Ids)
    design: Design | None = None
    """As its source states it; `None` where evidence has to work it out from publication types and text."""
    authors: tuple[str, ...] = ()
    """Family name and initials, in order; a last "et al." stands for the rest."""
    issuer: str | None = None
    """The body that speaks, for guidelines and consensus statements."""
    journal: str | None = None
    journal_abbreviation: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    published: PartialDate = UNKNOWN_DATE
    dates: tuple[tuple[str, PartialDate], ...] = ()
    """Other dates as (name, date): "electronic", "received", "accepted", "entrez", "completed", "revised"…"""
    language: str | None = None
    publication_types: tuple[str, ...] = ()
    mesh: tuple[MeshHeading, ...] = ()
    keywords: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    """Names of condition concepts that the source is about, where an editor mapped them."""
    population: str | None = None
    interventions: tuple[str, ...] = ()
    comparators: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    n_studies: int | None = None
    n_participants: int | None = None
    indirect: str | None = None
    """In words, when the evidence is about another condition or population than the topic it is filed under."""
    title_verified: bool = True
    doubts: tuple[Doubt, ...] = ()
    funding: str | None = None
    licence: str | None = None
    origin: str = ""
    """What it was read from, such as "PubMed XML" or "pack patellofemoral-pain 2026.11.23"."""
    vernacular_title: str | None = None
    """The title in the report's own language, where `title` is a translation."""
