"""What a store says of what it holds: a text as it stands beside others, how far a file got, editions and counts."""

from dataclasses import dataclass

from quoth.model import RecordId, Refusal, Rendition

__all__ = ["Counts", "FileState", "PackState", "StoredRendition"]


@dataclass(frozen=True, slots=True)
class StoredRendition:
    """A rendition with what the store knows of it."""

    record_id: RecordId
    rendition: Rendition
    current: bool
    """False when a newer version of the same form and origin took its place; it is kept all the same."""
    version: int
    """From 1, per record and form, in the order of arrival."""


@dataclass(frozen=True, slots=True)
class FileState:
    """How far the ingest of one file got, so that a rerun resumes. `sha256` is of the file's bytes."""

    sha256: str
    name: str
    done: bool
    kept: int
    """Items committed so far: a rerun skips that many."""
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class PackState:
    """Which edition of a pack is held. `site` is true when the operator's own edition took the name (decision 0006)."""

    pack: str
    version: str
    site: bool
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """What is in a library. Texts and passages are the current ones."""

    records: int
    renditions: int
    passages: int
    by_design: tuple[tuple[str, int], ...]
    """(design value or "not stated", records), most first."""
    by_year: tuple[tuple[int | None, int], ...]
    """(year or None, records), newest first, unknown last."""
    by_form: tuple[tuple[str, int], ...]
