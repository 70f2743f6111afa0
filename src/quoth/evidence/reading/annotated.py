"""Findings from statements that a source or its editor annotated: advice, key results, conclusions, differences.

Their extents, qualifiers, interventions and actions are the editor's; nothing about them is worked out again but
figures, direction and how well they answer the question. Advice that an editor decided on in a document answers what it
would have answered undecided: it is weighed with the rest of its document, and what it hangs on travels with it.
"""

import re
from collections.abc import Sequence

from quoth.evidence.fitting.directness import fit_of_annotation, fit_of_sentence
from quoth.evidence.fitting.facets import facets_of
from quoth.evidence.fitting.interventions import (
    group_of,
    interventions_of_annotation,
    interventions_of_record,
    interventions_of_sentence,
    tags_spoken,
)
from quoth.evidence.fitting.people import is_for_another_age, is_for_others, people_named
from quoth.evidence.fitting.relevance import relevance_of
from quoth.evidence.fitting.row_names import row_names
from quoth.evidence.fitting.terms import found_of
from quoth.evidence.fitting.tried import without_others_tried
from quoth.evidence.reading.qualify import context_of
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

__all__ = ["beside_annotations", "beside_what_is_no_advice", "finding_of_annotation", "findings_of_annotations"]

_KINDS: dict[AnnotationKind, tuple[FindingKind, SectionRole]] = {
    AnnotationKind.RECOMMENDATION: (FindingKind.RECOMMENDATION, SectionRole.RECOMMENDATIONS),
    AnnotationKind.RESULT: (FindingKind.RESULT, SectionRole.RESULTS),
    AnnotationKind.CONCLUSION: (FindingKind.CONCLUSION, SectionRole.CONCLUSION),
    AnnotationKind.DIFFERENCE: (FindingKind.DIFFERENCE, SectionRole.OTHER),
}
_SPOKEN = 0.6
"""How relevant advice is at least that says what was asked, as in running text."""
_HEAD = re.compile(r"[^.;|\n]{1,80}: ")
_FOR_WHOM = (QualifierKind.POPULATION, QualifierKind.CONDITION)


def findings_of_annotations(source: Source, passages: Sequence[Passage] = ()) -> tuple[tuple[Finding, ...], str | None]:
    """The annotated statements that speak to the question, and otherwise why none does.

    Args:
        source: the text and the question.
        passages: the sentences of a document, in which what such a statement hangs on is looked for.
    """
    candidate = source.candidate
    found: list[Finding] = []
    spoken_of: list[str] = []
    for annotation in candidate.rendition.annotations:
        whole = annotation.whole
        outside = whole.end <= candidate.start or candidate.end <= whole.start
        if outside or annotation.kind is AnnotationKind.SET_ASIDE:
            continue
        finding = finding_of_annotation(source, annotation, passages)
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


def beside_what_is_no_advice(rendition: Rendition, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages among which advice is weighed: all but those that an editor said are none."""
    none = [
        (annotation.whole.start, annotation.whole.end)
        for annotation in rendition.annotations
        if annotation.kind is not AnnotationKind.RECOMMENDATION
    ]
    return tuple(p for p in passages if not any(start < p.end and p.start < end for start, end in none))


def finding_of_annotation(
    source: Source, annotation: Annotation, passages: Sequence[Passage] = (), *, on_any: bool = False
) -> Finding | None:
    """One annotated statement, with how well it answers; `None` where it is on another treatment than was named.

    `on_any` takes it all the same; its match tells it then. Of `passages` comes what it hangs on.
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
    facets = annotation.facets or (() if rendition.form is Form.PACK else facets_of(quote.text))
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
        facets=facets,
        coverage_0_1=asked.terms.coverage(asked.terms.found(seen_words)),
        named=(one.name for one in found_of(asked.places, asked.terms.read_kept(whole))),
        tagged=bool(annotation.interventions) or rendition.form is Form.PACK,
        spoken=tags_spoken(annotation.interventions[1:], quote.text) if asked.interventions else (),
    )
    spoken = _worth(source, annotation)
    if not (relevance.on_intervention or spoken or on_any):
        return None
    kind, role = _KINDS[annotation.kind]
    named = with_outcomes(figures(quote.text), quote.text, source.lexicon, annotation.outcomes)
    numbers = with_times(named, quote.text)
    way = direction(quote.text, numbers) if kind is FindingKind.RESULT else Direction.UNCLEAR
    qualifiers = _qualifiers(source, annotation)
    bounds = "\n".join(one.quote.text for one in qualifiers if one.kind in _FOR_WHOM)
    of_pack = rendition.form is Form.PACK
    under = () if of_pack else row_names(quote.text, interventions, asked, record, source.lexicon)
    around = _around(source, annotation, passages, qualifiers)
    return Finding(
        kind=kind,
        quote=quote,
        record=record,
        rendition=rendition,
        standing=candidate.standing,
        qualifiers=(*qualifiers, *around),
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
        under=under,
        facets=facets,
        action=annotation.action,
        action_by=annotation.action_by,
        direction=way,
        figures=numbers,
        directness=fit.directness,
        directness_because=fit.because,
        for_others=is_for_others(asked, quote.text) or is_for_another_age(asked, bounds),
        spoken=spoken,
        on_topic=source.on_topic and spoken > 0.0,
        relevance=max(relevance.score_0_1, _SPOKEN) if spoken else relevance.score_0_1,
        intervention_match=relevance.match,
        matched=relevance.matched,
    )


def _worth(source: Source, annotation: Annotation) -> float:
    """How well advice that stands there says what was asked, where the advice of its text was weighed.

    In a row of a table what was weighed begins before the statement, with the head of its cell.
    """
    text, whole = source.candidate.rendition.text, annotation.whole
    return max(
        (
            worth
            for start, worth in source.spoken.items()
            if whole.start <= start < whole.end or _HEAD.fullmatch(text[start : whole.start])
        ),
        default=0.0,
    )


def _around(
    source: Source, annotation: Annotation, passages: Sequence[Passage], told: tuple[Qualifier, ...]
) -> tuple[Qualifier, ...]:
    """What the sentences of a statement cannot be cut from, beside what its editor bound to it."""
    statement = annotation.statement
    within = [n for n, one in enumerate(passages) if statement.start <= one.start and one.end <= statement.end]
    if not within:
        return ()
    rendition, title = source.candidate.rendition, source.candidate.record.title
    found = context_of(passages, within[0], rendition, last=within[-1], title=title, advice=True, told=told)
    held = [one.quote.span for one in told]
    return tuple(
        one
        for one in found
        if not any(one.quote.span.start < span.end and span.start < one.quote.span.end for span in held)
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
