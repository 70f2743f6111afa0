"""Whole holdings of the reference store: out as they are held, and in where nothing of them is held."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from quoth.errors import BadInput, NotFound
from quoth.model import AuditEntry, HeldText, Holding, RecordId
from quoth.store.keys import clean_text, family_of, in_reading_order, lookup_keys
from quoth.store.memory_session import MemorySession
from quoth.store.memory_state import State, Text

__all__ = ["MemoryHoldings"]


class MemoryHoldings(MemorySession):
    """The part of the reference store that moves everything between libraries."""

    def holding(self, record_id: RecordId) -> Holding:
        """All that is held of a record. Raises NotFound."""
        state = self._state()
        held = state.aliases.get(record_id, record_id)
        if held not in state.records:
            raise NotFound(f"No source {record_id!r} in this library. List what is there with `quoth library`.")
        return _holding(state, held)

    def iter_holdings(self) -> Iterator[Holding]:
        """Everything, a record at a time, in the order of arrival."""
        state = self._state()
        return (_holding(state, record_id) for record_id in sorted(state.seq, key=lambda each: state.seq[each]))

    def put_holdings(self, holdings: Sequence[Holding]) -> None:
        """Insert records of which nothing is held, exactly as they were held elsewhere."""
        with self._change() as state:
            for each in holdings:
                _put(state, each)
            if holdings:
                state.revision = self._committed.revision + 1

    def clear(self) -> None:
        """Take everything out."""
        with self._change() as state:
            empty = State()
            for name in State.__dataclass_fields__:
                if name != "revision":
                    setattr(state, name, getattr(empty, name))
            state.revision = self._committed.revision + 1

    def put_audit(self, entries: Iterable[AuditEntry]) -> None:
        """Lines of a trail as they were written, for a library that has none."""
        with self._change() as state:
            if state.audit:
                raise BadInput("The library has an audit trail of its own. Nothing can be put into it.")
            state.audit = {entry.number: entry for entry in entries}

    def faults(self, look: Callable[[Holding], Iterable[str]]) -> Iterator[str]:
        """What is wrong with what is held; nouns in memory cannot differ from what is remembered of them."""
        for holding in self.iter_holdings():
            for fault in look(holding):
                yield f"{holding.record.id}: {fault}"


def _holding(state: State, record_id: RecordId) -> Holding:
    held = (state.texts[text_id] for text_id in state.texts_of.get(record_id, ()))
    texts = sorted(held, key=lambda text: (text.version, text.rendition.form.value, text.rendition.id))
    ids = [text.rendition.id for text in texts]
    return Holding(
        record=state.records[record_id],
        former_ids=tuple(sorted(alias for alias, target in state.aliases.items() if target == record_id)),
        entries=tuple(sorted((s, entry) for (of, s), entry in state.entries.items() if of == record_id)),
        title_keys=tuple(sorted(key for key, holders in state.title_keys.items() if record_id in holders)),
        texts=tuple(HeldText(text.rendition, text.slot, text.rank, text.current) for text in texts),
        proposals=in_reading_order((p for (of, _), p in state.proposals.items() if of in set(ids)), ids),
    )


def _put(state: State, holding: Holding) -> None:
    record = holding.record
    names = (record.id, *holding.former_ids)
    taken: list[str] = [name for name in names if name in state.records or name in state.aliases]
    taken += [text.rendition.id for text in holding.texts if text.rendition.id in state.texts]
    if taken:
        raise BadInput(f"{taken[0]!r} is held already.")
    state.arrivals += 1
    state.seq[record.id] = state.arrivals
    state.records[record.id] = record
    for key in lookup_keys(record.ids):
        state.keys[key] = state.keys.get(key, frozenset()) | {record.id}
    for key in holding.title_keys:
        state.title_keys[key] = state.title_keys.get(key, frozenset()) | {record.id}
    state.aliases |= dict.fromkeys(holding.former_ids, record.id)
    state.entries |= {(record.id, clean_text(source)): entry for source, entry in holding.entries}
    versions: dict[str, int] = {}
    for text in holding.texts:
        one, form = text.rendition, text.rendition.form.value
        versions[form] = versions.get(form, 0) + 1
        state.texts[one.id] = Text(
            record.id, one, family_of(one.origin), text.slot, text.rank, versions[form], text.current
        )
    state.texts_of[record.id] = tuple(text.rendition.id for text in holding.texts)
    state.proposals |= {(proposal.rendition_id, proposal.id): proposal for proposal in holding.proposals}
