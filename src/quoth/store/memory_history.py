"""What the reference store went through, by comparing each state with the one before."""

from quoth.model import RecordId
from quoth.store.keys import bookmark_of, revision_in
from quoth.store.memory_session import MemorySession

__all__ = ["MemoryHistory"]


class MemoryHistory(MemorySession):
    """The part of the reference store that tells what has changed."""

    def bookmark(self) -> str:
        """Names the state that the library is in."""
        return bookmark_of(self._state().revision, self._name)

    def changed_since(self, bookmark: str, *, limit: int) -> tuple[RecordId, ...] | None:
        """Ids of records that may have changed since then; `None` where that cannot be told, or they are too many."""
        then, state = revision_in(bookmark), self._state()
        later = range(then + 1, state.revision + 1)
        if then < 0 or then > state.revision or bookmark != bookmark_of(then, self._name):
            return None
        if not all(revision in state.history for revision in later):
            return None
        found = {record_id for revision in later for record_id in state.history[revision]}
        return tuple(sorted(found)) if len(found) <= limit else None
