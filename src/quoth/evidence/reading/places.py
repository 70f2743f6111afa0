"""Whether advice stands in a part of its text that advises.

The tables are `quoth.model.place_rules` and `part_rules`, which the checker reads with its own code.
"""

import re
from functools import lru_cache

from quoth.evidence.reading.qualify import section_at
from quoth.lexicon.plain import common_words
from quoth.model import Rendition
from quoth.model.part_rules import ADVISES, CARE, JOINS_WORDS, NO_CARE
from quoth.model.place_rules import NO_ADVICE_PLACES
from quoth.model.surrounding_rules import GENERAL_WORDS
from quoth.text import match_tokens
from quoth.text.later import compile_later

__all__ = ["stands_where_nothing_is_advised"]

_KEPT = 16_384
_READ_CHARS = 400
_PLACES = tuple(
    (compile_later(rule.pattern, re.IGNORECASE), compile_later(rule.unless, re.IGNORECASE)) for rule in NO_ADVICE_PLACES
)


def stands_where_nothing_is_advised(rendition: Rendition, start: int, *, title: str = "", graded: bool = False) -> bool:
    """Whether the headings over a place of a text say that nothing is advised there, or do not show that it is.

    Args:
        rendition: the text.
        start: where a row begins.
        title: of the source, which is the heading of no part.
        graded: whether a grade stands beside the row, which shows by itself that it advises.
    """
    section = section_at(rendition, start)
    if section is None:
        return False
    if any(_advises_nothing(name[:_READ_CHARS]) for name in (*section.path, section.heading)):
        return True
    if graded or section.heading == title or any(_words(name) & ADVISES for name in section.path):
        return False
    return _is_about_no_care(section.heading[:_READ_CHARS])


@lru_cache(maxsize=_KEPT)
def _advises_nothing(heading: str) -> bool:
    return any(found.search(heading) and not unless.search(heading) for found, unless in _PLACES)


@lru_cache(maxsize=_KEPT)
def _is_about_no_care(heading: str) -> bool:
    """Whether a heading holds words, and none that advises or may name something of care."""
    words = _words(heading)
    naming = [word for word in words - GENERAL_WORDS - JOINS_WORDS if len(word) > 1 and word[0].isalpha()]
    if not naming or words & CARE or any(_is_short_form(word, heading) for word in naming):
        return False
    return all(_names_no_care(word) for word in naming)


def _is_short_form(word: str, heading: str) -> bool:
    """Whether a word stands in capitals among others that do not."""
    return not heading.isupper() and len(word) > 1 and word.upper() in heading.split()


def _names_no_care(word: str) -> bool:
    plain = common_words()
    own = word.removesuffix("'s")
    return any(form in plain or form in NO_CARE for form in {word, own, own.removesuffix("s")})


@lru_cache(maxsize=_KEPT)
def _words(heading: str) -> frozenset[str]:
    return frozenset(token.form for token in match_tokens(heading))
