"""Whether the sentence beside advice bounds it while advising itself, by the table `quoth.model.bounding_rules`."""

import re
from functools import cache, lru_cache

from quoth.model.bounding_rules import ANY_ADVICE, BOUNDS_ADVICE, NAME_LETTERS
from quoth.text import match_tokens, stem

__all__ = ["is_bound_of_advice", "is_of_the_same"]

READ_CHARS = 4_000
_KEPT = 8_192


@lru_cache(maxsize=_KEPT)
def is_bound_of_advice(words: str) -> bool:
    """Whether words say how much less some get, how much is the most, when to leave off, or what comes before."""
    said = words[:READ_CHARS]
    return any(row.search(said) is not None for row in _rows())


def is_of_the_same(bound: str, advice: str) -> bool:
    """Whether two sentences name a medicine, a test or an illness in common."""
    return not _names(bound).isdisjoint(_names(advice))


def _names(words: str) -> set[str]:
    forms = (token.form for token in match_tokens(words[:READ_CHARS]))
    return {stem(form) for form in forms if len(form) >= NAME_LETTERS and form not in ANY_ADVICE}


@cache
def _rows() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row.pattern, re.IGNORECASE) for row in BOUNDS_ADVICE)
