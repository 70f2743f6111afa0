"""What a library is worth: what is retracted, superseded or doubtful in it; and guidelines that no pack brought."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from quoth.library.standing import standings
from quoth.model import Design, NoticeKind, Record, RecordId, RetractionState
from quoth.store.protocol import Store
from quoth.store.stored import Counts

__all__ = ["GUIDELINES_SHOWN", "Doubtful", "Overview", "OwnGuideline", "doubtful", "overview"]

_BATCH_RECORDS = 500
GUIDELINES_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One record with every reason to be careful with it, in a reader's words."""

    record_id: RecordId
    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnGuideline:
    """A guideline that no pack brought: the topics of packs do not tell that it is here."""

    record_id: RecordId
    title: str
    issuer: str | None
    year: int | None


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
    own_guidelines: int = 0
    """Guidelines that no pack brought and that stand."""
    shown_guidelines: tuple[OwnGuideline, ...] = ()
    """These by title, `GUIDELINES_SHOWN` at most."""


def doubtful(store: Store) -> Iterator[Doubtful]:
    """Every record that an editor or reader was not certain of, by id; memory stays flat."""
    for record in store.iter_records():
        reasons = tuple(dict.fromkeys(_reasons(record)))
        if reasons:
            yield Doubtful(record.id, record.title, reasons)


def overview(store: Store) -> Overview:
    """What is in the library and how it stands; reads every record once."""
    tally = dict.fromkeys(("retracted", "concern", "superseded", "withdrawn", "not_checked", "doubtful"), 0)
    own: list[OwnGuideline] = []
    records = store.iter_records()
    while batch := list(islice(records, _BATCH_RECORDS)):
        tally["doubtful"] += sum(any(True for _ in _reasons(record)) for record in batch)
        for record, standing in zip(batch, standings(batch, store).values(), strict=True):
            if record.design is Design.GUIDELINE and record.ids.pack is None and standing.usable:
                own.append(OwnGuideline(record.id, record.title, record.issuer, record.published.year))
            tally["retracted"] += standing.retraction is RetractionState.YES
            tally["concern"] += standing.has(NoticeKind.CONCERN)
            tally["superseded"] += standing.has(NoticeKind.SUPERSEDED)
            tally["withdrawn"] += standing.has(NoticeKind.WITHDRAWN)
            tally["not_checked"] += standing.retraction is RetractionState.NOT_CHECKED
    shown = sorted(own, key=lambda one: (one.title.casefold(), one.record_id))[:GUIDELINES_SHOWN]
    return Overview(counts=store.counts(), **tally, own_guidelines=len(own), shown_guidelines=tuple(shown))


def _reasons(record: Record) -> Iterator[str]:
    yield from (doubt.text for doubt in record.doubts)
    if record.indirect:
        yield f"Indirect: {record.indirect}"
    if not record.title_verified and not record.doubts:
        yield "The title was not verified."
