"""So many requests a second, counted as the service counts them, however many threads ask.

A service counts when a request arrives, which is later than when it was sent, and not by the same lag each time. So a
turn is free again one second after the answer to its last request began: whatever the lag, the service never sees more
than it allows within a second.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["Pace"]

_MARGIN = 1.01


class Pace:
    """Hands out turns."""

    def __init__(
        self,
        per_second: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take the most requests a second, > 0."""
        turns = max(1, int(per_second))
        self._window_s = _MARGIN * turns / per_second
        self._clock = clock
        self._sleep = sleep
        self._changed = threading.Condition()
        self._free_from = [0.0] * turns
        self._not_before = 0.0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Enter when it is this caller's turn; leave when the answer has begun or failed."""
        with self._changed:
            while not self._free_from:
                self._changed.wait()
            self._free_from.sort()
            start = max(self._free_from.pop(0), self._not_before)
        try:
            if (ahead := start - self._clock()) > 0:
                self._sleep(ahead)
            yield
        finally:
            with self._changed:
                self._free_from.append(self._clock() + self._window_s)
                self._changed.notify()

    def hold(self, seconds: float) -> None:
        """Give nobody a turn for a while: the service asked for a pause."""
        with self._changed:
            self._not_before = max(self._not_before, self._clock() + seconds)
