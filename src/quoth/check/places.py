"""Advice that nobody annotated stands in a part of its text that advises: its place shows it, not its words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quoth.check.context import Ctx, Read, section_at
from quoth.lexicon.plain import common_words
from quoth.model import Fault, FaultKind, FindingKind, QualifierKind, Rendition
from quoth.model.part_rules import ADVISES, CARE, JOINS_WORDS, NO_CARE
from quoth.model.place_rules import NO_ADVICE_PLACES
from quoth.model.surrounding_rules import GENERAL_WORDS
from quoth.text import match_tokens

__all__ = ["advises_where_it_stands", "proves_nothing", "why_no_place"]

READ_CHARS = 400
_KEPT = 8_192
_GRADES = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)


def advises_where_it_stands(ctx: Ctx) -> Iterator[Fault]:
    """No row of advice stands in a part of its text that reprints, argues, teaches or asks, or is about no care."""
    for read in ctx.reads:
        statement = read.statement
        if read.annotation or statement.kind is not FindingKind.RECOMMENDATION or read.rendition is None:
            continue
        for line in _above(read, read.rendition):
            told = why_no_place(line[:READ_CHARS])
            if told:
                yield Fault(FaultKind.NOT_A_FINDING, statement.id, f"it stands under {line[:60]!r}, which {told}")
                break
        else:
            if not any(one.kind in _GRADES for one in statement.qualifiers):
                yield from _proven(read, read.rendition)


def _proven(read: Read, rendition: Rendition) -> Iterator[Fault]:
    """A row without a grade stands in a part that says that it advises, or that names something of care."""
    heading, *outer = [*_above(read, rendition), ""]
    title = read.record.title if read.record else ""
    if heading == title or any(not ADVISES.isdisjoint(_forms(one)) for one in outer):
        return
    if proves_nothing(heading[:READ_CHARS]):
        detail = f"it stands under {heading[:60]!r}, which names nothing that care is about"
        yield Fault(FaultKind.NOT_A_FINDING, read.statement.id, detail)


def _above(read: Read, rendition: Rendition) -> Iterator[str]:
    """The headings over a row, the innermost first."""
    section = section_at(rendition, read.statement.quote.span.start)
    if section:
        yield from (section.heading, *reversed(section.path))


@lru_cache(maxsize=_KEPT)
def proves_nothing(heading: str) -> bool:
    """Whether a heading has words, and none that advises or may name a treatment, an illness, a test or people."""
    if any(form in CARE for form in _forms(heading)):
        return False
    capitals = heading != heading.upper()
    telling = [
        token.form
        for token in match_tokens(heading)
        if len(token.form) > 1
        and token.form[0].isalpha()
        and token.form not in GENERAL_WORDS
        and token.form not in JOINS_WORDS
    ]
    shouted = {word.casefold() for word in heading.split() if capitals and word.isupper()}
    return bool(telling) and all(_is_plain(form) and form not in shouted for form in telling)


def _is_plain(form: str) -> bool:
    bare = form.removesuffix("'s")
    return any(one in common_words() or one in NO_CARE for one in (form, bare, bare.removesuffix("s")))


@lru_cache(maxsize=_KEPT)
def _forms(heading: str) -> frozenset[str]:
    return frozenset(token.form for token in match_tokens(heading[:READ_CHARS]))


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
