"""What an archive of a library says of itself, and the nouns that only archives hold."""

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.abstention import Abstention
from quoth.model.answer import Answer

__all__ = [
    "ARCHIVE_FORMAT",
    "ArchiveKind",
    "ArchiveManifest",
    "ArchiveMember",
    "KeptAbstention",
    "KeptAnswer",
    "KeyFile",
]

ARCHIVE_FORMAT = "quoth archive 1"


class ArchiveKind(StrEnum):
    """What an archive is for."""

    EXPORT = "export"
    """The literature, to be taken into any library."""
    BACKUP = "backup"
    """Everything, to be put back in an empty place."""


@dataclass(frozen=True, slots=True)
class ArchiveMember:
    """One file of an archive: JSON lines, a noun each. `name` is "<section>/<number>.jsonl"."""

    name: str
    sha256: str
    bytes: int
    nouns: int


@dataclass(frozen=True, slots=True)
class ArchiveManifest:
    """The manifest of an archive."""

    format: str
    kind: ArchiveKind
    quoth: str
    """The version that wrote it."""
    made_at: str
    """ISO time, UTC."""
    snapshot: str
    """Of the library, at the moment of which this is a copy."""
    newest_audit: str = ""
    """Hash of the last line of the audit trail; empty for an export."""
    members: tuple[ArchiveMember, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """A kept answer with the day (ISO) on which it was kept."""

    kept_on: str
    page: Answer


@dataclass(frozen=True, slots=True)
class KeptAbstention:
    """A kept abstention with the day (ISO) on which it was kept."""

    kept_on: str
    page: Abstention


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A file of the keys that seal reviews; `content` is base64."""

    name: str
    content: str
