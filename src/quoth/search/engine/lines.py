"""A text as the engine takes it: its terms in one line, and the same terms as numbers.

Texts are made of the same pieces between white space again and again, so both are kept for each piece, and a text costs
one look-up a piece instead of one for its words, one for each term's number, and the lists between them.
"""

from quoth.search.analysis import LONGEST_PIECE, analyse
from quoth.search.counting import numbers_of

__all__ = ["BOUNDARY", "line_and_numbers", "lines_in_parts"]

BOUNDARY = "|"
"""Stands between fields, so that no phrase runs from one into the next; no term can be it."""

_KEPT = 1 << 17


class _Pieces(dict[str, tuple[str, bytes]]):
    """Terms and numbers of pieces, each worked out once; emptied when it holds too many. Giant pieces are not kept."""

    def __missing__(self, piece: str) -> tuple[str, bytes]:
        terms = analyse(piece)
        made = " ".join(terms), numbers_of(terms)
        if len(piece) <= LONGEST_PIECE:
            if len(self) >= _KEPT:
                self.clear()
            self[piece] = made
        return made


_PIECES = _Pieces()


def line_and_numbers(text: str) -> tuple[str, bytes]:
    """The terms of a text as `analyse` gives them, with a space between, and their numbers one after the other."""
    pieces = text.split()  # no word or number runs across white space
    if not pieces:
        return "", b""
    lines, numbers = zip(*map(_PIECES.__getitem__, pieces), strict=True)
    return " ".join(filter(None, lines)), b"".join(numbers)


def lines_in_parts(listed: str) -> str:
    """The terms of a list with semicolons between its parts, a boundary in the place of each semicolon."""
    return f" {BOUNDARY} ".join([line_and_numbers(part)[0] for part in listed.split(";")])
