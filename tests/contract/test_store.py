"""The reference store and the SQLite store keep the contract, and what only a database can get wrong is right too."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.errors import BadInput, LibraryBusy, LibraryDamaged
from quoth.store import MemoryStore, Store, open_store
from tests.contract.store_contract import StoreContract
from tests.contract.store_factories import A, record, text


class TestMemoryStore(StoreContract):
    """The reference."""

    @pytest.fixture
    def store(self) -> Store:
        """An empty library in memory."""
        return open_store("memory:")


class TestSqliteStore(StoreContract):
    """The database that comes with Python."""

    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        """An empty library in a file."""
        store = open_store(tmp_path / "library.db")
        yield store
        store.close()


def test_a_library_file_keeps_what_was_committed(tmp_path: Path) -> None:
    """Closing and opening a library loses nothing, by path or by address."""
    first = open_store(tmp_path / "deep" / "library.db")
    first.put_record(record(A))
    first.put_rendition(A, text())
    kept = (first.snapshot(), first.revision())
    first.close()

    again = open_store(f"sqlite:///{tmp_path}/deep/library.db")
    assert kept == (again.snapshot(), again.revision())
    assert record(A) == again.record(A)
    again.close()


def test_a_second_process_is_told_that_the_library_is_busy(tmp_path: Path) -> None:
    """Two ingests never mix: the one that cannot wait is told why."""
    first = open_store(tmp_path / "library.db")
    second = open_store(tmp_path / "library.db", busy_s=0.05)

    with first.writing(), pytest.raises(LibraryBusy, match="written to by another process"):
        second.put_record(record(A))
    second.put_record(record(A))
    assert A == first.record(A).id


def test_a_thread_that_cannot_wait_is_told_so_by_the_reference(tmp_path: Path) -> None:
    """The reference keeps the same rule between threads."""
    store = MemoryStore(busy_s=0.01)
    done = []
    with store.writing():

        def write() -> None:
            try:
                store.put_record(record(A))
            except LibraryBusy as busy:
                done.append(busy)

        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert 1 == len(done)


def test_a_library_of_a_newer_quoth_is_refused(tmp_path: Path) -> None:
    """An older program never writes into what it does not understand."""
    open_store(tmp_path / "library.db").close()
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(LibraryDamaged, match=r"newer quoth \(schema 9999"):
        open_store(tmp_path / "library.db")


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to look at" * 50, b"SQLite format 3\x00junk"]
)
def test_a_file_that_is_no_library_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    """A mistyped path never destroys a file."""
    (tmp_path / "x.db").write_bytes(content)

    with pytest.raises(LibraryDamaged, match="is not a quoth library"):
        open_store(tmp_path / "x.db")
    assert content == (tmp_path / "x.db").read_bytes()


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    """Tables are never made among another program's."""
    with sqlite3.connect(tmp_path / "x.db") as connection:
        connection.execute("CREATE TABLE patients (name TEXT)")

    with pytest.raises(LibraryDamaged, match="holds other things"):
        open_store(tmp_path / "x.db")


@pytest.mark.parametrize("where", ["mysql://user:secret@host/db", "sqlite://", "http://example.org/x", "://"])
def test_an_address_that_is_no_library_is_refused_without_its_password(where: str) -> None:
    """A message never shows a password."""
    with pytest.raises(BadInput) as refusal:
        open_store(where)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("where", ["memory", ":memory:", "library", "", "sqlite:///:memory:"])
def test_a_bare_word_is_no_place_for_a_library(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--set store=memory`, like the index of that name, leaves no file behind wherever somebody stands."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(BadInput, match=r"./library\.db.*memory: for a library"):
        open_store(where)
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """The message names the folder."""
    (tmp_path / "file").write_text("x")

    with pytest.raises(BadInput, match="cannot be made"):
        open_store(tmp_path / "file" / "library.db")


def test_an_existing_library_opens_without_alembic(tmp_path: Path) -> None:
    """A question must not wait for the migration tool, and `import quoth.store` not even for SQLAlchemy."""
    open_store(tmp_path / "library.db").close()
    code = (
        "import sys, quoth.store as s; assert 'sqlalchemy' not in sys.modules;"
        f"s.open_store({str(tmp_path / 'library.db')!r}); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)})


def test_an_existing_library_opens_quickly(tmp_path: Path) -> None:
    """Once SQLAlchemy is imported, opening costs a few milliseconds."""
    open_store(tmp_path / "library.db").close()
    took_s = []
    for _ in range(5):
        started = time.perf_counter()
        open_store(tmp_path / "library.db")
        took_s.append(time.perf_counter() - started)
    assert min(took_s) < 0.06


def test_readers_in_other_processes_go_on_during_a_write(tmp_path: Path) -> None:
    """Write-ahead logging: a long ingest never stops a question."""
    writer, reader = open_store(tmp_path / "library.db"), open_store(tmp_path / "library.db", busy_s=0.05)
    writer.put_record(record(A))

    with writer.writing():
        writer.put_record(record(A, title="Changed"))
        assert "On a" == reader.record(A).title
    assert "Changed" == reader.record(A).title
