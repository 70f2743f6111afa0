"""Files into the library, and the library into the index: resumable, one transaction a batch, nothing lost."""

import fcntl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from pathlib import Path

from quoth.errors import BadFile, LibraryBusy
from quoth.library import Intake, ReadyItem, Taken, prepared, units
from quoth.model import Refusal, RenditionId, Report, Unit, decode
from quoth.pipeline.falling_back import FellBack, recheck_approvals
from quoth.pipeline.parts import Parts
from quoth.settings import Settings
from quoth.sources import DocumentFacts, Item, Limits, file_identity, read
from quoth.store import FileState

__all__ = ["FileReport", "IngestReport", "Options", "Progress", "ingest", "rebuild_index"]

BATCH_ITEMS = 500
_REBUILD_TEXTS = 2000
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
    """"done", "already in the library", "stopped" or "refused"."""
    records_new: int = 0
    records_known: int = 0
    texts_new: int = 0
    notices_new: int = 0
    packs: int = 0
    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    """The first of them, with their places."""
    notes: list[str] = field(default_factory=list)

    def count(self, taken: Taken) -> None:
        """Add what one item did."""
        self.records_new += taken.records_new
        self.records_known += taken.records_known
        self.texts_new += taken.texts_new
        self.notices_new += taken.notices_new
        self.packs += taken.packs
        if taken.note and taken.note not in self.notes and len(self.notes) < REFUSALS_KEPT:
            self.notes.append(taken.note)


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller can say about the files."""

    format: str | None = None
    """A name of `sources.READERS`; found from the content when left out."""
    as_of: date | None = None
    """For retraction lists, the day that the list was drawn up, where the file does not say."""
    as_site: bool = False
    """The files are the site's own: they go before the starter library's editions."""
    limits: Limits | None = None
    """How much an honest file may ask of us; by default what the settings say."""
    facts: DocumentFacts = field(default_factory=DocumentFacts)
    """For guideline documents: who speaks, when, and the like. With other facts a file is read again."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of all files, and the library's snapshot afterwards."""

    files: tuple[FileReport, ...]
    snapshot: str
    seconds: float
    fallen: tuple[FellBack, ...] = ()
    """Approved pages that are out of date now, with the reasons."""

    @property
    def refused(self) -> int:
        """Items that were not kept, over all files."""
        return sum(file.refused for file in self.files)


def ingest(
    files: Sequence[Path],
    parts: Parts,
    *,
    options: Options | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> IngestReport:
    """Take files into the library, in order, and bring the index up to it.

    A file that is already there, by the hash of its bytes, is passed over. A file that was interrupted goes on where
    the last commit left it.

    Raises:
        LibraryBusy: another process is writing.
    """
    started = time.monotonic()
    with writer_lock(parts):
        catch_up(parts)
        reports = [_ingest_or_refuse(file, parts, options or Options(), progress) for file in files]
    fallen = recheck_approvals(parts)
    return IngestReport(tuple(reports), parts.store.snapshot(), time.monotonic() - started, fallen)


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
        with writer_lock(parts):
            return catch_up(parts)
    except LibraryBusy:
        return False


def rebuild_index(parts: Parts, progress: Callable[[Progress], None] = lambda _: None) -> int:
    """Make the index anew from the library. Returns how many units it holds. Raises LibraryBusy."""
    with writer_lock(parts):
        _rebuild(parts, progress)
    return len(parts.index)


def _rebuild(parts: Parts, progress: Callable[[Progress], None]) -> None:
    snapshot = parts.store.snapshot()
    parts.index.replace(_all_units(parts, progress))
    parts.index.set_stamp(snapshot)


def _all_units(parts: Parts, progress: Callable[[Progress], None]) -> Iterator[Unit]:
    """The units of every current text."""
    started = time.monotonic()
    done = 0
    stored = parts.store.iter_renditions()
    while batch := list(islice(stored, _REBUILD_TEXTS)):
        records = parts.store.records_by_id(list(dict.fromkeys(held.record_id for held in batch)))
        for held in batch:
            yield from units(held, records[held.record_id])
        done += len(batch)
        progress(Progress("search index", done, 0, time.monotonic() - started))


def _ingest_or_refuse(file: Path, parts: Parts, options: Options, progress: Callable[[Progress], None]) -> FileReport:
    """One file; a file that cannot be read at all is refused with its reason, and the next one has its turn."""
    try:
        return _ingest_file(file, parts, options, progress)
    except BadFile as fault:
        refusal = Refusal(file.name, "the whole file", str(fault), fatal=True)
        return FileReport(str(file), status="refused", refused=1, refusals=[refusal])


def _ingest_file(file: Path, parts: Parts, options: Options, progress: Callable[[Progress], None]) -> FileReport:
    started = time.monotonic()
    report = FileReport(str(file))
    sha256 = file_identity(file, options.facts)
    state = parts.store.file_state(sha256)
    if state is not None and state.done and not options.as_site:
        report.status = "already in the library"
        return report
    kept = state.kept if state and not state.done else 0
    intake = Intake(parts.store, as_site=options.as_site)
    limits = options.limits or limits_of(parts.settings)
    items = iter(read(file, format=options.format, as_of=options.as_of, limits=limits, facts=options.facts))
    for item in islice(items, kept):
        intake.recall(item)
        _refuse(item, report)
    ready: Iterator[ReadyItem] = map(_ready, items) if not options.as_site else items
    while True:
        batch = list(islice(ready, BATCH_ITEMS))
        kept += len(batch)
        stopped = any(isinstance(item, Refusal) and item.fatal for item in batch)
        last = len(batch) < BATCH_ITEMS or stopped
        with parts.store.writing():
            taken = list(intake.take_all(batch))
            if last and not stopped:
                taken.append(intake.finish())
            for each in batch:
                _refuse(each, report)
            refusals = tuple(report.refusals)
            parts.store.put_file_state(FileState(sha256, file.name, last and not stopped, kept, refusals))
        for outcome in taken:
            report.count(outcome)
        _index(taken, parts)
        parts.index.set_stamp(parts.store.snapshot())
        progress(Progress(file.name, kept, report.refused, time.monotonic() - started))
        if last:
            report.status = "stopped" if stopped else "done"
            return report


def limits_of(settings: Settings) -> Limits:
    """The reader's limits with the operator's own on the size of a file."""
    return Limits(unpacked_bytes=settings.upload_max_mb * 2**20)


def _ready(item: Item) -> ReadyItem:
    """The item, prepared where it is a report; left as it is where no library can hold it, which `Intake` says."""
    if not isinstance(item, Report):
        return item
    try:
        return prepared(item)
    except BadFile:
        return item


def _refuse(item: ReadyItem, report: FileReport) -> None:
    if isinstance(item, Refusal):
        report.refused += 1
        if len(report.refusals) < REFUSALS_KEPT:
            report.refusals.append(item)


def _index(taken: Sequence[Taken], parts: Parts) -> None:
    """Make a committed batch searchable. A kill before this leaves the index behind; the next start catches up."""
    gone = dict.fromkeys(text for outcome in taken for text in outcome.unindex)
    come = dict.fromkeys(text for outcome in taken if not outcome.units for text in outcome.index)
    if gone or come:
        parts.index.remove([*gone, *come])
    at_hand = (unit for outcome in taken if outcome.units for unit in decode(outcome.units, list[Unit]))
    if come or any(outcome.units for outcome in taken):
        parts.index.add(chain(at_hand, _units(list(come), parts)))


def _units(renditions: Sequence[RenditionId], parts: Parts) -> Iterator[Unit]:
    stored = parts.store.renditions_by_id(renditions)
    records = parts.store.records_by_id(list(dict.fromkeys(held.record_id for held in stored.values())))
    for held in stored.values():
        if held.current:
            yield from units(held, records[held.record_id])


@contextmanager
def writer_lock(parts: Parts) -> Iterator[None]:
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
