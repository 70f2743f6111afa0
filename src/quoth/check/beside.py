"""What travels with a sentence of running text stands beside it: its neighbours, and a grade that is one.

What an editor bound to an annotated statement is held to the letter in `qualifiers`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from quoth.check.context import Ctx, Read
from quoth.check.surroundings import headings_over, tied_lines
from quoth.check.told_once import lines_told_once
from quoth.model import Fault, FaultKind, Qualifier, QualifierKind, Rendition
from quoth.model.qualifier_rules import MAX_SENTENCES_BACK, MAX_SENTENCES_ON
from quoth.text.later import compile_later

__all__ = ["beside"]

_GRADES = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)
_GRADE = compile_later(
    r"strong|weak|conditional|qualified|discretionary|recommend|grade|class|category|level|strength|evidence|quality"
    r"|certainty|confidence|high|moderate|\blow|(?<=very[- ])low|opinion|consensus|practice|insufficient|statement"
    r"|neither|unresolved|not applicable"
    r"|\b(?:LOE|COR|SORT?|rating)(?:\b|[IV]|[A-E](?![a-z]))|\b(?:GPP|GPS|BPS|EO|n/?a)\b|[⊕⨁✓✔√☑]"
    r"|(?<![a-z])[A-EU](?![a-z])|\b[A-E]?[-–]?[IV]{1,3}[a-e]?\b|[1-5]",
    re.IGNORECASE,
)


def beside(ctx: Ctx) -> Iterator[Fault]:
    """A neighbour is one; a grade is worded as one; nothing else is tied to a sentence that nobody annotated."""
    for read in ctx.reads:
        if read.annotation is not None or read.rendition is None:
            continue
        for qualifier in read.statement.qualifiers:
            reason = _why_not(read, read.rendition, qualifier)
            if reason:
                yield Fault(FaultKind.QUALIFIER_WRONG, read.statement.id, reason)


def _why_not(read: Read, rendition: Rendition, qualifier: Qualifier) -> str | None:
    span, quoted = qualifier.quote.span, read.statement.quote.span
    if span.rendition_id != quoted.rendition_id:
        return None  # told in `qualifiers`
    if qualifier.kind in _GRADES:
        return None if _GRADE.search(qualifier.quote.text) else f"no grade: {qualifier.quote.text[:80]!r}"
    starts = [one.start for one in rendition.sentences]
    first = bisect_right(starts, quoted.start) - 1
    last = bisect_left([one.end for one in rendition.sentences], quoted.end)
    at = bisect_right(starts, span.start) - 1
    near = first - MAX_SENTENCES_BACK <= at <= last + MAX_SENTENCES_ON
    tied = (*(one for _, one in tied_lines(read, rendition)), *lines_told_once(read, rendition)) if not near else ()
    over = headings_over(read, rendition) if not near else ()
    if not near and not any(one.start <= span.start and span.end <= one.end for one in (*tied, *over)):
        return f"its {qualifier.kind.value} stands elsewhere in the text: {qualifier.quote.text[:80]!r}"
    if qualifier.kind is not QualifierKind.CONTEXT and not first <= at <= last:
        return f"its {qualifier.kind.value} is another sentence's: {qualifier.quote.text[:80]!r}"
    return None
