"""Lines and numbers of terms in cells of one size, so that any run of them is put together in one go.

Stop words have their places too, and no number: a line can be had with them, for a strategy, or without, for ranking.
"""

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
import numpy.typing as npt

__all__ = ["UNRANKED", "Cells", "longer"]

_CELL_BYTES = 16
_IDLE = b"\xff"
"""Fills a cell up; stands in no UTF-8."""
UNRANKED = b"\xff" * 8
"""In the place of the number of a stop word, which has none."""
_ROOM = 1 << 12
_Kind = TypeVar("_Kind", bound=np.generic)


class Cells:
    """A term is its bytes with a space after them in one cell, or several, and its number beside the first."""

    def __init__(self) -> None:
        self._lines = np.zeros((_ROOM, _CELL_BYTES // 8), dtype="<u8")
        self._numbers = np.zeros(_ROOM, dtype="<u8")
        self._begins = np.zeros(_ROOM, dtype=bool)
        """Where a ranked term begins, whose number stands beside it."""
        self._ranked = np.zeros(_ROOM, dtype=bool)
        self._held = 0

    def __len__(self) -> int:
        return self._held

    def add(self, line: str, numbers: bytes) -> None:
        """Keep the terms of a line, each with a space after it, and their numbers of eight bytes."""
        for at, term in enumerate(line.split()):
            number = numbers[at * 8 : at * 8 + 8]
            ranked = number != UNRANKED
            for place, part in enumerate(_parts(f"{term} ".encode())):
                if self._held == self._numbers.size:
                    self._lines, self._numbers = longer(self._lines), longer(self._numbers)
                    self._begins, self._ranked = longer(self._begins), longer(self._ranked)
                self._lines[self._held] = np.frombuffer(part, dtype="<u8")
                self._begins[self._held], self._ranked[self._held] = ranked and place == 0, ranked
                self._numbers[self._held] = 0 if place else int.from_bytes(number, "little")
                self._held += 1

    def keep(self, first: int) -> None:
        """Drop all but so many."""
        self._held = first

    def runs(
        self, starts: npt.NDArray[np.int32], counts: npt.NDArray[np.int32]
    ) -> tuple[str, npt.NDArray[np.uint64], str]:
        """So many cells from each start on, one run after the other.

        Returns:
            The line of the ranked terms, their numbers, and the line of all terms.
        """
        ends = np.cumsum(counts)
        cells = np.repeat(starts - ends + counts, counts) + np.arange(counts.sum())
        lines, ranked = self._lines[cells], self._ranked[cells]
        return _line(lines[ranked]), self._numbers[cells[self._begins[cells]]], _line(lines)


def longer(array: npt.NDArray[_Kind]) -> npt.NDArray[_Kind]:
    """The same with as much room again."""
    return np.concatenate([array, np.zeros_like(array)])


def _line(cells: npt.NDArray[np.uint64]) -> str:
    return cells.tobytes().translate(None, _IDLE).decode("utf-8", "surrogatepass")


def _parts(term: bytes) -> Iterator[bytes]:
    for start in range(0, len(term), _CELL_BYTES):
        yield term[start : start + _CELL_BYTES].ljust(_CELL_BYTES, _IDLE)
