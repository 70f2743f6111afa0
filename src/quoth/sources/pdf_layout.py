"""The lines of a PDF page in the order in which a person reads them: columns one after the other, rows from the top."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from quoth.sources.pdf_lines import Line

__all__ = ["gutter_of", "ordered"]

_LEAST_LINES = 4
_STEPS = 40
_CROSSING_SHARE = 0.25
_CELL_SHARE, _FAR_OVER_SHARE = 0.18, 0.12
_MARKS = ("•", "◦", "▪", "–", "-", "*", "■", "□", "○", "●", "➢", "✓")


def ordered(lines: Sequence[Line]) -> list[Line]:
    """The lines of one page, top to bottom. What stands on one height in one column is one line.

    Two columns are told by a gutter that few lines cross; lines that cross it (a title, a wide table) part the page
    into bands, and within a band the left column goes first.
    """
    gutter = gutter_of([line for line in lines if not line.cells])
    if gutter is None:
        return _rows(lines)
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for row in _levels(lines, gutter):
        if len(row) > 1 or row[0].left < gutter < row[0].right:
            found += [*_rows(left), *_rows(right), *_rows(row)]
            left, right = [], []
        else:
            (left if row[0].right <= gutter else right).append(row[0])
    return [*found, *_rows(left), *_rows(right)]


def _levels(lines: Sequence[Line], gutter: float) -> list[list[Line]]:
    """The lines from the top one by one, but for short ones beside a line that reaches far over the gutter.

    Those are cells of its row. A heading that hangs a little over the gutter has no part in what stands beside it.
    """
    crossing = sorted((line for line in lines if not line.cells and _reaches_over(line, gutter)), key=_middle)
    heights = [_middle(line) for line in crossing]
    rows: dict[int, list[Line]] = {id(line): [line] for line in crossing}
    alone: list[list[Line]] = []
    for line in lines:
        if id(line) in rows:
            continue
        is_cell = line.right - line.left < _CELL_SHARE * line.page_width and not line.cells
        at = bisect_left(heights, _middle(line))
        beside = crossing[max(0, at - 1) : at + 1] if is_cell else ()
        row = next((one for one in beside if _level(one, line) and not _overlap(one, line)), None)
        if row is None:
            alone.append([line])
        else:
            rows[id(row)].append(line)
    return sorted([*alone, *rows.values()], key=lambda row: -_middle(row[0]))


def _overlap(one: Line, other: Line) -> bool:
    return one.left < other.right and other.left < one.right


def _reaches_over(line: Line, gutter: float) -> bool:
    return min(gutter - line.left, line.right - gutter) > _FAR_OVER_SHARE * line.page_width


def gutter_of(lines: Sequence[Line]) -> float | None:
    """Where a page of two columns has its gap, or `None`; rows of tables say nothing of it."""
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
        if rows and not line.cells and not rows[-1][0].cells and _level(rows[-1][0], line):
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
