"""What the library went through, told from its revisions: which records have changed since one of them."""

from sqlalchemy import func, select

from quoth.model import RecordId
from quoth.store.keys import bookmark_of, revision_in
from quoth.store.session import SqlSession
from quoth.store.snapshot import snapshot_id
from quoth.store.tables import changes, library_state, records, revisions

__all__ = ["SqlHistory"]


class SqlHistory(SqlSession):
    """The part of the database store that tells what has changed."""

    def bookmark(self) -> str:
        """Names the state that the library is in."""
        with self._reading() as connection:
            if self._writing.connection is not None:
                self._settle(connection)
            state = connection.execute(select(library_state.c.revision, library_state.c.content_sum)).one()
        return bookmark_of(state.revision, snapshot_id(state.content_sum))

    def changed_since(self, bookmark: str, *, limit: int) -> tuple[RecordId, ...] | None:
        """Ids of records that may have changed since then; `None` where that cannot be told, or they are too many."""
        then = revision_in(bookmark)
        named = select(changes.c.record_id).where(changes.c.revision > then).distinct().limit(limit + 1)
        lowest = select(func.min(revisions.c.after_seq)).where(revisions.c.revision > then)
        with self.viewing(), self._reading() as connection:
            state = select(revisions.c.content_sum).where(revisions.c.revision == then)
            content_sum = connection.execute(state).scalar()
            if content_sum is None or bookmark_of(then, snapshot_id(content_sum)) != bookmark:
                return None
            found = set(connection.execute(named).scalars())
            after = connection.execute(lowest).scalar()
            if after is not None:
                fresh = select(records.c.id).where(records.c.seq > after).limit(limit + 1)
                found.update(connection.execute(fresh).scalars())
        return tuple(map(RecordId, sorted(found))) if len(found) <= limit else None
