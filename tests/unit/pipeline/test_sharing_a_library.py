"""Several machines may share one library, each with an index of its own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.library import units
from quoth.pipeline import Parts, ingest
from quoth.pipeline.indexing import Progress, catch_up
from quoth.search import MemoryIndex
from quoth.settings import load_settings
from quoth.wiring import open_parts


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Parts]:
    """A library without the starter library."""
    with open_parts(load_settings({}, {"home": str(tmp_path / "home"), "starter": "no"})) as parts:
        yield parts


def citation(folder: Path, pmid: int) -> Path:
    """A file with one citation."""
    file = folder / f"{pmid}.nbib"
    file.write_text(f"PMID- {pmid}\nTI  - A trial of brace {pmid}.\nAB  - Braces lowered pain in {pmid} of them.\n\n")
    return file


def fits(parts: Parts) -> bool:
    """Whether the index holds exactly the units of the library, and says so."""
    made = [unit for record, held in parts.store.iter_texts() for unit in units(held, record)]
    whole = not parts.index.differing(made) and len(parts.index) == len(made)
    return whole and parts.index.stamp() == parts.store.snapshot()


def test_what_another_machine_commits_during_a_load_is_found_here_too(here: Parts, tmp_path: Path) -> None:
    """The index of this machine never says that it holds what only the other's does."""
    there = replace(here, index=MemoryIndex(), lock_file=None)
    theirs = [citation(tmp_path, 7)]

    def meanwhile(_: Progress) -> None:
        if theirs:
            ingest([theirs.pop()], there)

    ingest([citation(tmp_path, 8), citation(tmp_path, 9)], here, progress=meanwhile)

    assert not theirs
    assert 3 == here.store.counts().records
    assert fits(here)
    assert not fits(there)
    assert catch_up(there)
    assert fits(there)


def test_a_load_that_nobody_disturbs_is_not_written_twice(
    here: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was committed here alone is in the index already."""
    ingest([citation(tmp_path, 7)], here)
    asked = []
    monkeypatch.setattr(here.store, "changed_since", lambda *_, **__: asked.append(1))
    ingest([citation(tmp_path, 8), citation(tmp_path, 9)], here)

    assert fits(here)
    assert not asked
