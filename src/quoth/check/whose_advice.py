"""Advice that nobody annotated is advice of those who speak: no call for research, no measure, no view of a few."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind, FindingKind
from quoth.model.advice_rules import NO_ADVICE

__all__ = ["whose_advice"]

READ_CHARS = 2_000
_KEPT_SENTENCES = 8_192


def whose_advice(ctx: Ctx) -> Iterator[Fault]:
    """No row of advice is all made of what merely stands beside advice in guidance."""
    for read in ctx.reads:
        if read.annotation is not None or read.statement.kind is not FindingKind.RECOMMENDATION or not read.rendition:
            continue
        span, sentences = read.statement.quote.span, read.rendition.sentences
        quoted = [one for one in sentences if one.start < span.end and span.start < one.end]
        told = [_why_none(read.rendition.text[one.start : one.end][:READ_CHARS]) for one in quoted]
        if told and all(told):
            yield Fault(FaultKind.NOT_A_FINDING, read.statement.id, f"offered as advice, it {told[0]}")


@lru_cache(maxsize=_KEPT_SENTENCES)
def _why_none(sentence: str) -> str | None:
    return next((told for pattern, told in _rules() if pattern.search(sentence)), None)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rule.pattern, re.IGNORECASE), rule.told) for rule in NO_ADVICE)
