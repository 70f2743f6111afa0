"""All that a library holds of one report, as it travels from one library to another."""

from dataclasses import dataclass

from quoth.model.concept import Words
from quoth.model.proposal import Proposal
from quoth.model.record import Record, RecordId
from quoth.model.rendition import Rendition

__all__ = ["HeldText", "HeldWords", "Holding"]


@dataclass(frozen=True, slots=True)
class HeldText:
    """One text with its place among the texts of its record; see `Store.put_rendition` for slots and ranks."""

    rendition: Rendition
    slot: str
    rank: str
    current: bool = True


@dataclass(frozen=True, slots=True)
class Holding:
    """One report with everything that hangs on it."""

    record: Record
    former_ids: tuple[RecordId, ...] = ()
    """Ids of records that were joined to this one; they go on to name it."""
    entries: tuple[tuple[str, Record], ...] = ()
    """What each source said, by source name; empty where a single source said everything."""
    title_keys: tuple[str, ...] = ()
    texts: tuple[HeldText, ...] = ()
    """In the order of their arrival, those that are no longer current as well."""
    proposals: tuple[Proposal, ...] = ()
    """What was found in the texts, with what editors decided."""


@dataclass(frozen=True, slots=True)
class HeldWords:
    """A pack's words, and whether they are the site's own edition."""

    words: Words
    site: bool = False
