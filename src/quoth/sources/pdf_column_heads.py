"""The line, or two lines, of a PDF page that names the columns of a table, and how far that reaches."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.sources.pdf_lines import Word
from quoth.sources.pdf_table_rows import is_head

__all__ = ["Heads", "Level", "heads_in", "left_of", "right_of", "said"]

_CELL_GAP = 0.7
_BLANK = 0.45
_LOOKED_AT = 6
Level = list[Word]
"""Words on one height, from left to right."""
_Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Heads:
    """What the columns are called, on how many lines, and between which places of the page the table can be."""

    heads: list[Level]
    lines: int
    left: float
    right: float


def heads_in(levels: Sequence[Level], at: int, gutter: float | None) -> Heads | None:
    """The heads that begin on a line, if it is one of heads and of nothing else.

    Args:
        levels: the lines of the page, from the top.
        at: which of them.
        gutter: where a page of two columns has its gap.
    """
    own, following = levels[at], levels[at + 1] if at + 1 < len(levels) else []
    for lines, found in ((1, _heads(own)), (2, _heads_of_two(own, following))):
        if found is None:
            continue
        words = [*own, *following] if lines > 1 else own
        reach = _reach(found, gutter, levels[at + lines : at + lines + _LOOKED_AT])
        if reach and sum(reach[0] < word.left and word.right < reach[1] for word in words) <= sum(map(len, found)):
            return Heads(found, lines, *reach)
    return None


def said(words: Sequence[Word]) -> str:
    """Words with blanks between."""
    return " ".join(word.text for word in words)


def left_of(words: Sequence[Word]) -> float:
    """Where the first of them begins."""
    return min(word.left for word in words)


def right_of(words: Sequence[Word]) -> float:
    """Where the last of them ends."""
    return max(word.right for word in words)


def _pieces(level: Level, gap: float) -> list[Level]:
    pieces: list[Level] = []
    for word in level:
        if pieces and word.left - pieces[-1][-1].right < gap * word.size:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return pieces


def _heads(level: Level) -> list[Level] | None:
    """The longest run of neighbouring pieces of a line that each name a column, if there are two or more."""
    pieces = [part for piece in _pieces(level, _CELL_GAP) for part in _apart(piece)]
    best: list[Level] = []
    run: list[Level] = []
    for piece in pieces:
        run = [*run, piece] if is_head(said(piece)) else []
        best = max(best, run, key=len)
    return best if len(best) > 1 else None


def _apart(piece: Level) -> list[Level]:
    """Heads of narrow columns stand nearly as close as words do: "COR LOE"."""
    each = [[word] for word in piece]
    near = any(other.left - one.right < _BLANK * one.size for one, other in pairwise(piece))
    return [piece] if near or is_head(said(piece)) or not all(map(is_head, map(said, each))) else each


def _heads_of_two(level: Level, following: Level) -> list[Level] | None:
    """Heads of which some take a second line: "Certainty of" over "evidence"."""
    pieces = _pieces(level, _BLANK)
    for word in following:
        over = next((one for one in pieces if word.left < right_of(one) and left_of(one) < word.right), None)
        if over is None:
            return None
        over.append(word)
    return pieces if len(pieces) > 1 and all(is_head(said(piece)) for piece in pieces) else None


def _reach(heads: list[Level], gutter: float | None, below: Sequence[Level]) -> _Span | None:
    """From where to where the table can reach: over the page, or within a column of its text. `None` for no table.

    Heads at both sides of a gutter that no line below crosses are headings of two columns of running text.
    """
    start, end = left_of(heads[0]), right_of(heads[-1])
    if gutter is None or any(_crosses(level, gutter) for level in below):
        return float("-inf"), float("inf")
    if start < gutter < end:
        return None
    return (float("-inf"), gutter) if end <= gutter else (gutter, float("inf"))


def _crosses(level: Level, gutter: float) -> bool:
    return any(
        one.left < gutter < other.right and other.left - one.right < _CELL_GAP * one.size
        for one, other in pairwise(level)
    )
