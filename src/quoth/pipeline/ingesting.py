"""Files into the library, and the library into the index: resumable, one transaction a batch, nothing lost."""

import os
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, repeat
from pathlib import Path

from quoth.errors import BadFile
from quoth.library import Intake, ReadyItem
from quoth.model import Refusal
from quoth.pipeline.apart import begun, ended
from quoth.pipeline.archives import opened_archives
from quoth.pipeline.collecting import collecting_rarely
from quoth.pipeline.falling_back import FellBack, recheck_approvals
from quoth.pipeline.file_reports import REFUSALS_KEPT, FileReport
from quoth.pipeline.indexing import (
    Progress,
    Waiting,
    catch_up,
    catch_up_if_free,
    rebuild_index,
    state_of,
    writer_lock,
)
from quoth.pipeline.parts import Parts
from quoth.pipeline.reading_ahead import FRAMES, ReadAhead
from quoth.pipeline.reading_frames import Reading
from quoth.settings import Settings
from quoth.sources import DocumentFacts, Limits, file_identity
from quoth.store import FileState
from quoth.text.writable import writable

__all__ = [
    "FileReport",
    "IngestReport",
    "Options",
    "Progress",
    "catch_up",
    "catch_up_if_free",
    "ingest",
    "rebuild_index",
    "writer_lock",
]

BATCH_ITEMS = 1000
APART_BYTES = 4 * 2**20
"""A file of this size is read in a process of its own; starting one takes as long as keeping some 500 reports."""


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
    the last commit left it. The files of a zip archive are taken in each by itself and told of as one.

    Raises:
        LibraryBusy: another process is writing.
    """
    started = time.monotonic()
    with writer_lock(parts), collecting_rarely():
        catch_up(parts, progress)
        options, waiting = options or Options(), Waiting(parts)
        try:
            with (
                opened_archives(files, options.limits or limits_of(parts.settings), options.facts) as opened,
                closing(_Coming(opened.files, parts, options)) as coming,
            ):
                reports = opened.told([_keep_or_refuse(each, parts, waiting, progress) for each in coming])
        finally:
            waiting.write()
    fallen = recheck_approvals(parts)
    return IngestReport(tuple(reports), parts.store.snapshot(), time.monotonic() - started, fallen)


@dataclass(frozen=True, slots=True)
class _Opened:
    """One file on its way, or the fault that it could not be opened for."""

    file: Path
    options: Options
    sha256: str = ""
    kept: int = 0
    items: ReadAhead | None = None
    fault: BadFile | None = None


class _Coming:
    """The files in their order; as many are read ahead as there are processors to spare."""

    def __init__(self, files: Sequence[Path], parts: Parts, options: Options) -> None:
        self._files, self._parts, self._options = iter(files), parts, options
        self._ahead: deque[_Opened] = deque()
        self._readers = max(1, (os.cpu_count() or 1) - 1)

    def __iter__(self) -> Iterator[_Opened]:
        while True:
            for file in islice(self._files, self._readers - len(self._ahead)):
                self._ahead.append(_open(file, self._parts, self._options))
            if not self._ahead:
                return
            yield self._ahead[0]
            _close(self._ahead.popleft())

    def close(self) -> None:
        """End all reading, whatever happened."""
        for each in self._ahead:
            _close(each)


def _open(file: Path, parts: Parts, options: Options) -> _Opened:
    """The file on its way. A reading process gets ready while the file is held against what was read before."""
    child = begun(FRAMES) if _is_large(file) else None
    try:
        opened = _known_or_read(file, parts, options, child)
    except BadFile as fault:
        opened = _Opened(file, options, fault=fault)
    except BaseException:
        if child is not None:
            ended(child)
        raise
    if child is not None and opened.items is None:
        ended(child)
    return opened


def _known_or_read(file: Path, parts: Parts, options: Options, child: "subprocess.Popen[bytes] | None") -> _Opened:
    if str(file) != writable(str(file)):
        raise BadFile(f"The name of file {str(file)!a} is no text in UTF-8, so it cannot be kept. Rename it.")
    sha256 = file_identity(file, options.facts)
    state = parts.store.file_state(sha256)
    if _is_done(state, options):
        return _Opened(file, options, sha256)
    kept = state.kept if state and not state.done else 0
    reading = Reading(
        str(file),
        options.format,
        options.as_of,
        options.limits or limits_of(parts.settings),
        options.facts,
        prepare=not options.as_site,
        skip=kept,
    )
    return _Opened(file, options, sha256, kept, ReadAhead(reading, apart=child is not None, child=child))


def _is_large(file: Path) -> bool:
    try:
        return file.stat().st_size >= APART_BYTES
    except OSError:
        return False  # what is wrong with it is said where it is read


def _close(opened: _Opened) -> None:
    if opened.items is not None:
        opened.items.close()


def _is_done(state: FileState | None, options: Options) -> bool:
    return state is not None and state.done and not options.as_site


def _keep_or_refuse(
    opened: _Opened, parts: Parts, waiting: Waiting, progress: Callable[[Progress], None]
) -> FileReport:
    """One file; a file that cannot be read at all is refused with its reason, and the next one has its turn."""
    try:
        if opened.fault is not None:
            raise opened.fault
        return _keep_file(opened, parts, waiting, progress)
    except BadFile as fault:
        refusal = Refusal(writable(opened.file.name), "the whole file", str(fault), fatal=True)
        return FileReport(writable(str(opened.file)), status="refused", refused=1, refusals=[refusal])


def _keep_file(opened: _Opened, parts: Parts, waiting: Waiting, progress: Callable[[Progress], None]) -> FileReport:
    started = time.monotonic()
    file, kept, report = opened.file, opened.kept, FileReport(str(opened.file))
    if opened.items is None or _is_done(parts.store.file_state(opened.sha256), opened.options):
        report.status = "already in the library"
        return report
    intake = Intake(parts.store, as_site=opened.options.as_site)
    items = iter(opened.items)
    for item in islice(items, kept):
        intake.recall(item)
        _refuse(item, report)
    sizes = _sizes()
    while True:
        size = next(sizes)
        batch = list(islice(items, size))
        kept += len(batch)
        stopped = any(isinstance(item, Refusal) and item.fatal for item in batch)
        last = len(batch) < size or stopped
        with parts.store.writing():
            before = state_of(parts)
            taken = list(intake.take_all(batch))
            if last and not stopped:
                taken.append(intake.finish())
            for item in batch:
                _refuse(item, report)
            refusals = tuple(report.refusals)
            parts.store.put_file_state(FileState(opened.sha256, file.name, last and not stopped, kept, refusals))
            after = state_of(parts)
        for outcome in taken:
            report.count(outcome)
        waiting.add(taken, before, after)
        progress(Progress(file.name, kept, report.refused, time.monotonic() - started))
        if last:
            report.status = "stopped" if stopped else "done"
            return report


def _sizes() -> Iterator[int]:
    """Items in each batch: the first ones are smaller, so that keeping begins soon after reading."""
    yield max(1, BATCH_ITEMS // 4)
    yield max(1, BATCH_ITEMS // 2)
    yield from repeat(BATCH_ITEMS)


def limits_of(settings: Settings) -> Limits:
    """The reader's limits with the operator's own on the size of a file."""
    return Limits(unpacked_bytes=settings.upload_max_mb * 2**20)


def _refuse(item: ReadyItem, report: FileReport) -> None:
    if isinstance(item, Refusal):
        report.refused += 1
        if len(report.refusals) < REFUSALS_KEPT:
            report.refusals.append(item)
