"""Transactions of the reference store.

A transaction works on a copy of the dictionaries and swaps it in at the end, so that readers in other threads see the
last commit, and an error leaves nothing behind.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from quoth.errors import LibraryBusy
from quoth.store.memory_state import State, changed_between, copy_of

__all__ = ["MemorySession"]


class MemorySession:
    """One state with the rules for reading and writing it. Not for use outside `quoth.store`."""

    def __init__(self, *, busy_s: float = 10.0) -> None:
        """Make an empty library. A writer waits `busy_s` seconds for another thread's transaction."""
        self._busy_s = busy_s
        self._name = uuid4().hex
        self._lock = threading.Lock()
        self._committed = State()
        self._draft: State | None = None
        self._writer: int | None = None
        self._view = threading.local()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; nested use joins the outer one."""
        if self._writer == threading.get_ident():
            yield
            return
        if not self._lock.acquire(timeout=self._busy_s):
            raise LibraryBusy(
                f"The library is being written to by another thread (waited {self._busy_s:g} s). Let it finish first."
            )
        try:
            self._draft, self._writer = copy_of(self._committed), threading.get_ident()
            yield
            if self._draft.revision != self._committed.revision:
                self._draft.history[self._draft.revision] = changed_between(self._committed, self._draft)
            self._committed = self._draft
        finally:
            self._draft, self._writer = None, None
            self._lock.release()

    @contextmanager
    def viewing(self) -> Iterator[None]:
        """One state for all reads of this thread."""
        outer = getattr(self._view, "state", None)
        self._view.state = outer or self._state()
        try:
            yield
        finally:
            self._view.state = outer

    def _state(self) -> State:
        """What this thread sees: its own draft while it writes, else what it looks at, else the last commit."""
        if self._draft is not None and self._writer == threading.get_ident():
            return self._draft
        return getattr(self._view, "state", None) or self._committed

    @contextmanager
    def _change(self) -> Iterator[State]:
        with self.writing():
            yield self._state()
