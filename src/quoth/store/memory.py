"""The reference store: a library in dictionaries, for tests, trials and as the yardstick of every other store.

It is written for being obviously right: the snapshot, for one, is worked out from its definition each time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.errors import BadInput, NotFound
from quoth.model import Ids, Record, RecordId, Rendition, RenditionId
from quoth.store.keys import family_of, lookup_keys, reading_order, slot_of
from quoth.store.memory_desk import MemoryDesk
from quoth.store.memory_fresh import MemoryFresh
from quoth.store.memory_history import MemoryHistory
from quoth.store.memory_holdings import MemoryHoldings
from quoth.store.memory_notices import MemoryNotices
from quoth.store.memory_proposals import MemoryProposals
from quoth.store.memory_shelves import MemoryShelves
from quoth.store.memory_state import State, Text, content_sum_of, counts_of
from quoth.store.memory_strategies import MemoryStrategies
from quoth.store.memory_words import MemoryAnswers, MemoryWords
from quoth.store.snapshot import snapshot_id
from quoth.store.stored import Counts, StoredRendition

__all__ = ["MemoryStore"]


class MemoryStore(
    MemoryFresh,
    MemoryWords,
    MemoryNotices,
    MemoryProposals,
    MemoryAnswers,
    MemoryDesk,
    MemoryStrategies,
    MemoryHoldings,
    MemoryHistory,
    MemoryShelves,
):
    """A library that lives as long as its process; every method is described in the Protocol."""

    address = ""

    # --- records and texts -------------------------------------------------------------------------------------------
    def put_record(self, record: Record) -> None:
        """Insert or replace the catalogue entry with this id, and its identifiers."""
        with self._change() as state:
            held = state.records.get(record.id)
            if held == record:
                return
            for key in lookup_keys(held.ids) if held else ():
                state.keys[key] -= {record.id}
            for key in lookup_keys(record.ids):
                state.keys[key] = state.keys.get(key, frozenset()) | {record.id}
            if held is None:
                state.arrivals += 1
                state.seq[record.id] = state.arrivals
            state.records[record.id] = record
            state.revision = self._committed.revision + 1

    def put_rendition(
        self, record_id: RecordId, rendition: Rendition, *, slot: str | None = None, rank: str = ""
    ) -> bool:
        """Keep this text under the record; see the Protocol for slots and ranks."""
        with self._change() as state:
            record_id = self.record(record_id).id
            known = state.texts.get(rendition.id)
            if known is not None and known.record_id != record_id:
                raise BadInput(
                    f"Text {rendition.id!r} is held under {known.record_id!r} and cannot also stand under "
                    f"{record_id!r}. Give it an id of its own."
                )
            if known is not None and (rank < known.rank or (known.current and rank == known.rank)):
                return False
            place = known.slot if known is not None else slot_of(rendition) if slot is None else slot
            others = [state.texts[text_id] for text_id in state.texts_of.get(record_id, ()) if text_id != rendition.id]
            holder = next((text for text in others if text.slot == place and text.current), None)
            current = holder is None or rank >= holder.rank
            if current and holder is not None:
                state.texts[holder.rendition.id] = replace(holder, current=False)
            if known is None:
                version = 1 + sum(text.rendition.form is rendition.form for text in others)
                family = family_of(rendition.origin)
                text = Text(record_id, rendition, family, place, rank, version, current)
                state.texts_of[record_id] = (*state.texts_of.get(record_id, ()), rendition.id)
            else:
                text = replace(known, rendition=rendition, rank=rank, current=current)
            state.texts[rendition.id] = text
            state.revision = self._committed.revision + 1
        return known is None

    def retire_renditions(self, family: str, *, below_rank: str) -> tuple[RecordId, ...]:
        """Make texts of this origin family with a lower rank no longer current."""
        with self._change() as state:
            older = [t for t in state.texts.values() if t.family == family and t.rank < below_rank and t.current]
            for text in older:
                state.texts[text.rendition.id] = replace(text, current=False)
                state.revision = self._committed.revision + 1
        return tuple(sorted({text.record_id for text in older}))

    def record(self, record_id: RecordId) -> Record:
        """The catalogue entry. Raises NotFound."""
        state = self._state()
        found = state.records.get(state.aliases.get(record_id, record_id))
        if found is None:
            raise NotFound(
                f"No source {record_id!r} in this library. List what is there with `quoth library`, or ingest it first."
            )
        return found

    def records_by_id(self, record_ids: Sequence[RecordId]) -> dict[RecordId, Record]:
        """Many entries in one read; unknown ids are left out."""
        state = self._state()
        found = {each: state.records.get(state.aliases.get(each, each)) for each in record_ids}
        return {record_id: record for record_id, record in found.items() if record is not None}

    def renditions(self, record_id: RecordId, *, current_only: bool = True) -> tuple[StoredRendition, ...]:
        """Texts of one record: verbatim before summary, full text before abstract, newest version first."""
        state = self._state()
        held = state.texts_of.get(state.aliases.get(record_id, record_id), ())
        found = sorted((_stored(state.texts[text_id]) for text_id in held), key=reading_order)
        return tuple(stored for stored in found if stored.current or not current_only)

    def rendition(self, rendition_id: RenditionId) -> StoredRendition:
        """One text. Raises NotFound."""
        text = self._state().texts.get(rendition_id)
        if text is None:
            raise NotFound(f"No text {rendition_id!r} in this library. `quoth show SOURCE` lists a source's texts.")
        return _stored(text)

    def renditions_by_id(self, rendition_ids: Sequence[RenditionId]) -> dict[RenditionId, StoredRendition]:
        """Many texts in one read; unknown ids are left out."""
        texts = self._state().texts
        return {text_id: _stored(texts[text_id]) for text_id in rendition_ids if text_id in texts}

    def find(self, ids: Ids) -> RecordId | None:
        """The record that carries any of these identifiers: PMID first, then DOI, PMCID, pack id; then the older."""
        found = self.find_all(ids)
        return found[0] if found else None

    def find_all(self, ids: Ids) -> tuple[RecordId, ...]:
        """Every record that carries any of these identifiers, in the order of `find`, each once."""
        keys = self._state().keys
        found = [record_id for key in lookup_keys(ids) for record_id in self.age(tuple(keys.get(key, ())))]
        return tuple(dict.fromkeys(found))

    def join_records(self, kept: RecordId, gone: RecordId) -> None:
        """Move texts and title keys of `gone` to `kept`; the id `gone` goes on to name `kept`."""
        with self._change() as state:
            self.record(kept), self.record(gone)
            moved = [state.texts[text_id] for of in (kept, gone) for text_id in state.texts_of.get(of, ())]
            for text in _joined(kept, moved):
                state.texts[text.rendition.id] = text
            state.texts_of[kept] = tuple(text.rendition.id for text in moved)
            state.texts_of.pop(gone, None)
            for key, holders in state.title_keys.items():
                state.title_keys[key] = holders | {kept} if gone in holders else holders
            older = {alias: kept for alias, target in state.aliases.items() if target == gone}
            _take_out(state, gone)
            state.aliases |= {**older, gone: kept}
            state.revision = self._committed.revision + 1

    def age(self, record_ids: Sequence[RecordId]) -> tuple[RecordId, ...]:
        """The known ones of these ids, oldest in this library first."""
        seq = self._state().seq
        return tuple(sorted({each for each in record_ids if each in seq}, key=lambda each: seq[each]))

    def is_taken(self, record_id: RecordId) -> bool:
        """Whether a record has this id, or had it before it was joined to another one."""
        return record_id in self._state().records or record_id in self._state().aliases

    def put_entry(self, record_id: RecordId, source: str, entry: Record) -> None:
        """Remember what one source says of a record, replacing what the same source said before."""
        with self._change() as state:
            state.entries[(self.record(record_id).id, source)] = entry

    def delete_entry(self, record_id: RecordId, source: str) -> None:
        """Forget what one source says of a record."""
        with self._change() as state:
            state.entries.pop((record_id, source), None)

    def entries(self, record_id: RecordId) -> tuple[tuple[str, Record], ...]:
        """What each source says of a record, by source name; empty where nothing was remembered."""
        held = ((source, entry) for (of, source), entry in self._state().entries.items() if of == record_id)
        return tuple(sorted(held, key=lambda pair: pair[0]))

    def find_title(self, key: str) -> tuple[RecordId, ...]:
        """Records whose title key is this one, oldest first."""
        return self.age(tuple(self._state().title_keys.get(key, ())))

    def put_title_key(self, record_id: RecordId, key: str) -> None:
        """Remember the title key of a record."""
        with self._change() as state:
            state.title_keys[key] = state.title_keys.get(key, frozenset()) | {record_id}

    def iter_records(self) -> Iterator[Record]:
        """Every record, by id, ascending."""
        records = self._state().records
        return iter([records[record_id] for record_id in sorted(records)])

    def iter_renditions(
        self, *, current_only: bool = True, after: RenditionId | None = None
    ) -> Iterator[StoredRendition]:
        """Every text, by id, ascending."""
        texts = self._state().texts
        ids = sorted(text_id for text_id, text in texts.items() if text.current or not current_only)
        return iter([_stored(texts[text_id]) for text_id in ids if after is None or text_id > after])

    def iter_texts(self, *, after: RecordId | None = None) -> Iterator[tuple[Record, StoredRendition]]:
        """Every current text beside its record, in the order in which the records came."""
        return ((record, text) for record, text in self.iter_entries(after=after) if text is not None)

    def iter_entries(self, *, after: RecordId | None = None) -> Iterator[tuple[Record, StoredRendition | None]]:
        """As `iter_texts`, and in its place every record without a current text, beside `None`."""
        state = self._state()
        if after is not None and after not in state.seq:
            raise NotFound(f"No record {after!r} in this library.")
        last = 0 if after is None else state.seq[after]
        for record_id in sorted((each for each in state.seq if state.seq[each] > last), key=lambda e: state.seq[e]):
            texts = [state.texts[text_id] for text_id in sorted(state.texts_of.get(record_id, ()))]
            current: list[StoredRendition | None] = [_stored(text) for text in texts if text.current]
            for held in current or [None]:
                yield state.records[record_id], held

    def delete_record(self, record_id: RecordId) -> None:
        """Take a record and its texts out. Notices and stored answers stay."""
        with self._change() as state:
            if record_id in state.records:
                _take_out(state, record_id)
                state.revision = self._committed.revision + 1

    # --- the whole ---------------------------------------------------------------------------------------------------
    def counts(self) -> Counts:
        """What is in the library."""
        return counts_of(self._state())

    def snapshot(self) -> str:
        """Id of the content, 16 hexadecimal digits, worked out from the definition."""
        return snapshot_id(content_sum_of(self._state()))

    def revision(self) -> int:
        """A number that grows with every commit that changed the content."""
        return self._state().revision

    def close(self) -> None:
        """Nothing to let go of."""


def _stored(text: Text) -> StoredRendition:
    return StoredRendition(text.record_id, text.rendition, text.current, text.version)


def _joined(kept: RecordId, texts: Sequence[Text]) -> list[Text]:
    """The texts of two records as those of one: numbered on, one current text for each slot."""
    best: dict[str, tuple[str, str]] = {}
    for text in texts:
        if text.current:
            best[text.slot] = max(best.get(text.slot, ("", "")), (text.rank, text.rendition.id))
    versions: dict[str, int] = {}
    joined: list[Text] = []
    for text in texts:
        form = text.rendition.form.value
        versions[form] = versions.get(form, 0) + 1
        current = text.current and best[text.slot][1] == text.rendition.id
        joined.append(replace(text, record_id=kept, version=versions[form], current=current))
    return joined


def _take_out(state: State, record_id: RecordId) -> None:
    """Remove a record and all that hangs on it."""
    record = state.records.pop(record_id)
    del state.seq[record_id]
    for key in lookup_keys(record.ids):
        state.keys[key] -= {record_id}
    for key, holders in state.title_keys.items():
        state.title_keys[key] = holders - {record_id}
    for text_id in state.texts_of.pop(record_id, ()):
        del state.texts[text_id]
        state.proposals = {key: held for key, held in state.proposals.items() if key[0] != text_id}
    state.entries = {key: entry for key, entry in state.entries.items() if key[0] != record_id}
    state.aliases = {alias: target for alias, target in state.aliases.items() if target != record_id}
