"""Connections and transactions of a database store: many readers, one writer, all or nothing.

A thread that is writing reads its own work; every other thread reads the last commit.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Table, bindparam, delete, func, insert, select, text, update
from sqlalchemy.exc import OperationalError

from quoth.errors import LibraryBusy
from quoth.model import RecordId
from quoth.store.keys import BATCH_ROWS
from quoth.store.snapshot import entry_of_record, moved_sum, snapshot_id
from quoth.store.tables import changes, library_state, records, renditions, revisions

__all__ = ["SqlSession", "batches"]

T = TypeVar("T")

_PG_LOCK_NOT_AVAILABLE = "55P03"
_REVISIONS_KEPT = 20_000
"""At two thousand records each, all of PubMed."""
_FORGET_EVERY = 500
_NEWEST = select(func.max(records.c.seq))
_REVISION = select(library_state.c.revision)
"""Asked some eight times for each page, to see whether what is at hand still holds; built once."""
_NOTE_REVISION = insert(revisions)
_NOTE_CHANGES = insert(changes)
_SET_ENTRY = update(records).where(records.c.seq == bindparam("row")).values(entry=bindparam("new_entry"))


class _Writing(threading.local):
    """What one thread has open, and what its transaction has done so far."""

    connection: Connection | None = None
    view: Connection | None = None
    """Open while all reads of the thread must see one state."""
    touched: set[RecordId]
    changed: set[RecordId]
    """Records whose content changed, or that went, since the last revision."""
    after_seq: int | None
    """The newest record before the first of those that came many at a time since then."""
    added: list[bytes]
    removed: list[bytes]

    def begin(self) -> None:
        """Nothing was done yet."""
        self.touched, self.changed, self.after_seq, self.added, self.removed = set(), set(), None, [], []


class SqlSession:
    """One engine with the rules for reading and writing through it. Not for use outside `quoth.store`."""

    def __init__(self, engine: Engine, *, busy_s: float) -> None:
        """Take an engine whose database has the schema of this version."""
        self._engine = engine
        on_server = engine.dialect.name != "sqlite"  # SQLite's driver begins nothing by itself: see `engine`
        self._reader = engine.execution_options(isolation_level="AUTOCOMMIT") if on_server else engine
        self._busy_s = busy_s
        self._writing = _Writing()
        self._inserts: dict[str, Any] = {}

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; see the Protocol."""
        with self._transaction():
            yield

    @contextmanager
    def viewing(self) -> Iterator[None]:
        """One state of the library for all reads of this thread; see the Protocol."""
        mine = self._writing
        if mine.connection is not None or mine.view is not None:
            yield
            return
        on_server = self._engine.dialect.name != "sqlite"
        still = self._engine.execution_options(isolation_level="REPEATABLE READ") if on_server else self._engine
        with still.connect() as connection:
            if not on_server:
                connection.exec_driver_sql("BEGIN")
            connection.execute(_REVISION)  # the state is fixed by the first read
            mine.view = connection
            try:
                yield
            finally:
                mine.view = None
                connection.rollback()

    def snapshot(self) -> str:
        """Id of the content, 16 hexadecimal digits."""
        with self._reading() as connection:
            if self._writing.connection is not None:
                self._settle(connection)
            return snapshot_id(connection.execute(select(library_state.c.content_sum)).scalar_one())

    def revision(self) -> int:
        """A number that grows with every commit that changed the content."""
        with self._reading() as connection:
            return int(connection.execute(_REVISION).scalar_one())

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """The thread's own transaction, or a connection that sees the last commit."""
        if self._writing.connection is not None:
            yield self._writing.connection
            return
        if self._writing.view is not None:
            yield self._writing.view
            return
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """The thread's transaction, begun here when there is none yet."""
        mine = self._writing
        if mine.connection is not None:
            yield mine.connection
            return
        with self._engine.connect() as connection:
            self._begin(connection)
            mine.connection = connection
            mine.begin()
            try:
                yield connection
                self._settle(connection)
                connection.commit()
            except BaseException:
                connection.rollback()
                raise
            finally:
                mine.connection = None

    def _begin(self, connection: Connection) -> None:
        """Take the one place for writers, or raise LibraryBusy after the timeout."""
        try:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                wait = text("SELECT set_config('lock_timeout', :wait, true)")
                connection.execute(wait, {"wait": f"{int(self._busy_s * 1000)}ms"})
                connection.execute(select(library_state.c.id).with_for_update())
        except OperationalError as fault:
            connection.rollback()
            if _is_busy(fault):
                raise LibraryBusy(
                    f"The library is being written to by another process (waited {self._busy_s:g} s). "
                    "Let it finish, or stop it, and run the command again."
                ) from fault
            raise

    def _settle(self, connection: Connection) -> None:
        """Bring the content sum and the revision up to what this transaction did so far."""
        mine = self._writing
        self._settle_records(connection)
        if not (mine.added or mine.removed):
            return
        state = connection.execute(select(library_state.c.content_sum, library_state.c.revision)).one()
        new_sum = moved_sum(state.content_sum, added=mine.added, removed=mine.removed)
        if new_sum != state.content_sum:
            connection.execute(update(library_state).values(content_sum=new_sum, revision=state.revision + 1))
            self._note(connection, state.revision + 1, new_sum)
        mine.added, mine.removed = [], []

    def _note(self, connection: Connection, revision: int, content_sum: str) -> None:
        """Remember a revision with what changed in it, and forget those that no index can still be at."""
        mine = self._writing
        noted = {"revision": revision, "content_sum": content_sum, "after_seq": mine.after_seq}
        connection.execute(_NOTE_REVISION, noted)
        if mine.changed:
            names = sorted(mine.changed)
            connection.execute(_NOTE_CHANGES, [{"revision": revision, "record_id": name} for name in names])
        if revision % _FORGET_EVERY == 0:
            for table in (revisions, changes):
                connection.execute(delete(table).where(table.c.revision <= revision - _REVISIONS_KEPT))
        mine.changed, mine.after_seq = set(), None

    def _before_many(self, connection: Connection) -> None:
        """To be called before records are inserted many at a time: they will be known by their numbers alone."""
        newest, mine = connection.execute(_NEWEST).scalar() or 0, self._writing
        mine.after_seq = newest if mine.after_seq is None else min(mine.after_seq, newest)

    def _settle_records(self, connection: Connection) -> None:
        """Work out anew what each touched record adds to the content sum."""
        mine = self._writing
        touched = sorted(mine.touched)
        mine.touched = set()
        for batch in batches(touched):
            rows = connection.execute(
                select(records.c.seq, records.c.id, records.c.digest, records.c.entry).where(records.c.id.in_(batch))
            ).all()
            texts: dict[str, list[bytes]] = {}
            current = select(renditions.c.record_id, renditions.c.digest).where(
                renditions.c.record_id.in_(batch), renditions.c.current
            )
            for record_id, digest in connection.execute(current):
                texts.setdefault(record_id, []).append(bytes(digest))
            anew: list[dict[str, Any]] = []
            for row in rows:
                entry = entry_of_record(bytes(row.digest), texts.get(row.id, ()))
                if row.entry is None or bytes(row.entry) != entry:
                    mine.added.append(entry)
                    mine.removed += [] if row.entry is None else [bytes(row.entry)]
                    anew.append({"row": row.seq, "new_entry": entry})
                    mine.changed.add(RecordId(row.id))
            if anew:
                connection.execute(_SET_ENTRY, anew)

    def _insert(self, table: Any) -> Any:  # noqa: ANN401 - the two dialects share no base with `on_conflict_…`
        """An INSERT of this engine's dialect, which can say what happens on a conflict."""
        if self._engine.dialect.name == "sqlite":
            from sqlalchemy.dialects import sqlite

            return sqlite.insert(table)
        from sqlalchemy.dialects import postgresql  # takes longer to import than a small ingest, and few need it

        return postgresql.insert(table)

    def _insert_new(self, table: Table) -> Any:  # noqa: ANN401 - as above
        """An INSERT that passes over rows whose key is held. Built once: it runs for every report of an ingest."""
        if table.name not in self._inserts:
            self._inserts[table.name] = self._insert(table).on_conflict_do_nothing()
        return self._inserts[table.name]


def batches(items: Sequence[T], size: int = BATCH_ROWS) -> Iterator[Sequence[T]]:
    """The items in runs of at most `size`, for statements that take a limited number of values."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _is_busy(fault: OperationalError) -> bool:
    """Whether the database said that somebody else holds what was asked for."""
    code = getattr(fault.orig, "sqlite_errorname", "") or getattr(fault.orig, "sqlstate", "") or ""
    return code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) or code == _PG_LOCK_NOT_AVAILABLE
