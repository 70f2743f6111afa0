"""Tables as lines of text, one for each row, each value with the head of its column, so that a row can be quoted alone.

"Pain at 12 weeks | Exercise (n = 40): 3.2 | Control (n = 41): 4.5". Cells that span rows or columns count for each.
"""

from collections.abc import Iterator

from lxml.etree import _Element

from quoth.sources.markup import flat_text

__all__ = ["rows_of"]

MAX_COLUMNS = 60
MAX_ROWS = 2000
_Row = list[str]


def rows_of(table: _Element) -> Iterator[str]:
    """The rows of the table's body; of a table without one, all rows."""
    head = _grid(table.iterfind("thead/tr"))
    body_rows = [*table.iterfind("tbody/tr"), *table.iterfind("tr"), *table.iterfind("tfoot/tr")]
    columns = [_joined(column) for column in _columns(head)]
    for row in _grid(iter(body_rows)):
        cells = []
        for at, cell in enumerate(row):
            if not cell or (at and cell == row[at - 1] and len(set(row)) == 1):
                continue
            title = columns[at] if at < len(columns) else ""
            cells.append(f"{title}: {cell}" if title and at else cell)
        if cells:
            yield " | ".join(cells)


def _grid(rows: Iterator[_Element]) -> list[_Row]:
    """Rows of equal meaning by column: spans are filled in. What is absurdly large is cut."""
    grid: list[_Row] = []
    reaching: dict[int, tuple[int, str]] = {}  # column -> (rows still to fill, words) of cells from rows above
    for row in rows:
        if len(grid) >= MAX_ROWS:
            break
        line: _Row = []
        below: dict[int, tuple[int, str]] = {}
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            _fill(line, reaching, below)
            words, down = flat_text(cell), _span(cell.get("rowspan"), MAX_ROWS)
            for _ in range(_span(cell.get("colspan"), MAX_COLUMNS)):
                if down > 1:
                    below[len(line)] = (down - 1, words)
                line.append(words)
        _fill(line, reaching, below)
        grid.append(line[:MAX_COLUMNS])
        reaching = below
    return grid


def _fill(line: _Row, reaching: dict[int, tuple[int, str]], below: dict[int, tuple[int, str]]) -> None:
    """Set the cells of rows above that reach into the next places of this row."""
    while len(line) in reaching and len(line) < MAX_COLUMNS:
        left, words = reaching.pop(len(line))
        if left > 1:
            below[len(line)] = (left - 1, words)
        line.append(words)


def _span(value: str | None, most: int) -> int:
    return min(int(value), most) if value and value.isascii() and value.isdigit() and int(value) > 0 else 1


def _columns(head: list[_Row]) -> list[_Row]:
    width = max((len(row) for row in head), default=0)
    return [[row[at] for row in head if at < len(row)] for at in range(width)]


def _joined(column: _Row) -> str:
    return ", ".join(dict.fromkeys(filter(None, column)))
