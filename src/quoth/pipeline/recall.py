"""What was read of a library stays at hand while the library stays as it is: answers ask for the same sources again.

One `Recall` serves one revision, so nothing in it can be out of date; the next revision gets a new one. The checker
never reads from here: it asks the store itself.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from quoth.library import passages, standings
from quoth.model import Candidate, Ids, Passage, Record, RecordId, RenditionId, Standing
from quoth.store import Store, StoredRendition

__all__ = ["Recall"]

K = TypeVar("K")
V = TypeVar("V")

_TEXT_CHARS = 16_000_000
_PASSAGES = 50_000
_ITEMS = 50_000


class Recall:
    """Reads of one revision of a store, each made once while it is wanted. Can be shared between threads."""

    def __init__(self, store: Store, revision: int) -> None:
        """Take the store and the revision that it has now; nothing is read yet."""
        self.revision = revision
        self._store = store
        self._texts: _Kept[RenditionId, StoredRendition] = _Kept(_TEXT_CHARS, _size)
        self._passages: _Kept[RenditionId, tuple[Passage, ...]] = _Kept(_PASSAGES, len)
        self._of_record: _Kept[RecordId, tuple[RenditionId, ...]] = _Kept(_ITEMS)
        self._records: _Kept[RecordId, Record] = _Kept(_ITEMS)
        self._standings: _Kept[RecordId, Standing] = _Kept(_ITEMS)
        self._packs: _Kept[str, tuple[RecordId, ...]] = _Kept(_ITEMS)

    def pack_record(self, name: str) -> RecordId | None:
        """The record that goes by this id of a pack, such as "patellofemoral-pain/differences"."""
        found = self._packs.get(name)
        if found is None:
            found = self._store.find_all(Ids(pack=name))[:1]
            self._packs.put(name, found)
        return found[0] if found else None

    def renditions(self, record_id: RecordId) -> tuple[StoredRendition, ...]:
        """The current texts of one record, as the store orders them."""
        ids = self._of_record.get(record_id)
        held = [self._texts.get(one) for one in ids or ()]
        if ids is not None and None not in held:
            return tuple(one for one in held if one is not None)
        found = self._store.renditions(record_id)
        self._of_record.put(record_id, tuple(one.rendition.id for one in found))
        for one in found:
            self._texts.put(one.rendition.id, one)
        return found

    def renditions_by_id(self, rendition_ids: Sequence[RenditionId]) -> dict[RenditionId, StoredRendition]:
        """Many texts; unknown ids are left out."""
        return _gathered(rendition_ids, self._texts, self._store.renditions_by_id)

    def passages(self, candidate: Candidate) -> tuple[Passage, ...]:
        """The citable sentences of a candidate's text, in order."""
        text_id = candidate.rendition.id
        found = self._passages.get(text_id)
        if found is None:
            found = passages(candidate)
            self._passages.put(text_id, found)
        return found

    def records_by_id(self, record_ids: Sequence[RecordId]) -> dict[RecordId, Record]:
        """Many records; unknown ids are left out."""
        return _gathered(record_ids, self._records, self._store.records_by_id)

    def standings(self, records: Iterable[Record]) -> dict[RecordId, Standing]:
        """How records stand, by their own ids."""
        by_id = {record.id: record for record in records}
        return _gathered(
            tuple(by_id), self._standings, lambda ids: standings(tuple(by_id[one] for one in ids), self._store)
        )


class _Kept(Generic[K, V]):
    """The values put last or asked for last, in two halves: when one is full, the other is let go."""

    def __init__(self, most: int, size: Callable[[V], int] = lambda _: 1) -> None:
        self._half = most // 2
        self._size = size
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}
        self._held = 0

    def get(self, key: K) -> V | None:
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.put(key, found)
        return found

    def put(self, key: K, value: V) -> None:
        if self._held >= self._half:
            self._young, self._old, self._held = {}, self._young, 0
        self._young[key] = value
        self._held += self._size(value)


def _size(stored: StoredRendition) -> int:
    return 1_000 + len(stored.rendition.text)


def _gathered(keys: Sequence[K], kept: _Kept[K, V], read: Callable[[Sequence[K]], dict[K, V]]) -> dict[K, V]:
    """What is at hand, and the rest in one read, in the order of the keys."""
    held = {key: kept.get(key) for key in keys}
    missing = [key for key, value in held.items() if value is None]
    fresh = read(missing) if missing else {}
    for key, value in fresh.items():
        kept.put(key, value)
    together = {key: fresh.get(key) if value is None else value for key, value in held.items()}
    return {key: value for key, value in together.items() if value is not None}
