"""Whose advice a sentence of guidance says that it is: that of those who speak, or of others.

The rules are the tables `quoth.model.advice_rules` and `voice_rules`, which the checker reads with its own code.
"""

import re
from functools import cache, lru_cache

from quoth.model.advice_rules import ADVISER, NO_ADVICE, OF_OTHERS, OURSELVES
from quoth.model.voice_rules import ADVICE_ELSEWHERE, OTHER_VOICES
from quoth.text.later import compile_later

__all__ = ["is_no_own_advice", "is_of_another_guideline"]

_READ_CHARS = 2_000
_KEPT_SENTENCES = 16_384
_LONG_WORD = 4
_ADVISER = compile_later(ADVISER, re.IGNORECASE)
_OWN = compile_later(OURSELVES, re.IGNORECASE)
_ELSEWHERE = compile_later(OF_OTHERS, re.IGNORECASE)
_AGREES = compile_later(ADVICE_ELSEWHERE, re.IGNORECASE)
_GUIDELINE = compile_later(r"\b(?:guidelines?|guidance|statement|consensus)\b", re.IGNORECASE)
_YEAR = compile_later(r"\b(?:19|20)\d\d\b")
_PAST_ADVISER = compile_later(
    r"^(?P<who>(?:the|an?) (?:[^\s,;:()]+ ){1,8}?)(?:also |then )?(?:recommended|suggests?|suggested|advised)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")


@lru_cache(maxsize=_KEPT_SENTENCES)
def is_no_own_advice(sentence: str, issuer: str) -> bool:
    """Whether a sentence tells other than what its issuer advises; `issuer` is empty where nobody knows it."""
    words = sentence[:_READ_CHARS]
    if any(rule.search(words) for rule in _no_advice()):
        return True
    found = _ADVISER.match(words)
    if found is None:
        return False
    who = (found["who"] or found["body"]).strip()
    if issuer and _is_issuer(_WORD.findall(who), _WORD.findall(issuer)):
        return False
    if _ELSEWHERE.search(who):
        return True
    capitals = [word for place, word in enumerate(who.split()) if word[0].isupper() and (place or " " not in who)]
    return not (_OWN.search(who) or (not issuer and capitals))


@lru_cache(maxsize=_KEPT_SENTENCES)
def is_of_another_guideline(sentence: str, issuer: str) -> bool:
    """Whether a sentence says of its advice, graded or not, that another guideline gives it.

    The name must be that of a guideline, with a year or words that make it another body's: graded advice is the
    issuer's own far more often than not.
    """
    words = sentence[:_READ_CHARS]
    if _AGREES.search(words):
        return True
    found = _ADVISER.match(words) or _PAST_ADVISER.match(words)
    named = found.groupdict() if found else {}
    who = named.get("who") or named.get("body") or ""
    if not _GUIDELINE.search(who):
        return False
    if issuer and _is_issuer(_WORD.findall(who), _WORD.findall(issuer)):
        return False
    return _ELSEWHERE.search(who) is not None or _YEAR.search(who) is not None


def _is_issuer(who: list[str], issuer: list[str]) -> bool:
    long = {word.casefold() for word in issuer if len(word) >= _LONG_WORD}
    letters = "".join(word[0] for word in issuer if word[0].isupper())
    if any(word[0].isupper() and word.casefold() in long for word in who):
        return True
    short = [word for word in who if len(word) > 1 and word.isupper()]
    return any(word in letters or (len(letters) > 1 and letters in word) for word in short)


@cache
def _no_advice() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern, re.IGNORECASE) for rule in (*NO_ADVICE, *OTHER_VOICES))
