"""Whether a sentence out of a study tells something that was found, by what it has to be and not by what it may not be.

The rules are the table `quoth.model.found_rules`, which the checker reads with its own code.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from quoth.model.found_rules import (
    ANYWHERE,
    AT_ITS_HEAD,
    RESULTS_ANYWHERE,
    RESULTS_AT_THEIR_HEAD,
    STATISTIC,
    TOLD,
    FoundRule,
)
from quoth.text.later import compile_later

__all__ = ["tells_nothing_found"]

_READ_CHARS = 2_000
_KEPT_SENTENCES = 16_384
_LABEL = compile_later(r"[\s(\[]{0,4}[A-Z][A-Za-z /&,'-]{2,50}::?\s{0,4}")
_MARKS = compile_later(r"[\s(\[]{0,4}")
_OWN_STATISTIC = compile_later(STATISTIC, re.IGNORECASE)
_SOMETHING = compile_later(TOLD, re.IGNORECASE)


def _ready(rules: Iterable[FoundRule]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (compile_later(rule.pattern, re.IGNORECASE), compile_later(rule.unless, re.IGNORECASE)) for rule in rules
    )


_HEADS, _PLACES = _ready(AT_ITS_HEAD), _ready(ANYWHERE)
_OF_RESULTS = _ready(RESULTS_AT_THEIR_HEAD), _ready(RESULTS_ANYWHERE)


@lru_cache(maxsize=_KEPT_SENTENCES)
def tells_nothing_found(sentence: str, *, concludes: bool) -> bool:
    """Whether a result, or a conclusion, is a caption, one person's words, what was searched, or so in general."""
    words = sentence[:_READ_CHARS]
    if _OWN_STATISTIC.search(words):
        return False
    own_heads, own_places = ((), ()) if concludes else _OF_RESULTS
    starts = {found.end() for pattern in (_MARKS, _LABEL) for found in [pattern.match(words)] if found} | {0}
    for told, unless in (*_HEADS, *own_heads):
        if any(told.match(words, at) for at in starts) and not unless.search(words):
            return True
    if any(told.search(words) and not unless.search(words) for told, unless in (*_PLACES, *own_places)):
        return True
    return not concludes and not _SOMETHING.search(words)
