"""What a store keeps beside the literature: how far a load got, proposals, searches, answers, and what people do.

None of it is content: it changes neither a snapshot nor what an index holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from quoth.model import (
    Abstention,
    Answer,
    AuditEntry,
    DeskItem,
    DeskItemT,
    Proposal,
    RecordId,
    RenditionId,
    SavedStrategy,
)
from quoth.store.stored import FileState

__all__ = ["Beside"]


class Beside(Protocol):
    """The part of a store that serves work on the literature. `Store` says what holds for all of it."""

    # --- ingest ------------------------------------------------------------------------------------------------------
    def file_state(self, sha256: str) -> FileState | None:
        """How far the file with these bytes got, or `None` if it was never begun."""

    def put_file_state(self, state: FileState) -> None:
        """Remember how far a file got; inside the same transaction as what it brought."""

    def file_states(self) -> tuple[FileState, ...]:
        """All files, by name then hash."""

    # --- proposals ---------------------------------------------------------------------------------------------------
    def put_proposals(self, proposals: Iterable[Proposal]) -> None:
        """Keep what was found in a text, with what editors decided; the same id of the same text is replaced.

        Proposals are no content: they change neither snapshot nor revision. They go with their text.

        Raises:
            NotFound: a proposal's text is not held.
        """

    def proposals(self, rendition_ids: Sequence[RenditionId]) -> tuple[Proposal, ...]:
        """The proposals of these texts, in the order of the texts, then of the places of their statements."""

    def delete_proposals(self, rendition_id: RenditionId, proposal_ids: Iterable[str]) -> None:
        """Forget proposals of a text; unknown ones are no fault."""

    # --- saved searches ----------------------------------------------------------------------------------------------
    def put_strategy(self, strategy: SavedStrategy) -> None:
        """Keep a strategy, replacing the one of the same name. Strategies are no content: the snapshot stays."""

    def strategy(self, name: str) -> SavedStrategy:
        """A strategy by its name. Raises NotFound."""

    def strategies(self) -> tuple[SavedStrategy, ...]:
        """All strategies, by name."""

    def delete_strategy(self, name: str) -> None:
        """Forget a strategy; an unknown name is no fault."""

    # --- answers -----------------------------------------------------------------------------------------------------
    def put_answer(self, answer: Answer | Abstention, *, kept_on: date) -> None:
        """Keep an answer by its id. A stored answer is never changed: the same id again is refused unless equal."""

    def answer(self, answer_id: str) -> Answer | Abstention:
        """A stored answer. Raises NotFound."""

    def has_answer(self, answer_id: str) -> bool:
        """Whether an answer is stored under this id, without reading it."""

    def answer_ids(self) -> tuple[str, ...]:
        """Ids of all stored answers, ascending."""

    def iter_answers(self) -> Iterator[tuple[date, Answer | Abstention]]:
        """Every stored answer with the day on which it was kept, by id; memory stays flat."""

    def answers_using(self, record_id: RecordId, *, limit: int) -> tuple[int, tuple[str, ...]]:
        """How many stored answers refer to a record by its present id or one before it was joined; the newest ids."""

    def delete_answers(self, *, before: date) -> int:
        """Forget the answers that were kept before a day. Returns how many."""

    def delete_answer(self, answer_id: str) -> None:
        """Forget a stored answer."""

    # --- the desk ----------------------------------------------------------------------------------------------------
    def put_item(self, item: DeskItem) -> None:
        """Insert or replace an account, session, review and the like by its id. Items are no content."""

    def item(self, kind: type[DeskItemT], item_id: str) -> DeskItemT | None:
        """The item of this kind with this id, or `None`."""

    def items(self, kind: type[DeskItemT], *, about: str | None = None) -> tuple[DeskItemT, ...]:
        """All items of a kind, or those that are about one thing, by id, ascending."""

    def delete_item(self, kind: type[DeskItem], item_id: str) -> None:
        """Forget an item; an unknown one is no fault."""

    def delete_ended_items(self, at: str) -> int:
        """Forget the items that end by themselves and have ended by this ISO time. Returns how many."""

    def append_audit(self, entry: AuditEntry) -> AuditEntry:
        """Add a line to the audit trail, linked to the last one. There is no way to change or remove one."""

    def audit(self, *, after: int = 0, limit: int = 1000) -> tuple[AuditEntry, ...]:
        """Lines of the trail in order, those after a number, at most `limit`."""

    def last_audit(self) -> AuditEntry | None:
        """The newest line of the trail, or `None`."""
