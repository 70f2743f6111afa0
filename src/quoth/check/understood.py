"""A question is read by its own words: what it is said to name stands in it, or how it was concluded is told."""

from collections.abc import Iterable, Iterator

from quoth.check.context import Ctx
from quoth.lexicon.shorthand import short_form
from quoth.model import Fault, FaultKind, Mention, Question
from quoth.text import match_tokens

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
    yield from _written_out(question)
    searched = {(term.words, term.synonyms) for term in question.terms}
    for words, synonyms in ctx.page.method.synonyms:
        if (words, synonyms) not in searched:
            detail = f"said to be searched for {words[:80]!r}: {', '.join(synonyms)[:80]!r}"
            yield Fault(FaultKind.FACT_WRONG, "", detail)


def _written_out(question: Question) -> Iterator[Fault]:
    """What was read is what was typed, with nothing but shorthand of the table written out."""
    for short, long in question.shorthand:
        known = short_form(short)
        if short not in question.text or known is None or long not in known.long:
            yield Fault(FaultKind.FACT_WRONG, "", f"the question is said to write {long[:80]!r} as {short[:80]!r}")
    typed = _words((question.text, *(long for _, long in question.shorthand)))
    if not _words((question.as_read,)) <= typed:
        detail = f"the question is said to have been read as {question.as_read[:200]!r}"
        yield Fault(FaultKind.FACT_WRONG, "", detail)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(token.form for text in texts for token in match_tokens(text))


def _stands(mention: Mention, question: Question) -> bool:
    if mention.inferred_because is not None or mention.concept.name in question.carried_over:
        return True
    words, text = mention.words.casefold(), question.as_read
    here = text[mention.start : mention.end] if mention.start >= 0 else text
    return words in here.casefold()
