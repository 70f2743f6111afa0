"""Promise 2: an annotated statement keeps its grade and its limits, and no statement wears those of another."""

from collections.abc import Iterator, Mapping, Sequence

from quoth.check.context import Ctx, Read, section_at
from quoth.model import (
    Annotation,
    Extent,
    Fault,
    FaultKind,
    Qualifier,
    QualifierKind,
    Rendition,
    Section,
    Span,
)

__all__ = ["annotated_qualifiers", "own_qualifiers", "own_study"]

_GRADES = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)


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


def _is_bound_elsewhere(read: Read, qualifier: Qualifier, bound: Mapping[QualifierKind, Extent]) -> bool:
    """Whether a qualifier of an annotated statement is not its own, or a grade stands in another section."""
    span = qualifier.quote.span
    if read.annotation:
        own = bound.get(qualifier.kind)
        return qualifier.kind is not QualifierKind.CONTEXT and own != Extent(span.start, span.end)
    if read.rendition is None or qualifier.kind not in _GRADES:
        return False
    here = section_at(read.rendition, read.statement.quote.span.start)
    if here and _heads(read.rendition, here, span):
        return False
    return section_at(read.rendition, span.start) != here or _is_of_another(read, read.rendition, span)


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
