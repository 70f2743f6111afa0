"""Keeps a report: finds the record it belongs to, merges the facts, sets its texts beside those already there.

Which record that is, is for `recognising` to say.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from quoth.errors import BadFile
from quoth.library.cutting import cut
from quoth.library.identifiers import base_id, clean_ids, content_hash, identifiers_in, united_ids
from quoth.library.merging import merge
from quoth.library.origins import Source, rank_of_record, source_of, text_rank, text_slot
from quoth.library.recognising import same_report
from quoth.library.titles import title_key
from quoth.model import Ids, NoticeKind, Record, RecordId, Rendition, RenditionId, Report, encode
from quoth.store import Shelved, Store, StoredRendition

__all__ = [
    "Kept",
    "cleaned",
    "deleted_at_source",
    "free_id",
    "holdable",
    "keep",
    "merge_into",
    "own_text",
    "prepare",
    "shelved",
]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one report, and which texts an index has to add, read anew, or take out."""

    record_id: RecordId
    is_new: bool = False
    renditions_new: tuple[RenditionId, ...] = ()
    """Texts that are current now and were not before."""
    renditions_changed: tuple[RenditionId, ...] = ()
    """Texts that stay current under a record whose facts changed."""
    renditions_replaced: tuple[RenditionId, ...] = ()
    """Texts that were current before and are not now."""
    merged_with: tuple[RecordId, ...] = ()
    """Records that turned out to be this one; their ids go on to name it."""
    records_changed: tuple[RecordId, ...] = ()
    """Records that have no text now or had none before: an index reads all of them anew."""
    ignored: str = ""
    """Why the report was not taken in; empty when it was."""


def prepare(report: Report) -> Report:
    """The report with clean identifiers and its texts cut: all that needs no store, for worker processes.

    Raises:
        BadFile: the report holds half characters that no file and no database can hold.
    """
    with holdable(report):
        ready = cleaned(report)
        encode(ready)
        return ready


def cleaned(report: Report) -> Report:
    """As `prepare`, without a look at whether it can be held."""
    record, ids = report.record, clean_ids(report.record.ids)
    return Report(
        record if ids == record.ids else replace(record, ids=ids), tuple(cut(each) for each in report.renditions)
    )


@contextmanager
def holdable(report: Report) -> Iterator[None]:
    """Around all that makes JSON of a report. Raises BadFile where it holds half characters."""
    try:
        yield
    except UnicodeEncodeError as fault:
        raise BadFile(
            f"Record {report.record.title[:60]!a} holds half of a character pair (lone surrogate). "
            "Save the file as UTF-8 and ingest it again."
        ) from fault


def keep(report: Report, store: Store, *, as_site: bool = False) -> Kept:
    """Take one report into the library. The same report again changes nothing.

    Args:
        report: as a reader yields it, or after `prepare`.
        store: written to in one transaction, or in the caller's.
        as_site: the operator's own edition, which goes before every other source.

    Raises:
        BadFile: the report holds what no library can hold.
    """
    ready = prepare(report)
    source = source_of(ready.record.origin, site=as_site)
    with store.writing():
        if why := _unwanted(ready.record, source, store):
            return Kept(store.find(ready.record.ids) or base_id(ready.record), ignored=why)
        same = same_report(ready.record, source, store)
        if same:
            said = {source.key: ready.record}
            return merge_into(same, said, lambda kept: [*_put_texts(kept, ready, source, store)], store)
        if why := deleted_at_source(ready.record, source, store):
            return Kept(base_id(ready.record), ignored=why)
        return _begin(ready, source, store)


def _unwanted(record: Record, source: Source, store: Store) -> str:
    """Why a pack's report stays out: the library holds another edition that goes before it (decision 0006)."""
    state = store.pack_state(source.pack) if source.pack is not None else None
    if state is None:
        return ""
    held = rank_of_record(replace(record, origin=f"{source.family} {state.version}"), site=state.site)
    if rank_of_record(record, site=source.site) >= held:
        return ""
    whose = "the site's own" if state.site else "a newer"
    return f"the library holds {whose} edition of {source.family}"


def deleted_at_source(record: Record, source: Source, store: Store) -> str:
    """Why a citation stays out that PubMed took back, whichever of its files comes first."""
    if not record.ids.pmid or source.site or not _is_pubmed(source):
        return ""
    (notices,) = store.notices([replace(record.ids, doi=None, pmcid=None, pack=None)])
    deleted = any(notice.kind is NoticeKind.DELETED for notice in notices)
    return f"PubMed deleted citation {record.ids.pmid}" if deleted else ""


def _is_pubmed(source: Source) -> bool:
    return source.family.casefold().startswith(("pubmed", "medline"))


# --- a new record ----------------------------------------------------------------------------------------------------
def _begin(report: Report, source: Source, store: Store) -> Kept:
    record_id = free_id(report.record, store)
    record = merge(record_id, [(source.key, report.record)])
    store.put_record(record)
    if source.site:
        store.put_entry(record_id, source.key, _nameless(report.record))
    if key := title_key(record):
        store.put_title_key(record_id, key)
    new = [text.id for text in _put_texts(record_id, report, source, store)]
    return Kept(record_id, is_new=True, renditions_new=tuple(new), records_changed=() if new else (record_id,))


def free_id(record: Record, store: Store) -> RecordId:
    """The record's id, told apart where another record was already named so."""
    wanted = base_id(record)
    return RecordId(f"{wanted}-{content_hash(record)[:8]}") if store.is_taken(wanted) else wanted


# --- a known record --------------------------------------------------------------------------------------------------
def merge_into(
    same: Sequence[RecordId],
    coming: Mapping[str, Record],
    put_texts: Callable[[RecordId], object],
    store: Store,
    *,
    kept: RecordId | None = None,
) -> Kept:
    """Make held records one, with what further sources say and their texts.

    Args:
        same: ids of the held records, at least one; the oldest keeps its id, where `kept` names no other.
        coming: what each source says, by source name.
        put_texts: sets the texts beside those of the record that it is called with.
        store: written to in the caller's transaction.
        kept: which of them keeps its id.
    """
    oldest, *younger = sorted(store.age(same), key=lambda each: each != kept)
    held = store.record(oldest)
    texts = {record_id: store.renditions(record_id) for record_id in same}
    before = {one.rendition.id for held_texts in texts.values() for one in held_texts}
    stored = dict(store.entries(oldest))
    said = _entries(held, stored)
    for record_id in younger:
        for key, entry in _entries(store.record(record_id), dict(store.entries(record_id))).items():
            said[key] = _newer(key, said.get(key), entry)
        store.join_records(oldest, record_id)
    for key, entry in coming.items():
        source = Source.named(key)
        said[key] = _newer(key, said.get(key), _nameless(entry))
        if source.site and source.pack is not None:
            said.pop(Source(source.family).key, None)
    record = merge(oldest, sorted(said.items()))
    _put_facts(record, said, stored, store)
    put_texts(oldest)
    after = {one.rendition.id for one in store.renditions(oldest)}
    changed = after & before if record != held or younger else set()
    empty = {record_id for record_id in same if not texts[record_id]} | (set() if after else {oldest})
    return Kept(
        oldest,
        renditions_new=tuple(sorted(after - before)),
        renditions_changed=tuple(sorted(changed)),
        renditions_replaced=tuple(sorted(before - after)),
        merged_with=tuple(younger),
        records_changed=tuple(sorted(empty)),
    )


def _entries(held: Record, stored: Mapping[str, Record]) -> dict[str, Record]:
    """What each source said of a record; a record with one source is itself what that source said."""
    return dict(stored) or {source_of(held.origin).key: _nameless(held)}


def _nameless(record: Record) -> Record:
    return replace(record, id=RecordId(""))


def _newer(key: str, held: Record | None, coming: Record) -> Record:
    """Which of two entries by one source stands; the same one whichever came first, but for an edited pack.

    The identifiers of both are kept: two exports of one catalogue may each name a report by another one. A pack's new
    edition takes its old identifiers back.
    """
    if held is None:
        return coming
    source = Source.named(key)
    mine, theirs = (rank_of_record(each, site=source.site) for each in (held, coming))
    if source.pack is not None:
        return coming if theirs >= mine else held
    if mine == theirs:
        mine, theirs = (encode((replace(each, ids=Ids()), each.ids)).hex() for each in (held, coming))
    first, second = (coming, held) if theirs > mine else (held, coming)
    same_but_ids = replace(first, ids=Ids()) == replace(second, ids=Ids())
    if same_but_ids and identifiers_in(coming.ids) <= identifiers_in(held.ids):
        return held
    return replace(first, ids=united_ids((first.ids, second.ids)))


def _put_facts(record: Record, said: Mapping[str, Record], stored: Mapping[str, Record], store: Store) -> None:
    """Keep the merged entry, and apart from it what each source said once there are several."""
    if len(said) > 1 or stored:
        for key in stored.keys() - said.keys():
            store.delete_entry(record.id, key)
        for key, entry in said.items():
            if stored.get(key) != entry:
                store.put_entry(record.id, key, entry)
    store.put_record(record)
    if title := title_key(record):
        store.put_title_key(record.id, title)


def shelved(report: Report, source: Source) -> Iterator[Shelved]:
    """The texts of a report, each with its place among the texts of its record."""
    places: dict[str, int] = {}
    for text in report.renditions:
        shelf = text_slot(text, place=0)
        places[shelf] = places.get(shelf, -1) + 1
        yield Shelved(
            text,
            slot=text_slot(text, place=places[shelf]),
            rank=text_rank(text, report.record, site=source.site),
        )


def _put_texts(record_id: RecordId, report: Report, source: Source, store: Store) -> Iterator[Rendition]:
    """Set the texts beside those of the record. Yields the ones that were not held."""
    held = store.renditions_by_id([rendition.id for rendition in report.renditions])
    texts = tuple(own_text(text, held.get(text.id), record_id) for text in report.renditions)
    for each in shelved(Report(report.record, texts), source):
        if store.put_rendition(record_id, each.text, slot=each.slot, rank=each.rank):
            yield each.text


def own_text(text: Rendition, held: StoredRendition | None, record_id: RecordId) -> Rendition:
    """The text, under another id where another record holds the same words."""
    return text if held is None or held.record_id == record_id else _renamed(text, record_id)


def _renamed(rendition: Rendition, record_id: RecordId) -> Rendition:
    """The same words under another record: two citations of one republished abstract each keep their own."""
    mark = hashlib.sha256(record_id.encode()).hexdigest()[:8]
    return replace(rendition, id=RenditionId(f"{rendition.id}-{mark}"))
