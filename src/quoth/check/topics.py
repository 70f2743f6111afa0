"""What leads as part of a guideline on just what was asked: the question asks for no more, and the title says it."""

import re
from collections.abc import Iterator

from quoth.check.context import Ctx, Read
from quoth.model import PHRASES, Design, Facet, Fault, FaultKind, QueryTerm
from quoth.text import match_tokens, stem

__all__ = ["guideline_is_on_it"]

_GUIDANCE = (Design.GUIDELINE, Design.CONSENSUS)
_SIDES = {Facet.BENEFIT, Facet.PREVENTION}
_READ_CHARS = 60_000


def guideline_is_on_it(ctx: Ctx) -> Iterator[Fault]:
    """Under that lead stands advice of guidelines whose title says every word of a question that names no more."""
    page = ctx.answer
    if page is None or page.bottom_line.lead != PHRASES["lead.topic"]:
        return
    question = page.question
    besides = (*question.comparators, *question.conditions)
    if besides or question.unknown or set(question.facets) - _SIDES:
        asked = ", ".join(mention.words for mention in besides) or ", ".join(question.unknown) or "a side of it"
        yield Fault(FaultKind.STRUCTURE, "", f"led as a topic, and asks for more: {asked[:80]!r}")
    led = {statement.id for statement in page.bottom_line.statements}
    people = {mention.concept.name for mention in question.populations}
    matter = [term for term in question.terms if term.concept not in people]
    for read in ctx.reads:
        if read.statement.id not in led:
            continue
        if read.statement.design not in _GUIDANCE:
            yield Fault(FaultKind.STRUCTURE, read.statement.id, "led as a guideline, and is none")
        titled = {term.words for term in matter if _is_titled(read, term)}
        covered = set[str]().union(*map(_stems, titled))
        if lacking := [term.words for term in matter if term.words not in titled and not _stems(term.words) <= covered]:
            detail = f"led as on just this, and its title does not say {', '.join(lacking)[:80]!r}"
            yield Fault(FaultKind.UNMARKED_INDIRECT, read.statement.id, detail)


def _is_titled(read: Read, term: QueryTerm) -> bool:
    """Whether a title says a word of the question: itself, a name of it, or what its text gives it as short for."""
    title = read.record.title if read.record else ""
    said = _stems(title)
    if any(_stems(name) <= said for name in (term.words, *term.same, *term.synonyms)):
        return True
    text = read.rendition.text[:_READ_CHARS] if read.rendition else ""
    short = re.escape(term.words.removesuffix("s"))
    for found in re.finditer(rf"((?:[\w-]+ ){{1,8}})\({short}s?\)", text):
        before = list(match_tokens(found[1]))[-len(term.words) :]
        if any(stem(token.form) in said for token in before):
            return True
    return False


def _stems(text: str) -> set[str]:
    return {stem(token.form) for token in match_tokens(text)}
