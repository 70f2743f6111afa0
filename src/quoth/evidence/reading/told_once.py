"""The grade that is told once for a part of a guideline, and belongs to each advice of it that has none of its own.

The table is `quoth.model.grade_line_rules`, which the checker reads with its own code.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from quoth.model import Passage, Section
from quoth.model.grade_line_rules import ADVISES_ITSELF, GRADE_LINE_WORDS, GRADES, OF_ALL, TELLS_FURTHER
from quoth.model.surrounding_rules import ASKS
from quoth.text.later import compile_later

__all__ = ["grade_of_the_part"]

_KEPT = 16_384
_GRADES = compile_later(GRADES, re.IGNORECASE)
_OF_ALL = compile_later(OF_ALL, re.IGNORECASE)
_ADVISES = compile_later(ADVISES_ITSELF, re.IGNORECASE)
_FURTHER = compile_later(TELLS_FURTHER, re.IGNORECASE)
_ASKS = compile_later(ASKS)


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
