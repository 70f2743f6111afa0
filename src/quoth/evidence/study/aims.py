"""Whether a sentence tells what a study was for, assumed or had read, or whom it counted: no finding of its own.

The rules are the tables `quoth.model.finding_rules` and `no_effect_rules`, which the checker reads with its own code.
"""

import re
from functools import cache, lru_cache

from quoth.model.finding_rules import NO_FINDING
from quoth.model.no_effect_rules import TELLS_NO_EFFECT
from quoth.model.word_rules import WordRule
from quoth.text.later import compile_later

__all__ = ["states_aim", "tells_no_effect"]

_READ_CHARS = 400
_READ_WHOLE_CHARS = 2_000
_KEPT_SENTENCES = 8_192
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"[\s\"'“‘«(\[]{0,4}")
_HEADING = re.compile(r"[A-Z][A-Za-z /&,-]{2,40}[:.] ?")


@lru_cache(maxsize=_KEPT_SENTENCES)
def states_aim(sentence: str) -> bool:
    """Whether the sentence opens with an aim, an assumption, or what others had found."""
    words = sentence[:_READ_CHARS]
    opening = _OPENING.match(words)
    start = opening.end() if opening else 0
    heading = _HEADING.match(words, start)
    places = (start, heading.end()) if heading else (start,)
    return any(_aims().match(words, at) for at in places)


@lru_cache(maxsize=_KEPT_SENTENCES)
def tells_no_effect(sentence: str) -> bool:
    """Whether the sentence tells who took part, how things stood before or what is hoped for, and no effect."""
    words = sentence[:_READ_WHOLE_CHARS]
    held = set(_WORD.findall(words.lower()))
    return any(
        not rule.cues.isdisjoint(held) and found.search(words) and not taken_back.search(words)
        for rule, found, taken_back in _beside_effects()
    )


@cache
def _beside_effects() -> tuple[tuple[WordRule, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (rule, compile_later(rule.pattern, re.IGNORECASE), compile_later(rule.unless, re.IGNORECASE))
        for rule in TELLS_NO_EFFECT
    )


@cache
def _aims() -> re.Pattern[str]:
    """One pattern for the whole table: which of its rows it was is not asked here."""
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in NO_FINDING), re.IGNORECASE)
