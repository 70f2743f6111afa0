"""What search indexes and returns: units of text, hits and runs."""

from dataclasses import dataclass, field

from msgspec import Struct

from quoth.model.record import RecordId
from quoth.model.rendition import RenditionId

__all__ = ["Filters", "Hit", "Query", "QueryClause", "Run", "Unit"]


class Unit(Struct, frozen=True):
    """What search finds: one abstract, one section of a full text, or one pack record.

    A record without any text has a unit of its catalogue entry, with no rendition: a strategy finds it, a question
    never, since a title is no evidence.
    """

    id: str
    """"<rendition id>#<start>-<end>", or "<record id>#" for a catalogue entry alone."""
    record_id: RecordId
    rendition_id: RenditionId
    start: int
    end: int
    title: str
    text: str
    mesh: str = ""
    keywords: str = ""
    interventions: str = ""
    plain: str = ""
    """What an editor wrote beside its statements in plain words: found by, never quoted as the source's."""
    kind: str = ""
    """A `Design` value, or empty when not known."""
    year: int | None = None
    populations: tuple[str, ...] = ()
    authors: str = ""
    """As the record writes them, with semicolons between; not ranked, only looked for by a strategy."""
    journal: str = ""
    types: str = ""
    """Publication types as the source names them, with semicolons between."""

    @property
    def without_text(self) -> bool:
        """True for a catalogue entry alone: there is nothing to rank and nothing to quote."""
        return not self.rendition_id


@dataclass(frozen=True, slots=True)
class QueryClause:
    """Words that stand for one thing: any of them will do. Phrases are matched as phrases."""

    alternatives: tuple[str, ...]
    weight: float = 1.0
    required: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """Walls, not boosts. Empty means no wall."""

    kinds: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    populations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A search: clauses are scored and added up."""

    clauses: tuple[QueryClause, ...]
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Hit:
    """One found unit. `rank` from 1; ties are broken by unit id, ascending."""

    unit_id: str
    record_id: RecordId
    rendition_id: RenditionId
    start: int
    end: int
    score: float
    rank: int
    match_0_1: float | None = None
    """What it reaches of what a unit could that held all of the query without end; `None` if it was not scored."""


@dataclass(frozen=True, slots=True)
class Run:
    """Ranked hits of one query, best first."""

    query: Query
    hits: tuple[Hit, ...]
    considered: int
    """Units that matched at all, as far as the index can say; never less than len(hits)."""
