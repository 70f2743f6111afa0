"""Which held records a report is: by its identifiers, else by title, year and first author (decision 0005)."""

from quoth.library.identifiers import Agreement, agreement, base_id
from quoth.library.origins import Source, source_of
from quoth.library.titles import may_be_one, title_key
from quoth.model import Record, RecordId
from quoth.store import Store

__all__ = ["same_report"]


def same_report(record: Record, source: Source, store: Store) -> tuple[RecordId, ...]:
    """The held records that this one is, best match first; several when it proves them to be one."""
    candidates = store.records_by_id(store.find_all(record.ids))
    group: list[RecordId] = []
    for record_id, held in candidates.items():
        own = _isown_text(held, record, source, store)
        if own or agreement(record.ids, held.ids) is Agreement.SAME:
            others = [candidates[one].ids for one in group]
            if not any(agreement(held.ids, other) is Agreement.DIFFERENT for other in others):
                group.append(record_id)
    return tuple(group) or _same_title(record, store)


def _isown_text(held: Record, record: Record, source: Source, store: Store) -> bool:
    """Whether a pack speaks of its own record again: it may have corrected the identifiers."""
    if source.pack is None or held.ids.pack != record.ids.pack:
        return False
    said_by = {key for key, _ in store.entries(held.id)} or {source_of(held.origin).key}
    return all(Source.named(key).pack == source.pack for key in said_by)


def _same_title(record: Record, store: Store) -> tuple[RecordId, ...]:
    """The oldest record of the same title, year and first author with nothing against it; else of the same content."""
    key = title_key(record)
    for record_id in store.find_title(key) if key else ():
        held = store.record(record_id)
        if agreement(record.ids, held.ids) is not Agreement.DIFFERENT and may_be_one(record, held):
            return (record_id,)
    if any((record.ids.pmid, record.ids.doi, record.ids.pmcid, record.ids.pack)):
        return ()
    return tuple(store.records_by_id([base_id(record)]))
