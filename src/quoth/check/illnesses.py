"""What leads a page speaks of the illness that the question names, where no pack of the library knows it.

By the table `quoth.model.illness_rules`, read by code of this side's own: looser than the composer's, since what it
lets pass has passed the composer as well.
"""

import re
from collections.abc import Iterator
from functools import cache

from quoth.check.context import Ctx, Read
from quoth.model import Fault, FaultKind, Question
from quoth.model.illness_rules import (
    ILLNESS_HEADS,
    ILLNESS_NAMES,
    NOT_HAD_AFTER,
    NOT_HAD_BEFORE,
    TELLS_NO_KIND,
    TOLD_BY,
)
from quoth.text import match_tokens, stem
from quoth.text.later import compile_later

__all__ = ["leads_speak_of_the_illness"]

READ_CHARS = 4_000
_BEFORE = compile_later(NOT_HAD_BEFORE, re.IGNORECASE)
_AFTER = compile_later(NOT_HAD_AFTER, re.IGNORECASE)
_NEAR = 40
_TEXT_CHARS = 200_000
_LONG_WORDS = 8
_SHORT = compile_later(r"\b[A-Z][A-Za-z\d]*[A-Z\d](?=s?\b)")
_WORDS_MAX = 4


def leads_speak_of_the_illness(ctx: Ctx) -> Iterator[Fault]:
    """A statement of the bottom line tells of an illness named in the question, where no condition of it is known."""
    if ctx.answer is None or ctx.answer.question.conditions:
        return
    question = ctx.answer.question
    named = list(_illnesses(question.as_read[:READ_CHARS]))
    if not named:
        return
    stems = set[str]().union(*named, *_other_names(ctx, named))
    leads = {statement.id for statement in ctx.answer.bottom_line.statements}
    for read in ctx.reads:
        if read.statement.id in leads and not stems & _told(read) and not stems & _spelt_out(read):
            detail = "leads a question on an illness of which neither it nor what stands over it speaks"
            yield Fault(FaultKind.UNMARKED_INDIRECT, read.statement.id, detail)


def _illnesses(text: str) -> Iterator[set[str]]:
    """The stems of each illness that is named, but for those that nobody has."""
    tokens = list(match_tokens(text))
    stems = [stem(token.form.removesuffix("'s")) for token in tokens]
    at = 0
    while at < len(tokens):
        length = next(
            (n for n in range(min(_WORDS_MAX, len(stems) - at), 0, -1) if tuple(stems[at : at + n]) in _names()), 0
        )
        first = at
        if not length and at and stems[at] in _heads() and tokens[at - 1].form not in TELLS_NO_KIND:
            first, length = at - 1, 2
        if length:
            start, end = tokens[first].start, tokens[first + length - 1].end
            if not _BEFORE.search(text[max(0, start - _NEAR) : start]) and not _AFTER.match(text, end):
                yield {*stems[first : first + length]}
        at = max(at + 1, first + length)


def _other_names(ctx: Ctx, named: list[set[str]]) -> Iterator[set[str]]:
    """What else the page holds an illness to be called, and words by which advice speaks of it without a name."""
    method = ctx.page.method
    question: Question = ctx.page.question
    given = [(term.words, (*term.synonyms, *term.same)) for term in question.terms]
    for words, names in (*given, *method.synonyms, *method.read_as):
        if any(_stems(words) & illness for illness in named):
            yield from map(_stems, names)
    for name, told in TOLD_BY.items():
        if any(_stems(name) <= illness for illness in named):
            yield _stems(told)


def _told(read: Read) -> set[str]:
    """The stems of a statement, of what bounds it, of its title and of the headings of its text."""
    quotes = (read.statement.quote.text, *(one.quote.text for one in read.statement.qualifiers))
    title = read.record.title if read.record else ""
    sections = read.rendition.sections if read.rendition else ()
    at = read.statement.quote.span.start
    here = [one for one in sections if one.start <= at < one.end]
    headings = [heading for one in here for heading in (*one.path, one.heading)]
    return _stems(" ; ".join((*quotes, *read.statement.interventions, title, *headings)))


def _spelt_out(read: Read) -> set[str]:
    """The stems of what the short forms of a statement stand for, where its own text spells them out: "(AMD)"."""
    text = read.rendition.text[:_TEXT_CHARS] if read.rendition else ""
    found: set[str] = set()
    for short in dict.fromkeys(_SHORT.findall(read.statement.quote.text[:READ_CHARS])):
        spelt = re.search(rf"((?:[\w'’/-]+ ){{1,{_LONG_WORDS}}})[(\[]{re.escape(short)}[);,\]]", text)
        if spelt:
            found |= _stems(" ".join(spelt[1].split()[-len(short) - 1 :]))
    return found


@cache
def _names() -> frozenset[tuple[str, ...]]:
    parted = (match_tokens(name) for name in ILLNESS_NAMES.split(","))
    return frozenset(tuple(stem(token.form.removesuffix("'s")) for token in tokens) for tokens in parted)


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(stem, ILLNESS_HEADS))


def _stems(words: str) -> set[str]:
    return {stem(token.form) for token in match_tokens(words[:READ_CHARS])}
