"""Files into the library, and the library into the index: resumable, one transaction a batch, nothing lost."""

import fcntl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from quoth.errors import LibraryBusy
from quoth.library import keep, keep_notice_list, keep_notices, keep_words, units
from quoth.model import Notice, NoticeKind, NoticeList, Refusal, RenditionId, Report, Unit, Words
from quoth.pipeline.parts import Parts
from quoth.sources import Item, file_sha256, read
from quoth.store import FileState

__all__ = ["FileReport", "IngestReport", "Progress", "ingest", "rebuild_index"]

BATCH_ITEMS = 500
REFUSALS_KEPT = 1000
"""Refusals remembered for one file; the count goes on beyond it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: for a bar or a line, never for a decision."""

    file: str
    items: int
    refused: int
    seconds: float


@dataclass(slots=True)
class FileReport:
    """What became of one file."""

    file: str
    status: str = "done"
    """"done", "already in the library" or "stopped"."""
    records_new: int = 0
    records_known: int = 0
    texts_new: int = 0
    notices_new: int = 0
    packs: int = 0
    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of all files, and the library's snapshot afterwards."""

    files: tuple[FileReport, ...]
    snapshot: str
    seconds: float

    @property
    def refused(self) -> int:
        """Items that were not kept, over all files."""
        return sum(file.refused for file in self.files)


def ingest(
    files: Sequence[Path],
    parts: Parts,
    *,
    format: str | None = None,
    as_of: date | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> IngestReport:
    """Take files into the library, in order, and bring the index up to it.

    A file that is already there, by the hash of its bytes, is passed over. A file that was interrupted goes on where
    the last commit left it.

    Raises:
        LibraryBusy: another process is writing.
        BadFile: a file cannot be read at all; the files before it are kept.
    """
    started = time.monotonic()
    with _writer_lock(parts):
        catch_up(parts)
        reports = [_ingest_file(file, parts, format, as_of, progress) for file in files]
    return IngestReport(tuple(reports), parts.store.snapshot(), time.monotonic() - started)


def catch_up(parts: Parts) -> bool:
    """Rebuild the index if it does not reflect the library: after a kill, a restore or a change by hand."""
    if parts.index.stamp() == parts.store.snapshot():
        return False
    _rebuild(parts, lambda _: None)
    return True


def catch_up_if_free(parts: Parts) -> bool:
    """As `catch_up`, unless another process is writing: then the index is used as it stands."""
    if parts.index.stamp() == parts.store.snapshot():
        return False
    try:
        with _writer_lock(parts):
            return catch_up(parts)
    except LibraryBusy:
        return False


def rebuild_index(parts: Parts, progress: Callable[[Progress], None] = lambda _: None) -> int:
    """Make the index anew from the library. Returns how many units it holds. Raises LibraryBusy."""
    with _writer_lock(parts):
        _rebuild(parts, progress)
    return len(parts.index)


def _rebuild(parts: Parts, progress: Callable[[Progress], None]) -> None:
    started = time.monotonic()
    snapshot = parts.store.snapshot()
    parts.index.clear()
    done = 0
    stored = parts.store.iter_renditions()
    while batch := list(islice(stored, 2000)):
        records = parts.store.records_by_id(list(dict.fromkeys(held.record_id for held in batch)))
        parts.index.add(unit for held in batch for unit in units(held, records[held.record_id]))
        done += len(batch)
        progress(Progress("search index", done, 0, time.monotonic() - started))
    parts.index.set_stamp(snapshot)


def _ingest_file(
    file: Path, parts: Parts, format: str | None, as_of: date | None, progress: Callable[[Progress], None]
) -> FileReport:
    started = time.monotonic()
    report = FileReport(str(file))
    sha256 = file_sha256(file)
    state = parts.store.file_state(sha256)
    if state is not None and state.done:
        report.status = "already in the library"
        return report
    kept = state.kept if state else 0
    report.refusals = list(state.refusals) if state else []
    report.refused = len(report.refusals)
    items: Iterator[Item] = islice(read(file, format=format, as_of=as_of), kept, None)
    while True:
        batch = list(islice(items, BATCH_ITEMS))
        kept += len(batch)
        stopped = any(isinstance(item, Refusal) and item.fatal for item in batch)
        last = len(batch) < BATCH_ITEMS or stopped
        with parts.store.writing():
            changed = _Changes()
            for item in batch:
                _take(item, parts, report, changed)
            refusals = tuple(report.refusals[:REFUSALS_KEPT])
            parts.store.put_file_state(FileState(sha256, file.name, last and not stopped, kept, refusals))
        _index(changed, parts)
        parts.index.set_stamp(parts.store.snapshot())
        progress(Progress(file.name, kept, report.refused, time.monotonic() - started))
        if last:
            report.status = "stopped" if stopped else "done"
            return report


@dataclass(slots=True)
class _Changes:
    """Texts that a batch brought or took away."""

    added: list[RenditionId] = field(default_factory=list)
    removed: list[RenditionId] = field(default_factory=list)


def _take(item: Item, parts: Parts, report: FileReport, changed: _Changes) -> None:
    """Keep one item in the library."""
    match item:
        case Report():
            kept = keep(item, parts.store)
            report.records_new += kept.is_new
            report.records_known += not kept.is_new
            report.texts_new += len(kept.renditions_new)
            changed.added += kept.renditions_new
            changed.removed += kept.renditions_replaced
        case Notice():
            if item.kind is NoticeKind.DELETED:
                changed.removed += _delete(item, parts)
            report.notices_new += keep_notices((item,), parts.store)
        case NoticeList():
            keep_notice_list(item, parts.store)
        case Words():
            outcome = keep_words(item, parts.store)
            report.packs += outcome.kept
            changed.removed += outcome.renditions_replaced
            if outcome.note:
                report.notes.append(outcome.note)
        case Refusal():
            report.refused += 1
            if len(report.refusals) < REFUSALS_KEPT:
                report.refusals.append(item)


def _delete(notice: Notice, parts: Parts) -> list[RenditionId]:
    record_id = parts.store.find(notice.target)
    if record_id is None:
        return []
    gone = [held.rendition.id for held in parts.store.renditions(record_id, current_only=False)]
    parts.store.delete_record(record_id)
    return gone


def _index(changed: _Changes, parts: Parts) -> None:
    """Make a committed batch searchable. A kill before this leaves the index behind; the next start catches up."""
    if changed.removed:
        parts.index.remove(changed.removed)
    if changed.added:
        parts.index.add(_units(changed.added, parts))


def _units(added: Iterable[RenditionId], parts: Parts) -> Iterator[Unit]:
    stored = parts.store.renditions_by_id(list(dict.fromkeys(added)))
    records = parts.store.records_by_id(list(dict.fromkeys(held.record_id for held in stored.values())))
    for held in stored.values():
        if held.current:
            yield from units(held, records[held.record_id])


@contextmanager
def _writer_lock(parts: Parts) -> Iterator[None]:
    """Held by one writer at a time on this machine; let go by the system when the process ends, however it ends."""
    if parts.lock_file is None:
        yield
        return
    parts.lock_file.parent.mkdir(parents=True, exist_ok=True)
    with parts.lock_file.open("a+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise LibraryBusy(
                f"Another process is writing to this library ({parts.lock_file}). Wait for it, then try again."
            ) from fault
        yield
