"""How an answer was found, as a librarian reads it, and what anyone needs to find it again."""

from dataclasses import dataclass

from quoth.model.evidence import Exclusion
from quoth.model.rendition import Extent

__all__ = ["Manifest", "Method", "NearSource", "RankFactor"]


@dataclass(frozen=True, slots=True)
class RankFactor:
    """One thing that decides which sources are read first, with what it counts."""

    name: str
    weight: float
    says: str
    """What it is, in words."""


@dataclass(frozen=True, slots=True)
class Method:
    """How this was found."""

    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(words of the question, what was searched for them)."""
    strategy: str = ""
    """The search as a line that a librarian can read."""
    counts: tuple[tuple[str, int], ...] = ()
    """(what was counted, how many), in order: in the library, found, read, used."""
    exclusions: tuple[Exclusion, ...] = ()
    notes: tuple[str, ...] = ()
    ranked: str = ""
    """How the search ranked, in words: by words alone, or read again by an encoder."""
    ranking: tuple[RankFactor, ...] = ()
    """What decided which of the found texts were read, with weights."""
    read_as: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(words of the question, names that guidance was looked for under besides); "…" is other words in between."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What anyone needs to rerun the answer and get the same page."""

    snapshot: str
    settings: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]
    """(part, version)."""


@dataclass(frozen=True, slots=True)
class NearSource:
    """A source that comes near a question which it does not answer: a way on to read oneself, and no evidence."""

    record_id: str
    title: str
    issuer: str | None = None
    journal: str | None = None
    year: int | None = None
    section: tuple[str, ...] = ()
    """Headings of the part that comes nearest, outermost first; none of what has no parts."""
    rendition_id: str = ""
    """Of the text that has this part."""
    place: Extent | None = None
    """Where the part stands in it."""
