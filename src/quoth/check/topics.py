"""What leads as part of a guideline on just what was asked: the question asks for no more, and the title says it."""

import re
from collections.abc import Iterator

from quoth.check.context import Ctx, Read
from quoth.model import PHRASES, Design, Facet, Fault, FaultKind, QueryTerm, QuestionKind
from quoth.text import match_tokens, stem
from quoth.text.families import root
from quoth.text.later import compile_later

__all__ = ["guideline_is_on_it"]

_GUIDANCE = (Design.GUIDELINE, Design.CONSENSUS)
_SIDES = {Facet.BENEFIT, Facet.PREVENTION}
_OF_PEOPLE = {Facet.SPECIAL_POPULATIONS, Facet.CONTRAINDICATIONS, Facet.HARMS}
_ILLNESSES = "disorder condition disease illness problem complaint"
_READ_CHARS = 60_000
_FINDS_OUT = compile_later(r"\b(?:screen|diagnos|test(?:s|ing)?\b|assess|evaluat|measur|monitor|detect)", re.IGNORECASE)


def guideline_is_on_it(ctx: Ctx) -> Iterator[Fault]:
    """Under that lead stands advice of guidelines whose title says every word of a question that names no more."""
    page = ctx.answer
    if page is None or page.bottom_line.lead != PHRASES["lead.topic"]:
        return
    question = page.question
    finds_out = question.kind is QuestionKind.DIAGNOSIS
    besides = (*question.comparators, *(() if finds_out else question.conditions))
    people = {mention.concept.name for mention in question.populations}
    matter = [term for term in question.terms if term.concept not in people]
    sides = {*_SIDES, *([Facet.DIAGNOSIS] if finds_out else []), *(() if matter else _OF_PEOPLE)}
    if stem("complications") in _stems(question.as_read):  # a word that the title has to say
        sides.add(Facet.HARMS)
    if besides or question.unknown or set(question.facets) - sides:
        asked = ", ".join(mention.words for mention in besides) or ", ".join(question.unknown) or "a side of it"
        yield Fault(FaultKind.STRUCTURE, "", f"led as a topic, and asks for more: {asked[:80]!r}")
    led = {statement.id for statement in page.bottom_line.statements}
    matter = matter or list(question.terms)
    for read in ctx.reads:
        if read.statement.id not in led:
            continue
        if read.statement.design not in _GUIDANCE:
            yield Fault(FaultKind.STRUCTURE, read.statement.id, "led as a guideline, and is none")
        if finds_out and not (read.record and _FINDS_OUT.search(read.record.title)):
            detail = "led as on finding something out, which its title does not speak of"
            yield Fault(FaultKind.UNMARKED_INDIRECT, read.statement.id, detail)
        titled = {term.words for term in matter if _is_titled(ctx, read, term) or _is_any_illness(read, term)}
        covered = set[str]().union(*map(_stems, titled))
        if lacking := [term.words for term in matter if term.words not in titled and not _stems(term.words) <= covered]:
            detail = f"led as on just this, and its title does not say {', '.join(lacking)[:80]!r}"
            yield Fault(FaultKind.UNMARKED_INDIRECT, read.statement.id, detail)


def _is_titled(ctx: Ctx, read: Read, term: QueryTerm) -> bool:
    """Whether a title says a word of the question: itself, a name of it, or what its text gives it as short for.

    A word of its family will do ("contraceptive use"), and a name that the page says it was looked for under.
    """
    title = read.record.title if read.record else ""
    said = _stems(title)
    method = ctx.page.method
    named = [name for words, names in (*method.synonyms, *method.read_as) if words == term.words for name in names]
    if any(_stems(name) <= said for name in (term.words, *term.same, *term.synonyms, *named)):
        return True
    if {root(one) for one in _stems(term.words)} <= {root(one) for one in said}:
        return True
    text = read.rendition.text[:_READ_CHARS] if read.rendition else ""
    short = re.escape(term.words.removesuffix("s"))
    for found in re.finditer(rf"((?:[\w-]+ ){{1,8}})\({short}s?\)", text):
        before = list(match_tokens(found[1]))[-len(term.words) :]
        if any(stem(token.form) in said for token in before):
            return True
    return False


def _is_any_illness(read: Read, term: QueryTerm) -> bool:
    """Whether a word and the title both say no more than that something is an illness: "disorders", "conditions"."""
    any_of_them = _stems(_ILLNESSES)
    return _stems(term.words) <= any_of_them and bool(read.record and _stems(read.record.title) & any_of_them)


def _stems(text: str) -> set[str]:
    return {stem(token.form) for token in match_tokens(text)}
