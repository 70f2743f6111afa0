"""Promise 2: advice without a grade of its own shows the one that its part was given once for all."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from quoth.check.context import Ctx, Read, section_at
from quoth.model import Extent, Fault, FaultKind, Fidelity, FindingKind, QualifierKind, Rendition
from quoth.model.grade_line_rules import ADVISES_ITSELF, GRADE_LINE_WORDS, GRADES, OF_ALL, TELLS_FURTHER
from quoth.model.surrounding_rules import ASKS
from quoth.text.later import compile_later

__all__ = ["graded_once", "grades_all"]

_KEPT = 8_192
_ADVISING = (FindingKind.RECOMMENDATION, FindingKind.GUIDANCE)
_OWN_GRADES = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)
_HOW_FIRM = compile_later(GRADES, re.IGNORECASE)
_WHOLE_PART = compile_later(OF_ALL, re.IGNORECASE)
_OWN_ADVICE = compile_later(ADVISES_ITSELF, re.IGNORECASE)
_MORE = compile_later(TELLS_FURTHER, re.IGNORECASE)
_ORDER = compile_later(ASKS)


def graded_once(ctx: Ctx) -> Iterator[Fault]:
    """Advice is shown with the line of its part that grades all that stands after it."""
    for read in ctx.reads:
        statement, rendition = read.statement, read.rendition
        if read.annotation or statement.kind not in _ADVISING or rendition is None:
            continue
        if rendition.fidelity is not Fidelity.VERBATIM or any(one.kind in _OWN_GRADES for one in statement.qualifiers):
            continue
        line = _line_over(read, rendition)
        if line and not _travels(read, rendition, line):
            words = rendition.text[line.start : line.end][:60]
            detail = f"the grade told once for its part is not shown with it: {words!r}"
            yield Fault(FaultKind.QUALIFIER_CUT, statement.id, detail)


def _line_over(read: Read, rendition: Rendition) -> Extent | None:
    cut, start = rendition.sentences, read.statement.quote.span.start
    section = section_at(rendition, start)
    begins = section.start if section else 0
    first = bisect_left([one.start for one in cut], begins)
    own = bisect_left([one.start for one in cut], start + 1) - 1
    for at in range(own - 1, first - 1, -1):
        if grades_all(rendition.text[cut[at].start : cut[at].end], at == first):
            return cut[at]
    return None


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
