"""Where records stand, as all notices and lists of the library say: retracted or not, corrected, superseded.

Not knowing is a state of its own: only a list that goes by an identifier which the record carries, or an editor who
looked, can say that a record is not retracted.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quoth.library.identifiers import clean_ids
from quoth.library.origins import Source, source_of
from quoth.model import (
    RETRACTION_CHECKED,
    Notice,
    NoticeKind,
    NoticeList,
    Record,
    RecordId,
    RetractionState,
    Standing,
)
from quoth.store.keys import lookup_keys
from quoth.store.protocol import Store

__all__ = ["RETRACTION_CHECKED", "clean_notice", "delete_citation", "keep_notice_list", "keep_notices", "standings"]


_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_MOST_SUCCESSORS = 20
_LONGEST_CHAIN = 20


def keep_notices(notices: Iterable[Notice], store: Store) -> int:
    """Keep notices, whether or not the library holds what they are about. Returns how many were new."""
    return store.put_notices(notice for notice in map(clean_notice, notices) if lookup_keys(notice.target))


def clean_notice(notice: Notice) -> Notice:
    """The notice with identifiers in the form in which they are looked up."""
    return replace(notice, target=clean_ids(notice.target), by=clean_ids(notice.by) if notice.by else None)


def keep_notice_list(notice_list: NoticeList, store: Store) -> None:
    """Remember that a list was ingested: what it does not name, it says is not retracted."""
    store.put_notice_list(notice_list)


def delete_citation(notice: Notice, store: Store) -> tuple[RecordId, ...]:
    """Carry out a notice that PubMed deleted a citation. Returns the record that is gone, if one is.

    A record that rests on PubMed alone goes. One that other sources hold too stays, with the notice against it.
    """
    pmid = clean_ids(notice.target).pmid
    with store.writing():
        record_id = store.find(replace(notice.target, pmid=pmid, doi=None, pmcid=None, pack=None, other=()))
        if record_id is None:
            return ()
        said = [Source.named(key) for key, _ in store.entries(record_id)]
        said = said or [source_of(store.record(record_id).origin)]
        if not all(source.family.casefold().startswith(("pubmed", "medline")) and not source.site for source in said):
            return ()
        store.delete_record(record_id)
    return (record_id,)


def standings(records: Sequence[Record], store: Store) -> dict[RecordId, Standing]:
    """The standing of each record, by record id; two reads, and one for each successor."""
    lists = store.notice_lists()
    against = store.notices([record.ids for record in records])
    return {record.id: _standing(record, own, lists, store) for record, own in zip(records, against, strict=True)}


def _standing(record: Record, notices: tuple[Notice, ...], lists: tuple[NoticeList, ...], store: Store) -> Standing:
    successor = _successor(record, notices, store)
    if _is_retracted(notices):
        dates = [notice.on for notice in notices if notice.kind is NoticeKind.RETRACTION and notice.on]
        return Standing(RetractionState.YES, max(dates, default=None), notices, successor)
    checked = [each.as_of.isoformat() for each in lists if getattr(record.ids, each.covers, None)]
    checked += [str(date) for name, date in record.dates if name == RETRACTION_CHECKED and date.year]
    state = RetractionState.NO if checked else RetractionState.NOT_CHECKED
    return Standing(state, max(checked, default=None), notices, successor)


def _is_retracted(notices: tuple[Notice, ...]) -> bool:
    """Whether a retraction stands. Only a reinstatement that is known to be no older takes one back."""
    retracted = [notice.on for notice in notices if notice.kind is NoticeKind.RETRACTION]
    reinstated = [notice.on or "" for notice in notices if notice.kind is NoticeKind.REINSTATEMENT]
    newest = max((on for on in reinstated if _ISO.fullmatch(on)), default="")
    return any(not newest or not _ISO.fullmatch(on or "") or (on or "") > newest for on in retracted)


def _successor(record: Record, notices: tuple[Notice, ...], store: Store) -> RecordId | None:
    """The newest held report that supersedes this one, directly or through others, never the record itself."""
    seen = {record.id}
    newest: RecordId | None = None
    while found := _direct(notices, seen, store):
        newest = found.id
        seen.add(found.id)
        if len(seen) > _LONGEST_CHAIN:
            break
        (notices,) = store.notices([found.ids])
    return newest


def _direct(notices: tuple[Notice, ...], seen: set[RecordId], store: Store) -> Record | None:
    """The newest held report that these notices name as a successor."""
    by = [notice.by for notice in notices if notice.kind is NoticeKind.SUPERSEDED and notice.by is not None]
    named = (store.find(ids) for ids in by[:_MOST_SUCCESSORS])
    found = store.records_by_id([record_id for record_id in named if record_id and record_id not in seen])
    held = [one for one in found.values() if one.id not in seen]
    return max(held, key=lambda each: (each.published.sort_key, each.id), default=None)
