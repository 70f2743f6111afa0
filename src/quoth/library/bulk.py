"""Keeps many reports at a time: those that are new in a few statements, the others one by one.

What `keep` does for a report that nothing is held of needs no library, so it is done beforehand (`prepared`), in
another process where that pays. The outcome is the one that `keep` has, report by report, in the same order. The site's
own editions do not come this way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.library.identifiers import base_id
from quoth.library.indexable import entry_unit, units
from quoth.library.keeping import Kept, cleaned, holdable, keep, shelved
from quoth.library.merging import merge
from quoth.library.origins import source_of
from quoth.library.titles import title_key
from quoth.model import Record, RecordId, Rendition, RenditionId, Report, decode, encode
from quoth.store import FreshRecord, Shelved, Store, StoredRendition, fresh_record

__all__ = ["KeptNew", "Prepared", "keep_all", "prepared"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report with all done that needs no library."""

    fresh: FreshRecord
    """What will be held of it if it is new."""
    units: bytes
    """JSON of the units that search will find it by if it is new."""
    report: bytes
    """JSON of the report, for when something of it is held; empty where `fresh` has it all."""

    def whole(self) -> Report:
        """The report as it came, for when something of it is held."""
        if self.report:
            return decode(self.report, Report)
        texts = tuple(decode(text.noun, Rendition) for text in self.fresh.texts)
        return Report(decode(self.fresh.noun, Record), texts)


@dataclass(frozen=True, slots=True)
class KeptNew:
    """A report that was new, with its units, so that nothing need be read back."""

    record_id: RecordId
    renditions_new: tuple[RenditionId, ...]
    units: bytes


def prepared(report: Report) -> Prepared | Report:
    """The report made ready for `keep_all`; as it is where only the library can say what becomes of it.

    Raises:
        BadFile: the report holds what no library can hold.
    """
    source = source_of(report.record.origin)
    if source.pack is not None:
        return report
    with holdable(report):
        ready = cleaned(report)
        record = merge(base_id(ready.record), [(source.key, ready.record)])
        texts = list(shelved(ready, source))
        if len({each.text.id for each in texts}) < len(texts):
            return report
        return Prepared(
            fresh=fresh_record(record, title_key(record), texts),
            units=encode(
                [unit for text in texts for unit in units(_alone(text, record.id), record)]
                if texts
                else [entry_unit(record)]
            ),
            report=b"" if record == ready.record else encode(ready),
        )


def keep_all(reports: Sequence[Prepared], store: Store) -> Iterator[Kept | KeptNew]:
    """Take reports into the library, in their order, inside the caller's transaction.

    Yields one outcome for each, in the order of the reports.
    """
    known = _Known(reports, store)
    waiting: list[Prepared] = []
    for report in reports:
        if not known.knows(report.fresh):
            known.add(report.fresh)
            waiting.append(report)
            continue
        yield from _put(waiting, store)
        waiting = []
        kept = keep(report.whole(), store)
        known.add(report.fresh)
        known.met(kept, store)
        yield kept
    yield from _put(waiting, store)


class _Known:
    """What the library holds of the names in a batch, and what the batch brought so far."""

    def __init__(self, reports: Sequence[Prepared], store: Store) -> None:
        fresh = [report.fresh for report in reports]
        held = store.held(
            keys=[key for each in fresh for key in each.keys],
            titles=[each.title_key for each in fresh if each.title_key],
            record_ids=[each.id for each in fresh],
            text_ids=[text.id for each in fresh for text in each.texts],
        )
        self._keys, self._titles = set(held.keys), set(held.titles)
        self._records, self._texts = set(held.record_ids), set(held.text_ids)

    def knows(self, fresh: FreshRecord) -> bool:
        """Whether anything speaks against the report being new."""
        return (
            fresh.id in self._records
            or fresh.title_key in self._titles
            or not self._keys.isdisjoint(fresh.keys)
            or any(text.id in self._texts for text in fresh.texts)
        )

    def add(self, fresh: FreshRecord) -> None:
        """Remember the names that a report brings."""
        self._records.add(fresh.id)
        self._keys.update(fresh.keys)
        self._texts.update(text.id for text in fresh.texts)
        if fresh.title_key:
            self._titles.add(fresh.title_key)

    def met(self, kept: Kept, store: Store) -> None:
        """Remember what a report that was not new made of a record: a merged title may be that of a later report."""
        self._records.add(kept.record_id)
        if not kept.ignored and (key := title_key(store.record(kept.record_id))):
            self._titles.add(key)


def _put(reports: Sequence[Prepared], store: Store) -> Iterator[KeptNew]:
    if reports:
        store.put_fresh([report.fresh for report in reports])
    for report in reports:
        fresh = report.fresh
        yield KeptNew(fresh.id, tuple(text.id for text in fresh.texts), report.units)


def _alone(text: Shelved, record_id: RecordId) -> StoredRendition:
    return StoredRendition(record_id, text.text, current=True, version=1)
