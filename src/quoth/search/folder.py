"""The notes that lie in the folder of an index: how it was made, and which library snapshot it reflects."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from quoth.errors import LibraryDamaged
from quoth.search.analysis import ANALYSIS_VERSION

__all__ = [
    "ADVICE",
    "FORMAT",
    "Notes",
    "explained",
    "is_outdated",
    "prepare",
    "read_notes",
    "version",
    "wipe",
    "write_notes",
]

FORMAT = 6
ADVICE = "Nothing of the library is lost: run 'quoth index rebuild' to make the index again."

_NOTES = "quoth-index.json"
_ENGINE = "meta.json"
"""Tantivy writes this file anew with each commit."""


@dataclass(frozen=True, slots=True)
class Notes:
    """How the index was made. `stamp` is a snapshot id, or empty when the units have changed since `bookmark`."""

    format: int = FORMAT
    analysis: str = ANALYSIS_VERSION
    stamp: str = ""
    bookmark: str = ""


def prepare(path: Path) -> bool:
    """Make the folder ready to be opened. True when an index is there already.

    Raises:
        LibraryDamaged: what is there cannot be a usable index.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        filled = any(path.iterdir())
    except OSError as error:
        raise LibraryDamaged(f"The index folder '{path}' cannot be used: {error.strerror}. {ADVICE}") from error
    if not filled:
        write_notes(path, Notes())
        return False
    notes = read_notes(path)
    if (notes.format, notes.analysis) != (FORMAT, ANALYSIS_VERSION):
        raise LibraryDamaged(
            f"The index '{path}' was made in another way (format {notes.format}, analysis {notes.analysis}); "
            f"this version reads format {FORMAT}, analysis {ANALYSIS_VERSION}. {ADVICE}"
        )
    if (path / _ENGINE).exists():
        return True
    if any(file.name.endswith(".idx") for file in path.iterdir()):
        raise LibraryDamaged(f"The index '{path}' has lost its '{_ENGINE}'. {ADVICE}")
    return False


def is_outdated(path: Path) -> bool:
    """True for an index that an earlier version made in another way: it can only be made again."""
    try:
        notes = read_notes(path)
    except LibraryDamaged:
        return False
    return notes.format < FORMAT or notes.analysis != ANALYSIS_VERSION


def read_notes(path: Path) -> Notes:
    """The notes of an index. Raises LibraryDamaged when they are missing or no notes."""
    try:
        return Notes(**json.loads((path / _NOTES).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise LibraryDamaged(f"The notes '{_NOTES}' of the index '{path}' cannot be read. {ADVICE}") from error


def write_notes(path: Path, notes: Notes) -> None:
    """Replace the notes in one step, so that a kill leaves the old ones or the new ones."""
    fresh = path / f"{_NOTES}.{os.getpid()}.new"
    fresh.write_text(json.dumps(asdict(notes)), encoding="utf-8")
    fresh.replace(path / _NOTES)


def version(path: Path) -> tuple[int, int, int]:
    """Changes with every commit, by whichever process. Raises LibraryDamaged when the index is gone."""
    try:
        state = (path / _ENGINE).stat()
    except OSError as error:
        raise LibraryDamaged(f"The index '{path}' is gone: {error.strerror}. {ADVICE}") from error
    return state.st_mtime_ns, state.st_ino, state.st_size


def wipe(path: Path) -> None:
    """Delete an index, damaged or not. A folder that is not an index is refused.

    Raises:
        LibraryDamaged: the folder holds something, but no index.
    """
    if not path.exists():
        return
    if not path.is_dir() or (any(path.iterdir()) and not any((path / name).exists() for name in (_NOTES, _ENGINE))):
        raise LibraryDamaged(f"'{path}' is not an index, so it was not deleted. Move it away, or name another folder.")
    shutil.rmtree(path)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Say what to do where the engine only says what it stumbled over."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise LibraryDamaged(f"The index '{path}' cannot be read: {error}. {ADVICE}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the engine's crash has no importable class and is no Exception
            raise
        raise LibraryDamaged(f"The index '{path}' is damaged: {error}. {ADVICE}") from error
