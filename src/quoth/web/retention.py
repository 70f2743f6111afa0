"""Retention while serving: what has ended is forgotten at the start and then once a day, without anybody's doing.

Readers do not wait for it, and nothing that goes wrong in it stops the server.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from quoth.errors import LibraryBusy
from quoth.pipeline import Parts
from quoth.pipeline.people import keep_to_retention
from quoth.web.access_log import LOG

__all__ = ["Retention"]

EVERY = timedelta(days=1)
LOOK_EVERY_S = 600.0
"""Looked at by the clock of the day, since a machine that slept has not counted the seconds; busy is tried again."""
_PATIENCE_AT_END_S = 5.0


class Retention:
    """Holds one library to the days that its settings name."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._last: datetime | None = None
        self._ended = threading.Event()

    @contextmanager
    def running(self, *, look_every_s: float = LOOK_EVERY_S) -> Iterator[None]:
        """Look now and then, in a thread of its own, for as long as the block lasts."""
        thread = threading.Thread(target=self._run, args=(look_every_s,), name="retention", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._ended.set()
            thread.join(_PATIENCE_AT_END_S)

    def look(self) -> bool:
        """Forget what has ended, if a day has gone by since the last time. Returns whether it was done.

        Raises nothing. The log tells how many of each kind were forgotten, and a fault by its type alone.
        """
        try:
            now = self._parts.now()
            if self._last is not None and now - self._last < EVERY:
                return False
            gone = keep_to_retention(self._parts)
        except LibraryBusy:
            LOG.info("retention: the library is busy; tried again later")
            return False
        except Exception as fault:  # readers are served whatever happens here
            LOG.warning("retention: failed by %s; tried again later", type(fault).__name__)
            return False
        self._last = now
        LOG.info("retention: forgotten: answers %d, accounts %d, others %d", gone.answers, gone.accounts, gone.ended)
        return True

    def _run(self, look_every_s: float) -> None:
        while not self._ended.is_set():
            self.look()
            self._ended.wait(look_every_s)
