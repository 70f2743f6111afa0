"""Findings from statements that a source or its editor annotated: advice, key results, conclusions, differences.

Their extents, qualifiers, interventions and actions are the editor's; nothing about them is worked out again but
figures, direction and how well they answer the question.
"""

from collections.abc import Sequence

from quoth.evidence.fitting.directness import fit_of_annotation, fit_of_sentence
from quoth.evidence.fitting.interventions import (
    group_of,
    interventions_of_annotation,
    interventions_of_record,
    interventions_of_sentence,
    tags_spoken,
)
from quoth.evidence.fitting.people import is_for_another_age, is_for_others, people_named
from quoth.evidence.fitting.relevance import relevance_of
from quoth.evidence.fitting.terms import found_of
from quoth.evidence.fitting.tried import without_others_tried
from quoth.evidence.reading.source import Source
from quoth.evidence.study.design import sample_size
from quoth.evidence.study.direction import direction
from quoth.evidence.study.figures import figures
from quoth.evidence.study.outcomes import with_outcomes
from quoth.evidence.study.time_points import with_times
from quoth.model import (
    Annotation,
    AnnotationKind,
    Direction,
    Extent,
    Finding,
    FindingKind,
    Form,
    Passage,
    Qualifier,
    QualifierKind,
    Rendition,
    SectionRole,
    quote_of,
)

__all__ = ["beside_annotations", "finding_of_annotation", "findings_of_annotations"]

_KINDS: dict[AnnotationKind, tuple[FindingKind, SectionRole]] = {
    AnnotationKind.RECOMMENDATION: (FindingKind.RECOMMENDATION, SectionRole.RECOMMENDATIONS),
    AnnotationKind.RESULT: (FindingKind.RESULT, SectionRole.RESULTS),
    AnnotationKind.CONCLUSION: (FindingKind.CONCLUSION, SectionRole.CONCLUSION),
    AnnotationKind.DIFFERENCE: (FindingKind.DIFFERENCE, SectionRole.OTHER),
}
_FOR_WHOM = (QualifierKind.POPULATION, QualifierKind.CONDITION)


def findings_of_annotations(source: Source) -> tuple[tuple[Finding, ...], str | None]:
    """The annotated statements that speak to the question, and otherwise why none does."""
    candidate = source.candidate
    found: list[Finding] = []
    spoken_of: list[str] = []
    for annotation in candidate.rendition.annotations:
        whole = annotation.whole
        outside = whole.end <= candidate.start or candidate.end <= whole.start
        if outside or annotation.kind is AnnotationKind.SET_ASIDE:
            continue
        finding = finding_of_annotation(source, annotation)
        if finding is None:
            spoken_of.extend(annotation.interventions[:1])
        else:
            found.append(finding)
    if found or not spoken_of:
        return tuple(found), None
    return (), f"other intervention: speaks of {', '.join(list(dict.fromkeys(spoken_of))[:3])}"


def beside_annotations(rendition: Rendition, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages that no annotation touches: what an editor spoke of is not read a second time."""
    held = sorted((annotation.whole.start, annotation.whole.end) for annotation in rendition.annotations)
    return tuple(p for p in passages if not any(start < p.end and p.start < end for start, end in held))


def finding_of_annotation(source: Source, annotation: Annotation, *, on_any: bool = False) -> Finding | None:
    """One annotated statement, with how well it answers; `None` where it is on another treatment than was named.

    `on_any` takes it all the same; its match tells it then.
    """
    candidate, asked = source.candidate, source.asked
    record, rendition = candidate.record, candidate.rendition
    quote = quote_of(record.id, rendition, annotation.statement)
    population = _words(source, annotation.population)
    whole = rendition.text[annotation.whole.start : annotation.whole.end]
    fit = fit_of_sentence(whole, fit_of_annotation(asked, annotation.conditions, population, source.fit))
    tags = " ; ".join((record.title, *annotation.interventions, *annotation.outcomes, *annotation.conditions))
    seen_words = asked.terms.read_kept(f"{whole}\n{tags}")
    interventions = interventions_of_annotation(annotation)
    if not interventions and rendition.form is not Form.PACK:
        of_record = interventions_of_record(record, source.lexicon)
        interventions = interventions_of_sentence(quote.text, seen_words, asked, of_record, source.lexicon)
    people = people_named(
        asked, f"{population or ''} ; {record.population or ''} ; {record.title} ; {whole}", often=True
    )
    bound = _words(source, annotation.condition) or ""
    people = without_others_tried(asked, people, bound, interventions, source.lexicon)
    relevance = relevance_of(
        asked,
        directness=fit.directness,
        interventions=interventions,
        comparators=annotation.comparators,
        outcomes=annotation.outcomes,
        people=people,
        facets=annotation.facets,
        coverage_0_1=asked.terms.coverage(asked.terms.found(seen_words)),
        named=(one.name for one in found_of(asked.places, asked.terms.read_kept(whole))),
        tagged=bool(annotation.interventions) or rendition.form is Form.PACK,
        spoken=tags_spoken(annotation.interventions[1:], quote.text) if asked.interventions else (),
    )
    if not (relevance.on_intervention or on_any):
        return None
    kind, role = _KINDS[annotation.kind]
    named = with_outcomes(figures(quote.text), quote.text, source.lexicon, annotation.outcomes)
    numbers = with_times(named, quote.text)
    way = direction(quote.text, numbers) if kind is FindingKind.RESULT else Direction.UNCLEAR
    qualifiers = _qualifiers(source, annotation)
    bounds = "\n".join(one.quote.text for one in qualifiers if one.kind in _FOR_WHOM)
    return Finding(
        kind=kind,
        quote=quote,
        record=record,
        rendition=rendition,
        standing=candidate.standing,
        qualifiers=qualifiers,
        annotation=annotation,
        role=role,
        design=source.design.design,
        design_inferred=source.design.inferred,
        level=source.design.level,
        n=sample_size(record),
        interventions=interventions,
        group=group_of(interventions, record, asked, source.lexicon),
        comparators=annotation.comparators,
        populations=tuple(words for words in (population or record.population,) if words),
        facets=annotation.facets,
        action=annotation.action,
        action_by=annotation.action_by,
        direction=way,
        figures=numbers,
        directness=fit.directness,
        directness_because=fit.because,
        for_others=is_for_others(asked, quote.text) or is_for_another_age(asked, bounds),
        relevance=relevance.score_0_1,
        intervention_match=relevance.match,
        matched=relevance.matched,
    )


def _qualifiers(source: Source, annotation: Annotation) -> tuple[Qualifier, ...]:
    record, rendition = source.candidate.record, source.candidate.rendition
    extents = (
        (QualifierKind.STRENGTH, annotation.strength),
        (QualifierKind.CERTAINTY, annotation.certainty),
        (QualifierKind.POPULATION, annotation.population),
        (QualifierKind.CONDITION, annotation.condition),
        (QualifierKind.FOLLOWUP, annotation.followup),
    )
    return tuple(Qualifier(kind, quote_of(record.id, rendition, extent)) for kind, extent in extents if extent)


def _words(source: Source, extent: Extent | None) -> str | None:
    return source.candidate.rendition.text[extent.start : extent.end] if extent else None
