"""One writer at a time: a transaction of the engine that a kill at any moment leaves behind as if it had not begun."""

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import tantivy

from quoth.errors import LibraryBusy, LibraryDamaged
from quoth.search.folder import ADVICE, explained

__all__ = ["transaction"]

HEAP_BYTES = 48_000_000
"""What the engine gathers before it writes a piece to disk."""
LOCK_WAIT_S = 10.0
_M_ARENA_MAX = -8
_ARENAS = 2


@contextmanager
def transaction(index: tantivy.Index, path: Path, *, heap_bytes: int = HEAP_BYTES) -> Iterator[tantivy.IndexWriter]:
    """Committed at the end, forgotten on any error.

    The lock is held by the operating system for as long as the process lives, so a process that was killed leaves none
    behind, only the empty lock file.

    Raises:
        LibraryBusy: another process is writing to the index.
        LibraryDamaged: the files cannot be written.
    """
    _share_memory()
    writer = _writer(index, path, heap_bytes)
    try:
        yield writer
        with explained(path):
            writer.commit()
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()


@cache
def _share_memory() -> None:
    """Have glibc serve all threads from two heaps; other systems go without.

    Each transaction starts threads of its own, and each of those gets a heap that is never given back: the memory of a
    load grew by 2.6 MB with every thousand records, and stays level with two (`quoth bench run ingest-million`).
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _ARENAS)


def _writer(index: tantivy.Index, path: Path, heap_bytes: int) -> tantivy.IndexWriter:
    deadline = time.monotonic() + LOCK_WAIT_S
    while True:
        try:
            return index.writer(heap_bytes, 1)
        except ValueError as error:
            if "LockBusy" not in str(error):
                raise LibraryDamaged(f"The index '{path}' cannot be written: {error}. {ADVICE}") from error
            if time.monotonic() > deadline:
                raise LibraryBusy(
                    f"Another process has been writing to the index '{path}' for over {LOCK_WAIT_S:.0f} s. "
                    "Wait until it is done and try again."
                ) from error
        time.sleep(0.05)
