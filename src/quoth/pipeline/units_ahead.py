"""All units of a library: read in this process, or, of a large library, in one of its own beside the index's writer."""

import sys
from collections.abc import Callable, Iterator
from itertools import chain, islice

import msgspec

from quoth.library import units
from quoth.model import Unit
from quoth.pipeline.apart import Entry, ended, frames, send, started
from quoth.pipeline.collecting import collecting_rarely
from quoth.store import Store, open_store

__all__ = ["APART_TEXTS", "CutOff", "all_units", "units_from_apart"]

APART_TEXTS = 20_000
"""From so many texts on, a process of its own pays; starting one takes as long as reading some 5,000."""
_AT_ONCE = 100
"""Texts whose units are sent at a time."""

Tell = Callable[[int], None]
"""Is told how many units have been taken."""


class CutOff(Exception):
    """The other process ended before it was through. Reading again in this one says why."""


def all_units(store: Store, tell: Tell = lambda _: None) -> Iterator[Unit]:
    """The units of every current text, in the order in which the records came."""
    done = 0
    for batch in _batches(store):
        yield from batch
        done += len(batch)
        tell(done)


def units_from_apart(address: str, tell: Tell = lambda _: None) -> Iterator[Unit]:
    """As `all_units`, of the library at this address, read ahead by a process of its own.

    Raises:
        CutOff: that process ended too early.
    """
    child = started(__name__, address.encode())
    assert child.stdout is not None
    try:
        done = 0
        for frame in frames(child.stdout):
            for _, sent in frame:
                batch = msgspec.msgpack.decode(sent, type=list[Unit])
                yield from batch
                done += len(batch)
                tell(done)
    except EOFError as fault:
        raise CutOff from fault
    finally:
        ended(child)


def serve() -> None:
    """Read the library that standard input names, and send its units to standard output."""
    store = open_store(sys.stdin.buffer.read().decode())
    with collecting_rarely():
        send(_entries(store), per_frame=1)


def _entries(store: Store) -> Iterator[Entry]:
    for batch in _batches(store):
        yield Unit.__name__, msgspec.msgpack.encode(batch)


def _batches(store: Store) -> Iterator[list[Unit]]:
    """The units of some texts at a time."""
    texts = store.iter_texts()
    while batch := [units(held, record) for record, held in islice(texts, _AT_ONCE)]:
        yield list(chain.from_iterable(batch))
