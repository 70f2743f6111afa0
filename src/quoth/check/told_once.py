"""Promise 2: advice shows what its part was told once for all: its grade, its people, its measure, its exceptions."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from quoth.check.context import Ctx, Read, section_at
from quoth.model import Extent, Fault, FaultKind, Fidelity, FindingKind, QualifierKind, Rendition
from quoth.model.surrounding_rules import ASKS
from quoth.model.told_once_rules import (
    ADVISES_ITSELF,
    AHEAD,
    BEHIND,
    GRADE_LINE_WORDS,
    GRADES,
    HOLDS_FOR,
    OF_ALL,
    OF_THE_PART,
    OF_THE_WORK,
    PART_LINE_WORDS,
    TELLS_FURTHER,
)
from quoth.text.later import compile_later

__all__ = ["bounds_all", "grades_all", "lines_told_once", "told_once"]

_KEPT = 8_192
_ADVISING = (FindingKind.RECOMMENDATION, FindingKind.GUIDANCE)
_OWN_GRADES = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)
_HOW_FIRM = compile_later(GRADES, re.IGNORECASE)
_WHOLE_PART = compile_later(OF_ALL, re.IGNORECASE)
_OWN_ADVICE = compile_later(ADVISES_ITSELF, re.IGNORECASE)
_MORE = compile_later(TELLS_FURTHER, re.IGNORECASE)
_ORDER = compile_later(ASKS)
_BOUNDS = compile_later(HOLDS_FOR, re.IGNORECASE)
_ALL_OF_IT = compile_later(OF_THE_PART, re.IGNORECASE)
_BELOW, _ABOVE = compile_later(AHEAD, re.IGNORECASE), compile_later(BEHIND, re.IGNORECASE)
_HOW_MADE = compile_later(OF_THE_WORK, re.IGNORECASE)


def told_once(ctx: Ctx) -> Iterator[Fault]:
    """Advice is shown with the lines of its part that grade, bound or date all that stands there."""
    for read in ctx.reads:
        if read.annotation or read.rendition is None:
            continue
        for line in lines_told_once(read, read.rendition):
            if not _travels(read, read.rendition, line):
                words = read.rendition.text[line.start : line.end][:60]
                detail = f"what was told once for its part is not shown with it: {words!r}"
                yield Fault(FaultKind.QUALIFIER_CUT, read.statement.id, detail)


def lines_told_once(read: Read, rendition: Rendition) -> Iterator[Extent]:
    """The lines that speak of all that stands in the part of a row of advice; none for other rows."""
    statement, cut = read.statement, rendition.sentences
    if statement.kind not in _ADVISING or rendition.fidelity is not Fidelity.VERBATIM:
        return
    span = statement.quote.span
    section = section_at(rendition, span.start)
    first = bisect_left([one.start for one in cut], section.start if section else 0)
    own = bisect_left([one.start for one in cut], span.start + 1) - 1
    if not any(one.kind in _OWN_GRADES for one in statement.qualifiers):
        grades = (at for at in range(own - 1, first - 1, -1) if grades_all(_words(rendition, cut[at]), at == first))
        yield from (cut[at] for at in islice(grades, 1))
    for one in cut[first:] if section else ():
        if section and one.start >= section.end:
            break
        aside = one.start < span.end and span.start < one.end
        if not aside and bounds_all(_words(rendition, one), one.start < span.start):
            yield one


def _words(rendition: Rendition, extent: Extent) -> str:
    return rendition.text[extent.start : extent.end]


@lru_cache(maxsize=_KEPT)
def bounds_all(sentence: str, above: bool) -> bool:
    """Whether a sentence above a row, or below it, says for whom, how or how long all of its part holds."""
    named = _ALL_OF_IT.search(sentence) or (_BELOW if above else _ABOVE).search(sentence)
    aside = "\n" in sentence or sentence.startswith(("(", "[")) or sentence.endswith(":")
    if not named or aside or len(sentence.split()) > PART_LINE_WORDS:
        return False
    return bool(_BOUNDS.search(sentence)) and not (_ORDER.search(sentence) or _HOW_MADE.search(sentence))


@lru_cache(maxsize=_KEPT)
def grades_all(sentence: str, opens: bool) -> bool:
    """Whether a sentence tells how firm all is that stands after it; `opens` where it is the first of its part."""
    aside = "\n" in sentence or sentence.startswith(("(", "[")) or sentence.endswith(":")
    if aside or len(sentence.split()) > GRADE_LINE_WORDS or _ORDER.search(sentence) or not _HOW_FIRM.search(sentence):
        return False
    if _WHOLE_PART.search(sentence):
        return not _OWN_ADVICE.search(sentence)
    return opens and not _MORE.search(sentence)


def _travels(read: Read, rendition: Rendition, line: Extent) -> bool:
    shown = (read.statement.quote.span, *(one.quote.span for one in read.statement.qualifiers))
    return any(one.rendition_id == rendition.id and one.start <= line.start and line.end <= one.end for one in shown)
