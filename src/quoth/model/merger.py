"""What an editor did to two records that look like one report: made them one, or held them apart."""

from dataclasses import dataclass

from quoth.model.record import Record, RecordId
from quoth.model.rendition import RenditionId

__all__ = ["HeldFacts", "Merger", "SetApart", "TextPlace"]


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where one text stood among those of its record."""

    id: RenditionId
    slot: str
    rank: str
    current: bool


@dataclass(frozen=True, slots=True)
class HeldFacts:
    """A record as it was at a moment: all that hangs on it but the words of its texts."""

    record: Record
    former_ids: tuple[RecordId, ...] = ()
    entries: tuple[tuple[str, Record], ...] = ()
    title_keys: tuple[str, ...] = ()
    texts: tuple[TextPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Merger:
    """Two records that an editor found to be one report, with what undoing it needs."""

    id: str
    """Random."""
    kept: HeldFacts
    gone: HeldFacts
    after: HeldFacts
    """The one record as it was made; what came to it since stays with the kept one when the merger is undone."""
    by: str
    """Account id, the name that was given, or "command line"."""
    at: str
    """ISO time, UTC."""
    why: str = ""
    undone_by: str = ""
    undone_at: str = ""

    @property
    def stands(self) -> bool:
        """Whether it was not undone."""
        return not self.undone_at

    @property
    def about(self) -> str:
        """Looked up by the record that stayed."""
        return self.kept.record.id

    @property
    def until(self) -> str:
        """It stays, undone or not."""
        return ""


@dataclass(frozen=True, slots=True)
class SetApart:
    """Two records that look like one report and that an editor found to be two: they are not offered again."""

    id: str
    """Both record ids, the smaller first, with a blank between them."""
    by: str
    at: str
    why: str = ""

    @staticmethod
    def id_of(one: RecordId, other: RecordId) -> str:
        """The id for two records, whichever comes first."""
        return " ".join(sorted((one, other)))

    @property
    def about(self) -> str:
        """Looked up by its id alone."""
        return ""

    @property
    def until(self) -> str:
        """It stays."""
        return ""
