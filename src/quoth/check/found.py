"""A row of a study tells what was found in a group: no caption, no one voice, no yield of a search, no generality."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quoth.check.context import Ctx, Read, section_at
from quoth.model import Fault, FaultKind, FindingKind, SectionRole
from quoth.model.found_rules import (
    ANYWHERE,
    AT_ITS_HEAD,
    IN_GENERAL,
    RESULTS_ANYWHERE,
    RESULTS_AT_THEIR_HEAD,
    STATISTIC,
    TOLD,
    FoundRule,
)
from quoth.text.later import compile_later

__all__ = ["found", "why_nothing_found"]

READ_CHARS = 2_000
CELL = " | "
"""Between the cells of a table's row."""
_KEPT_SENTENCES = 8_192
_OPENS = compile_later(r"[\s(\[]{0,4}(?:[A-Z][A-Za-z /&,'-]{2,50}::?\s{0,4})?")
_STATISTIC = compile_later(STATISTIC, re.IGNORECASE)
_TOLD = compile_later(TOLD, re.IGNORECASE)


def found(ctx: Ctx) -> Iterator[Fault]:
    """No row of running text out of a study is a sentence that tells of nothing that was found."""
    for read in ctx.reads:
        kind = read.statement.kind
        if read.annotation is None and kind in (FindingKind.RESULT, FindingKind.CONCLUSION):
            if read.statement.quote.text.count(CELL) > 1:
                yield Fault(FaultKind.NOT_A_FINDING, read.statement.id, "it is a row of a table, without its heads")
            reason = why_nothing_found(read.statement.quote.text[:READ_CHARS], kind is FindingKind.CONCLUSION)
            if reason:
                yield Fault(FaultKind.NOT_A_FINDING, read.statement.id, f"it {reason}")
            if kind is FindingKind.RESULT and _is_concluded(read):
                yield Fault(
                    FaultKind.NOT_A_FINDING, read.statement.id, "concluded by its authors, and shown as measured"
                )


def _is_concluded(read: Read) -> bool:
    """Whether a row stands in a part of its text that says that it holds conclusions."""
    section = section_at(read.rendition, read.statement.quote.span.start) if read.rendition else None
    return section is not None and section.role is SectionRole.CONCLUSION


@lru_cache(maxsize=_KEPT_SENTENCES)
def why_nothing_found(words: str, concludes: bool) -> str | None:
    """What a sentence is instead of a finding; `None` where it may be one."""
    if _STATISTIC.search(words):
        return None
    opening = _OPENS.match(words)
    heads = {0, opening.end() if opening else 0}
    for rule in AT_ITS_HEAD if concludes else (*AT_ITS_HEAD, *RESULTS_AT_THEIR_HEAD):
        pattern, unless = _patterns(rule)
        if any(pattern.match(words, at) for at in heads) and not unless.search(words):
            return rule.told
    for rule in ANYWHERE if concludes else (*ANYWHERE, *RESULTS_ANYWHERE):
        pattern, unless = _patterns(rule)
        if pattern.search(words) and not unless.search(words):
            return rule.told
    return None if concludes or _TOLD.search(words) else IN_GENERAL


@cache
def _patterns(rule: FoundRule) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rule.pattern, re.IGNORECASE), re.compile(rule.unless, re.IGNORECASE)
