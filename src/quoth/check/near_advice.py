"""What a refusal quotes as coming nearest is advice that stands, claims to answer nothing, and tells what it lacks."""

from collections.abc import Iterator

from quoth.check.context import Ctx
from quoth.model import Abstention, Directness, Fault, FaultKind, FindingKind, NearAdvice, RecordId
from quoth.model.near_rules import ADVICE_MAX, REASONS_WITH_ADVICE
from quoth.text import match_line, match_tokens, stem

__all__ = ["near_advice"]

_ADVICE = (FindingKind.RECOMMENDATION, FindingKind.GUIDANCE)


def near_advice(ctx: Ctx) -> Iterator[Fault]:
    """Few rows, where the reason allows them; each a recommendation of a source in use, called direct by nobody."""
    page = ctx.page
    if not isinstance(page, Abstention) or not page.advice:
        return
    if page.reason not in REASONS_WITH_ADVICE:
        yield Fault(FaultKind.STRUCTURE, "", f"advice is said to come near, refused because: {page.reason.value}")
    if len(page.advice) > ADVICE_MAX:
        yield Fault(FaultKind.STRUCTURE, "", f"{len(page.advice)} pieces of advice are said to come near")
    for one in page.advice:
        statement = one.statement
        truth = ctx.truth(statement.quote.span.record_id)
        if statement.kind not in _ADVICE:
            yield Fault(FaultKind.NOT_A_FINDING, statement.id, f"a {statement.kind.value} is said to be near advice")
        if statement.directness is not Directness.UNKNOWN:
            yield Fault(FaultKind.STRUCTURE, statement.id, f"near advice is called {statement.directness.value}")
        if truth is not None and not truth.usable:
            yield Fault(FaultKind.UNMARKED_RETRACTION, statement.id, f"near: {', '.join(sorted(truth.marks))}")
        yield from _lacking(ctx, page, one)


def _lacking(ctx: Ctx, page: Abstention, one: NearAdvice) -> Iterator[Fault]:
    """What is said to be lacking is of the question and stands nowhere in the row; what nobody here knows is told."""
    record = ctx.records.get(RecordId(one.statement.quote.span.record_id))
    quotes = (one.statement.quote, *(qualifier.quote for qualifier in one.statement.qualifiers))
    said = "\n".join((record.title if record else "", *(quote.text for quote in quotes)))
    asked = {term.words for term in page.question.terms}
    for words in one.lacks:
        if words not in asked:
            detail = f"said to be lacking, and not asked: {words[:80]!r}"
            yield Fault(FaultKind.WORDING_NOT_OURS, one.statement.id, detail)
        elif match_line(words) in match_line(said):
            yield Fault(
                FaultKind.MARK_UNTRUE, one.statement.id, f"said to be lacking, and stands there: {words[:80]!r}"
            )
    stems = {stem(token.form) for token in match_tokens(said)}
    told = {words.casefold() for words in one.lacks}
    for words in page.question.unknown:
        strange = [stem(token.form) for token in match_tokens(words)]
        if words in asked and words.casefold() not in told and strange and not stems.intersection(strange):
            detail = f"lacks {words[:80]!r}, which is not told"
            yield Fault(FaultKind.DOUBT_DROPPED, one.statement.id, detail)
