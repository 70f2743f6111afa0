"""Tables whose cells are bordered, out of the lines drawn on a PDF page and the words between them.

What no line parts is one cell, however many lines its text takes. A cell that reaches over several rows counts for each
of them, as in a web page. Lines that words run across border nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quoth.sources.pdf_lines import Word
from quoth.sources.pdf_rules import Rule, Rules
from quoth.sources.pdf_table_rows import Box, Table, cell_lines

__all__ = ["Found", "grids_of"]

_NEAR = 3.0
_MOST_BANDS = 400
_MOST_CELLS = 6_000
_MOST_CELL_CHARS = 3_000
"""A cell with more is a column of running text in a frame."""
_CROSSING_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Found:
    """A table and whether the words of each row are bold."""

    table: Table
    bold: tuple[bool, ...]


def grids_of(words: Sequence[Word], rules: Rules) -> Iterator[Found]:
    """The bordered tables of a page, from the top."""
    found = [one for upright, level in _nets(rules) if (one := _table(words, upright, level)) is not None]
    found.sort(key=lambda one: -one.table.box.top)
    taken: list[Box] = []
    for one in found:
        box = one.table.box
        if not any(_overlap(box, other) for other in taken):
            taken.append(box)
            yield one


def _nets(rules: Rules) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Upright and level lines that hang together by crossing or touching."""
    every = [*((True, one) for one in rules.upright), *((False, one) for one in rules.level)]
    group = list(range(len(every)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for at, upright in enumerate(rules.upright):
        for place, level in enumerate(rules.level, len(rules.upright)):
            if _within(level.at, upright) and _within(upright.at, level):
                group[root(at)] = root(place)
    nets: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, (is_upright, rule) in enumerate(every):
        nets.setdefault(root(at), ([], []))[0 if is_upright else 1].append(rule)
    for upright_rules, level_rules in nets.values():
        if upright_rules and len(level_rules) > 1:
            yield upright_rules, level_rules


def _table(words: Sequence[Word], upright: Sequence[Rule], level: Sequence[Rule]) -> Found | None:
    xs = _places([*(one.at for one in upright), min(r.start for r in level), max(r.end for r in level)])
    ys = _places([*(one.at for one in level), min(r.start for r in upright), max(r.end for r in upright)])[::-1]
    across, down = len(xs) - 1, len(ys) - 1
    if across < 2 or down < 2 or across > _MOST_BANDS or down > _MOST_BANDS or across * down > _MOST_CELLS:
        return None
    cell_of = _cells(xs, ys, upright, level)
    box = Box(xs[0], xs[-1], ys[-1], ys[0])
    inside = [word for word in words if box.holds(word)]
    held: dict[int, list[Word]] = {}
    crossing = 0
    for word in inside:
        middle, height = (word.left + word.right) / 2, word.base + 0.3 * word.size
        column = _band(xs, middle)
        row = down - 1 - _band(ys[::-1], height)
        cell = cell_of(row, column)
        held.setdefault(cell, []).append(word)
        crossing += (
            cell_of(row, _band(xs, word.left + 1.5)) != cell or cell_of(row, _band(xs, word.right - 1.5)) != cell
        )
    if crossing > max(1, _CROSSING_SHARE * len(inside)):
        return None
    if any(sum(len(word.text) + 1 for word in cell) > _MOST_CELL_CHARS for cell in held.values()):
        return None
    return _found(xs, ys, held, cell_of, box)


def _found(
    xs: Sequence[float],
    ys: Sequence[float],
    held: dict[int, list[Word]],
    cell_of: Callable[[int, int], int],
    box: Box,
) -> Found | None:
    across, down = len(xs) - 1, len(ys) - 1
    columns = [c for c in range(across) if any(_begins(cell_of, r, c) and held.get(cell_of(r, c)) for r in range(down))]
    rows, tops, bold = [], [], []
    seen: set[int] = set()
    for r in range(down):
        cells = [cell_of(r, c) for c in columns]
        new = [cell for cell in cells if cell not in seen and held.get(cell)]
        seen.update(cells)
        if not new:
            continue
        rows.append(
            tuple(
                None if at and cell == cells[at - 1] else cell_lines(held.get(cell, ()))
                for at, cell in enumerate(cells)
            )
        )
        tops.append(ys[r])
        said = [word for cell in new for word in held[cell]]
        bold.append(all(word.bold for word in said))
    # Lines that cross oddly can leave a cell without a place: better no table than one without its words.
    several = sum(sum(map(bool, row)) > 1 for row in rows)
    if len(columns) < 2 or len(rows) < 2 or not held.keys() <= seen or several < (2 if len(columns) < 3 else 1):
        return None
    sizes = sorted(word.size for cell in held.values() for word in cell)
    size = sizes[len(sizes) // 2]
    starts = tuple(xs[c] for c in columns)
    return Found(Table(box, starts, tuple(rows), (*tops, ys[-1]), size), tuple(bold))


def _cells(
    xs: Sequence[float], ys: Sequence[float], upright: Sequence[Rule], level: Sequence[Rule]
) -> Callable[[int, int], int]:
    """Which cell a place of the net belongs to: neighbours that no line parts are one."""
    across, down = len(xs) - 1, len(ys) - 1
    group = list(range(across * down))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for r in range(down):
        for c in range(across):
            here = r * across + c
            height, middle = (ys[r] + ys[r + 1]) / 2, (xs[c] + xs[c + 1]) / 2
            if c + 1 < across and not _parted(upright, xs[c + 1], height):
                group[root(here)] = root(here + 1)
            if r + 1 < down and not _parted(level, ys[r + 1], middle):
                group[root(here)] = root(here + across)
    return lambda row, column: root(max(0, min(down - 1, row)) * across + max(0, min(across - 1, column)))


def _begins(cell_of: Callable[[int, int], int], row: int, column: int) -> bool:
    return column == 0 or cell_of(row, column - 1) != cell_of(row, column)


def _parted(rules: Sequence[Rule], at: float, along: float) -> bool:
    return any(abs(one.at - at) <= _NEAR and one.start <= along <= one.end for one in rules)


def _places(values: Sequence[float]) -> list[float]:
    """Sorted, those that are all but one taken together."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _band(places: Sequence[float], at: float) -> int:
    return max(0, min(len(places) - 2, sum(place <= at for place in places) - 1))


def _within(at: float, rule: Rule) -> bool:
    return rule.start - _NEAR <= at <= rule.end + _NEAR


def _overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.bottom < other.top and other.bottom < one.top
