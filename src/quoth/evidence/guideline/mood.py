"""Whether advice asks for something, or tells what is done, paid for or covered: the table is `asking_rules`.

The checker reads it with its own code.
"""

import re
from functools import lru_cache

from quoth.model.asking_rules import ASKS_ANYWHERE, OPENS_WITH_AN_ORDER, TELLS
from quoth.model.surrounding_rules import ASKS, NEXT_ITEM
from quoth.text import sentences
from quoth.text.later import compile_later

__all__ = ["asks_for_something", "opens_with_an_order"]

_KEPT = 16_384
_READ_CHARS = 4_000
_ASKS = compile_later(ASKS)
_ANYWHERE = tuple(compile_later(pattern, re.IGNORECASE) for pattern in ASKS_ANYWHERE)
_ITEM = compile_later(NEXT_ITEM)
_ORDER = compile_later(OPENS_WITH_AN_ORDER, re.IGNORECASE)
_TELLS = compile_later(TELLS, re.IGNORECASE)


@lru_cache(maxsize=_KEPT)
def asks_for_something(advice: str, *, graded: bool) -> bool:
    """Whether a sentence of advice asks, or none of them is a sentence that tells something."""
    words = advice[:_READ_CHARS]
    cut = [words[start:end] for start, end in sentences(words)]
    if (
        graded
        or _ITEM.match(words)
        or any(_ASKS.search(one) or any(found.search(one) for found in _ANYWHERE) for one in cut)
    ):
        return True
    return not any(_TELLS.search(one) for one in cut)


def opens_with_an_order(advice: str) -> bool:
    """Whether what is to be done comes first: enough under a heading or a label that says that it is advice."""
    return _ORDER.match(advice) is not None
