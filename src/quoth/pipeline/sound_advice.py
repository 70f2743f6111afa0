"""The advice that comes nearest, on a refusal, as far as the checker passes it: one piece at fault costs no other."""

from collections.abc import Callable, Iterator

from quoth.answer import with_advice
from quoth.model import Abstention, NearFinding, Span, Verdict

__all__ = ["with_sound_advice"]

_TRIES = 3
"""So often is it chosen; then the refusal stands without any."""


def with_sound_advice(
    refusal: Abstention, near: Iterator[NearFinding], verify: Callable[[Abstention], Verdict]
) -> tuple[Abstention, Verdict]:
    """The refusal with the nearest advice that passes: a piece that fails makes room for the next nearest.

    Args:
        refusal: without advice.
        near: best first; no more of it is read than is needed.
        verify: the checker.
    """
    drawn: list[NearFinding] = []
    faulty: set[Span] = set()

    def sound() -> Iterator[NearFinding]:
        yield from [one for one in drawn if one.finding.quote.span not in faulty]
        for one in near:
            drawn.append(one)
            yield one

    for _ in range(_TRIES):
        page = with_advice(refusal, sound())
        verdict = verify(page)
        if verdict.passed or not page.advice:
            return page, verdict
        at_fault = {fault.statement_id for fault in verdict.faults}
        spans = {statement.quote.span for statement in page.statements() if statement.id in at_fault}
        if not spans:
            break
        faulty |= spans
    return refusal, verify(refusal)
