"""A record that a library has never met, packed into the bytes that it will be held as.

Most of what a large load brings is new, and most of the work on it needs no library: it can be done in another process.
What is left for the one writer is to see that nothing of it is held, and to set the rows down many at a time.
"""

from dataclasses import dataclass

from quoth.model import RecordId, Rendition, RenditionId

__all__ = ["FreshRecord", "FreshText", "Held", "Shelved"]


@dataclass(frozen=True, slots=True)
class Held:
    """What of many names a library knows already."""

    keys: frozenset[str] = frozenset()
    """Look-up keys that a record carries or that a notice is about."""
    titles: frozenset[str] = frozenset()
    record_ids: frozenset[RecordId] = frozenset()
    """Ids that name a record, or named one before it was joined to another."""
    text_ids: frozenset[RenditionId] = frozenset()


@dataclass(frozen=True, slots=True)
class Shelved:
    """A text and its place among the texts of its record; see `Store.put_rendition` for slots and ranks."""

    text: Rendition
    slot: str
    rank: str


@dataclass(frozen=True, slots=True)
class FreshText:
    """One text as it will be held. `noun` is its JSON, `digest` its SHA-256 as the snapshot counts it."""

    id: RenditionId
    family: str
    slot: str
    rank: str
    form: str
    version: int
    passages: int
    digest: bytes
    noun: bytes


@dataclass(frozen=True, slots=True)
class FreshRecord:
    """One record with its texts as it will be held. `entry` is what both add to the content sum."""

    id: RecordId
    design: str | None
    year: int | None
    keys: tuple[str, ...]
    title_key: str | None
    digest: bytes
    entry: bytes
    noun: bytes
    texts: tuple[FreshText, ...] = ()
