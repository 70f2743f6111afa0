"""A question is read by its own words: what it is said to name stands in it, or how it was concluded is told."""

from collections.abc import Iterator

from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind, Mention, Question

__all__ = ["read_from_the_question"]


def read_from_the_question(ctx: Ctx) -> Iterator[Fault]:
    """What the question is said to name stands in it or was concluded; what was searched for is what it was read as."""
    if not ctx.page.manifest.versions:
        return  # a fragment, whose question nobody read
    question = ctx.page.question
    for mention in (
        *question.conditions,
        *question.interventions,
        *question.comparators,
        *question.populations,
        *question.outcomes,
    ):
        if not _stands(mention, question):
            detail = f"the question is said to name {mention.concept.name[:80]!r} as {mention.words[:80]!r}"
            yield Fault(FaultKind.FACT_WRONG, "", detail)
    searched = {(term.words, term.synonyms) for term in question.terms}
    for words, synonyms in ctx.page.method.synonyms:
        if (words, synonyms) not in searched:
            detail = f"said to be searched for {words[:80]!r}: {', '.join(synonyms)[:80]!r}"
            yield Fault(FaultKind.FACT_WRONG, "", detail)


def _stands(mention: Mention, question: Question) -> bool:
    if mention.inferred_because is not None or mention.concept.name in question.carried_over:
        return True
    words, text = mention.words.casefold(), question.text
    here = text[mention.start : mention.end] if mention.start >= 0 else text
    return words in here.casefold()
