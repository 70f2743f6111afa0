"""The rows of a table that was found on a PDF page: which are heads of columns, and what goes on over a page's end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quoth.sources.pdf_lines import Cell, Line, Word

__all__ = ["Box", "Table", "cell_lines", "heads_above", "is_head", "rows_in_lines", "with_heads_of"]

_HEAD_CHARS = 80
_MOST_HEAD_ROWS = 3
_SAME = 4.0
_OVER_SIZES = 6
_HEAD = re.compile(
    r"(?:COR|LOE|SOR|GRADE|Nr|No\.?|#"
    r"|(?:(?:overall|usual) )?(?:Class|Grade|Strength|Level|Quality|Certainty|Rating|Category)"
    r"(?: of (?:the )?(?:evidence|recommendations?))?(?: ?\([^)]{1,30}\))?"
    r"|(?:Evidence|Recommendation|Guideline) (?:grade|level|quality|strength|rating|class|certainty)"
    r"|(?:key |clinical |summary of )?(?:Recommendations?|Statements?|Guidance|Advice)(?: (?:statements?|text))?"
    r"|Evidence|References?|Comments?|Remarks?|Populations?|Patients?|Topic|Section|Number|Rationale)"
    r"[:*†‡]*(?: [a-e1-9])?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\b(Class|Level|Grade|Strength|COR|LOE|Evidence|Quality|Certainty|Recommendations?)([a-e1-9])$")
_SENTENCE_ENDS = re.compile(r"[.;!?][\"'”’)\]]*$")
_Texts = tuple[str, ...]
"""The lines of one cell."""
_Row = tuple[_Texts | None, ...]
"""The cells of a row; `None` where the cell to the left reaches over this column as well."""


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of a page, in points."""

    left: float
    right: float
    bottom: float
    top: float

    def holds(self, word: Word) -> bool:
        """Whether a word stands in it."""
        middle = word.base + 0.3 * word.size
        return self.left < (word.left + word.right) / 2 < self.right and self.bottom < middle < self.top


@dataclass(frozen=True, slots=True)
class Table:
    """A table as cells in rows. A row with one cell is a title within the table."""

    box: Box
    columns: tuple[float, ...]
    """Where each column begins."""
    rows: tuple[_Row, ...]
    tops: tuple[float, ...]
    """The upper end of each row, and of what follows the last."""
    size: float
    """Of its letters."""
    heads: tuple[_Texts, ...] = ()


def cell_lines(words: Sequence[Word]) -> _Texts:
    """The words of a cell as its lines, from the top."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (-one.base, one.left)):
        if lines and abs(lines[-1][0].base - word.base) < 0.45 * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(" ".join(word.text for word in sorted(line, key=lambda one: one.left)) for line in lines)


def is_head(text: str) -> bool:
    """Whether a cell says what a column of a table of recommendations is called."""
    return _HEAD.fullmatch(_noted(text.strip())) is not None


def _noted(text: str) -> str:
    """A head with the sign of its note set off: "Class" with a raised "a" is written "Classa"."""
    return _NOTE.sub(r"\1 \2", text)


def with_heads_of(table: Table, above: Table | None, *, bold: Sequence[bool]) -> Table:
    """The table with its heads set apart, or with those of the table that it goes on from on the page before."""
    first = 0
    while first < len(table.rows) and sum(map(bool, table.rows[first])) == 1:
        first += 1
    last = first
    while last < len(table.rows) - 1 and last - first < _MOST_HEAD_ROWS and _is_head_row(table.rows[last], bold[last:]):
        last += 1
    heads: tuple[_Texts, ...] = ((),) * len(table.columns)
    for row in table.rows[first:last]:
        heads = tuple(
            (*one, *(part for part in other if part not in one)) for one, other in zip(heads, _spread(row), strict=True)
        )
    if first == last and above is not None and _same_columns(table, above):
        heads = above.heads
    heads = tuple(tuple(map(_noted, head)) for head in heads)
    kept = (*table.rows[:first], *table.rows[last:])
    return replace(table, rows=kept, tops=(*table.tops[:first], *table.tops[last:]), heads=heads)


def heads_above(table: Table, words: Sequence[Word]) -> tuple[Table, Box] | None:
    """The table with the heads that stand over it without borders of its own, and where they stand.

    Between them and the rows may be the title of the first part.
    """
    left, right, top = table.box.left, table.box.right, table.box.top
    over = Box(left, right, top, top + _OVER_SIZES * table.size)
    levels: list[list[Word]] = []
    for word in sorted(filter(over.holds, words), key=lambda one: one.base):
        if levels and word.base - levels[-1][0].base < 0.45 * table.size:
            levels[-1].append(word)
        else:
            levels.append([word])
    ends = (*table.columns[1:], right)
    for level in levels:
        heads = tuple(
            cell_lines([word for word in level if start < (word.left + word.right) / 2 <= end])
            for start, end in zip(table.columns, ends, strict=True)
        )
        if all(len(head) == 1 and is_head(head[0]) for head in heads):
            base = level[0].base
            place = Box(left, right, base - 0.3 * table.size, base + 1.2 * table.size)
            return replace(table, heads=tuple(tuple(map(_noted, head)) for head in heads)), place
    return None


def _spread(row: _Row) -> tuple[_Texts, ...]:
    found: list[_Texts] = []
    for cell in row:
        found.append(found[-1] if cell is None and found else cell or ())
    return tuple(found)


def _is_head_row(row: _Row, bold: Sequence[bool]) -> bool:
    cells = [_noted(" ".join(lines)) for lines in row if lines]
    if len(cells) < 2 or any(
        len(one) > _HEAD_CHARS or (_SENTENCE_ENDS.search(one) and not is_head(one)) for one in cells
    ):
        return False
    return any(is_head(cell) for cell in cells) or (bold[0] and not all(bold))


def _same_columns(one: Table, other: Table) -> bool:
    return len(one.columns) == len(other.columns) and all(
        abs(a - b) < _SAME for a, b in zip(one.columns, other.columns, strict=True)
    )


def rows_in_lines(table: Table, like: Line) -> list[Line]:
    """Each row as one line of its page; `like` is any line of that page."""
    found = []
    for at, row in enumerate(table.rows):
        heads = table.heads or ((),) * len(row)
        filled = [(place, lines, head) for place, (lines, head) in enumerate(zip(row, heads, strict=True)) if lines]
        is_title = len(filled) == 1
        cells = tuple(Cell(lines, () if is_title else head, place) for place, lines, head in filled)
        found.append(
            replace(
                like,
                text=" | ".join(" ".join((*cell.head, *cell.lines)) for cell in cells),
                left=table.box.left,
                right=table.box.right,
                top=table.tops[at],
                bottom=table.tops[at + 1],
                size=table.size,
                bold=False,
                words=(),
                cells=cells,
            )
        )
    return found
