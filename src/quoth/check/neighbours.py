"""Promise 2: a sentence keeps the neighbours that it cannot be read rightly without, whether or not it sounds whole."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from quoth.check.before import (
    announces,
    breaks_off,
    found_nothing,
    hangs_on_what_stands_above,
    names_something,
    tells_the_scene,
)
from quoth.check.bounding import is_bound_of_advice, is_of_the_same
from quoth.check.context import Ctx, Read, section_at
from quoth.check.goes_on import may_limit_what_follows, what_goes_on
from quoth.check.no_more import has_its_own_grade
from quoth.model import Extent, Fault, FaultKind, Fidelity, FindingKind, QualifierKind, Rendition
from quoth.model.aside_rules import SPEAKS_FOR_ITSELF, TELLS_OF_THE_FINDING_BEFORE
from quoth.model.qualifier_rules import (
    LEANS_ON_PREVIOUS,
    MAX_SENTENCES_BACK,
    MAX_SENTENCES_ON,
    RESTRICTED_BY_NEXT,
    RESTRICTED_BY_NEXT_START,
    QualifierRule,
)
from quoth.model.scene_rules import RULES_WHAT_FOLLOWS
from quoth.model.word_rules import WordRule
from quoth.text.alike import same_figure
from quoth.text.later import compile_later
from quoth.text.surroundings import row_at

__all__ = ["holds", "neighbours"]

READ_CHARS = 4000
"""How much of a neighbouring sentence is read; no honest sentence is longer."""

ADVISING = (FindingKind.RECOMMENDATION, FindingKind.GUIDANCE)
_GRADES = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)
_KEPT_SENTENCES = 8_192
"""What a sentence says by itself is read once: page after page quotes the same ones."""
_STATISTICS = compile_later(SPEAKS_FOR_ITSELF, re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_MARKS = " \t\"'“”‘’«‹(["
# What may stand before a sentence's first word: marks that open, and a heading such as "RESULTS:".
_OPENING = re.compile(r"[\s\"'“”‘’«‹(\[]{0,8}(?:[A-Z][A-Za-z /&,'-]{1,50}:\s{0,4})?[\s\"'“”‘’«‹(\[]{0,8}")


def neighbours(ctx: Ctx) -> Iterator[Fault]:
    """A sentence brings along the one it leans on or is limited by, and the next if that restricts or explains it."""
    for read in ctx.reads:
        if read.annotation or read.rendition is None or read.rendition.fidelity is not Fidelity.VERBATIM:
            continue
        yield from _missing_neighbours(read, read.rendition)


def _missing_neighbours(read: Read, rendition: Rendition) -> Iterator[Fault]:
    sentences, span = rendition.sentences, read.statement.quote.span
    first = bisect_right([sentence.start for sentence in sentences], span.start) - 1
    last = bisect_left([sentence.end for sentence in sentences], span.end)
    if not (0 <= first <= last < len(sentences)):
        return
    here = section_at(rendition, sentences[first].start)
    at = first
    hangs = read.statement.kind is FindingKind.RECOMMENDATION and hangs_on_what_stands_above(
        rendition, sentences[first], here
    )
    while (
        at > 0
        and first - at < MAX_SENTENCES_BACK
        and (_leans(_text(rendition, sentences[at])) or (hangs and at == first))
    ):
        before = sentences[at - 1]
        if section_at(rendition, before.start) != here or not names_something(_text(rendition, before)[:READ_CHARS]):
            break
        if not _travels(read, before):
            detail = f"leans on what stands before: {_text(rendition, sentences[at])[:60]!r}"
            yield Fault(FaultKind.QUALIFIER_CUT, read.statement.id, detail)
            break
        at -= 1
    if at == first and first > 0 and section_at(rendition, sentences[first - 1].start) == here:
        before = sentences[first - 1]
        words = _text(rendition, before)[:READ_CHARS]
        finding = read.statement.kind in (FindingKind.RESULT, FindingKind.CONCLUSION)
        said = (
            announces(words)
            or breaks_off(rendition, before, sentences[first])
            or ("\n" not in words and holds(RULES_WHAT_FOLLOWS, words))
            or (finding and tells_the_scene(words, read.statement.quote.text))
        )
        if not said and "\n" not in rendition.text[before.end : sentences[first].start]:
            said = _bears_on(words, _text(rendition, sentences[first]), read.statement.kind)
        if said and not _travels(read, before):
            detail = f"said what it speaks of by what stands before: {words[:60]!r}"
            yield Fault(FaultKind.QUALIFIER_CUT, read.statement.id, detail)
    yield from _missing_after(read, rendition, last)


def _bears_on(before: str, own: str, kind: FindingKind) -> bool:
    """Whether a sentence in the same line may limit the advice after it, or tells the worth of the finding after it."""
    if kind not in ADVISING:
        return holds(TELLS_OF_THE_FINDING_BEFORE, before) or found_nothing(before)
    if may_limit_what_follows(before):
        return True
    return (is_bound_of_advice(before) or _restricts(before)) and is_of_the_same(before, own)


def _missing_after(read: Read, rendition: Rendition, last: int) -> Iterator[Fault]:
    """The sentence after the quote, if it is tied to it, and the one that takes back what travels along."""
    sentences = rendition.sentences
    here = section_at(rendition, sentences[last].start)
    advice = read.statement.kind in ADVISING
    for at in range(last + 1, min(last + 1 + MAX_SENTENCES_ON, len(sentences))):
        following = sentences[at]
        if section_at(rendition, following.start) != here or _is_next_row(rendition.text, following.start):
            return
        is_next = at == last + 1
        words = _text(rendition, following)
        bound = is_next and not (advice and has_its_own_grade(rendition, last))
        tied = _is_tied(rendition, sentences[last], following) if bound else _opens_with_a_limit(words)
        if bound and advice and "\n" not in rendition.text[sentences[last].end : following.start]:
            tied = tied or is_bound_of_advice(words)
        if tied and not _travels(read, following):
            detail = f"restricted by what stands after: {words[:60]!r}"
            yield Fault(FaultKind.QUALIFIER_CUT, read.statement.id, detail)
        if not tied and not (is_next and what_goes_on(rendition, sentences[last].end, advice)):
            return


def _is_next_row(text: str, start: int) -> bool:
    """Whether a line of cells begins here: what it says is of itself."""
    row = row_at(text, start)
    return row is not None and start == row[0]


def _is_tied(rendition: Rendition, own: Extent, following: Extent) -> bool:
    """Whether a sentence cannot be read rightly without the one after it."""
    words, after = _text(rendition, own), _text(rendition, following)
    return _restricts(after) or holds(TELLS_OF_THE_FINDING_BEFORE, after) or same_figure(words, after)


def _travels(read: Read, sentence: Extent) -> bool:
    """Whether a neighbour is quoted along: whole, or the grade in it as a grade."""
    for qualifier in read.statement.qualifiers:
        span = qualifier.quote.span
        if span.rendition_id != read.statement.quote.span.rendition_id:
            continue
        if span.start <= sentence.start and sentence.end <= span.end:
            return True
        if qualifier.kind in _GRADES and sentence.start <= span.start and span.end <= sentence.end:
            return True
    quoted = read.statement.quote.span
    return quoted.start <= sentence.start and sentence.end <= quoted.end


@lru_cache(maxsize=_KEPT_SENTENCES)
def _leans(sentence: str) -> bool:
    return _any(LEANS_ON_PREVIOUS, sentence, _openings(sentence))


@lru_cache(maxsize=_KEPT_SENTENCES)
def _restricts(sentence: str) -> bool:
    return _opens_with_a_limit(sentence) or any(
        pattern.search(sentence, 0, READ_CHARS) for pattern in _patterns(RESTRICTED_BY_NEXT)
    )


@lru_cache(maxsize=_KEPT_SENTENCES)
def _opens_with_a_limit(sentence: str) -> bool:
    return _any(RESTRICTED_BY_NEXT_START, sentence, {0, *_openings(sentence)})


@lru_cache(maxsize=_KEPT_SENTENCES)
def holds(table: tuple[WordRule, ...], sentence: str) -> bool:
    """Whether a row of a table holds for a sentence, as `quoth.model.word_rules` says."""
    words = sentence[:READ_CHARS]
    if _STATISTICS.search(words):
        return False
    said = frozenset(_LETTERS.findall(words.lower()))
    for at, rule in enumerate(table):
        if rule.cues & said:
            told, unless = _pair(table, at)
            if told.search(words) and not unless.search(words):
                return True
    return False


@cache
def _pair(table: tuple[WordRule, ...], at: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(table[at].pattern, re.IGNORECASE), re.compile(table[at].unless, re.IGNORECASE)


def _openings(sentence: str) -> set[int]:
    """Where the first word of a sentence stands: after its marks, and after what may be a heading or an answer."""
    found = _OPENING.match(sentence)
    return {len(sentence) - len(sentence.lstrip(_MARKS)), found.end() if found else 0}


def _any(rules: tuple[QualifierRule, ...], sentence: str, places: set[int]) -> bool:
    return any(pattern.match(sentence, place, READ_CHARS) for pattern in _patterns(rules) for place in places)


@cache
def _patterns(rules: tuple[QualifierRule, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern) for rule in rules)


def _text(rendition: Rendition, extent: Extent) -> str:
    return rendition.text[extent.start : extent.end]
