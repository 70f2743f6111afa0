"""The tables of a PDF set apart from its other lines: each row as one line with its cells.

A table that ends one page and begins the next is one table: its heads hold for the rest, and a row that the page's end
cut in two is one row. Where grades stand in rows that could not be put together, the page is named.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quoth.sources.pdf_columns import tables_in
from quoth.sources.pdf_grid import grids_of
from quoth.sources.pdf_layout import gutter_of
from quoth.sources.pdf_lines import Line, Word
from quoth.sources.pdf_rules import Rules
from quoth.sources.pdf_table_rows import Box, Table, heads_above, rows_in_lines, with_heads_of

__all__ = ["Tabled", "with_tables"]

_GRADE = re.compile(
    r"(?:(?:class|level|grade) )?(?:I{1,3}[ab]?|IV|[1-4][abc]|[A-E](?:-[A-Z]{1,3})?)"
    r"|(?:strong|weak|conditional|high|moderate|low|very low)(?: (?:for|against))?",
    re.IGNORECASE,
)
_LOOSE = 3
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$|[)\]]$")


@dataclass(frozen=True, slots=True)
class Tabled:
    """The pages with the rows of their tables as lines, and the pages with a table that could not be taken apart."""

    pages: list[list[Line]]
    doubtful: tuple[int, ...]


def with_tables(pages: Sequence[Sequence[Line]], rules: Sequence[Rules]) -> Tabled:
    """The lines of each page, rows of tables put together."""
    found: list[list[Line]] = []
    doubtful: list[int] = []
    above: Table | None = None
    bordered = True
    rows: list[Line] = []
    for number, (lines, drawn) in enumerate(zip(pages, rules, strict=True), 1):
        tables: list[Table] = []
        words = [word for line in lines for word in line.words]
        for one in grids_of(words, drawn) if words else ():
            if any(_is_cut(line, one.table.box) for line in lines):
                continue
            tables.append(with_heads_of(one.table, above if not tables else None, bold=one.bold))
        rest = _without(lines, [table.box for table in tables])
        for at, table in enumerate(tables):
            if not any(table.heads) and (headed := heads_above(table, [w for line in rest for w in line.words])):
                tables[at], place = headed
                rest = _without(rest, [place])
        grids = list(tables)
        words = [word for line in rest for word in line.words]
        goes_on = above if not tables and not bordered else None
        for parted in tables_in(words, drawn.level, gutter_of(rest), goes_on) if words else ():
            if parted.table is None:
                doubtful += [number - 1, number] if goes_on and not tables else [number]
            else:
                tables.append(parted.table)
        tables.sort(key=lambda one: -one.box.top)
        rest = _without(rest, [table.box for table in tables])
        before, rows = rows[-1:], [row for table in tables for row in rows_in_lines(table, lines[0])]
        if before and above is not None and tables and _is_torn(before[0], rows[0], above, tables[0]):
            found[-1] = [_mended(line, before[0], rows[0]) for line in found[-1]]
            rows = rows[1:]
        if _has_loose_grades(rest):
            doubtful.append(number)
        found.append([*rest, *rows])
        last = tables[-1] if tables else None
        bordered = last is not None and last in grids
        above = last if last and not any(line.bottom < last.box.bottom for line in rest) else None
    return Tabled(found, tuple(dict.fromkeys(doubtful)))


def _is_torn(row: Line, rest: Line, above: Table, table: Table) -> bool:
    """Whether a page begins with the rest of the row with which the page before ends."""
    if above.heads != table.heads or len(row.cells) != len(above.columns) or len(rest.cells) >= len(row.cells):
        return False
    ends = {cell.at: cell.lines[-1] for cell in row.cells}
    return all(one.lines[0][:1].islower() or not _ENDS.search(ends[one.at]) for one in rest.cells)


def _mended(line: Line, row: Line, rest: Line) -> Line:
    if line is not row:
        return line
    more = {cell.at: cell.lines for cell in rest.cells}
    return replace(line, cells=tuple(replace(cell, lines=(*cell.lines, *more.get(cell.at, ()))) for cell in line.cells))


def _has_loose_grades(lines: Sequence[Line]) -> bool:
    """Whether grades stand by themselves beside other words: cells of a table that was not found."""
    found = 0
    ordered = sorted(lines, key=lambda line: line.bottom)
    for one, other in pairwise(ordered):
        if other.bottom + 0.5 * other.size < one.top:
            found += any(_GRADE.fullmatch(line.text) for line in (one, other))
    return found >= _LOOSE


def _without(lines: Sequence[Line], boxes: Sequence[Box]) -> list[Line]:
    """The lines without the words that stand in tables."""
    found = []
    for line in lines:
        kept = tuple(word for word in line.words if not any(box.holds(word) for box in boxes))
        if len(kept) == len(line.words):
            found.append(line)
        elif kept:
            found.append(_of_words(line, kept))
    return found


def _is_cut(line: Line, box: Box) -> bool:
    """Whether the edge of a table runs through what is written: then its lines are no borders."""
    return any(
        box.holds(one) != box.holds(other) and other.left - one.right < 0.6 * one.size
        for one, other in pairwise(line.words)
    )


def _of_words(line: Line, words: Sequence[Word]) -> Line:
    text = " ".join(word.text for word in words)
    return replace(line, text=text, left=words[0].left, right=max(one.right for one in words), words=tuple(words))
