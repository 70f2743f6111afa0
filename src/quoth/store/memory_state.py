"""What the reference store holds, and what can be said about it as a whole."""

from collections import Counter
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field, fields
from datetime import date

from quoth.model import (
    Abstention,
    Answer,
    AuditEntry,
    DeskItem,
    Notice,
    NoticeList,
    Proposal,
    Record,
    RecordId,
    Rendition,
    RenditionId,
    SavedStrategy,
    Words,
    stated_design,
)
from quoth.store.snapshot import (
    EMPTY_SUM,
    digest_of_record,
    digest_of_rendition,
    entry_of_list,
    entry_of_record,
    entry_of_words,
    moved_sum,
)
from quoth.store.stored import Counts, FileState

__all__ = ["State", "Text", "changed_between", "content_sum_of", "copy_of", "counts_of"]


@dataclass(frozen=True, slots=True)
class Text:
    """One stored text with its place among the others of its record."""

    record_id: RecordId
    rendition: Rendition
    family: str
    slot: str
    rank: str
    version: int
    current: bool


@dataclass(slots=True)
class State:
    """Everything a library holds. Keys and values are immutable, so that copying the dictionaries copies it."""

    records: dict[RecordId, Record] = field(default_factory=dict)
    seq: dict[RecordId, int] = field(default_factory=dict)
    """The order of arrival."""
    keys: dict[str, frozenset[RecordId]] = field(default_factory=dict)
    title_keys: dict[str, frozenset[RecordId]] = field(default_factory=dict)
    aliases: dict[RecordId, RecordId] = field(default_factory=dict)
    entries: dict[tuple[RecordId, str], Record] = field(default_factory=dict)
    texts: dict[RenditionId, Text] = field(default_factory=dict)
    texts_of: dict[RecordId, tuple[RenditionId, ...]] = field(default_factory=dict)
    notices: dict[bytes, Notice] = field(default_factory=dict)
    targets: dict[str, frozenset[bytes]] = field(default_factory=dict)
    lists: dict[str, NoticeList] = field(default_factory=dict)
    packs: dict[str, tuple[Words, bool]] = field(default_factory=dict)
    files: dict[str, FileState] = field(default_factory=dict)
    proposals: dict[tuple[RenditionId, str], Proposal] = field(default_factory=dict)
    strategies: dict[str, SavedStrategy] = field(default_factory=dict)
    answers: dict[str, Answer | Abstention] = field(default_factory=dict)
    kept_on: dict[str, date] = field(default_factory=dict)
    desk: dict[tuple[str, str], DeskItem] = field(default_factory=dict)
    """(kind, id) -> item."""
    audit: dict[int, AuditEntry] = field(default_factory=dict)
    history: dict[int, frozenset[RecordId]] = field(default_factory=dict)
    """Revision -> the records that it changed."""
    revision: int = 0
    arrivals: int = 0


def copy_of(state: State) -> State:
    """A state that can change without the other one changing."""
    copied = copy(state)
    for part in fields(state):
        value = getattr(state, part.name)
        setattr(copied, part.name, dict(value) if isinstance(value, dict) else value)
    return copied


def changed_between(before: State, after: State) -> frozenset[RecordId]:
    """The records that came, went or changed, their texts included."""

    def held(state: State, record_id: RecordId) -> tuple[object, ...]:
        return (state.records.get(record_id), *(state.texts[text] for text in state.texts_of.get(record_id, ())))

    names = before.records.keys() | after.records.keys()
    return frozenset(record_id for record_id in names if held(before, record_id) != held(after, record_id))


def content_sum_of(state: State) -> str:
    """The content sum worked out from its definition, entry by entry."""
    return moved_sum(EMPTY_SUM, added=_entries(state))


def counts_of(state: State) -> Counts:
    """What is in the state."""
    current = [text.rendition for text in state.texts.values() if text.current]
    designs = Counter((stated_design(record) or "not stated") for record in state.records.values())
    years = Counter(record.published.year for record in state.records.values())
    forms = Counter(rendition.form.value for rendition in current)
    return Counts(
        records=len(state.records),
        renditions=len(current),
        passages=sum(len(rendition.sentences) for rendition in current),
        by_design=_most_first(designs),
        by_year=tuple(sorted(years.items(), key=lambda pair: (pair[0] is None, -(pair[0] or 0)))),
        by_form=_most_first(forms),
    )


def _entries(state: State) -> Iterable[bytes]:
    for record_id, record in state.records.items():
        texts = (state.texts[text_id] for text_id in state.texts_of.get(record_id, ()))
        current = [digest_of_rendition(text.rendition) for text in texts if text.current]
        yield entry_of_record(digest_of_record(record), current)
    yield from state.notices
    yield from (entry_of_list(notice_list) for notice_list in state.lists.values())
    yield from (entry_of_words(words, site=site) for words, site in state.packs.values())


def _most_first(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
