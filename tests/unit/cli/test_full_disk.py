"""A disk that is full is told in words, with an exit code of its own, and nothing is half written."""

import errno
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from quoth.cli.main import main
from quoth.errors import NoRoom
from quoth.store import open_store


def ended(monkeypatch: pytest.MonkeyPatch, home: Path, *words: str) -> int:
    """How a command line ends."""
    monkeypatch.setattr(sys, "argv", ["quoth", "--home", str(home), "--set", "starter=no", *words])
    with pytest.raises(SystemExit) as end:
        main()
    return int(end.value.code or 0)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_file_that_finds_no_room_is_told(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The index, an export, words that are kept: whichever file it was."""

    def full(*_: object, **__: object) -> None:
        raise OSError(number, "No space left on device", "notes.json")

    monkeypatch.setattr("quoth.wiring.open_parts", full)

    assert NoRoom.exit_code == ended(monkeypatch, tmp_path, "library")
    said = capsys.readouterr().err
    assert "'notes.json'" in said
    assert "Make room" in said


def test_any_other_fault_of_the_system_is_a_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps its traceback."""

    def broken(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error", "notes.json")

    monkeypatch.setattr("quoth.wiring.open_parts", broken)
    with pytest.raises(OSError, match="Input/output"):
        ended(monkeypatch, tmp_path, "library")


def test_a_database_that_finds_no_room_takes_everything_back(tmp_path: Path) -> None:
    """SQLite's own limit stands for the disk."""
    store = open_store(str(tmp_path / "library.db"))
    before = store.counts()

    def run(*statements: str) -> None:
        with store.writing():
            for each in statements:
                store._writing.connection.exec_driver_sql(each)  # type: ignore[attr-defined]

    with pytest.raises(NoRoom, match=r"library\.db"):
        run("PRAGMA max_page_count = 1", "CREATE TABLE wide AS SELECT zeroblob(1000000) AS filling")
    with pytest.raises(SQLAlchemyError, match="no such table"):
        run("SELECT * FROM wide")

    assert before == store.counts()
    store.close()
