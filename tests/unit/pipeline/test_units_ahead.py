"""An index made anew with two processes is the one that a single process makes."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.model import Fidelity, Form, RecordId, Rendition, RenditionId, Unit
from quoth.pipeline import Parts, Progress, ingest, rebuild_index, units_ahead
from quoth.pipeline.units_ahead import CutOff, all_units, units_from_apart
from quoth.settings import load_settings
from quoth.store import MemoryStore, Store, open_store
from quoth.wiring import open_parts

RECORDS = "\n\n".join(
    f"PMID- {n}\nTI  - Title {n} of a study on elbows.\nAB  - Pain fell by {n}." for n in range(1, 231)
)


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """A library of 230 abstracts on disk."""
    with open_parts(load_settings({}, {"home": str(tmp_path / "home"), "starter": "no"})) as opened:
        file = tmp_path / "elbows.nbib"
        file.write_text(RECORDS + "\n", encoding="utf-8")
        ingest([file], opened)
        yield opened


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list["subprocess.Popen[bytes]"]:
    """Every library is large from here on; the processes that were begun for it."""
    seen: list[subprocess.Popen[bytes]] = []
    begin = units_ahead.begun

    def begun(module: str) -> "subprocess.Popen[bytes]":
        seen.append(begin(module))
        return seen[-1]

    monkeypatch.setattr(units_ahead, "APART_TEXTS", 1)
    monkeypatch.setattr(units_ahead, "_MEANWHILE_TEXTS", 50)
    monkeypatch.setattr(units_ahead, "begun", begun)
    return seen


@pytest.mark.parametrize("meanwhile", [1, 50, 99, 100, 229, 230, 500])
def test_another_process_reads_the_same_units(
    parts: Parts, meanwhile: int, begun: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them, in their order, whole, however many are read in this one while the other one starts."""
    monkeypatch.setattr(units_ahead, "_MEANWHILE_TEXTS", meanwhile)
    assert list(all_units(parts.store)) == list(units_from_apart(parts.store))
    assert [True] == [process.poll() is not None for process in begun]


def test_two_texts_of_one_record_are_not_parted(
    parts: Parts, begun: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other process is told a record, and begins with the next one: the last one's second text is read here."""
    with parts.store.writing():
        for number in (1, 230):
            other = Rendition(RenditionId(f"other-{number}"), Fidelity.VERBATIM, Form.ABSTRACT, "Pain fell elsewhere.")
            parts.store.put_rendition(RecordId(f"pmid-{number}"), other, slot="elsewhere")
    for meanwhile in (1, 2, 231, 232):
        monkeypatch.setattr(units_ahead, "_MEANWHILE_TEXTS", meanwhile)
        apart = list(units_from_apart(parts.store))
        assert 232 == len(apart)
        assert list(all_units(parts.store)) == apart


def test_a_large_library_is_read_beside_the_writer(parts: Parts, begun: list["subprocess.Popen[bytes]"]) -> None:
    """The index holds every unit as it is, and the process is gone."""
    parts.index.clear()
    assert 230 == rebuild_index(parts)
    assert () == parts.index.differing(all_units(parts.store))
    assert parts.index.stamp() == parts.store.snapshot()
    assert [True] == [process.poll() is not None for process in begun]


def test_a_reader_that_dies_is_done_without(
    parts: Parts, begun: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed for memory, say: the index is made in one process, and nothing of a half read library is in it."""

    def cut_off(store: Store, tell: object) -> Iterator[Unit]:
        for number, unit in enumerate(units_from_apart(store)):
            if number == 120:
                begun[-1].kill()
                begun[-1].wait()
                raise CutOff
            yield unit

    monkeypatch.setattr("quoth.pipeline.indexing.units_from_apart", cut_off)
    assert 230 == rebuild_index(parts)
    assert () == parts.index.differing(all_units(parts.store))


@pytest.mark.usefixtures("begun")
def test_a_process_that_cannot_open_the_library_is_told_from_an_empty_one(
    parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An early end is no end."""
    (tmp_path / "library.db").write_bytes(b"no database")
    monkeypatch.setattr(parts.store, "address", str(tmp_path / "library.db"))
    with pytest.raises(CutOff):
        list(units_from_apart(parts.store))


def test_a_library_in_memory_has_no_address(begun: list["subprocess.Popen[bytes]"], tmp_path: Path) -> None:
    """No other process can see it: it is read in this one, however large it is."""
    file = tmp_path / "elbows.nbib"
    file.write_text(RECORDS + "\n", encoding="utf-8")
    with open_parts(load_settings({}, {"store": "memory:", "index": "memory", "starter": "no"})) as opened:
        assert isinstance(opened.store, MemoryStore)
        assert "" == opened.store.address
        ingest([file], opened)
        assert 230 == rebuild_index(opened)
    assert [] == begun


def test_an_address_leads_to_the_same_library(parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From any folder, for a path that was given from here."""
    monkeypatch.chdir(tmp_path)
    near = open_store("home/library.db")
    monkeypatch.chdir("/")
    again = open_store(near.address)
    assert parts.store.snapshot() == again.snapshot()
    near.close()
    again.close()


def test_progress_is_told_now_and_then(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line for so many units, not for each."""
    monkeypatch.setattr("quoth.pipeline.indexing._TOLD_UNITS", 150)
    seen: list[Progress] = []
    rebuild_index(parts, seen.append)
    assert [200] == [each.items for each in seen]
