"""The library into the index: each batch as it comes, and the whole anew where the index lags behind."""

import fcntl
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from quoth.errors import LibraryBusy
from quoth.library import units
from quoth.model import RecordId, RenditionId, Unit, decode
from quoth.pipeline import units_ahead
from quoth.pipeline.collecting import collecting_rarely
from quoth.pipeline.parts import Parts
from quoth.pipeline.units_ahead import CutOff, all_units, units_from_apart, units_of

if TYPE_CHECKING:
    from quoth.library import Taken

__all__ = [
    "Progress",
    "State",
    "Waiting",
    "catch_up",
    "catch_up_if_free",
    "index_taken",
    "rebuild_index",
    "state_of",
    "writer_lock",
]

LOG = logging.getLogger("quoth.index")
_AT_ONCE = 5000
_TOLD_UNITS = 2000
WAITING_TEXTS = 6000
"""Texts that are new or changed before the index is written."""
TAKEN_UP_RECORDS = 50_000
"""More changed records than this are not taken up one by one: two processes make the whole index anew in that time."""
WAITING_S = 3.0
"""The longest that a committed batch waits for the next one to end, so that a slow load is found as it goes."""


@dataclass(frozen=True, slots=True)
class State:
    """What the library is at one moment, or what an index reflects: a snapshot id, and the library's bookmark of it."""

    snapshot: str
    bookmark: str


def state_of(parts: Parts) -> State:
    """The state of the library now; inside a transaction, with what it has done so far."""
    with parts.store.viewing():
        return State(parts.store.snapshot(), parts.store.bookmark())


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: for a bar or a line, never for a decision."""

    file: str
    items: int
    refused: int
    seconds: float


def catch_up(parts: Parts, progress: Callable[[Progress], None] = lambda _: None) -> bool:
    """Bring the index up to the library if it does not reflect it: after a kill, a restore or a change by hand.

    What changed since the index was written is taken up, where the library can tell; else the index is made anew.
    """
    state = state_of(parts)
    if parts.index.stamp() == state.snapshot:
        if parts.index.bookmark() != state.bookmark:  # something came and went again
            parts.index.set_stamp(state.snapshot, state.bookmark)
        return False
    if not _take_up(parts):
        if parts.store.counts().renditions >= units_ahead.APART_TEXTS:
            LOG.warning("The search index does not fit this library and is made anew.")
        _rebuild(parts, progress)
    return True


def _take_up(parts: Parts) -> bool:
    """Write what has changed since the index was stamped, again or not. False where that cannot be told."""
    state = state_of(parts)
    changed = parts.store.changed_since(parts.index.bookmark(), limit=TAKEN_UP_RECORDS)
    if changed is None:
        return False
    for start in range(0, len(changed), _AT_ONCE):
        some = changed[start : start + _AT_ONCE]
        parts.index.exchange(_units_of(some, parts), records=frozenset(some))
    parts.index.set_stamp(state.snapshot, state.bookmark)
    return True


def _units_of(record_ids: Sequence[RecordId], parts: Parts) -> Iterator[Unit]:
    """The units of these records, those left out that are gone."""
    for record_id, record in parts.store.records_by_id(record_ids).items():
        if record.id == record_id:  # else it was joined to another one, which is among the changed ones itself
            for held in parts.store.renditions(record_id) or (None,):
                yield from units_of(record, held)


def catch_up_if_free(parts: Parts) -> bool:
    """As `catch_up`, unless another process is writing: then the index is used as it stands."""
    if parts.index.stamp() == parts.store.snapshot():
        return False
    try:
        with writer_lock(parts):
            return catch_up(parts)
    except LibraryBusy:
        return False


def rebuild_index(parts: Parts, progress: Callable[[Progress], None] = lambda _: None) -> int:
    """Make the index anew from the library. Returns how many units it holds. Raises LibraryBusy."""
    with writer_lock(parts):
        _rebuild(parts, progress)
    return len(parts.index)


def _rebuild(parts: Parts, progress: Callable[[Progress], None]) -> None:
    """Make the index anew, of a large library with two processes; if the other one ends early, in this one alone."""
    store, started, told = parts.store, time.monotonic(), 0
    state = state_of(parts)

    def tell(units_done: int) -> None:
        nonlocal told
        if units_done - told >= _TOLD_UNITS:
            told = units_done
            progress(Progress("search index", told, 0, time.monotonic() - started))

    with collecting_rarely():
        try:
            apart = bool(store.address) and store.counts().renditions >= units_ahead.APART_TEXTS
            parts.index.replace(units_from_apart(store, tell) if apart else all_units(store, tell))
        except CutOff:
            parts.index.replace(all_units(store, tell))
    parts.index.set_stamp(state.snapshot, state.bookmark)


class Waiting:
    """What committed batches did to the library, until so much of it waits that writing the index pays.

    Each write leaves the engine a piece to be merged with others later: pieces of 2,000 texts cost twice the work of
    pieces of 6,000. A kill before a write leaves the index behind; the next start catches up.
    """

    def __init__(self, parts: Parts) -> None:
        """Nothing waits yet."""
        self._parts = parts
        self._taken: list[Taken] = []
        self._texts = 0
        self._since: float | None = None
        """When the first batch that is not in the index was committed."""
        self._reached = State(parts.index.stamp(), parts.index.bookmark())
        """What the library was when the last batch was committed."""
        self._alone = True
        """Whether nobody else has committed anything between the batches. On another machine somebody may."""

    def add(self, taken: Iterable["Taken"], before: State, after: State) -> None:
        """Have a committed batch wait, or write all that waits.

        `before` and `after` are the states of the library at the two ends of the batch's transaction.
        """
        self._since = self._since or time.monotonic()
        self._alone = self._alone and before == self._reached
        self._reached = after
        for outcome in taken:
            if outcome.index or outcome.unindex or outcome.records or outcome.entry:
                self._taken.append(outcome)
                self._texts += len(outcome.index) or 1
        if self._texts >= WAITING_TEXTS or time.monotonic() - self._since >= WAITING_S:
            self.write()

    def write(self) -> None:
        """Make all that waits searchable. After a failure nothing is tried again: the index stays behind."""
        if self._since is None:
            return
        taken, self._taken, self._texts, self._since = self._taken, [], 0, None
        index_taken(taken, self._parts)
        if self._alone:
            self._parts.index.set_stamp(self._reached.snapshot, self._reached.bookmark)
        else:
            self._take_up_others()

    def _take_up_others(self) -> None:
        """Take in what another machine has committed to the library that both share: its index is not this one."""
        catch_up(self._parts)
        self._reached, self._alone = State(self._parts.index.stamp(), self._parts.index.bookmark()), True


def index_taken(taken: Sequence["Taken"], parts: Parts) -> None:
    """Make committed batches searchable. A kill before this leaves the index behind; the next start catches up."""
    gone = dict.fromkeys(text for outcome in taken for text in outcome.unindex)
    come = dict.fromkeys(text for outcome in taken if not outcome.units for text in outcome.index)
    touched = gone.keys() | come.keys()
    anew = dict.fromkeys(record_id for outcome in taken for record_id in outcome.records)
    # A text that was new and has changed or gone since is read back from the library, like all that is not at hand.
    new = [outcome for outcome in taken if outcome.units and outcome.entry not in anew]
    at_hand = [outcome for outcome in new if touched.isdisjoint(outcome.index)]
    if len(at_hand) < len(new):
        come |= dict.fromkeys(
            text for outcome in new if not touched.isdisjoint(outcome.index) for text in outcome.index
        )
    if gone or come or at_hand or anew:
        units_at_hand = (unit for outcome in at_hand for unit in decode(outcome.units, list[Unit]))
        others = (unit for unit in chain(units_at_hand, _units(list(come), parts)) if unit.record_id not in anew)
        parts.index.exchange(chain(others, _units_of(list(anew), parts)), texts=touched, records=anew)


def _units(renditions: Sequence[RenditionId], parts: Parts) -> Iterator[Unit]:
    stored = parts.store.renditions_by_id(renditions)
    records = parts.store.records_by_id(list(dict.fromkeys(held.record_id for held in stored.values())))
    for held in stored.values():
        if held.current:
            yield from units(held, records[held.record_id])


@contextmanager
def writer_lock(parts: Parts) -> Iterator[None]:
    """Held by one writer at a time on this machine; let go by the system when the process ends, however it ends."""
    if parts.lock_file is None:
        yield
        return
    parts.lock_file.parent.mkdir(parents=True, exist_ok=True)
    with parts.lock_file.open("a+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise LibraryBusy(
                f"Another process is writing to this library ({parts.lock_file}). Wait for it, then try again."
            ) from fault
        yield
