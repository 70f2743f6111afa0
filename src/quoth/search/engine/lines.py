"""A text as the engine takes it: its terms in one line, and the same terms as numbers.

Texts are made of the same pieces between white space again and again, so both are kept for each piece, and a text costs
one look-up a piece instead of one for its words, one for each term's number, and the lists between them.
"""

from quoth.search.analysis import LONGEST_PIECE, terms_in
from quoth.search.counting import numbers_of

__all__ = ["BOUNDARY", "line_and_numbers", "listed_line"]

BOUNDARY = "| "
"""Stands between fields, so that no phrase runs from one into the next; no term can be it."""

_KEPT = 1 << 17
_PARTS = ";"


class _Pieces(dict[str, tuple[str, bytes]]):
    """Lines and numbers of pieces, each worked out once; emptied when it holds too many. Giant ones are not kept."""

    def __missing__(self, piece: str) -> tuple[str, bytes]:
        made = self._made(piece)
        if len(piece) <= LONGEST_PIECE:
            if len(self) >= _KEPT:
                self.clear()
            self[piece] = made
        return made

    def _made(self, piece: str) -> tuple[str, bytes]:
        terms = terms_in(piece)
        return "".join([term + " " for term in terms]), numbers_of(terms)


class _ListedPieces(_Pieces):
    """As above, for lists: a semicolon that stands alone is the end of a part."""

    def _made(self, piece: str) -> tuple[str, bytes]:
        return (BOUNDARY, b"") if piece == _PARTS else super()._made(piece)


_PIECES = _Pieces()
_LISTED = _ListedPieces()


def line_and_numbers(text: str) -> tuple[str, bytes]:
    """The terms of a text as `analyse` gives them, each with a space after it, and their numbers in the same order."""
    pieces = text.split()  # no word or number runs across white space
    if not pieces:
        return "", b""
    lines, numbers = zip(*map(_PIECES.__getitem__, pieces), strict=True)
    return "".join(lines), b"".join(numbers)


def listed_line(listed: str) -> str:
    """The terms of a list with semicolons between its parts, a boundary in the place of each semicolon."""
    pieces = listed.replace(_PARTS, f" {_PARTS} ").split()
    return "".join([line for line, _ in map(_LISTED.__getitem__, pieces)])
