"""Grades that stand before their advice as a bare mark: in a column without a head, or first in a paragraph.

They are letters, ticks or "1A" ("B Levetiracetam may be considered …").
A letter alone may number a list, or be an article ("A Mediterranean diet …"). So marks count only where several stand
under each other and do not merely count A, B, C; and a text that explains its letters, or an issuer known for them,
is believed sooner.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.evidence.guideline.blocks import Block
from quoth.evidence.guideline.grading import Grade, Grader
from quoth.evidence.guideline.rows import CELL
from quoth.model import Extent
from quoth.text.later import compile_later

__all__ = ["Marked", "marked_blocks"]

_MARK = r"(?:[A-D][+]?|[✓✔√☑]|GPP|[12][A-D])"
_LEADS = compile_later(rf"[•◦▪]?\s*(?P<mark>{_MARK})\s+(?P<rest>[A-Z][^\n]*)")
_CELL_CHARS = 40
_EXPLAINS = compile_later(rf"(?:grade:? )?{_MARK}(?:\s*\||\s*[:=–—-]|\s+[A-Z])")


@dataclass(frozen=True, slots=True)
class Marked:
    """A block that is advice with a mark: its grade and, in a paragraph, the words after it."""

    grade: Grade
    rest: Extent | None = None
    """Not for rows, whose cells are read as those of any other row."""


def marked_blocks(
    text: str, blocks: Sequence[Block], grader: Grader, *, advises: Callable[[str], bool]
) -> Mapping[int, Marked]:
    """The marked advice of a text by the place where its block starts.

    Args:
        text: the stored text.
        blocks: all of it, in order, those that explain grades as well.
        grader: reads a mark as the issuer means it.
        advises: whether words are advice.
    """
    explained = any(block.defines and _EXPLAINS.match(text, block.start) for block in blocks)
    known = explained or grader.reads_letters
    runs = [run for run in _runs(text, blocks, grader, advises) if _is_scheme(text, run, known=known)]
    return {start: marked for run in runs for start, marked in run}


def _runs(
    text: str, blocks: Sequence[Block], grader: Grader, advises: Callable[[str], bool]
) -> Iterator[list[tuple[int, Marked]]]:
    """Marked blocks that follow each other, rows and paragraphs apart; no rows under a row that heads them.

    What stands in a column whose head is no word of grades ("Vitamin") is what the head says.
    """
    run: list[tuple[int, Marked]] = []
    rows = headed = False
    for block in blocks:
        words = text[block.start : block.end]
        row = CELL in words
        marked = None if block.defines else (_in_cells if row else _leading)(text, block, grader, advises)
        if run and (marked is None or row != rows):
            yield run
            run = []
        if marked is None:
            headed = row and not block.defines and _heads_others(words)
        elif not (row and headed):
            run.append((block.start, marked))
            rows = row
    if run:
        yield run


def _heads_others(words: str) -> bool:
    return all(0 < len(cell) <= _CELL_CHARS and cell[-1] not in ".;" for cell in words.split(CELL))


def _leading(text: str, block: Block, grader: Grader, advises: Callable[[str], bool]) -> Marked | None:
    found = _LEADS.fullmatch(text, block.start, block.end)
    if found is None or not advises(found["rest"]):
        return None
    grade = grader.read(text, *found.span("mark"), strict=True)
    return Marked(grade, Extent(*found.span("rest"))) if grade else None


def _in_cells(text: str, block: Block, grader: Grader, advises: Callable[[str], bool]) -> Marked | None:
    """The one cell of a row that is a grade, where another one advises."""
    at, grades, advice = block.start, [], False
    for cell in text[block.start : block.end].split(CELL):
        grade = grader.read(text, at, at + len(cell), strict=True) if 0 < len(cell) <= _CELL_CHARS else None
        grades += [grade] if grade else []
        advice = advice or (grade is None and advises(cell))
        at += len(cell) + len(CELL)
    return Marked(grades[0]) if advice and len(grades) == 1 else None


def _is_scheme(text: str, run: Sequence[tuple[int, Marked]], *, known: bool) -> bool:
    marks = [_mark(text, marked.grade) for _, marked in run]
    if len(marks) > 1 and marks == _counting(marks):
        return known
    if all(len(mark) > 1 for mark in marks):
        return True
    in_rows = run[0][1].rest is None
    if not in_rows and set(marks) == {"A"} and len(marks) < 2:  # an article
        return False
    return known if len(marks) == 1 else known or len(marks) > 2


def _counting(marks: Sequence[str]) -> list[str]:
    """As many marks as these, where they merely count: A, B, C or 1A, 1B, 2A."""
    if marks[0] != "1A":
        return [chr(ord("A") + number) for number in range(len(marks))]
    return sorted(set(marks))


def _mark(text: str, grade: Grade) -> str:
    extent = grade.strength or grade.certainty
    return re.sub(r"\s", "", text[extent.start : extent.end]) if extent else ""
