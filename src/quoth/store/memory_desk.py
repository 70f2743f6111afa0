"""The desk of the reference store: accounts, reviews, reports, and the audit trail."""

from typing import cast

from quoth.model import DESK, AuditEntry, DeskItem, DeskItemT, linked
from quoth.store.memory_session import MemorySession

__all__ = ["MemoryDesk"]


class MemoryDesk(MemorySession):
    """The part of the reference store that holds what people keep besides the library."""

    def put_item(self, item: DeskItem) -> None:
        """Insert or replace an item by its id."""
        with self._change() as state:
            state.desk[DESK[type(item)], item.id] = item

    def item(self, kind: type[DeskItemT], item_id: str) -> DeskItemT | None:
        """The item of this kind with this id, or `None`."""
        return cast("DeskItemT | None", self._state().desk.get((DESK[kind], item_id)))

    def items(self, kind: type[DeskItemT], *, about: str | None = None) -> tuple[DeskItemT, ...]:
        """All items of a kind, or those that are about one thing, by id, ascending."""
        held = sorted(self._state().desk.items(), key=lambda pair: pair[0])
        of_kind = [item for (name, _), item in held if name == DESK[kind]]
        return cast("tuple[DeskItemT, ...]", tuple(i for i in of_kind if about is None or i.about == about))

    def delete_item(self, kind: type[DeskItem], item_id: str) -> None:
        """Forget an item; an unknown one is no fault."""
        with self._change() as state:
            state.desk.pop((DESK[kind], item_id), None)

    def delete_ended_items(self, at: str) -> int:
        """Forget the items that end by themselves and have ended by this ISO time."""
        with self._change() as state:
            ended = [key for key, item in state.desk.items() if item.until and item.until <= at]
            for key in ended:
                del state.desk[key]
            return len(ended)

    def append_audit(self, entry: AuditEntry) -> AuditEntry:
        """Add a line to the audit trail, linked to the last one."""
        with self._change() as state:
            placed = linked(entry, self.last_audit())
            state.audit[placed.number] = placed
            return placed

    def audit(self, *, after: int = 0, limit: int = 1000) -> tuple[AuditEntry, ...]:
        """Lines of the trail in order, those after a number, at most `limit`."""
        held = self._state().audit
        return tuple(held[number] for number in sorted(held) if number > after)[:limit]

    def last_audit(self) -> AuditEntry | None:
        """The newest line of the trail, or `None`."""
        held = self._state().audit
        return held[max(held)] if held else None
