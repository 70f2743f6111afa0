"""The literature of a library as one file: its sections written, and such a file looked through before it is used."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from quoth import __version__
from quoth.errors import BadFile
from quoth.interop.archive import ArchiveReader, ArchiveWriter
from quoth.library import (
    holding_faults,
)
from quoth.model import (
    ARCHIVE_FORMAT,
    ArchiveKind,
    ArchiveManifest,
    HeldWords,
    Holding,
    Notice,
    NoticeList,
    SavedStrategy,
)
from quoth.pipeline.auditing import stamp
from quoth.pipeline.indexing import Progress
from quoth.pipeline.parts import Parts

__all__ = [
    "HOLDINGS_AT_ONCE",
    "LITERATURE",
    "NOTICES_AT_ONCE",
    "ExportReport",
    "archive_limit",
    "export_library",
    "literature_of",
    "look_through",
    "numbered",
    "put_sections",
]

T = TypeVar("T")
Tell = Callable[[Progress], None]

HOLDINGS_AT_ONCE = 500
NOTICES_AT_ONCE = 5000
FAULTS_SHOWN = 5

LITERATURE: dict[str, type[object]] = {
    "words": HeldWords,
    "records": Holding,
    "notices": Notice,
    "lists": NoticeList,
    "strategies": SavedStrategy,
}
"""Sections of an export with the nouns that they hold, in their order."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an archive holds. `sha256` is of the file: compare it where the file arrives."""

    file: str
    sha256: str
    snapshot: str
    counts: tuple[tuple[str, int], ...]
    """(section, nouns)."""
    bytes: int
    seconds: float


def export_library(
    file: Path, parts: Parts, *, overwrite: bool = False, progress: Tell = lambda _: None
) -> ExportReport:
    """Write all literature that is held to one file, as it is at one moment, whatever is written meanwhile.

    Raises:
        BadInput: the file exists, or cannot be written.
    """
    started = time.monotonic()
    store = parts.store
    with ArchiveWriter(file, overwrite=overwrite, private=False) as writer, store.viewing():
        ownerless = (replace(each, owner="") for each in store.strategies())  # accounts stay where they are
        counts = put_sections(writer, literature_of(parts) | {"strategies": ownerless}, progress, started)
        made = ArchiveManifest(ARCHIVE_FORMAT, ArchiveKind.EXPORT, __version__, stamp(parts), store.snapshot())
        sha256 = writer.finish(made)
    return ExportReport(str(file), sha256, made.snapshot, counts, file.stat().st_size, time.monotonic() - started)


def literature_of(parts: Parts) -> dict[str, Iterable[object]]:
    """The sections of an export with their nouns."""
    store = parts.store
    return {
        "words": store.iter_words(),
        "records": store.iter_holdings(),
        "notices": store.iter_notices(),
        "lists": store.notice_lists(),
        "strategies": store.strategies(),
    }


def put_sections(
    writer: ArchiveWriter, sections: dict[str, Iterable[object]], progress: Tell, started: float
) -> tuple[tuple[str, int], ...]:
    """Write sections in their order. Returns how many nouns each has."""
    counts = []
    for section, nouns in sections.items():
        total = 0
        for total in writer.put(section, nouns):
            progress(Progress(section, total, 0, time.monotonic() - started))
        counts.append((section, total))
    return tuple(counts)


def archive_limit(parts: Parts) -> int:
    """Most bytes that an archive may unpack to."""
    return parts.settings.upload_max_mb * 2**20


def look_through(archive: ArchiveReader, sections: dict[str, type[object]], progress: Tell) -> None:
    """Read a whole archive and hold it against its manifest, before anything of it is taken in.

    Raises:
        BadFile: a member is damaged, a noun is none, or a holding is not what it says; up to five faults are told.
    """
    started = time.monotonic()
    strange = [section for section in archive.sections() if section not in sections]
    if strange:
        raise BadFile(f"The archive has a section {strange[0][:40]!r} that this quoth does not know.")
    faults: list[str] = []
    for section, kind in sections.items():
        for number, noun in enumerate(archive.nouns(section, kind), start=1):
            if isinstance(noun, Holding):
                faults += [f"{noun.record.id[:80]!a}: {fault}" for fault in holding_faults(noun)]
            if len(faults) >= FAULTS_SHOWN:
                break
            if number % HOLDINGS_AT_ONCE == 0:
                progress(Progress(f"checking {section}", number, 0, time.monotonic() - started))
    if faults:
        shown = "\n  ".join(faults[:FAULTS_SHOWN])
        raise BadFile(f"The archive is not what a library wrote:\n  {shown}\nNothing of it was taken in.")


def numbered(nouns: Iterator[T], size: int) -> Iterator[tuple[int, list[T]]]:
    """Nouns by the batch, each with how many there were up to its end."""
    done = 0
    while batch := list(islice(nouns, size)):
        done += len(batch)
        yield done, batch
