"""What is told once for a part of a guideline and belongs to each advice of it: its grade, people, measure, exceptions.

The table is `quoth.model.told_once_rules`, which the checker reads with its own code.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quoth.model import Passage, Section
from quoth.model.surrounding_rules import ASKS
from quoth.model.told_once_rules import (
    ADVISES_ITSELF,
    AHEAD,
    BEHIND,
    GRADE_LINE_WORDS,
    GRADES,
    HOLDS_FOR,
    OF_ALL,
    OF_THE_PART,
    OF_THE_WORK,
    PART_LINE_WORDS,
    TELLS_FURTHER,
)
from quoth.text.later import compile_later

__all__ = ["grade_of_the_part", "lines_of_the_part"]

_KEPT = 16_384
_GRADES = compile_later(GRADES, re.IGNORECASE)
_OF_ALL = compile_later(OF_ALL, re.IGNORECASE)
_ADVISES = compile_later(ADVISES_ITSELF, re.IGNORECASE)
_FURTHER = compile_later(TELLS_FURTHER, re.IGNORECASE)
_ASKS = compile_later(ASKS)
_HOLDS = compile_later(HOLDS_FOR, re.IGNORECASE)
_OF_THE_PART = compile_later(OF_THE_PART, re.IGNORECASE)
_AHEAD, _BEHIND = compile_later(AHEAD, re.IGNORECASE), compile_later(BEHIND, re.IGNORECASE)
_OF_THE_WORK = compile_later(OF_THE_WORK, re.IGNORECASE)


def grade_of_the_part(passages: Sequence[Passage], index: int, section: Section | None) -> Passage | None:
    """The last sentence of a section, before the one at `index`, that grades all after it; `None` if none does."""
    start = section.start if section else 0
    for place in range(index - 1, -1, -1):
        one = passages[place]
        if one.start < start:
            return None
        opens = place == 0 or passages[place - 1].start < start
        if _grades_what_follows(one.text, opens):
            return one
    return None


@lru_cache(maxsize=_KEPT)
def _grades_what_follows(line: str, opens: bool) -> bool:
    if (
        len(line.split()) > GRADE_LINE_WORDS
        or "\n" in line
        or line[:1] in "(["
        or line.endswith(":")
        or not _GRADES.search(line)
    ):
        return False
    if _ASKS.search(line):
        return False
    if _OF_ALL.search(line):
        return _ADVISES.search(line) is None
    return opens and _FURTHER.search(line) is None


def lines_of_the_part(passages: Sequence[Passage], first: int, last: int, section: Section | None) -> Iterator[Passage]:
    """The sentences of a section, around those from `first` to `last`, that say for whom or how far all of it holds."""
    if section is None:
        return
    place = first - 1
    before = []
    while place >= 0 and passages[place].start >= section.start:
        before.append(passages[place])
        place -= 1
    yield from (one for one in reversed(before) if _speaks_of_all(one.text, above=True))
    for one in passages[last + 1 :]:
        if one.start >= section.end:
            return
        if _speaks_of_all(one.text, above=False):
            yield one


@lru_cache(maxsize=_KEPT)
def _speaks_of_all(line: str, *, above: bool) -> bool:
    if len(line.split()) > PART_LINE_WORDS or "\n" in line or line[:1] in "([" or line.endswith(":"):
        return False
    if not _HOLDS.search(line) or _ASKS.search(line) or _OF_THE_WORK.search(line):
        return False
    return bool(_OF_THE_PART.search(line) or (_AHEAD if above else _BEHIND).search(line))
