"""A library with people and a kept answer, for tests of the board."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.model import (
    Account,
    Answer,
    Office,
)
from quoth.pipeline import (
    Parts,
    ask,
)
from quoth.pipeline import people as who
from quoth.store import MemoryStore
from tests.kept import library_in_memory
from tests.unit.pipeline.board.reviewed import QUESTION


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library in memory, filled once; each test works on a copy of its store."""
    with library_in_memory(tmp_path_factory.mktemp("board")) as opened:
        yield opened


@pytest.fixture
def parts(filled: Parts, tmp_path: Path) -> Parts:
    """Parts of one test, with files of the trail in a folder of its own."""
    from quoth.store.memory_state import copy_of

    assert isinstance(filled.store, MemoryStore)
    store = MemoryStore()
    store._committed = copy_of(filled.store._committed)
    return replace(
        filled,
        store=store,
        anchor_file=tmp_path / "keys" / "audit.anchor",
        _recall=None,
        _checker=None,
    )


@pytest.fixture
def people(parts: Parts) -> dict[str, Account]:
    """An administrator, an editor and three reviewers."""
    offices = {"root": Office.ADMINISTRATOR, "ed": Office.EDITOR}
    names = ("root", "ed", "ann", "ben", "cat")
    return {
        name: who.add_account(
            name, parts, shown_name=f"Dr {name.title()}", offices=[offices.get(name, Office.REVIEWER)]
        )
        for name in names
    }


@pytest.fixture
def page(parts: Parts) -> Answer:
    """A kept answer."""
    found = ask(QUESTION, parts).page
    assert isinstance(found, Answer)
    return found
