"""A load that is killed while the index lags behind is caught up with; the index is not made anew for it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quoth.library import units
from quoth.pipeline import Parts, indexing, ingest
from quoth.settings import Settings, load_settings
from quoth.wiring import open_parts

RECORDS = 240
LOAD = """
import os, signal, sys
from itertools import islice
from pathlib import Path
from quoth.pipeline import indexing, ingest, ingesting
from quoth.settings import load_settings
from quoth.wiring import open_parts

home, source, when, writes = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
ingesting.BATCH_ITEMS = indexing.WAITING_TEXTS = 20
done = 0

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def cut_short(units):
    yield from islice(units, 5)
    die()

def deadly(taken, parts, then=indexing.index_taken):
    global done
    done += 1
    if done > writes and when == "before":
        die()
    if done > writes and when == "amid":
        exchange = parts.index.exchange
        parts.index.exchange = lambda units, **gone: exchange(cut_short(units), **gone)
    then(taken, parts)
    if done > writes:
        die()

indexing.index_taken = deadly
with open_parts(load_settings({}, {"home": str(home), "starter": "no"})) as parts:
    ingest([source], parts)
"""


def citations() -> str:
    """A file of MEDLINE's; every seventh entry brings an earlier one again, with another text."""
    entries = []
    for number in range(1, RECORDS + 1):
        pmid = number - 5 if number % 7 == 0 else number
        words = f"We studied {number} adults with knee pain. Pain fell by {number} points."
        entries.append(f"PMID- {pmid}\nTI  - A trial numbered {pmid}.\nAB  - {words}\nDP  - 2001\n")
    return "\n".join(entries)


def settings_in(home: Path) -> Settings:
    """Settings of a library without the starter library."""
    return load_settings({}, {"home": str(home), "starter": "no"})


def fits(parts: Parts) -> bool:
    """Whether the index holds exactly the units of the library."""
    made = [unit for record, held in parts.store.iter_texts() for unit in units(held, record)]
    return not parts.index.differing(made) and len(parts.index) == len(made)


@pytest.mark.parametrize("when", ["before", "amid", "after"])
@pytest.mark.parametrize("writes", [1, 4])
def test_what_a_killed_load_left_is_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str, writes: int
) -> None:
    """`kill -9` before the index is written, amid, and before it is noted; then a start, and the rest of the load."""
    source, settings = tmp_path / "citations.nbib", settings_in(tmp_path / "home")
    source.write_text(citations(), encoding="utf-8")
    command = [sys.executable, "-c", LOAD, str(settings.home), str(source), when, str(writes)]
    assert -signal.SIGKILL == subprocess.run(command, check=False).returncode

    def never(*_: object) -> None:
        raise AssertionError("the whole index was made anew")

    monkeypatch.setattr(indexing, "_rebuild", never)
    with open_parts(settings) as parts:
        assert 0 < parts.store.counts().records < RECORDS * 6 // 7
        assert parts.index.stamp() == parts.store.snapshot()
        assert fits(parts)


def test_an_index_with_a_strange_bookmark_is_made_anew(tmp_path: Path) -> None:
    """Where the library cannot tell what has changed since, nothing of the index is trusted."""
    source, settings = tmp_path / "citations.nbib", settings_in(tmp_path / "home")
    source.write_text(citations(), encoding="utf-8")
    with open_parts(settings) as parts:
        ingest([source], parts)
        lost = next(parts.store.iter_renditions()).rendition.id
        parts.index.remove([lost])
        parts.index.set_stamp("", "1-0123456789abcdef")
        assert not fits(parts)
    with open_parts(settings) as parts:
        assert fits(parts)
