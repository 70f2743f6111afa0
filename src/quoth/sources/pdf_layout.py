"""The lines of a PDF page in the order in which a person reads them: columns one after the other, rows from the top."""

from collections.abc import Sequence
from dataclasses import replace

from quoth.sources.pdf_lines import Line

__all__ = ["ordered"]

_LEAST_LINES = 4
_STEPS = 40
_CROSSING_SHARE = 0.25
_MARKS = ("•", "◦", "▪", "–", "-", "*", "■", "□", "○", "●", "➢", "✓")


def ordered(lines: Sequence[Line]) -> list[Line]:
    """The lines of one page, top to bottom. What stands on one height in one column is one line.

    Two columns are told by a gutter that few lines cross; lines that cross it (a title, a wide table) part the page
    into bands, and within a band the left column goes first.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return _rows(lines)
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda one: -_middle(one)):
        if line.left < gutter < line.right:
            found += [*_rows(left), *_rows(right), line]
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return [*found, *_rows(left), *_rows(right)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a page of two columns has its gap, or `None`."""
    if len(lines) < 2 * _LEAST_LINES:
        return None
    width = lines[0].page_width
    best: tuple[int, float, float] | None = None
    for step in range(_STEPS + 1):
        x = width * (0.3 + 0.4 * step / _STEPS)
        left = [one for one in lines if one.right <= x]
        right = [one for one in lines if one.left >= x]
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _LEAST_LINES or crossing > _CROSSING_SHARE * len(lines):
            continue
        if not _are_columns(left, right):
            continue
        key = (crossing, abs(x - width / 2), x)
        best = min(best, key) if best else key
    return best[2] if best else None


def _are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether both sides are running text: long lines that fill their side, unlike the cells of a table."""
    return all(
        sum(len(one.text) for one in side) / len(side) >= 18
        and (max(one.right for one in side) - min(one.left for one in side)) > 0.2 * side[0].page_width
        and _filled(side) >= 0.45
        for side in (left, right)
    )


def _filled(side: Sequence[Line]) -> float:
    """The share of lines that reach over most of their column's width."""
    start, end = min(one.left for one in side), max(one.right for one in side)
    return sum(one.right - one.left > 0.6 * (end - start) for one in side) / len(side)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Lines of one column from the top, those on one height joined from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (-_middle(one), one.left)):
        if rows and _level(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda one: one.left)) for row in rows]


def _level(one: Line, other: Line) -> bool:
    return abs(_middle(one) - _middle(other)) < 0.45 * max(one.size, other.size)


def _joined(row: Sequence[Line]) -> Line:
    """Runs on one height as one line; a wide gap is a border between cells, but for the mark of a list."""
    whole = row[0]
    for line in row[1:]:
        is_mark = whole.text in _MARKS or (len(whole.text) <= 5 and whole.text[-1:] in ".)")
        near = line.left - whole.right < 2.5 * max(whole.size, line.size)
        text = f"{whole.text}{' ' if is_mark or near else ' | '}{line.text}"
        whole = replace(
            whole,
            text=text,
            right=max(whole.right, line.right),
            bottom=min(whole.bottom, line.bottom),
            top=max(whole.top, line.top),
            bold=whole.bold and line.bold,
        )
    return whole


def _middle(line: Line) -> float:
    return (line.bottom + line.top) / 2
