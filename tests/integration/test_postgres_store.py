"""The PostgreSQL store keeps the same contract, and its own promises between connections."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from quoth.errors import BadInput, LibraryBusy, LibraryDamaged
from quoth.store import Store, open_store
from tests.contract.store_contract import StoreContract
from tests.contract.store_factories import A, record

pytestmark = pytest.mark.postgres

HOW = (
    "needs PostgreSQL: start a server, make an empty database, and set "
    "QUOTH_TEST_POSTGRES=postgresql://user@127.0.0.1:5432/name (CI does so itself)"
)


@pytest.fixture
def address() -> Iterator[str]:
    """The address of an empty schema of the test database; it is dropped afterwards."""
    server = os.environ.get("QUOTH_TEST_POSTGRES")
    if not server:
        pytest.skip(HOW)
    server = server.replace("postgresql://", "postgresql+psycopg://", 1)
    schema = f"quoth_{uuid.uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty library on the server."""
    store = open_store(address)
    yield store
    store.close()


class TestPostgresStore(StoreContract):
    """The store beyond one machine."""


def test_a_library_on_a_server_keeps_what_was_committed(store: Store, address: str) -> None:
    """Another connection sees the same library."""
    store.put_record(record(A))
    again = open_store(address)

    assert store.snapshot() == again.snapshot()
    assert record(A) == again.record(A)
    again.close()


def test_a_second_writer_is_told_that_the_library_is_busy(store: Store, address: str) -> None:
    """Two ingests never mix; readers go on."""
    store.put_record(record(A))
    other = open_store(address, busy_s=0.1)

    with store.writing():
        store.put_record(record(A, title="Changed"))
        with pytest.raises(LibraryBusy):
            other.put_record(record(A))
        assert "On a" == other.record(A).title
    assert "Changed" == other.record(A).title
    other.close()


def test_a_library_of_a_newer_quoth_on_a_server_is_refused(store: Store, address: str) -> None:
    """An older program never writes into what it does not understand."""
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(LibraryDamaged, match="newer quoth"):
        open_store(address)


def test_a_server_that_does_not_answer_is_said_without_the_password() -> None:
    """The operator learns what cannot be reached; nobody learns the password."""
    with pytest.raises(BadInput, match="cannot be opened") as refusal:
        open_store("postgresql://someone:secret@127.0.0.1:1/none")
    assert "secret" not in str(refusal.value)


def test_a_library_travels_between_a_file_and_a_server_with_its_snapshot(address: str, tmp_path: Path) -> None:
    """An export of a file is the same library on a server, and a backup of the server is the same in a file again."""
    from quoth.pipeline import ask, back_up, export_library, import_library, restore, verify_library
    from tests.unit.pipeline.carried import library

    with library(tmp_path / "a", starter="yes") as parts:
        first = export_library(tmp_path / "a.quoth", parts).snapshot
    with library(tmp_path / "b", store=address) as parts:
        assert first == import_library(tmp_path / "a.quoth", parts).snapshot
        ask("Does taping the kneecap work?", parts)
        assert verify_library(parts).passed
        back_up(tmp_path / "b.bak", parts)
        assert restore(tmp_path / "b.bak", parts, replace=True).verified.passed
    with library(tmp_path / "c") as parts:
        done = restore(tmp_path / "b.bak", parts)
        assert first == done.snapshot
        assert done.verified.passed
        assert 1 == len(parts.store.answer_ids())
