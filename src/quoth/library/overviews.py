"""What a library is worth: how much of it is retracted, superseded, unchecked or doubtful."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from quoth.library.standing import standings
from quoth.model import NoticeKind, Record, RecordId, RetractionState
from quoth.store.protocol import Store
from quoth.store.stored import Counts

__all__ = ["Doubtful", "Overview", "doubtful", "overview"]

_BATCH_RECORDS = 500


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One record with every reason to be careful with it, in a reader's words."""

    record_id: RecordId
    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of a library. A record can be under several of the marks."""

    counts: Counts
    retracted: int
    concern: int
    superseded: int
    withdrawn: int
    not_checked: int
    """Records whose retraction state nobody has checked."""
    doubtful: int


def doubtful(store: Store) -> Iterator[Doubtful]:
    """Every record that an editor or reader was not certain of, by id; memory stays flat."""
    for record in store.iter_records():
        reasons = tuple(dict.fromkeys(_reasons(record)))
        if reasons:
            yield Doubtful(record.id, record.title, reasons)


def overview(store: Store) -> Overview:
    """What is in the library and how it stands; reads every record once."""
    tally = dict.fromkeys(("retracted", "concern", "superseded", "withdrawn", "not_checked", "doubtful"), 0)
    records = store.iter_records()
    while batch := list(islice(records, _BATCH_RECORDS)):
        tally["doubtful"] += sum(any(True for _ in _reasons(record)) for record in batch)
        for standing in standings(batch, store).values():
            tally["retracted"] += standing.retraction is RetractionState.YES
            tally["concern"] += standing.has(NoticeKind.CONCERN)
            tally["superseded"] += standing.has(NoticeKind.SUPERSEDED)
            tally["withdrawn"] += standing.has(NoticeKind.WITHDRAWN)
            tally["not_checked"] += standing.retraction is RetractionState.NOT_CHECKED
    return Overview(counts=store.counts(), **tally)


def _reasons(record: Record) -> Iterator[str]:
    yield from (doubt.text for doubt in record.doubts)
    if record.indirect:
        yield f"Indirect: {record.indirect}"
    if not record.title_verified and not record.doubts:
        yield "The title was not verified."
