"""A table row as the library stores it ("COR: I | LOE: A | Recommendation: …") as a statement with its grades.

Many documents mark no row of a table as its head. Their rows come without the heads of their columns, and the first
row, short cells that name grades or advice, heads those that follow.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.evidence.guideline.blocks import Block
from quoth.model import Extent
from quoth.text.later import compile_later

__all__ = ["CELL", "Cell", "Row", "heads_of", "is_headed", "is_legend", "row_of", "rows_under"]

CELL = " | "
"""Between the cells of a row, which stands in a line of its own."""
_HEAD_CHARS = 80

_CELL = compile_later(r"(?P<label>[^:|]{1,80}?): (?P<value>[^|]+)")
_GRADE_HEAD = compile_later(
    r"\s*(?:(?:overall |usual )?(?:grade|strength|class|category|COR|LOE|level|quality|certainty|rating|GRADE"
    r"|SOR)\b.{0,50}"
    r"|(?:evidence|recommendation|guideline) (?:grade|level|quality|strength|rating|category|class"
    r"|certainty)\b.{0,30})",
    re.IGNORECASE,
)
_ADVICE_HEAD = compile_later(
    r"\s*(?:(?:key |summary of |clinical |our )?(?:recommendations?|guidance|advice|statements?|what we recommend))"
    r"(?: (?:statements?|text|summary|\d[\d.]*))?\s*",
    re.IGNORECASE,
)
_PEOPLE_HEAD = compile_later(
    r"\s*(?:populations?|patients?|patient (?:group|population)s?|for whom|who)\s*", re.IGNORECASE
)
_MEANING_HEAD = compile_later(
    r"\s*(?:meanings?|definitions?|interpretations?|explanations?|implications?\b.*|suggestions for practice)\s*",
    re.IGNORECASE,
)
_NUMBER_HEAD = compile_later(r"\s*(?:no\.?|nos\.?|nr\.?|#|number|item|ID)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with the head of its column, which stands before it or, where the table has a row of heads, in that."""

    label: Extent
    value: Extent


@dataclass(frozen=True, slots=True)
class Row:
    """What a row holds: the cells that are grades, the one that advises, the one that says for whom."""

    grades: tuple[Cell, ...]
    statement: Extent | None
    population: Extent | None


def rows_under(text: str, blocks: Sequence[Block]) -> dict[int, tuple[Extent, ...]]:
    """The heads of columns for rows that carry none, by the start of the row: out of the first row of their table."""
    under: dict[int, tuple[Extent, ...]] = {}
    heads: tuple[Extent, ...] = ()
    for block in blocks:
        cells = _cells(text, block)
        if len(cells) < 2 or any(_CELL.fullmatch(text, cell.start, cell.end) for cell in cells):
            heads = ()
        elif _heads(text, cells):
            heads = cells
        elif heads and len(cells) == len(heads):
            under[block.start] = heads
        else:
            heads = ()
    return under


def is_legend(text: str, block: Block, heads: Sequence[Extent]) -> bool:
    """Whether a row tells what a grade means, by the head of one of its columns, and so recommends nothing."""
    named = [text[head.start : head.end] for head in heads] or list(heads_of(text[block.start : block.end]))
    return any(map(_MEANING_HEAD.fullmatch, named)) and not any(map(_ADVICE_HEAD.fullmatch, named))


def _cells(text: str, block: Block) -> tuple[Extent, ...]:
    words = text[block.start : block.end]
    if CELL not in words or "\n" in words:
        return ()
    cells, at = [], block.start
    for cell in words.split(CELL):
        cells.append(Extent(at, at + len(cell)))
        at += len(cell) + len(CELL)
    return tuple(cells)


def _heads(text: str, cells: Sequence[Extent]) -> bool:
    named = [text[cell.start : cell.end] for cell in cells]
    named = [name for name in named if not _NUMBER_HEAD.fullmatch(name)]
    if any(len(name) > _HEAD_CHARS // 2 or name.rstrip().endswith(".") for name in named):
        return False
    kinds = (_GRADE_HEAD, _ADVICE_HEAD, _MEANING_HEAD)
    return sum(any(kind.fullmatch(name) for kind in kinds) for name in named) >= min(2, len(named))


def row_of(text: str, block: Block, heads: Sequence[Extent] = ()) -> Row | None:
    """The row that a block is, or `None` when it is none; `heads` are those of its columns, where it carries none."""
    words = text[block.start : block.end]
    if " | " not in words or "\n" in words:
        return None
    grades: list[Cell] = []
    statement: Extent | None = None
    population: Extent | None = None
    others: list[Extent] = []
    at = block.start
    for number, cell in enumerate(words.split(CELL)):
        headed = None if heads else _CELL.fullmatch(cell)
        label = heads[number] if heads else Extent(at, at + (headed.end("label") if headed else 0))
        value = Extent(at + headed.start("value"), at + headed.end("value")) if headed else Extent(at, at + len(cell))
        head = text[label.start : label.end]
        if head and _GRADE_HEAD.fullmatch(head):
            grades.append(Cell(label, value))
        elif head and _PEOPLE_HEAD.fullmatch(head):
            population = value
        elif head and _ADVICE_HEAD.fullmatch(head) and statement is None:
            statement = value
        else:
            others.append(value if headed and len(head) < 40 else Extent(at, at + len(cell)))
        at += len(cell) + len(CELL)
    if statement is None and others:
        statement = max(others, key=lambda one: one.end - one.start)
    return Row(tuple(grades), statement, population)


def heads_of(words: str) -> tuple[str, ...]:
    """The heads of a row's columns, as far as its cells carry them."""
    parts = (cell.partition(": ") for cell in words.split(CELL))
    return tuple(head.strip() for head, colon, _ in parts if colon and len(head) <= _HEAD_CHARS)


def is_headed(words: str) -> bool:
    """Whether each cell but the first carries the head of its column: else it says nothing without its table."""
    return len(heads_of(words)) >= words.count(CELL) > 0
