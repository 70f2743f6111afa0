"""Whole holdings of another library: looked at, and taken in.

A report of which nothing is held comes exactly as it was held there, its older texts, joined ids and editors' decisions
included. One that is held already is merged by the rules of every ingest: the facts by source, each text competing for
its place, the longer history of decisions standing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.library.intake import Taken
from quoth.library.keeping import deleted_at_source, merge_into, own_text
from quoth.library.origins import Source, pack_rank, rank_of_record, source_of
from quoth.library.recognising import same_report
from quoth.model import Annotation, Extent, Holding, Proposal, Record, RecordId, Rendition, RenditionId, make_rendition
from quoth.store import Store
from quoth.store.keys import clean_text, lookup_keys

__all__ = ["holding_faults", "retire_older_editions", "take_holdings"]

_TITLE_KEY = re.compile(r"[0-9a-f]{32}")
_ID_MARK = re.compile(r"(?:-[0-9a-f]{8})?")
_MOST_ID_CHARS = 400


# --- looked at -------------------------------------------------------------------------------------------------------
def holding_faults(holding: Holding) -> Iterator[str]:
    """What is wrong with a holding in itself: ids that no library gives, hashes that do not fit, places outside."""
    for name in (holding.record.id, *holding.former_ids, *(text.rendition.id for text in holding.texts)):
        if not name or clean_text(name) != name or len(name) > _MOST_ID_CHARS:
            yield f"{name[:60]!a} is no id"
    ids = [text.rendition.id for text in holding.texts]
    if len(set(ids)) < len(ids):
        yield "one text stands twice"
    for text in holding.texts:
        yield from _text_faults(text.rendition)
    texts = {text.rendition.id: text.rendition for text in holding.texts}
    for proposal in holding.proposals:
        about = texts.get(proposal.rendition_id)
        if about is None:
            yield f"proposal {proposal.id[:40]!r} is about a text that is not here"
        elif not all(_lies_in(extent, about) for extent in _extents_of(proposal)):
            yield f"proposal {proposal.id[:40]!r} points outside its text"
    for key in holding.title_keys:
        if not _TITLE_KEY.fullmatch(key):
            yield f"{key[:60]!a} is no title key"


def _text_faults(text: Rendition) -> Iterator[str]:
    plain = make_rendition(text.form, text.fidelity, text.text, sections=text.sections, annotations=text.annotations)
    if not text.id.startswith(plain.id) or not _ID_MARK.fullmatch(text.id[len(plain.id) :]):
        yield f"text {text.id} is not the text that its id is the hash of"
    places = [*text.sentences, *(Extent(section.start, section.end) for section in text.sections)]
    places += [extent for annotation in text.annotations for extent in _extents(annotation)]
    if not all(_lies_in(place, text) for place in places):
        yield f"text {text.id} has a place outside its words"


def _extents_of(proposal: Proposal) -> Iterator[Extent]:
    yield from _extents(proposal.annotation)
    if proposal.negation is not None:
        yield proposal.negation
    for decision in proposal.decisions:
        if decision.annotation is not None:
            yield from _extents(decision.annotation)


def _extents(annotation: Annotation) -> Iterator[Extent]:
    yield annotation.statement
    yield annotation.whole
    for name in ("strength", "certainty", "population", "condition", "followup"):
        if (extent := getattr(annotation, name)) is not None:
            yield extent


def _lies_in(extent: Extent, text: Rendition) -> bool:
    return 0 <= extent.start <= extent.end <= len(text.text)


# --- taken in --------------------------------------------------------------------------------------------------------
def take_holdings(holdings: Sequence[Holding], store: Store) -> Iterator[Taken]:
    """Take holdings into a library, inside the caller's transaction: the new ones together, the others one by one."""
    known = store.held(
        keys=[key for each in holdings for key in lookup_keys(each.record.ids)],
        titles=[key for each in holdings for key in each.title_keys],
        record_ids=[name for each in holdings for name in (each.record.id, *each.former_ids)],
        text_ids=[text.rendition.id for each in holdings for text in each.texts],
    )
    fresh: list[Holding] = []
    others: list[Holding] = []
    for each in holdings:
        met = (
            not known.keys.isdisjoint(lookup_keys(each.record.ids))
            or not known.titles.isdisjoint(each.title_keys)
            or not known.record_ids.isdisjoint((each.record.id, *each.former_ids))
            or any(text.rendition.id in known.text_ids for text in each.texts)
        )
        (others if met else fresh).append(each)
    if fresh:
        store.put_holdings(fresh)
    for each in fresh:
        current = tuple(text.rendition.id for text in each.texts if text.current)
        yield Taken(records_new=1, texts_new=len(each.texts), index=current)
    for each in others:
        yield _take(each, store)


def retire_older_editions(store: Store) -> tuple[RenditionId, ...]:
    """Texts of packs that came from another library and are older than the edition held here are no longer current."""
    gone: list[RenditionId] = []
    for state in store.pack_states():
        family, rank = f"pack {state.pack}", pack_rank(state.version, site=state.site)
        for record_id in store.retire_renditions(family, below_rank=rank):
            held = store.renditions(record_id, current_only=False)
            gone += [t.rendition.id for t in held if not t.current and t.rendition.origin.startswith(f"{family} ")]
    return tuple(gone)


def _take(holding: Holding, store: Store) -> Taken:
    """One holding of which something may be held."""
    record = holding.record
    if store.is_taken(record.id) and store.record(record.id).id == record.id and store.holding(record.id) == holding:
        return Taken(records_known=1)
    said = {key: entry for key, entry in _said(holding).items() if not _is_older(entry, Source.named(key), store)}
    if not said:
        return Taken()
    same = next((found for key in said if (found := same_report(record, Source.named(key), store))), ())
    if not same:
        if all(deleted_at_source(entry, Source.named(key), store) for key, entry in said.items()):
            return Taken()
        return _take_apart(holding, store)
    renamed: dict[RenditionId, RenditionId] = {}
    before = sum(len(store.renditions(each, current_only=False)) for each in same)
    kept = merge_into(same, said, lambda kept_id: _put_texts(holding, kept_id, renamed, store), store)
    _put_proposals(holding, renamed, store)
    return Taken(
        records_known=1,
        texts_new=len(store.renditions(kept.record_id, current_only=False)) - before,
        index=(*kept.renditions_new, *kept.renditions_changed),
        unindex=kept.renditions_replaced,
    )


def _said(holding: Holding) -> dict[str, Record]:
    return dict(holding.entries) or {source_of(holding.record.origin).key: holding.record}


def _is_older(entry: Record, source: Source, store: Store) -> bool:
    """Whether the library holds a pack's edition that goes before the one that says this (decision 0006)."""
    state = store.pack_state(source.pack) if source.pack is not None else None
    if state is None:
        return False
    held = pack_rank(state.version, site=state.site)
    return rank_of_record(entry, site=source.site) < held


def _take_apart(holding: Holding, store: Store) -> Taken:
    """A report of its own, some of whose names are those of another one here."""
    record = holding.record
    record_id = record.id
    number = 2
    while store.is_taken(record_id):
        record_id, number = RecordId(f"{record.id}-{number}"), number + 1
    texts = store.renditions_by_id([text.rendition.id for text in holding.texts])
    new = {
        text.rendition.id: own_text(text.rendition, texts.get(text.rendition.id), record_id) for text in holding.texts
    }
    moved = Holding(
        record=replace(record, id=record_id),
        former_ids=tuple(former for former in holding.former_ids if not store.is_taken(former)),
        entries=holding.entries,
        title_keys=holding.title_keys,
        texts=tuple(replace(text, rendition=new[text.rendition.id]) for text in holding.texts),
        proposals=tuple(replace(p, rendition_id=new[p.rendition_id].id) for p in holding.proposals),
    )
    store.put_holdings([moved])
    current = tuple(text.rendition.id for text in moved.texts if text.current)
    return Taken(records_new=1, texts_new=len(moved.texts), index=current)


def _put_texts(holding: Holding, record_id: RecordId, renamed: dict[RenditionId, RenditionId], store: Store) -> None:
    """Set the texts beside those of the record, the oldest first, so that an edition follows what it was made of."""
    held = store.renditions_by_id([text.rendition.id for text in holding.texts])
    for text in holding.texts:
        own = own_text(text.rendition, held.get(text.rendition.id), record_id)
        renamed[text.rendition.id] = own.id
        store.put_rendition(record_id, own, slot=text.slot, rank=text.rank)


def _put_proposals(holding: Holding, renamed: dict[RenditionId, RenditionId], store: Store) -> None:
    """Keep what editors decided; of two histories of one proposal the longer one stands."""
    coming = [replace(p, rendition_id=renamed[p.rendition_id]) for p in holding.proposals]
    held = {(p.rendition_id, p.id): p for p in store.proposals(list(dict.fromkeys(p.rendition_id for p in coming)))}
    known = [held.get((p.rendition_id, p.id)) for p in coming]
    store.put_proposals(
        p for p, mine in zip(coming, known, strict=True) if mine is None or len(p.decisions) > len(mine.decisions)
    )
