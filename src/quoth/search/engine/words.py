"""The terms of many pieces at once: looked up by their bytes in arrays, thousands in one go.

An index is built of little else than look-ups of pieces (docs/decisions/0098). In a dictionary of Python's each of
them takes an object for the piece, its hash, and reads all over memory. Here a piece of up to sixteen bytes is two
numbers, and what is known of it lies in arrays at a place that they name. What is not known yet, or longer, is looked
up by itself and read by the rules as ever (docs/decisions/0150).
"""

from collections.abc import Callable
from threading import Lock

import numpy as np
import numpy.typing as npt

from quoth.search.analysis import LONGEST_PIECE
from quoth.search.engine.cells import Cells, longer

__all__ = ["CLOSING", "END", "MARGIN", "Words"]

END = b"\0"
"""A piece that closes a text."""
CLOSING = "| "
"""Its line. No term can be it, so no phrase runs across it either."""
_CLOSING_NUMBER = bytes(8)
_PIECE_BYTES = 16
"""Longer pieces, two in a thousand, are looked up by themselves."""
MARGIN = b" " * (_PIECE_BYTES + 1)
"""Stands at the end of a page, so that no look at a piece goes beyond it."""
_SPACE = ord(" ")
_NOTHING, _LONG = np.uint64(_SPACE), np.uint64((1 << 64) - 1)
"""Keys that no piece has: for no piece at all, and for one that is too long to have any."""
_ROOM = 1 << 12
_SLOT_BITS = 18
_SLOTS = 1 << _SLOT_BITS
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0xD6E8FEB86659FD93))
_HEADS = np.array([(1 << 8 * size) - 1 for size in range(9)], dtype="<u8")
"""What leaves so many of eight bytes."""

_U64 = npt.NDArray[np.uint64]
_Places = npt.NDArray[np.int32]
_Offsets = npt.NDArray[np.intp]


class Words:
    """What pieces come to: a line with a space after each term, and a number for each term. Each is worked out once.

    When it holds too many, what came last goes: common words come early, and what comes late is mostly seen once.
    """

    def __init__(self, made: Callable[[str], tuple[str, bytes]], *, kept: int) -> None:
        """`made` works out the line and the numbers of a piece; so many pieces are kept, those of one page beyond."""
        self._made, self._kept, self._lock = made, kept, Lock()
        self._slots = np.zeros(_SLOTS, dtype=np.int32)
        """Where pieces stand in the arrays below: each at one of two places that its keys name, if one was free."""
        self._first, self._second = np.zeros(_ROOM, dtype="<u8"), np.zeros(_ROOM, dtype="<u8")
        self._cell = np.zeros(_ROOM, dtype=np.int32)
        """The first of a piece's cells. They end where those of the next one begin."""
        self._cells = Cells()
        self._first[0] = _NOTHING
        self._held = 1
        self._places: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self._places)

    def read(self, page: bytearray) -> tuple[str, _U64, str]:
        """The lines of all pieces of a page, one after the other, and their numbers, a zero for each `END`.

        Last, the lines with stop words in them.
        A page begins with a space, has spaces between its pieces, and ends with `MARGIN`.
        """
        starts, ends = _edges(page)
        first, second = _keys(page, starts, ends - starts)
        mixed = _mixed(first, second)
        with self._lock:
            if self._held > self._kept:
                self._halve()
            places, unknown = self._looked_up(first, second, mixed)
            for at in unknown.tolist():
                piece = bytes(page[starts[at] : ends[at]])
                place = self._places.get(piece)
                places[at] = self._new(piece, first[at], second[at], int(mixed[at])) if place is None else place
            cell = self._cell[places]
            return self._cells.runs(cell, self._cell[places + 1] - cell)

    def _looked_up(self, first: _U64, second: _U64, mixed: _U64) -> tuple[_Places, _Offsets]:
        """Where each piece stands in the arrays, and which of them are to be looked up by themselves."""
        places: _Places = self._slots[_slot(mixed, 1)]
        missed = np.flatnonzero((self._first[places] != first) | (self._second[places] != second))
        other = self._slots[_slot(mixed[missed], 2)]
        places[missed] = other
        unknown: npt.NDArray[np.bool_] = (self._first[other] != first[missed]) | (self._second[other] != second[missed])
        return places, missed[unknown]

    def _new(self, piece: bytes, first: np.uint64, second: np.uint64, mixed: int) -> int:
        line, numbers = self._worked_out(piece)
        place, self._held = self._held, self._held + 1
        if self._held == self._cell.size:
            self._first, self._second = longer(self._first), longer(self._second)
            self._cell = longer(self._cell)
        self._cells.add(line, numbers)
        self._first[place], self._second[place], self._cell[place + 1] = first, second, len(self._cells)
        if len(piece) <= LONGEST_PIECE:  # of giant ones nothing is looked for again
            self._places[piece] = place
        if first != _LONG:
            self._take_slot(place, mixed)
        return place

    def _take_slot(self, place: int, mixed: int) -> None:
        for which in (1, 2):
            slot = (mixed >> (64 - which * _SLOT_BITS)) & (_SLOTS - 1)
            if not self._slots[slot]:
                self._slots[slot] = place
                return

    def _worked_out(self, piece: bytes) -> tuple[str, bytes]:
        return (CLOSING, _CLOSING_NUMBER) if piece == END else self._made(piece.decode("utf-8", "surrogatepass"))

    def _halve(self) -> None:
        self._held = self._kept // 2 + 1
        self._cells.keep(int(self._cell[self._held]))
        self._slots[self._slots >= self._held] = 0
        self._places = {piece: place for piece, place in self._places.items() if place < self._held}


def _edges(page: bytearray) -> tuple[_Offsets, _Offsets]:
    """Where pieces begin and end."""
    blank = np.frombuffer(page, dtype=np.uint8) == _SPACE
    edges = np.flatnonzero(blank[1:] != blank[:-1]) + 1
    return edges[0::2], edges[1::2]


def _keys(page: bytearray, starts: _Offsets, sizes: _Offsets) -> tuple[_U64, _U64]:
    """The first and the next eight bytes of each piece as numbers, zeros after its end."""
    eight = np.ndarray((len(page) - 7,), dtype="<u8", buffer=page, strides=(1,))
    first, second = eight[starts], eight[starts + 8]
    first &= _HEADS[np.minimum(sizes, 8)]
    second &= _HEADS[np.clip(sizes - 8, 0, 8)]
    first[sizes > _PIECE_BYTES] = _LONG
    return first, second


def _mixed(first: _U64, second: _U64) -> _U64:
    """Numbers whose first bits hang on all bits of the keys."""
    mixed = (first * _MIX[0]) ^ (second * _MIX[1])
    mixed ^= mixed >> np.uint64(32)
    mixed *= _MIX[2]
    return mixed


def _slot(mixed: _U64, which: int) -> _Offsets:
    """The first or second run of bits of each, which names a slot."""
    return ((mixed >> np.uint64(64 - which * _SLOT_BITS)) & np.uint64(_SLOTS - 1)).astype(np.intp)
