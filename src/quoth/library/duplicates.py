"""Records that look like one report and are held as two, and the merging of them by an editor, which can be undone.

Every ingest joins what its rules are sure of (`keeping`). What is left is shown to an editor with what speaks for it
and what against; nothing is joined by itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import combinations

import numpy as np

from quoth.errors import BadInput
from quoth.library.identifiers import identifiers_in
from quoth.library.keeping import Kept, merge_into
from quoth.library.titles import may_be_one, title_words
from quoth.model import HeldFacts, HeldText, Holding, Merger, Record, RecordId, RenditionId, TextPlace
from quoth.store import Store
from quoth.store.keys import JOINED, lookup_keys

__all__ = ["Duplicate", "duplicates", "join", "part"]

JOINED_BY_EDITOR = "an editor's merger (site)"
"""The source under which the identifiers of a merged record are remembered: as the site's own, it is believed first."""
MOST_ALIKE = 20
"""Records that share one key: more of them share a heading, not a report."""
_IDENTIFIERS = {"pmid": "PMID", "doi": "DOI", "pmcid": "PMC id"}
_REGISTRATION = re.compile(r"NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14}|\d{4}-\d{6}-\d{2}|ChiCTR[-A-Z]*\d{6,12}|DRKS\d{8}", re.I)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records that may be one report."""

    one: RecordId
    """The older one in this library."""
    other: RecordId
    titles: tuple[str, str]
    years: tuple[int | None, int | None]
    reasons: tuple[str, ...]
    """What speaks for it, the strongest first."""
    against: tuple[str, ...] = ()
    """What speaks against it."""


def duplicates(store: Store, *, apart: frozenset[str] = frozenset()) -> Iterator[Duplicate]:
    """Pairs that may be one report, those with the least against them first within each key; memory stays small.

    Two passes: the first remembers eight bytes a key, the second reads what shares one.

    Args:
        store: the library.
        apart: ids of `SetApart`: pairs that an editor found to be two.
    """
    hashes = np.fromiter((_hash(key) for record in store.iter_records() for key in _keys(record)), dtype=np.uint64)
    values, counts = np.unique(hashes, return_counts=True)
    shared = frozenset(int(value) for value in values[(counts > 1) & (counts <= MOST_ALIKE)])
    if not shared:
        return
    groups: dict[str, list[Record]] = {}
    for record in store.iter_records():
        for key in _keys(record):
            if _hash(key) in shared:
                groups.setdefault(key, []).append(record)
    told: set[tuple[str, str]] = set()
    for _, records in sorted(groups.items()):
        for first, second in combinations(records, 2):
            pair = (min(first.id, second.id), max(first.id, second.id))
            if pair not in told and " ".join(pair) not in apart:
                told.add(pair)
                if found := _judged(first, second, store):
                    yield found


def _judged(first: Record, second: Record, store: Store) -> Duplicate | None:
    """What speaks for and against two records being one; `None` where a shared trial is all."""
    one, other = (first, second) if store.age((first.id, second.id))[0] == first.id else (second, first)
    mine, theirs = _named(one), _named(other)
    reasons = [f"both carry {_IDENTIFIERS[kind]} {value}" for kind, value in sorted(mine & theirs)]
    same_title = title_words(one.title) == title_words(other.title) and bool(title_words(one.title))
    years = (one.published.year, other.published.year)
    near = years[0] is not None and years[1] is not None and abs(years[0] - years[1]) <= 1
    unknown = None in years
    if same_title and (near or unknown or reasons):
        when = "a year unknown" if unknown else "of one year" if years[0] == years[1] else "a year apart"
        reasons.append(f"the same title, {when if near or unknown else 'of other years'}")
        if _authors(one) and _authors(one) == _authors(other):
            reasons.append("the same first author")
    trials = _registrations(one) & _registrations(other)
    if trials and near and _authors(one) == _authors(other) and _authors(one):
        reasons.append(f"one trial registration ({', '.join(sorted(trials))}), first author and year")
    if not reasons:
        return None
    against = [
        f"{label}s differ: {held} and {there}"
        for kind, label in _IDENTIFIERS.items()
        if (held := getattr(one.ids, kind)) and (there := getattr(other.ids, kind)) and held != there
    ]
    against += [] if may_be_one(one, other) else ["volume or pages differ"]
    against += ["the titles differ"] if not same_title else []
    if same_title and _authors(one) and _authors(other) and _authors(one) != _authors(other):
        against.append("the first authors differ")
    return Duplicate(one.id, other.id, (one.title, other.title), years, tuple(reasons), tuple(against))


def _keys(record: Record) -> Iterator[str]:
    for kind, value in sorted(_named(record)):
        yield f"{kind}:{value}"
    if words := title_words(record.title):
        yield f"title:{words}"
    for number in sorted(_registrations(record)):
        yield f"trial:{number}|{_authors(record)}"


def _named(record: Record) -> set[tuple[str, str]]:
    """Identifiers of the report, those that lost in a merge of sources included."""
    return {(kind, value) for kind, value in identifiers_in(record.ids) if kind in _IDENTIFIERS}


def _registrations(record: Record) -> set[str]:
    return {value.upper() for _, value in record.ids.other if _REGISTRATION.fullmatch(value)}


def _authors(record: Record) -> str:
    """The first author's family name, in small letters."""
    first = record.authors[0] if record.authors else ""
    return first.partition(",")[0].split(" ")[0].casefold()


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "little")


# --- made one, and two again -----------------------------------------------------------------------------------------
def join(kept: RecordId, gone: RecordId, store: Store) -> tuple[HeldFacts, HeldFacts, HeldFacts, Kept]:
    """Make two records one, in the caller's transaction.

    Texts stand side by side, facts are merged by source, and every identifier of `gone` goes on to lead to `kept`, so
    that notices against it and further exports of it find the one record.

    Returns:
        Both records as they were, the one record as it is, and what an index has to do.
    """
    before = facts_of(store.holding(kept)), facts_of(store.holding(gone))
    if before[0].record.id == before[1].record.id:
        raise BadInput(f"{kept!r} and {gone!r} are one record already.")
    kept_ids, gone_ids = before[0].record.ids, before[1].record.ids
    led = (key.partition(":") for key in (*lookup_keys(kept_ids), *lookup_keys(gone_ids)))
    names = tuple(sorted({(f"{JOINED}{kind}", value) for kind, _, value in led}))
    memo = Record(id=RecordId(""), title="", ids=replace(kept_ids, other=names), origin="an editor's merger")
    done = merge_into((kept, gone), {JOINED_BY_EDITOR: memo}, lambda _: None, store, kept=before[0].record.id)
    return (*before, facts_of(store.holding(kept)), done)


def part(merger: Merger, store: Store) -> tuple[RenditionId, ...]:
    """Make two records of one again, in the caller's transaction.

    What came since (texts, what a source says anew) stays with the kept record; decisions on recommendations stay with
    their texts.

    Returns:
        The texts that the one record had, for an index to read anew.

    Raises:
        BadInput: the record is not the one that the merger made any more.
    """
    kept, gone = merger.kept, merger.gone
    now = store.holding(kept.record.id)
    if now.record.id != kept.record.id or gone.record.id not in now.former_ids:
        raise BadInput(f"{gone.record.id!r} is no longer one with {kept.record.id!r}. Undo the later merger first.")
    held = {text.rendition.id: text for text in now.texts}
    theirs = {place.id for place in gone.texts}
    mine = {place.id for place in kept.texts}
    late = [text for text in now.texts if text.rendition.id not in mine | theirs]
    store.delete_record(kept.record.id)
    store.put_holdings([_as_it_was(kept, held, now), _as_it_was(gone, held, now)])
    for text in late:
        store.put_rendition(kept.record.id, text.rendition, slot=text.slot, rank=text.rank)
    store.put_proposals(p for p in now.proposals if p.rendition_id in {text.rendition.id for text in late})
    _put_what_came_since(merger, now, store)
    return tuple(held)


def facts_of(holding: Holding) -> HeldFacts:
    """A holding without the words of its texts."""
    places = tuple(TextPlace(text.rendition.id, text.slot, text.rank, text.current) for text in holding.texts)
    return HeldFacts(holding.record, holding.former_ids, holding.entries, holding.title_keys, places)


def _as_it_was(facts: HeldFacts, held: Mapping[RenditionId, HeldText], now: Holding) -> Holding:
    places = [place for place in facts.texts if place.id in held]
    ids = {place.id for place in places}
    texts = tuple(HeldText(held[p.id].rendition, p.slot, p.rank, p.current) for p in places)
    proposals = tuple(proposal for proposal in now.proposals if proposal.rendition_id in ids)
    return Holding(facts.record, facts.former_ids, facts.entries, facts.title_keys, texts, proposals)


def _put_what_came_since(merger: Merger, now: Holding, store: Store) -> None:
    """What sources said since the merger belongs to the kept record."""
    then = dict(merger.after.entries)
    since = {key: entry for key, entry in now.entries if then.get(key) != entry and key != JOINED_BY_EDITOR}
    if since:
        merge_into((merger.kept.record.id,), since, lambda _: None, store)
