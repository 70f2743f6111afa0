"""A row of a table as a recommendation under way: its advice, and the grades of its columns as one grade."""

from collections.abc import Iterator
from dataclasses import replace

from quoth.evidence.guideline.blocks import Block
from quoth.evidence.guideline.draft import Draft, joined_grades, long_enough
from quoth.evidence.guideline.grading import Grade, Grader
from quoth.evidence.guideline.marks import Marked
from quoth.evidence.guideline.recommendations import recommends
from quoth.evidence.guideline.rows import Cell, Row
from quoth.model import GradePlace

__all__ = ["draft_of_row"]


def draft_of_row(text: str, block: Block, row: Row, grader: Grader, mark: Marked | None) -> Iterator[Draft]:
    """The draft of a row, when one of its columns is a grade or is headed as advice.

    Args:
        text: the stored text.
        block: the row.
        row: its cells.
        grader: reads the issuer's grades.
        mark: a grade in a column without a head.
    """
    grade: Grade | None = None
    for cell in row.grades:
        here = _of_cell(text, cell, grader)
        grade = joined_grades(grade, here) if here else grade
    if grade is None and mark is not None:
        grade = mark.grade
    if row.statement is None:
        return
    words = text[row.statement.start : row.statement.end]
    inline = [one.moved(row.statement.start) for one in grader.grades(words)]
    if grade is None and len(inline) == 1:
        grade = inline[0]
    if grade is None and not recommends(words):
        return
    if long_enough(row.statement):
        place = GradePlace.COLUMN if grade else GradePlace.NOWHERE
        yield Draft(row.statement, block, grade, place, population=row.population)


def _of_cell(text: str, cell: Cell, grader: Grader) -> Grade | None:
    """The grade of a cell, with the head of its column, which says what a bare figure means."""
    value = grader.read(text, cell.value.start, cell.value.end)
    if cell.label.end <= cell.value.start <= cell.label.end + len(": "):
        return grader.read(text, cell.label.start, cell.value.end) or value
    if value is not None or not cell.value.start < cell.value.end:
        return value
    together = f"{text[cell.label.start : cell.label.end]}: {text[cell.value.start : cell.value.end]}"
    read = grader.read(together, 0, len(together))
    if read is None:
        return None
    strength, certainty = (cell.value if part else None for part in (read.strength, read.certainty))
    return replace(read, start=cell.value.start, end=cell.value.end, strength=strength, certainty=certainty)
