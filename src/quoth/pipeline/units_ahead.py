"""All units of a library: read in this process, or, of a large library, in one of its own beside the index's writer."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

import msgspec

from quoth.library import entry_unit, units
from quoth.model import Record, RecordId, Unit
from quoth.pipeline.apart import Entry, begun, ended, frames, send, tell
from quoth.pipeline.collecting import collecting_rarely
from quoth.store import Store, open_store
from quoth.store.stored import StoredRendition

__all__ = ["APART_TEXTS", "CutOff", "all_units", "units_from_apart", "units_of"]

APART_TEXTS = 20_000
"""From so many texts on, a process of its own pays."""
_MEANWHILE_TEXTS = 2_000
"""While it starts, this one reads and indexes so many texts, which takes about as long."""
_AT_ONCE = 100
"""Texts whose units are sent at a time."""

Tell = Callable[[int], None]
"""Is told how many units have been taken."""


class CutOff(Exception):
    """The other process ended before it was through. Reading again in this one says why."""


def all_units(store: Store, told: Tell = lambda _: None) -> Iterator[Unit]:
    """The units of every record: of its current texts, or of its catalogue entry; in the order in which they came."""
    return _counted(_batches(store.iter_entries()), told)


def units_from_apart(store: Store, told: Tell = lambda _: None) -> Iterator[Unit]:
    """As `all_units`, of a library that has an address: the first ones read here, the others ahead, apart from this.

    Raises:
        CutOff: the other process ended too early.
    """
    child = begun(__name__)
    try:
        first, last = _first_units(store)
        if last is not None:
            tell(child, msgspec.json.encode(_Rest(store.address, last)))
        yield from _counted(chain([first], () if last is None else _sent(child)), told)
    except EOFError as fault:
        raise CutOff from fault
    finally:
        ended(child)


@dataclass(frozen=True, slots=True)
class _Rest:
    """Of which library the other process reads the texts of all records that came after which."""

    address: str
    after: RecordId


def serve() -> None:
    """Read what standard input names, and send its units to standard output."""
    rest = msgspec.json.decode(sys.stdin.buffer.read(), type=_Rest)
    with collecting_rarely():
        send(_entries(open_store(rest.address), rest.after), per_frame=1)


def _first_units(store: Store) -> tuple[list[Unit], RecordId | None]:
    """The units of the first records with so many texts, and the last of these records, unless there are no others."""
    first: list[Unit] = []
    last: RecordId | None = None
    for number, (record, held) in enumerate(store.iter_entries()):
        if number >= _MEANWHILE_TEXTS and record.id != last:
            return first, last
        first += units_of(record, held)
        last = record.id
    return first, None


def _counted(batches: Iterable[list[Unit]], told: Tell) -> Iterator[Unit]:
    done = 0
    for batch in batches:
        yield from batch
        done += len(batch)
        told(done)


def _sent(child: subprocess.Popen[bytes]) -> Iterator[list[Unit]]:
    assert child.stdout is not None
    decoder = msgspec.msgpack.Decoder(list[Unit])
    for frame in frames(child.stdout):
        for _, sent in frame:
            yield decoder.decode(sent)


def _entries(store: Store, after: RecordId) -> Iterator[Entry]:
    for batch in _batches(store.iter_entries(after=after)):
        yield Unit.__name__, msgspec.msgpack.encode(batch)


def units_of(record: Record, held: StoredRendition | None) -> tuple[Unit, ...]:
    """The units of a text of a record, or of a record that has none."""
    return (entry_unit(record),) if held is None else units(held, record)


def _batches(texts: Iterator[tuple[Record, StoredRendition | None]]) -> Iterator[list[Unit]]:
    """The units of some texts at a time."""
    while batch := [units_of(record, held) for record, held in islice(texts, _AT_ONCE)]:
        yield list(chain.from_iterable(batch))
