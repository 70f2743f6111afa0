"""A text as the engine takes it: its terms in one line, and the same terms as numbers.

Texts are made of the same pieces again and again, so both are kept for each piece, and a text costs one look-up a piece
instead of one for its words, one for each term's number, and the lists between them.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from quoth.search.analysis import LONGEST_PIECE, terms_once
from quoth.search.counting import number_of
from quoth.search.engine.pieces import pieces_of

__all__ = ["BOUNDARY", "line_and_numbers", "lines_and_numbers", "list_and_numbers", "listed_line", "names_line"]

BOUNDARY = "| "
"""Stands between fields, so that no phrase runs from one into the next; no term can be it."""

_KEPT = 1 << 17
_SEMICOLON = ";"


class _Pieces(dict[str, tuple[str, bytes]]):
    """Lines and numbers of pieces, each worked out once. Giant ones are not kept.

    When it holds too many, what came last goes: common words come early, and what comes late is mostly seen once.
    """

    def __missing__(self, piece: str) -> tuple[str, bytes]:
        made = self._made(piece)
        if len(piece) <= LONGEST_PIECE:
            if len(self) >= _KEPT:
                first = dict(islice(self.items(), _KEPT // 2))
                self.clear()
                self.update(first)
            self[piece] = made
        return made

    def _made(self, piece: str) -> tuple[str, bytes]:
        return _of_terms(terms_once(piece))


class _Parts(_Pieces):
    """As above, for the parts of a list, where they come again as often as words do."""

    def _made(self, part: str) -> tuple[str, bytes]:
        return line_and_numbers(part)


class _NamePieces(_Pieces):
    """As above, for lists of people: a semicolon that stands alone is the end of a name."""

    def _made(self, piece: str) -> tuple[str, bytes]:
        return (BOUNDARY, b"") if piece == _SEMICOLON else super()._made(piece)


@lru_cache(maxsize=_KEPT)
def _of_terms(terms: tuple[str, ...]) -> tuple[str, bytes]:
    """One object for all spellings of the same terms: what is looked at most must fit the processor's own memory."""
    return "".join([term + " " for term in terms]), b"".join(map(number_of, terms))


_PIECES = _Pieces()
_PARTS = _Parts()
_NAMES = _NamePieces()


def line_and_numbers(text: str) -> tuple[str, bytes]:
    """The terms of a text as `analyse` gives them, each with a space after it, and their numbers in the same order."""
    return _put_together(text.split())  # no word or number runs across white space


def lines_and_numbers(texts: Sequence[str]) -> list[tuple[str, bytes]]:
    """As `line_and_numbers`, of many texts at once, which takes less for each of them."""
    return list(map(_put_together, pieces_of(texts)))


def list_and_numbers(listed: str) -> tuple[str, bytes]:
    """As `line_and_numbers`, of a list with semicolons between its parts: no word or number runs across them either."""
    if not listed:
        return "", b""
    lines, numbers = zip(*map(_PARTS.__getitem__, listed.split(_SEMICOLON)), strict=True)
    return "".join(lines), b"".join(numbers)


def listed_line(listed: str) -> str:
    """The terms of a list with semicolons between its parts, a boundary in the place of each semicolon."""
    return BOUNDARY.join([_PARTS[part][0] for part in listed.split(_SEMICOLON)])


def names_line(listed: str) -> str:
    """As `listed_line`, of people: most of them come too seldom to be kept whole."""
    pieces = listed.replace(_SEMICOLON, f" {_SEMICOLON} ").split()
    return "".join([line for line, _ in map(_NAMES.__getitem__, pieces)])


def _put_together(pieces: list[str]) -> tuple[str, bytes]:
    if not pieces:
        return "", b""
    lines, numbers = zip(*map(_PIECES.__getitem__, pieces), strict=True)
    return "".join(lines), b"".join(numbers)
