"""Promise 2: a statement keeps its grade, its limits, and the neighbours that it cannot stand without."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from quoth.check.context import Ctx, Read
from quoth.model import (
    Annotation,
    Extent,
    Fault,
    FaultKind,
    Fidelity,
    Qualifier,
    QualifierKind,
    Rendition,
    Section,
    Span,
)
from quoth.model.qualifier_rules import (
    LEANS_ON_PREVIOUS,
    MAX_SENTENCES_BACK,
    RESTRICTED_BY_NEXT,
    RESTRICTED_BY_NEXT_START,
    QualifierRule,
)

__all__ = ["annotated_qualifiers", "neighbours", "own_qualifiers", "own_study"]

READ_CHARS = 4000
"""How much of a neighbouring sentence is read; no honest sentence is longer."""

_GRADES = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)
# What may stand before a sentence's first word: marks that open, and a heading such as "RESULTS:".
_KEPT_SENTENCES = 8_192
"""What a sentence says by itself is read once: page after page quotes the same ones."""
_OPENING = re.compile(r"[\s\"'“”‘’«‹(\[]{0,8}(?:[A-Z][A-Za-z /&,'-]{1,50}:\s{0,4})?[\s\"'“”‘’«‹(\[]{0,8}")


def annotated_qualifiers(ctx: Ctx) -> Iterator[Fault]:
    """An annotated statement is quoted whole, with every qualifier that its source or editor bound to it."""
    for read in ctx.reads:
        if read.annotation is None:
            continue
        span, whole = read.statement.quote.span, read.annotation.statement
        if not (span.start <= whole.start and whole.end <= span.end):
            detail = f"quotes {span.start} to {span.end} of a statement that runs from {whole.start} to {whole.end}"
            yield Fault(FaultKind.QUALIFIER_CUT, read.statement.id, detail)
        for kind, extent in _bound(read.annotation):
            if not (_quotes(read, kind, extent) or (span.start <= extent.start and extent.end <= span.end)):
                yield Fault(FaultKind.QUALIFIER_CUT, read.statement.id, f"its {kind.value} is not quoted")


def own_qualifiers(ctx: Ctx) -> Iterator[Fault]:
    """A qualifier is the statement's own: from the same text and, where an editor bound it, that very one."""
    for read in ctx.reads:
        bound = dict(_bound(read.annotation)) if read.annotation else {}
        for qualifier in read.statement.qualifiers:
            span, name = qualifier.quote.span, read.statement.id
            quoted = read.statement.quote.span
            if span.rendition_id != quoted.rendition_id or not ctx.same_record(span.record_id, quoted.record_id):
                yield Fault(FaultKind.QUALIFIER_WRONG, name, f"its {qualifier.kind.value} is from another text")
            elif _is_bound_elsewhere(read, qualifier, bound):
                detail = f"its {qualifier.kind.value} is not the one that was bound to it"
                yield Fault(FaultKind.QUALIFIER_WRONG, name, detail)


def own_study(ctx: Ctx) -> Iterator[Fault]:
    """What is told of the study (people, intervention, comparator, outcome) stands in the very text of the row."""
    for read in ctx.reads:
        quoted = read.statement.quote.span
        for part in read.statement.pico:
            span = part.quote.span
            if span.rendition_id != quoted.rendition_id or not ctx.same_record(span.record_id, quoted.record_id):
                yield Fault(FaultKind.QUALIFIER_WRONG, read.statement.id, f"its {part.kind.value} is another study's")
        kinds = [part.kind for part in read.statement.pico]
        if len(set(kinds)) != len(kinds):
            yield Fault(FaultKind.QUALIFIER_WRONG, read.statement.id, "one part of the study is told twice")


def neighbours(ctx: Ctx) -> Iterator[Fault]:
    """A sentence that leans on the one before it brings it along; one that the next restricts brings that."""
    for read in ctx.reads:
        if read.annotation or read.rendition is None or read.rendition.fidelity is not Fidelity.VERBATIM:
            continue
        yield from _missing_neighbours(read, read.rendition)


def _is_bound_elsewhere(read: Read, qualifier: Qualifier, bound: Mapping[QualifierKind, Extent]) -> bool:
    """Whether a qualifier of an annotated statement is not its own, or a grade stands in another section."""
    span = qualifier.quote.span
    if read.annotation:
        own = bound.get(qualifier.kind)
        return qualifier.kind is not QualifierKind.CONTEXT and own != Extent(span.start, span.end)
    if read.rendition is None or qualifier.kind not in _GRADES:
        return False
    here = _section(read.rendition, read.statement.quote.span.start)
    if here and _heads(read.rendition, here, span):
        return False
    return _section(read.rendition, span.start) != here or _is_of_another(read, read.rendition, span)


def _heads(rendition: Rendition, section: Section, grade: Span) -> bool:
    """Whether a grade is (part of) the heading right above a section: "Good Evidence"."""
    if grade.end > section.start or rendition.text[grade.start : grade.end] not in section.heading:
        return False
    return all(other.end <= grade.start or other.start >= section.start for other in rendition.sections)


def _is_of_another(read: Read, rendition: Rendition, grade: Span) -> bool:
    """Whether a grade stands in another sentence that says more than the grade."""
    quoted = read.statement.quote.span
    if quoted.start <= grade.start and grade.end <= quoted.end:
        return False
    sentence = next((one for one in rendition.sentences if one.start <= grade.start < one.end), None)
    if sentence is None:
        return False
    alone = 10 * (grade.end - grade.start) >= 6 * (sentence.end - sentence.start)
    return not (alone or rendition.text[sentence.start] in "([")


def _missing_neighbours(read: Read, rendition: Rendition) -> Iterator[Fault]:
    sentences, span = rendition.sentences, read.statement.quote.span
    first = bisect_right([sentence.start for sentence in sentences], span.start) - 1
    last = bisect_left([sentence.end for sentence in sentences], span.end)
    if not (0 <= first <= last < len(sentences)):
        return
    here = _section(rendition, sentences[first].start)
    at = first
    while at > 0 and first - at < MAX_SENTENCES_BACK and _leans(_text(rendition, sentences[at])):
        before = sentences[at - 1]
        if _section(rendition, before.start) != here:
            break
        if not _travels(read, before):
            detail = f"leans on what stands before: {_text(rendition, sentences[at])[:60]!r}"
            yield Fault(FaultKind.QUALIFIER_CUT, read.statement.id, detail)
            break
        at -= 1
    if last + 1 < len(sentences) and _section(rendition, sentences[last + 1].start) == here:
        following = sentences[last + 1]
        if _restricts(_text(rendition, following)) and not _travels(read, following):
            detail = f"restricted by what stands after: {_text(rendition, following)[:60]!r}"
            yield Fault(FaultKind.QUALIFIER_CUT, read.statement.id, detail)


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
    if _any(RESTRICTED_BY_NEXT_START, sentence, {0, *_openings(sentence)}):
        return True
    return any(pattern.search(sentence, 0, READ_CHARS) for pattern in _patterns(RESTRICTED_BY_NEXT))


def _openings(sentence: str) -> set[int]:
    """Where the first word of a sentence stands."""
    found = _OPENING.match(sentence)
    return {found.end() if found else 0}


def _any(rules: tuple[QualifierRule, ...], sentence: str, places: set[int]) -> bool:
    return any(pattern.match(sentence, place, READ_CHARS) for pattern in _patterns(rules) for place in places)


@cache
def _patterns(rules: tuple[QualifierRule, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern) for rule in rules)


def _bound(annotation: Annotation) -> Sequence[tuple[QualifierKind, Extent]]:
    extents = (
        (QualifierKind.STRENGTH, annotation.strength),
        (QualifierKind.CERTAINTY, annotation.certainty),
        (QualifierKind.POPULATION, annotation.population),
        (QualifierKind.CONDITION, annotation.condition),
        (QualifierKind.FOLLOWUP, annotation.followup),
    )
    return [(kind, extent) for kind, extent in extents if extent is not None]


def _quotes(read: Read, kind: QualifierKind, extent: Extent) -> bool:
    rendition_id = read.statement.quote.span.rendition_id
    return any(
        qualifier.kind is kind
        and qualifier.quote.span.rendition_id == rendition_id
        and Extent(qualifier.quote.span.start, qualifier.quote.span.end) == extent
        for qualifier in read.statement.qualifiers
    )


def _section(rendition: Rendition, at: int) -> Section | None:
    return next((section for section in rendition.sections if section.start <= at < section.end), None)


def _text(rendition: Rendition, extent: Extent) -> str:
    return rendition.text[extent.start : extent.end]
