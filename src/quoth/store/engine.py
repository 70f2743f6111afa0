"""Opens a database as a library: the connection's settings, and a schema of this version.

An up-to-date library costs one small query. A new one is built from the tables; an older one is brought up by the
migrations, and only then is Alembic imported.
"""

import re
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from quoth.errors import BadInput, LibraryBusy, LibraryDamaged, MissingExtra, NoRoom
from quoth.store.snapshot import EMPTY_SUM
from quoth.store.tables import SCHEMA_VERSION, library_state, metadata, revisions, schema_version

__all__ = ["open_engine"]

_POSTGRES_DRIVER = "postgresql+psycopg"
_ADVICE = {
    "readonly": "Give this user leave to write to it.",
    "does not exist": "Make the database and its user first, or check the address.",
    "authentication failed": "Check the user, and the password in ~/.pgpass.",
    "no password supplied": "Put the password into ~/.pgpass.",
    "Connection refused": "Check its address, and that the server runs.",
}
"""What to do about what a database says when it is opened."""
_FULL = ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMOPEN")
_PG_DISK_FULL = "53100"
_SCHEMA_LOCK = 7_864_116
"""Any fixed number: the PostgreSQL advisory lock under which a schema is built."""


def open_engine(where: str | Path, *, busy_s: float) -> Engine:
    """An engine whose database has the schema of this version."""
    url = _url_of(where)
    engine = _sqlite_engine(url, busy_s) if url.get_backend_name() == "sqlite" else _postgres_engine(url)
    named = url.render_as_string(hide_password=True)

    @event.listens_for(engine, "handle_error")
    def told(context: ExceptionContext) -> None:
        if _is_full(context.original_exception):
            raise NoRoom(f"the library {named!r}") from context.original_exception

    try:
        _ensure_schema(engine, named=named)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _url_of(where: str | Path) -> URL:
    """The database address; a plain path is a SQLite file, and PostgreSQL always goes through psycopg 3."""
    if isinstance(where, Path):
        return URL.create("sqlite", database=str(where))
    if "://" not in where:
        return URL.create("sqlite", database=_path_of(where))
    try:
        url = make_url(where)
    except ArgumentError as fault:
        raise BadInput(
            "The library's address cannot be read. Expected a path or postgresql://user@host/name."
        ) from fault
    if url.get_backend_name() == "postgresql":
        return url.set(drivername=_POSTGRES_DRIVER)
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        return url
    raise _no_place(url.render_as_string(hide_password=True))


def _path_of(where: str) -> str:
    """A path given as text. A bare word is none: "memory" would make a library of that name wherever one stands."""
    if re.fullmatch(r":?\w*:?", where):
        raise _no_place(where)
    return where


def _no_place(where: str) -> BadInput:
    return BadInput(
        f"A library cannot live at {where!r}. Use a path, such as ./library.db or sqlite:///path, "
        "postgresql://user@host/name, or memory: for a library that is gone at the end."
    )


def _sqlite_engine(url: URL, busy_s: float) -> Engine:
    database = Path(url.database or "")
    try:
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise BadInput(f"Folder {str(database.parent)!r} cannot be made: {fault.strerror}. Choose another.") from fault
    # SQLite gives its own files the rights of the database, which holds questions, sessions and password hashes. What
    # cannot be made here is told where it is opened.
    with suppress(OSError):
        database.touch(mode=0o600, exist_ok=False)
    engine = create_engine(url, connect_args={"timeout": busy_s}, pool_size=8, max_overflow=56)

    @event.listens_for(engine, "connect")
    def settle(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver opens no transactions of its own: `writing()` says BEGIN IMMEDIATE, reads need none.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA temp_store = MEMORY")
        cursor.close()

    return engine


def _postgres_engine(url: URL) -> Engine:
    try:
        return create_engine(url, pool_size=8, max_overflow=56, pool_pre_ping=True)
    except (ModuleNotFoundError, NoSuchModuleError) as fault:
        raise MissingExtra("A library in PostgreSQL", "postgres") from fault


def _ensure_schema(engine: Engine, *, named: str) -> None:
    """Check the schema's version; build or migrate where it is not the one of this quoth."""
    try:
        with engine.connect() as connection:
            held = _held_version(connection)
            connection.rollback()
        if held == SCHEMA_VERSION:
            return
        if held is not None and held > SCHEMA_VERSION:
            raise LibraryDamaged(
                f"The library {named!r} was written by a newer quoth (schema {held}, this one knows {SCHEMA_VERSION}). "
                "Nothing was changed. Install that version or a later one."
            )
        with engine.connect() as connection:
            _build_or_migrate(connection, named)
    except OperationalError as fault:
        if "locked" in str(fault.orig):
            raise LibraryBusy(f"The library {named!r} is being written to. Try again when that is done.") from fault
        said = _in_one_line(fault)
        advice = next((words for sign, words in _ADVICE.items() if sign in said), "Check its address.")
        raise BadInput(f"The library {named!r} cannot be opened: {said}. {advice}") from fault
    except DatabaseError as fault:
        raise LibraryDamaged(
            f"{named!r} is not a quoth library: {_in_one_line(fault)}. Name another file, or restore a backup."
        ) from fault


def _in_one_line(fault: DatabaseError) -> str:
    """What the database said, without the questions that a driver adds on lines of their own."""
    return next(iter(str(fault.orig).strip().splitlines()), "it gives no reason").rstrip(" .?")


def _is_full(fault: BaseException | None) -> bool:
    """Whether a database had no room to write. SQLite gives short writes of its files beside the database as such."""
    name = getattr(fault, "sqlite_errorname", "")
    return name in _FULL or getattr(fault, "sqlstate", None) == _PG_DISK_FULL


def _held_version(connection: Connection) -> str | None:
    """The schema version of the database; `None` when it has none."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").first()
    else:
        found = connection.exec_driver_sql("SELECT to_regclass('alembic_version')").scalar()
    return None if not found else connection.execute(select(schema_version.c.version_num)).scalar()


def _build_or_migrate(connection: Connection, named: str) -> None:
    """Under the writers' lock, look once more and then build the tables or run the migrations, all or nothing."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SCHEMA_LOCK})
    held = _held_version(connection)
    if held is None:
        if foreign := inspect(connection).get_table_names():
            raise LibraryDamaged(
                f"The database {named!r} holds other things (table {foreign[0]!r}) and is not a quoth library. "
                "Name another one."
            )
        metadata.create_all(connection)
        schema_version.create(connection)
        connection.execute(insert(schema_version), {"version_num": SCHEMA_VERSION})
        connection.execute(insert(library_state), {"id": 1, "content_sum": EMPTY_SUM, "revision": 0})
        connection.execute(insert(revisions), {"revision": 0, "content_sum": EMPTY_SUM})
    elif held < SCHEMA_VERSION:
        from quoth.store.migrations.upgrade import upgrade  # Alembic is only loaded when there is work for it

        upgrade(connection)
    connection.commit()
