"""A table row as the library stores it ("COR: I | LOE: A | Recommendation: …") as a statement with its grades."""

import re
from dataclasses import dataclass

from quoth.evidence.guideline.blocks import Block
from quoth.model import Extent
from quoth.text.later import compile_later

__all__ = ["CELL", "Cell", "Row", "heads_of", "is_headed", "row_of"]

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


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with the head of its column."""

    label: Extent
    value: Extent


@dataclass(frozen=True, slots=True)
class Row:
    """What a row holds: the cells that are grades, the one that advises, the one that says for whom."""

    grades: tuple[Cell, ...]
    statement: Extent | None
    population: Extent | None


def row_of(text: str, block: Block) -> Row | None:
    """The row that a block is, or `None` when it is none."""
    words = text[block.start : block.end]
    if " | " not in words or "\n" in words:
        return None
    grades: list[Cell] = []
    statement: Extent | None = None
    population: Extent | None = None
    others: list[Extent] = []
    at = block.start
    for cell in words.split(" | "):
        headed = _CELL.fullmatch(cell)
        label = Extent(at, at + (headed.end("label") if headed else 0))
        value = Extent(at + headed.start("value"), at + headed.end("value")) if headed else Extent(at, at + len(cell))
        head = text[label.start : label.end]
        if headed and _GRADE_HEAD.fullmatch(head):
            grades.append(Cell(label, value))
        elif headed and _PEOPLE_HEAD.fullmatch(head):
            population = value
        elif headed and _ADVICE_HEAD.fullmatch(head) and statement is None:
            statement = value
        else:
            others.append(value if headed and len(head) < 40 else Extent(at, at + len(cell)))
        at += len(cell) + 3
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
