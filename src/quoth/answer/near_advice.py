"""What comes nearest, on a refusal: advice under a plain line that none of it was found to answer.

It stands below the reason, which stands above everything, wears no heading of the actions, and tells which words of the
question it lacks (docs/decisions/0160).
"""

from collections.abc import Iterable
from dataclasses import replace

from quoth.answer.numbering import Numbering
from quoth.model import Abstention, NearAdvice, NearFinding, Span
from quoth.model.near_rules import ADVICE_MAX, REASONS_WITH_ADVICE

__all__ = ["with_advice"]


def with_advice(refusal: Abstention, near: Iterable[NearFinding]) -> Abstention:
    """The refusal with the first three of these, best first; as it is where its reason leaves nothing to be near to."""
    if refusal.reason not in REASONS_WITH_ADVICE:
        return refusal
    numbering = Numbering(None)
    once: dict[Span, NearFinding] = {}
    for one in near:
        once.setdefault(one.finding.quote.span, one)
        if len(once) == ADVICE_MAX:
            break
    advice = tuple(NearAdvice(numbering.statement(one.finding), one.lacks) for one in once.values())
    return replace(refusal, advice=advice, references=numbering.references())
