"""What leads a page is about the case that was asked about: nobody is led by advice that leaves them out.

By the table `quoth.model.people_rules`, read by code of this side's own.
"""

import re
from collections.abc import Iterator

from quoth.check.context import Ctx
from quoth.model import TRIED_ORIGIN, Fault, FaultKind, QualifierKind, Question, Statement
from quoth.model.people_rules import DENIES, LEFT_OUT, LEFT_OUT_OF_WORDS
from quoth.model.risk_rules import AVERAGE_RISK, INCREASED_RISK
from quoth.text import match_tokens, stem
from quoth.text.later import compile_later

__all__ = ["leads_for_the_risk_asked_about", "leads_for_whom_it_is_meant"]

READ_CHARS = 4_000
_LEFT_OUT = compile_later(LEFT_OUT, re.IGNORECASE)
_LEFT_OUT_OF_WORDS = compile_later(LEFT_OUT_OF_WORDS, re.IGNORECASE)
_DENIES = compile_later(DENIES, re.IGNORECASE)
_NO_MORE_RISK = compile_later(AVERAGE_RISK, re.IGNORECASE)
_MORE_RISK = compile_later(INCREASED_RISK, re.IGNORECASE)
_WITHOUT = compile_later(r"\b(?:not|no|non|without|never)\b", re.IGNORECASE)
_ANYBODY = "people persons patients adults older elderly old aged age men women who have has with"
_BOUNDS = frozenset({QualifierKind.POPULATION, QualifierKind.CONDITION})


def leads_for_whom_it_is_meant(ctx: Ctx) -> Iterator[Fault]:
    """No statement of the bottom line leaves out a case that the question names."""
    if ctx.answer is None or _DENIES.search(ctx.answer.question.as_read[:READ_CHARS]):
        return
    cases = list(_cases(ctx.answer.question))
    for statement in ctx.answer.bottom_line.statements:
        out, said = _read(statement)
        for words, case, names in cases:
            if not case & said and any(name <= out and not name <= said for name in (case, *names)):
                detail = f"leads where {words[:80]!r} is asked about, which it leaves out"
                yield Fault(FaultKind.UNMARKED_INDIRECT, statement.id, detail)


def leads_for_the_risk_asked_about(ctx: Ctx) -> Iterator[Fault]:
    """No statement of the bottom line is for people at another risk than the question names."""
    asked = _risk(ctx.answer.question.as_read) if ctx.answer else ""
    if ctx.answer is None or not asked:
        return
    for statement in ctx.answer.bottom_line.statements:
        words = [statement.quote.text, *(one.quote.text for one in statement.qualifiers)]
        told = _risk(" ; ".join(words))
        if told and told != asked:
            detail = f"leads for people at {told} risk, where people at {asked} risk are asked about"
            yield Fault(FaultKind.UNMARKED_INDIRECT, statement.id, detail)


def _risk(words: str) -> str:
    text = words[:READ_CHARS]
    if _NO_MORE_RISK.search(text) is not None:
        return "average"
    return "increased" if _MORE_RISK.search(text) is not None else ""


def _cases(question: Question) -> Iterator[tuple[str, set[str], list[set[str]]]]:
    """What the question names besides its condition and its treatments, as stems; of people, other names too."""
    people = {one.concept.name for one in question.populations if not _WITHOUT.search(one.concept.name)}
    things = {mention.concept.name for mention in (*question.conditions, *question.interventions)}
    things |= {one.concept.name for one in question.populations if one.concept.origin == TRIED_ORIGIN}
    typed = question.as_read[:READ_CHARS].casefold()
    for term in question.terms:
        said = term.concept not in things and term.words.casefold() in typed
        if said and (stems := _stems(term.words)):
            names = [_stems(name) - _stems(_ANYBODY) for name in term.synonyms] if term.concept in people else []
            yield term.words, stems, [name for name in names if name]


def _read(statement: Statement) -> tuple[set[str], set[str]]:
    """The stems of what a statement leaves out, by its bounds or its own words, and of all else that it says."""
    bounds = [q.quote.text[:READ_CHARS] for q in statement.qualifiers if q.kind in _BOUNDS]
    told = [*((_LEFT_OUT, bound) for bound in bounds), (_LEFT_OUT_OF_WORDS, statement.quote.text[:READ_CHARS])]
    told = [(pattern, _NO_MORE_RISK.sub(" ", words)) for pattern, words in told]
    out = " ; ".join(part.group() for pattern, words in told for part in pattern.finditer(words))
    left = " ; ".join(pattern.sub(" ", words) for pattern, words in told)
    return _stems(out), _stems(left)


def _stems(words: str) -> set[str]:
    return {stem(token.form) for token in match_tokens(words)}
