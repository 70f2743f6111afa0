"""Whether the sentence after advice changes nothing of it, and so need not travel.

The table is `quoth.model.adds_nothing_rules`, which the checker reads with its own code.
"""

import re
from functools import lru_cache

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

__all__ = ["adds_nothing", "ends_graded", "is_graded_apart", "is_on_the_making"]

_KEPT = 16_384
_NOTHING = compile_later(ADDS_NOTHING, re.IGNORECASE)
_SOMETHING = compile_later(CHANGES_SOMETHING, re.IGNORECASE)
_MAKING = compile_later(ON_THE_MAKING, re.IGNORECASE)
_NEXT = compile_later(NEXT_RECOMMENDATION, re.IGNORECASE)
_BOUND = compile_later(BOUND_TO_THE_LAST, re.IGNORECASE)
_GRADED = compile_later(ENDS_GRADED, re.IGNORECASE)
_HEADING = compile_later(HEADS_ANOTHER_PART)


@lru_cache(maxsize=_KEPT)
def adds_nothing(sentence: str, *, below: bool) -> bool:
    """Whether a sentence after advice leaves it as it is; `below` where it stands in a line of its own."""
    if is_on_the_making(sentence):
        return True
    if below and _HEADING.match(sentence) and not _SOMETHING.search(sentence):
        return True
    if _NEXT.search(sentence):
        return _BOUND.search(sentence) is None
    return _NOTHING.search(sentence) is not None and _SOMETHING.search(sentence) is None


@lru_cache(maxsize=_KEPT)
def is_on_the_making(sentence: str) -> bool:
    """Whether a sentence only tells how a report was made, or where a part of it is printed."""
    return _MAKING.search(sentence) is not None


def ends_graded(sentence: str) -> bool:
    """Whether a sentence ends with a grade of its own."""
    return _GRADED.search(sentence) is not None


def is_graded_apart(advice: str, sentence: str, onward: str) -> bool:
    """Whether advice and the sentence after it have each a grade of their own; `onward` is what stands after both."""
    if not ends_graded(advice) or sentence.startswith(("(", "[")):
        return False
    return _GRADED.search(sentence) is not None or (
        onward.startswith(("(", "[")) and _GRADED.search(onward) is not None
    )
