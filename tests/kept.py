"""One starter library for a whole run of tests: taken in once, copied by whoever changes one.

Taking the starter library in costs a second and more, and many modules want one. The kept one is made by whichever
process needs it first, the others wait for it; nobody opens it where it lies.
"""

import fcntl
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import cache
from pathlib import Path

from quoth.pipeline import Parts
from quoth.pipeline.vocabulary import Vocabulary
from quoth.search import MemoryIndex
from quoth.settings import load_settings
from quoth.store import MemoryStore
from quoth.store.memory_state import copy_of
from quoth.wiring import open_parts

__all__ = ["FOLDER", "filled_home", "library_in_memory", "library_on_disk", "made_once", "own_index"]

FOLDER = "QUOTH_TEST_KEPT"
"""In the environment: where the kept library lies. Processes that a run starts side by side find it by this."""


def filled_home(folder: Path) -> Path:
    """The folder, made the home of a starter library of the test's own, as a first start leaves it behind."""
    shutil.copytree(made_once("starter", _starter), folder, dirs_exist_ok=True)
    folder.chmod(0o700)
    return folder


@contextmanager
def library_on_disk(folder: Path, **given: str) -> Iterator[Parts]:
    """A starter library of the test's own in this folder, opened under these settings and no others."""
    with open_parts(load_settings({}, {"home": str(filled_home(folder)), **given})) as opened:
        yield opened


@contextmanager
def library_in_memory(home: Path, **given: str) -> Iterator[Parts]:
    """A library of the test's own in memory, filled unless `starter` is "no". Nothing is written in `home`."""
    wanted = {"home": str(home), "store": "memory:", "index": "memory", **given}
    with open_parts(load_settings({}, wanted | {"starter": "no"})) as opened:
        opened.settings = load_settings({}, wanted)
        if not opened.settings.starter:
            yield opened
            return
        assert isinstance(opened.store, MemoryStore)
        assert isinstance(opened.index, MemoryIndex)
        store, index, words = _in_memory()
        opened.store._committed = copy_of(store._committed)
        vars(opened.index).update(vars(own_index(index)))
        opened._vocabulary = store.revision(), words
        yield opened


def own_index(index: MemoryIndex) -> MemoryIndex:
    """An index that holds the same, and goes its own way."""
    own = copy(index)
    own._units = dict(index._units)
    own._holders = defaultdict(set, {term: set(units) for term, units in index._holders.items()})
    return own


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """A file or folder of this name, which `make` makes in whichever process of the run asks for it first."""
    root = Path(os.environ[FOLDER])
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / name).exists():
            make(root / f"{name}.new")
            (root / f"{name}.new").rename(root / name)
    return root / name


def _starter(folder: Path) -> None:
    with open_parts(load_settings({}, {"home": str(folder)})) as opened:
        opened.vocabulary()  # kept beside it, as a first question leaves them


@cache
def _in_memory() -> tuple[MemoryStore, MemoryIndex, Vocabulary]:
    """The starter library in this process's memory with its words, filled once."""
    with open_parts(load_settings({}, {"store": "memory:", "index": "memory"})) as opened:
        assert isinstance(opened.store, MemoryStore)
        assert isinstance(opened.index, MemoryIndex)
        return opened.store, opened.index, opened.vocabulary()
