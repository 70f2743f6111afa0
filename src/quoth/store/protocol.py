"""What every store must do. The library is the truth: everything else can be rebuilt from what is kept here."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from quoth.model import (
    AuditEntry,
    Concept,
    ConceptKind,
    GlossaryEntry,
    HeldWords,
    Holding,
    Ids,
    Notice,
    NoticeList,
    Record,
    RecordId,
    Rendition,
    RenditionId,
    Topic,
    Words,
)
from quoth.store.beside import Beside
from quoth.store.fresh import FreshRecord, Held
from quoth.store.stored import Counts, PackState, StoredRendition

__all__ = ["Store"]


class Store(Beside, Protocol):
    """A library's memory. Reads see the last commit; writes happen inside `writing()` and are all or nothing.

    A write outside `writing()` is a transaction of its own. A store may be used from several threads. Wherever a record
    id is asked for, the id of a record that was joined to another one is as good.
    """

    address: str
    """Where another process of this machine can open the same library; empty where none can."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: committed at the end, rolled back on any error. Nested use joins the outer one.

        Raises:
            LibraryBusy: another process holds the library for writing for longer than the timeout.
        """

    def viewing(self) -> AbstractContextManager[None]:
        """One state of the library for all reads of this thread, whatever others commit meanwhile. Not for writing."""

    # --- records and texts -------------------------------------------------------------------------------------------
    def put_record(self, record: Record) -> None:
        """Insert or replace the catalogue entry with this id, and its identifiers."""

    def put_rendition(
        self, record_id: RecordId, rendition: Rendition, *, slot: str | None = None, rank: str = ""
    ) -> bool:
        """Keep this text under the record. True when it is new; the same id again is not stored twice.

        One text of a slot is current: that of the highest rank, the later one among equals. A known text that comes
        again with a higher rank takes it on, with the origin it then has, and competes once more for its slot.

        Args:
            record_id: a record that the store holds.
            rendition: the text; its id must not be held under another record.
            slot: what texts of one record compete for; by default form, fidelity, origin family and language.
            rank: sorts as a string; by default all texts are equal, so that the latest is current.

        Raises:
            NotFound: there is no such record.
            BadInput: the same text id is held under another record.
        """

    def retire_renditions(self, family: str, *, below_rank: str) -> tuple[RecordId, ...]:
        """Make texts of this origin family with a lower rank no longer current. Returns the records that lost one."""

    def record(self, record_id: RecordId) -> Record:
        """The catalogue entry. Raises NotFound."""

    def records_by_id(self, record_ids: Sequence[RecordId]) -> dict[RecordId, Record]:
        """Many entries in one read; unknown ids are left out."""

    def renditions(self, record_id: RecordId, *, current_only: bool = True) -> tuple[StoredRendition, ...]:
        """Texts of one record: verbatim before summary, full text before abstract, newest version first."""

    def rendition(self, rendition_id: RenditionId) -> StoredRendition:
        """One text. Raises NotFound."""

    def renditions_by_id(self, rendition_ids: Sequence[RenditionId]) -> dict[RenditionId, StoredRendition]:
        """Many texts in one read; unknown ids are left out."""

    def find(self, ids: Ids) -> RecordId | None:
        """The record that carries any of these identifiers: PMID first, then DOI, PMCID, pack id; then the older."""

    def find_all(self, ids: Ids) -> tuple[RecordId, ...]:
        """Every record that carries any of these identifiers, in the order of `find`, each once."""

    def join_records(self, kept: RecordId, gone: RecordId) -> None:
        """Move texts and title keys of `gone` to `kept` and take `gone` out; its id goes on to name `kept`.

        The catalogue facts of `kept`, and the identifiers that come with them, are for the caller to put afterwards.
        """

    def age(self, record_ids: Sequence[RecordId]) -> tuple[RecordId, ...]:
        """The known ones of these ids, oldest in this library first."""

    def is_taken(self, record_id: RecordId) -> bool:
        """Whether a record has this id, or had it before it was joined to another one."""

    def put_entry(self, record_id: RecordId, source: str, entry: Record) -> None:
        """Remember what one source says of a record, replacing what the same source said before."""

    def delete_entry(self, record_id: RecordId, source: str) -> None:
        """Forget what one source says of a record."""

    def entries(self, record_id: RecordId) -> tuple[tuple[str, Record], ...]:
        """What each source says of a record, by source name; empty where nothing was remembered."""

    def find_title(self, key: str) -> tuple[RecordId, ...]:
        """Records whose title key (made by `library`) is this one."""

    def put_title_key(self, record_id: RecordId, key: str) -> None:
        """Remember the title key of a record."""

    def recent_records(
        self, *, kind: str = "", year: str = "", before: int | None = None, after: int | None = None, limit: int
    ) -> tuple[tuple[int, Record], ...]:
        """A page of records with their numbers of arrival, newest first; costs what a page costs.

        Args:
            kind: a `Design` value or "not stated"; empty for all.
            year: four digits or "unknown"; empty for all.
            before: only records that came before the one with this number, the newest of them.
            after: only records that came after the one with this number, the oldest of them.
            limit: at most so many.
        """

    def count_records(self, *, kind: str = "", year: str = "") -> int:
        """How many records of this kind and year there are; as above."""

    def iter_records(self) -> Iterator[Record]:
        """Every record, by id, ascending; memory stays flat."""

    def iter_renditions(
        self, *, current_only: bool = True, after: RenditionId | None = None
    ) -> Iterator[StoredRendition]:
        """Every text, by id, ascending; memory stays flat."""

    def iter_texts(self, *, after: RecordId | None = None) -> Iterator[tuple[Record, StoredRendition]]:
        """Every current text beside its record, in the order in which the records came; memory stays flat.

        With `after`, those of records that came after this one. Raises NotFound when it is not there.

        The quickest way through a library: what came together lies together.
        """

    def iter_entries(self, *, after: RecordId | None = None) -> Iterator[tuple[Record, StoredRendition | None]]:
        """As `iter_texts`, and in its place every record without a current text, beside `None`."""

    def delete_record(self, record_id: RecordId) -> None:
        """Take a record and its texts out (DeleteCitation). Notices and stored answers stay; no such id is no fault."""

    # --- many at a time ----------------------------------------------------------------------------------------------
    def held(
        self,
        *,
        keys: Sequence[str] = (),
        titles: Sequence[str] = (),
        record_ids: Sequence[RecordId] = (),
        text_ids: Sequence[RenditionId] = (),
    ) -> Held:
        """Which of these names the library knows; keys as `lookup_keys` and the library's title keys give them."""

    def put_fresh(self, fresh: Sequence[FreshRecord]) -> None:
        """Insert records, in order, of which `held` knows nothing, with title keys and texts; many at a time.

        Raises:
            BadInput: an id of a record or a text is held all the same, or comes twice.
        """

    # --- everything at once ------------------------------------------------------------------------------------------
    def holding(self, record_id: RecordId) -> Holding:
        """All that is held of a record. Raises NotFound."""

    def iter_holdings(self) -> Iterator[Holding]:
        """Everything that hangs on records, a record at a time, in the order of arrival; memory stays flat."""

    def put_holdings(self, holdings: Sequence[Holding]) -> None:
        """Insert records of which nothing is held, exactly as they were held elsewhere, in their order.

        Raises:
            BadInput: an id of a record or a text is held already, or comes twice.
        """

    def clear(self) -> None:
        """Take everything out: records, texts, notices, words, answers, the desk and the audit trail."""

    def put_audit(self, entries: Iterable[AuditEntry]) -> None:
        """Put the lines of an audit trail as they were written, for a library that has none. Raises BadInput."""

    def faults(self, look: Callable[[Holding], Iterable[str]]) -> Iterator[str]:
        """What of the content does not fit what the store remembers of it, in words; memory stays flat.

        Args:
            look: what else is wrong with a holding that can be read.
        """

    # --- notices -----------------------------------------------------------------------------------------------------
    def put_notices(self, notices: Iterable[Notice]) -> int:
        """Keep notices; the same one again changes nothing. Returns how many were new."""

    def drop_notices(self, source: str, *, keep: Iterable[Notice]) -> int:
        """Forget what this source said before and says no longer. Returns how many notices went."""

    def notices(self, ids: Sequence[Ids]) -> tuple[tuple[Notice, ...], ...]:
        """For each set of identifiers, the notices that target any of them, in a fixed order."""

    def superseded_by(self, ids: Sequence[Ids]) -> tuple[tuple[Notice, ...], ...]:
        """For each set of identifiers, the notices that say what it took the place of, in a fixed order."""

    def iter_notices(self) -> Iterator[Notice]:
        """Every notice, in a fixed order; memory stays flat."""

    def put_notice_list(self, notice_list: NoticeList) -> None:
        """Remember that a list was ingested, by its name; a later date replaces an earlier one."""

    def notice_lists(self) -> tuple[NoticeList, ...]:
        """All lists, by name."""

    # --- words -------------------------------------------------------------------------------------------------------
    def put_words(self, words: Words, *, site: bool = False) -> None:
        """Keep a pack's topic and words, replacing what the same pack brought before."""

    def iter_words(self) -> Iterator[HeldWords]:
        """The words of every pack, by name, as they were put."""

    def pack_state(self, pack: str) -> PackState | None:
        """Which edition of a pack is held, or `None`."""

    def pack_states(self) -> tuple[PackState, ...]:
        """All packs, by name."""

    def words_digest(self) -> str:
        """Names the words of all packs: the same for the same words, another after any change of them."""

    def topics(self) -> tuple[Topic, ...]:
        """All topics, by pack name."""

    def concepts(self, kind: ConceptKind | None = None) -> tuple[Concept, ...]:
        """All concepts, by kind and name; the same name from several packs once for each origin."""

    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """All glossary entries, by term."""

    # --- the whole ---------------------------------------------------------------------------------------------------
    def counts(self) -> Counts:
        """What is in the library."""

    def snapshot(self) -> str:
        """Id of the content: 16 hexadecimal digits.

        The same records, current texts, notices and words give the same id, in whatever order they came; anything else
        gives another. Stored answers and file states do not count. Cheap: kept up to date by the writes.
        """

    def revision(self) -> int:
        """A number that grows with every commit that changed the content: what caches are keyed by."""

    def bookmark(self) -> str:
        """Names the state that the library is in, among all that this library went through; for `changed_since`."""

    def changed_since(self, bookmark: str, *, limit: int) -> tuple[RecordId, ...] | None:
        """Ids of all records that came, went or changed, in themselves or in their current texts, since a bookmark.

        Some that did not change may be among them. `None` where that cannot be told (no bookmark of this library, or
        one that it has forgotten), or where they are more than `limit`.
        """

    def close(self) -> None:
        """Let go of the files or connections."""
