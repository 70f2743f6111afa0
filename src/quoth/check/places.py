"""Advice that nobody annotated stands in a part of its text that advises: its place shows it, not its words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quoth.check.context import Ctx, Read, section_at
from quoth.model import Fault, FaultKind, FindingKind, Rendition
from quoth.model.place_rules import NO_ADVICE_PLACES

__all__ = ["advises_where_it_stands", "why_no_place"]

READ_CHARS = 400
_KEPT = 8_192


def advises_where_it_stands(ctx: Ctx) -> Iterator[Fault]:
    """No row of advice stands in a part of its text that reprints, argues, tells, teaches or asks."""
    for read in ctx.reads:
        statement = read.statement
        if read.annotation or statement.kind is not FindingKind.RECOMMENDATION or read.rendition is None:
            continue
        for line in _above(read, read.rendition):
            told = why_no_place(line[:READ_CHARS])
            if told:
                yield Fault(FaultKind.NOT_A_FINDING, statement.id, f"it stands under {line[:60]!r}, which {told}")
                break


def _above(read: Read, rendition: Rendition) -> Iterator[str]:
    """The headings over a row, the innermost first."""
    section = section_at(rendition, read.statement.quote.span.start)
    if section:
        yield from (section.heading, *reversed(section.path))


@lru_cache(maxsize=_KEPT)
def why_no_place(heading: str) -> str | None:
    """What is told under a heading instead of advice; `None` where advice may stand."""
    for said, unless, told in _rules():
        if said.search(heading) and not unless.search(heading):
            return told
    return None


@cache
def _rules() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    flag = re.IGNORECASE
    return tuple(
        (re.compile(rule.pattern, flag), re.compile(rule.unless, flag), rule.told) for rule in NO_ADVICE_PLACES
    )
