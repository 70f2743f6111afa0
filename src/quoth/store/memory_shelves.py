"""Records by kind and year in the order of arrival, in the reference store."""

from quoth.model import Record, stated_design
from quoth.store.keys import NOT_STATED, UNKNOWN_YEAR
from quoth.store.memory_session import MemorySession

__all__ = ["MemoryShelves"]


class MemoryShelves(MemorySession):
    """The part of the reference store that leafs through the catalogue."""

    def recent_records(
        self, *, kind: str = "", year: str = "", before: int | None = None, after: int | None = None, limit: int
    ) -> tuple[tuple[int, Record], ...]:
        """A page of records with their numbers of arrival, newest first; see the Protocol."""
        state = self._state()
        found = sorted((state.seq[each.id], each) for each in state.records.values() if _is_on(each, kind, year))
        found = [(number, each) for number, each in found if before is None or number < before]
        if after is not None:
            found = [(number, each) for number, each in found if number > after][:limit]
        return tuple(found[::-1][:limit])

    def count_records(self, *, kind: str = "", year: str = "") -> int:
        """How many records of this kind and year there are."""
        return sum(_is_on(record, kind, year) for record in self._state().records.values())


def _is_on(record: Record, kind: str, year: str) -> bool:
    design = stated_design(record)
    fits_kind = not kind or kind == (design.value if design else NOT_STATED)
    return fits_kind and (not year or year == str(record.published.year or UNKNOWN_YEAR))
