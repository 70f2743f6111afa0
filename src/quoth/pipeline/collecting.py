"""How often Python looks for objects in circles while a library is loaded or read whole."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collecting_rarely"]

_OBJECTS, _ROUNDS = 20_000, 50


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """For one that reads or writes a whole library: look a twentieth as often.

    A load makes and drops some twenty lasting objects a record and none in a circle; looking took a tenth of its time.
    """
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, _ROUNDS, _ROUNDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
