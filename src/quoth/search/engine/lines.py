"""Texts as the engine takes them: the terms of each in one line, and the same terms as numbers.

Texts are made of the same pieces again and again, so both are kept for each piece (`words`). What is not ranked has a
line alone, and is a list of parts that come again and again.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
import numpy.typing as npt

from quoth.search.analysis import LONGEST_PIECE, every_term_once
from quoth.search.counting import number_of
from quoth.search.engine.cells import UNRANKED
from quoth.search.engine.pieces import page_of
from quoth.search.engine.words import CLOSING, Words

__all__ = ["BOUNDARY", "lines_and_numbers", "listed_line", "made", "names_line"]

BOUNDARY = CLOSING
"""Stands between fields, so that no phrase runs from one into the next; no term can be it."""

_KEPT = 1 << 17
_SEMICOLON = ";"


def lines_and_numbers(texts: Sequence[str]) -> tuple[list[str], npt.NDArray[np.uint64], list[str]]:
    """The terms of each text as `analyse` gives them, each with a space after it, and the numbers of all, in order.

    Last, the terms of each text as `every_term` gives them, stop words among them.
    A text's numbers are closed by a zero, which no term has. Many texts at once take less for each of them.
    """
    line, numbers, whole = _WORDS.read(page_of(texts))
    return line.split(BOUNDARY)[:-1], numbers, whole.split(BOUNDARY)[:-1]


def made(piece: str) -> tuple[str, bytes]:
    """The line and the numbers of a piece, worked out anew; a stop word stands in the line, and has no number."""
    terms = every_term_once(piece)
    return _line(term for term, _ in terms), b"".join(UNRANKED if stop else number_of(term) for term, stop in terms)


def _line(terms: Iterable[str]) -> str:
    return "".join([term + " " for term in terms])


_WORDS = Words(made, kept=_KEPT)


class _Parts(dict[str, str]):
    """Lines of parts of lists, each worked out once. Giant ones are not kept.

    When it holds too many, what came last goes, as with words.
    """

    def __missing__(self, part: str) -> str:
        made = self._made(part)
        if len(part) <= LONGEST_PIECE:
            if len(self) >= _KEPT:
                first = dict(islice(self.items(), _KEPT // 2))
                self.clear()
                self.update(first)
            self[part] = made
        return made

    def _made(self, part: str) -> str:
        return _line(term for term, _ in every_term_once(part))


class _NamePieces(_Parts):
    """As above, for lists of people: a semicolon that stands alone is the end of a name."""

    def _made(self, piece: str) -> str:
        return BOUNDARY if piece == _SEMICOLON else super()._made(piece)


_PARTS = _Parts()
_NAMES = _NamePieces()


def listed_line(listed: str) -> str:
    """The terms of a list with semicolons between its parts, a boundary in the place of each semicolon."""
    return BOUNDARY.join(map(_PARTS.__getitem__, listed.split(_SEMICOLON)))


def names_line(listed: str) -> str:
    """As `listed_line`, of people: most of them come too seldom to be kept whole."""
    return "".join(map(_NAMES.__getitem__, listed.replace(_SEMICOLON, f" {_SEMICOLON} ").split()))
