"""Many new records at a time, in the reference store."""

from collections.abc import Sequence

from quoth.errors import BadInput
from quoth.model import Record, RecordId, Rendition, RenditionId, decode
from quoth.store.fresh import FreshRecord, Held
from quoth.store.memory_session import MemorySession
from quoth.store.memory_state import State, Text

__all__ = ["MemoryFresh"]


class MemoryFresh(MemorySession):
    """The part of the reference store that takes in what is new by the batch."""

    def held(
        self,
        *,
        keys: Sequence[str] = (),
        titles: Sequence[str] = (),
        record_ids: Sequence[RecordId] = (),
        text_ids: Sequence[RenditionId] = (),
    ) -> Held:
        """Which of these names the library knows."""
        state = self._state()
        return Held(
            frozenset(key for key in keys if state.keys.get(key) or state.targets.get(key)),
            frozenset(title for title in titles if state.title_keys.get(title)),
            frozenset(each for each in record_ids if each in state.records or each in state.aliases),
            frozenset(each for each in text_ids if each in state.texts),
        )

    def put_fresh(self, fresh: Sequence[FreshRecord]) -> None:
        """Insert records of which nothing is held."""
        with self._change() as state:
            for each in fresh:
                _put(each, state)
                state.revision = self._committed.revision + 1


def _put(fresh: FreshRecord, state: State) -> None:
    texts = [text.id for text in fresh.texts]
    if fresh.id in state.records or any(text_id in state.texts for text_id in texts):
        raise BadInput(f"Record {fresh.id!r} is held already.")
    state.arrivals += 1
    state.seq[fresh.id] = state.arrivals
    state.records[fresh.id] = decode(fresh.noun, Record)
    for key in fresh.keys:
        state.keys[key] = state.keys.get(key, frozenset()) | {fresh.id}
    if fresh.title_key:
        state.title_keys[fresh.title_key] = state.title_keys.get(fresh.title_key, frozenset()) | {fresh.id}
    for text in fresh.texts:
        noun = decode(text.noun, Rendition)
        state.texts[text.id] = Text(fresh.id, noun, text.family, text.slot, text.rank, text.version, current=True)
        state.texts_of[fresh.id] = (*state.texts_of.get(fresh.id, ()), text.id)
