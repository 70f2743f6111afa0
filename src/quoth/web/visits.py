"""Which page was asked on from which, while a visit lasts: in this process alone, and in nothing that is stored.

Only ids are held. Keeping a thread for longer is the reader's to ask for (`threads`).
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

__all__ = ["Visits"]

HELD_MAX = 20_000
HELD_SECONDS = 8 * 3600
STEPS_MAX = 20


class Visits:
    """Leads from a page to the ones before it in its thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._before: OrderedDict[str, tuple[float, str]] = OrderedDict()
        self._clock = clock
        self._lock = Lock()

    def follow(self, answer_id: str, before: str) -> None:
        """Remember that a page was asked on from another."""
        with self._lock:
            self._before[answer_id] = (self._clock(), before)
            while len(self._before) > HELD_MAX:
                self._before.popitem(last=False)

    def replace(self, answer_id: str, instead_of: str) -> None:
        """A page takes another's place in its thread: the same question for another reader, or understood otherwise."""
        with self._lock:
            held = self._before.get(instead_of)
            if held:
                self._before[answer_id] = (self._clock(), held[1])

    def before(self, answer_id: str) -> tuple[str, ...]:
        """The ids of the pages before, first to last; at most 20 of them."""
        found: list[str] = []
        with self._lock:
            at = answer_id
            while len(found) < STEPS_MAX:
                since, before = self._before.get(at, (0.0, ""))
                if not before or before in found or self._clock() - since > HELD_SECONDS:
                    break
                found.append(before)
                at = before
        return tuple(reversed(found))

    def forget(self, answer_id: str) -> None:
        """A page was deleted: what followed it follows what came before it."""
        with self._lock:
            _, before = self._before.pop(answer_id, (0.0, ""))
            for later, (since, one) in list(self._before.items()):
                if one == answer_id:
                    if before:
                        self._before[later] = (since, before)
                    else:
                        del self._before[later]
