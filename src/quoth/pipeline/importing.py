"""An export of another library into this one: looked through as a whole, then taken in, merged and indexed."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from quoth.errors import BadInput, NotFound
from quoth.interop.archive import ArchiveReader
from quoth.library import (
    Taken,
    delete_citation,
    finish_pack,
    keep_notice_list,
    keep_notices,
    keep_words,
    retire_older_editions,
    take_holdings,
)
from quoth.model import (
    Account,
    ArchiveKind,
    HeldWords,
    Holding,
    Notice,
    NoticeKind,
    NoticeList,
    SavedStrategy,
)
from quoth.pipeline.auditing import COMMAND_LINE, note, recorded
from quoth.pipeline.carrying import (
    HOLDINGS_AT_ONCE,
    LITERATURE,
    NOTICES_AT_ONCE,
    archive_limit,
    look_through,
    numbered,
)
from quoth.pipeline.falling_back import FellBack, recheck_approvals
from quoth.pipeline.indexing import Progress, catch_up, rebuild_index, writer_lock
from quoth.pipeline.parts import Parts

__all__ = ["ImportReport", "import_library"]

Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an archive did to a library."""

    file: str
    records_new: int
    records_known: int
    texts_new: int
    notices_new: int
    packs: int
    strategies_new: int
    notes: tuple[str, ...]
    archive_snapshot: str
    """Of the library that the archive was made of."""
    snapshot: str
    """Of this library now; the same one where this library was empty."""
    seconds: float
    fallen: tuple[FellBack, ...] = ()


def import_library(
    file: Path, parts: Parts, *, by: Account | str = COMMAND_LINE, progress: Tell = lambda _: None
) -> ImportReport:
    """Take all literature of an export into the library.

    The same archive again changes nothing; an interrupted import is gone on with by importing again. Whoever had it
    taken in (`by`) stands in the audit trail.

    Raises:
        BadFile: it is no archive, or not what its manifest says. Nothing was taken in.
        BadInput: it is a backup.
        LibraryBusy: another process is writing.
    """
    started = time.monotonic()
    with ArchiveReader(file, most_bytes=archive_limit(parts)) as archive:
        if archive.manifest.kind is not ArchiveKind.EXPORT:
            raise BadInput(f"{file.name!r} is a backup. Put it back with `quoth library restore` in an empty place.")
        with writer_lock(parts):
            catch_up(parts)
            look_through(archive, LITERATURE, progress)
            before = parts.store.snapshot()
            taker = _Taker(archive, parts, progress, started)
            taker.take()
            changed = parts.store.snapshot() != before
            if changed:
                with recorded(parts):
                    note(parts, by, "imported an archive", archive.manifest.snapshot)
        if changed and taker.was_empty:
            rebuild_index(parts, progress)
    fallen = recheck_approvals(parts)
    return ImportReport(
        file=str(file),
        records_new=taker.count.records_new,
        records_known=taker.count.records_known,
        texts_new=taker.count.texts_new,
        notices_new=taker.count.notices_new,
        packs=taker.count.packs,
        strategies_new=taker.strategies,
        notes=tuple(taker.notes),
        archive_snapshot=archive.manifest.snapshot,
        snapshot=parts.store.snapshot(),
        seconds=time.monotonic() - started,
        fallen=fallen,
    )


class _Taker:
    """The sections of one archive on their way into a library, a transaction a batch."""

    def __init__(self, archive: ArchiveReader, parts: Parts, progress: Tell, started: float) -> None:
        self._archive, self._parts, self._store = archive, parts, parts.store
        self._progress, self._started = progress, started
        self.was_empty = self._store.counts().records == 0
        self.count = Taken()
        self.strategies = 0
        self.notes: list[str] = []

    def take(self) -> None:
        """Words first, since they say which edition of a pack goes before the other."""
        packs = self._words()
        for done, batch in numbered(self._archive.nouns("records", Holding), HOLDINGS_AT_ONCE):
            with self._store.writing():
                taken = tuple(take_holdings(batch, self._store))
            self._index(taken)
            self._tell("records", done)
        notices = self._notices()
        with self._store.writing():
            for listed in self._archive.nouns("lists", NoticeList):
                keep_notice_list(listed, self._store)
            self._strategies()
            gone = [text for pack in packs for text in finish_pack(pack, notices.get(f"pack {pack}", ()), self._store)]
            gone += retire_older_editions(self._store)
        self._index((Taken(unindex=tuple(gone)),))

    def _words(self) -> list[str]:
        packs = []
        with self._store.writing():
            for held in self._archive.nouns("words", HeldWords):
                kept = keep_words(held.words, self._store, as_site=held.site)
                packs += [held.words.pack] if kept.kept else []
                self.notes += [kept.note] if kept.note else []
        self._add(Taken(packs=len(packs)))
        return packs

    def _notices(self) -> dict[str, list[Notice]]:
        """Keep the notices. Returns those of packs, by their source."""
        of_packs: dict[str, list[Notice]] = {}
        for done, batch in numbered(self._archive.nouns("notices", Notice), NOTICES_AT_ONCE):
            with self._store.writing():
                new = keep_notices(batch, self._store)
                gone: list[Taken] = [Taken(notices_new=new)]
                for notice in batch:
                    if notice.source.startswith("pack "):
                        of_packs.setdefault(notice.source, []).append(notice)
                    if notice.kind is NoticeKind.DELETED and not self.was_empty:
                        gone.append(Taken(records=delete_citation(notice, self._store)))
            self._index(tuple(gone))
            self._tell("notices", done)
        return of_packs

    def _strategies(self) -> None:
        for strategy in self._archive.nouns("strategies", SavedStrategy):
            try:
                held = self._store.strategy(strategy.name)
                if replace(held, owner="") != replace(strategy, owner=""):
                    self.notes.append(f"The search {strategy.name!r} is held with another text and was left as it is.")
            except NotFound:
                self._store.put_strategy(replace(strategy, owner=""))
                self.strategies += 1

    def _index(self, taken: tuple[Taken, ...]) -> None:
        """Count what came; an empty library is indexed whole at the end, which is quicker."""
        for each in taken:
            self._add(each)
        if not self.was_empty:
            catch_up(self._parts)

    def _add(self, taken: Taken) -> None:
        mine = self.count
        self.count = Taken(
            records_new=mine.records_new + taken.records_new,
            records_known=mine.records_known + taken.records_known,
            texts_new=mine.texts_new + taken.texts_new,
            notices_new=mine.notices_new + taken.notices_new,
            packs=mine.packs + taken.packs,
        )

    def _tell(self, section: str, done: int) -> None:
        self._progress(Progress(section, done, 0, time.monotonic() - self._started))
