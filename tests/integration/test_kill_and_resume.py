"""A kill at any moment loses nothing that was committed, and a rerun ends where an uninterrupted run would have."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quoth.library import Intake
from quoth.model import Fidelity, Form, Ids, Notice, NoticeKind, PartialDate, Record, RecordId, Report
from quoth.model.rendition import make_rendition
from quoth.store import FileState, Store, open_store

ITEMS = 240
BATCH = 7
SHA256 = "ab" * 32


def items() -> list[Report | Notice]:
    """Small MEDLINE-like reports; some name an earlier one again by another identifier, some retract one."""
    made: list[Report | Notice] = []
    for number in range(1, ITEMS + 1):
        if number % 20 == 0:
            made.append(Notice(NoticeKind.RETRACTION, Ids(pmid=str(number - 1)), source="PubMed"))
            continue
        again = number % 6 == 0
        ids = Ids(pmid=str(number - 1), doi=f"10.1000/{number - 3}") if again else Ids(pmid=str(number))
        ids = Ids(doi=f"10.1000/{number}") if number % 6 == 3 else ids
        text = f"We studied {number} adults. Pain fell by {number} points. Nobody was harmed."
        facts = Record(RecordId("x"), f"The trial of exercise number {number} in adults with pain", ids)
        record = Record(facts.id, facts.title, ids, published=PartialDate(2000 + number % 20), origin="MEDLINE")
        made.append(Report(record, (make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, origin="MEDLINE"),)))
    return made


def ingest(store: Store, *, pause_s: float = 0.0) -> None:
    """Take the items in by batches, each with the file's state in one transaction, as the pipeline does."""
    state = store.file_state(SHA256)
    kept = state.kept if state else 0
    intake, everything = Intake(store), items()
    for item in everything[:kept]:
        intake.recall(item)
    while kept < len(everything):
        batch = everything[kept : kept + BATCH]
        kept += len(batch)
        with store.writing():
            for item in batch:
                intake.take(item)
                time.sleep(pause_s)
            store.put_file_state(FileState(SHA256, "tiny.txt", kept == len(everything), kept))
    intake.finish()


def fingerprint(store: Store) -> tuple[object, ...]:
    """All that must be the same after an interrupted run."""
    texts = [
        (one.record_id, one.rendition, one.current, one.version) for one in store.iter_renditions(current_only=False)
    ]
    return (store.snapshot(), list(store.iter_records()), texts, store.file_states(), store.counts())


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    """What a run without a kill leaves."""
    store = open_store(tmp_path_factory.mktemp("whole") / "library.db")
    ingest(store)
    return fingerprint(store)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_killed_ingest_goes_on_and_ends_the_same(
    tmp_path: Path, uninterrupted: tuple[object, ...], seed: int
) -> None:
    """`kill -9` while writing, several times over; then one run to the end."""
    where, chance, reached = tmp_path / "library.db", random.Random(seed), [0]
    for _ in range(3):
        child = subprocess.Popen(
            [sys.executable, __file__, str(where)],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            stdout=subprocess.PIPE,
        )
        assert child.stdout is not None
        child.stdout.readline()  # it has begun
        time.sleep(chance.uniform(0.02, 0.25))
        child.send_signal(signal.SIGKILL)
        child.wait()
        store = open_store(where)
        state = store.file_state(SHA256)
        reached.append(state.kept if state else 0)
        store.close()

    store = open_store(where)
    assert sorted(reached) == reached
    assert 0 < reached[-1] < ITEMS, "the kill came before or after the work: nothing was tried"
    ingest(store)
    assert uninterrupted == fingerprint(store)


def test_ingesting_twice_is_ingesting_once(tmp_path: Path, uninterrupted: tuple[object, ...]) -> None:
    """Without the file's state, every report is met again, and nothing changes."""
    store = open_store(tmp_path / "library.db")
    ingest(store)
    before = (store.revision(), *fingerprint(store))
    store.put_file_state(FileState(SHA256, "tiny.txt", done=False, kept=0))
    ingest(store)

    assert before == (store.revision(), *fingerprint(store))
    assert uninterrupted == before[1:]


def test_a_reader_goes_on_while_another_process_writes(tmp_path: Path) -> None:
    """Every read during an ingest is answered at once and sees whole batches only."""
    where = tmp_path / "library.db"
    open_store(where).close()
    child = subprocess.Popen(
        [sys.executable, __file__, str(where)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.readline()
    reader, seen, slowest_s = open_store(where, busy_s=0.01), set(), 0.0
    while child.poll() is None:
        started = time.perf_counter()
        state, texts = reader.file_state(SHA256), len(list(reader.iter_renditions(current_only=False)))
        slowest_s = max(slowest_s, time.perf_counter() - started)
        seen.add(state.kept if state else 0)
        assert texts <= ITEMS
    assert 0 == child.returncode
    assert len(seen) > 5
    assert all(kept % BATCH == 0 or kept == ITEMS for kept in seen)
    assert slowest_s < 2


if __name__ == "__main__":
    library = open_store(sys.argv[1])
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    ingest(library, pause_s=0.002)
