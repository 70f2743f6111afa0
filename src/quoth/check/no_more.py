"""What the sentence after advice is that leaves it as it is: a meaning, a reason for it, a pointer, the next one."""

import re
from functools import lru_cache

from quoth.model import Rendition
from quoth.model.adds_nothing_rules import (
    ADDS_NOTHING,
    BOUND_TO_THE_LAST,
    CHANGES_SOMETHING,
    ENDS_GRADED,
    HEADS_ANOTHER_PART,
    NEXT_RECOMMENDATION,
)
from quoth.model.making_rules import ON_THE_MAKING
from quoth.text.later import compile_later

__all__ = ["has_its_own_grade", "is_graded", "says_no_more"]

_KEPT = 8_192
_HARMLESS = compile_later(ADDS_NOTHING, re.IGNORECASE)
_LIMIT = compile_later(CHANGES_SOMETHING, re.IGNORECASE)
_ANEW = compile_later(NEXT_RECOMMENDATION, re.IGNORECASE)
_HOW_MADE = compile_later(ON_THE_MAKING, re.IGNORECASE)
_TIED = compile_later(BOUND_TO_THE_LAST, re.IGNORECASE)
_GRADE_AT_END = compile_later(ENDS_GRADED, re.IGNORECASE)
_NEXT_HEADING = compile_later(HEADS_ANOTHER_PART)


@lru_cache(maxsize=_KEPT)
def says_no_more(words: str, own_line: bool) -> bool:
    """Whether advice says as much without the sentence after it."""
    if _HOW_MADE.search(words):
        return True
    if _ANEW.search(words):
        return not _TIED.search(words)
    harmless = _HARMLESS.search(words) or (own_line and _NEXT_HEADING.match(words))
    return bool(harmless) and not _LIMIT.search(words)


def is_graded(words: str) -> bool:
    """Whether words end with a grade in brackets."""
    return _GRADE_AT_END.search(words) is not None


def has_its_own_grade(rendition: Rendition, last: int) -> bool:
    """Whether the sentence at `last`, which advises, and the one after it were each given a grade."""
    own, following, *more = (rendition.text[one.start : one.end] for one in rendition.sentences[last : last + 3])
    if following[:1] in ("(", "[") or not _GRADE_AT_END.search(own):
        return False
    return any(_GRADE_AT_END.search(one) for one in (following, *(one for one in more if one[:1] in ("(", "["))))
