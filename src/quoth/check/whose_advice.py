"""Advice that nobody annotated is advice of those who speak: no call for research, no measure, no view of a few."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind, FindingKind
from quoth.model.advice_rules import ADVISER, NO_ADVICE, OF_OTHERS, OURSELVES
from quoth.model.voice_rules import OTHER_VOICES
from quoth.text.later import compile_later

__all__ = ["of_others", "whose_advice"]

READ_CHARS = 2_000
ADVISING = (FindingKind.RECOMMENDATION, FindingKind.GUIDANCE)
LONG_WORD = 4
_KEPT_SENTENCES = 8_192
_ADVISER = compile_later(ADVISER, re.IGNORECASE)
_OURS = compile_later(OURSELVES, re.IGNORECASE)
_FOREIGN = compile_later(OF_OTHERS, re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]+")


def whose_advice(ctx: Ctx) -> Iterator[Fault]:
    """No row of advice is all made of what merely stands beside advice in guidance."""
    for read in ctx.reads:
        if read.annotation is not None or read.statement.kind not in ADVISING or not read.rendition:
            continue
        span, sentences = read.statement.quote.span, read.rendition.sentences
        quoted = [one for one in sentences if one.start < span.end and span.start < one.end]
        issuer = (read.record.issuer if read.record else None) or ""
        words = [read.rendition.text[one.start : one.end][:READ_CHARS] for one in quoted]
        told = [_why_none(one) or of_others(one, issuer) for one in words]
        if told and all(told):
            yield Fault(FaultKind.NOT_A_FINDING, read.statement.id, f"offered as advice, it {told[0]}")


@lru_cache(maxsize=_KEPT_SENTENCES)
def _why_none(sentence: str) -> str | None:
    return next((told for pattern, told in _rules() if pattern.search(sentence)), None)


@lru_cache(maxsize=_KEPT_SENTENCES)
def of_others(sentence: str, issuer: str) -> str | None:
    """Whose advice a sentence says that it is, where that is neither those who speak nor the issuer."""
    told = _ADVISER.match(sentence)
    if told is None:
        return None
    who = (told["who"] or told["body"]).strip()
    if issuer and _goes_by(who, issuer):
        return None
    named = not issuer and any(word[0].isupper() for word in who.split()[1:] or who.split())
    if not _FOREIGN.search(who) and (_OURS.search(who) or named):
        return None
    return f"is the advice of {who[:60]!r}"


def _goes_by(who: str, issuer: str) -> bool:
    """Whether a name is the issuer's: a long word of it, or its first letters."""
    own = {word.casefold() for word in _NAME.findall(issuer) if len(word) >= LONG_WORD}
    initials = "".join(word[0] for word in _NAME.findall(issuer) if word[0].isupper())
    words = _NAME.findall(who)
    return any(word.casefold() in own for word in words if word[0].isupper()) or any(
        word in initials or (len(initials) > 1 and initials in word)
        for word in words
        if word.isupper() and len(word) > 1
    )


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rule.pattern, re.IGNORECASE), rule.told) for rule in (*NO_ADVICE, *OTHER_VOICES))
