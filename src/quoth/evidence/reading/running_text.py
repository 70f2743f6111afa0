"""Findings from running text: the few sentences of an abstract or section that answer, with what must travel with them.

Titles, aims, background and methods are never offered: only results, conclusions and, out of guidelines,
recommendations.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.evidence.fitting.directness import fit_of_sentence
from quoth.evidence.fitting.facets import facets_of
from quoth.evidence.fitting.interventions import group_of, interventions_of_record, interventions_of_sentence
from quoth.evidence.fitting.people import is_for_others, people_named
from quoth.evidence.fitting.question_terms import Asked
from quoth.evidence.fitting.relevance import relevance_of
from quoth.evidence.fitting.row_names import row_names
from quoth.evidence.fitting.terms import Seen, Sought, found_of
from quoth.evidence.guideline.advice import Advice, joined
from quoth.evidence.guideline.guiding import advice_and_guidance
from quoth.evidence.guideline.mood import asks_for_something
from quoth.evidence.guideline.recommendations import RECOMMENDING_DESIGNS
from quoth.evidence.guideline.rows import CELL, is_headed
from quoth.evidence.guideline.whose import is_no_own_advice
from quoth.evidence.reading.emphasis import emphasis_of
from quoth.evidence.reading.places import stands_where_nothing_is_advised
from quoth.evidence.reading.qualify import context_of
from quoth.evidence.reading.source import Source
from quoth.evidence.reading.stated_certainty import stated_certainty
from quoth.evidence.role_model.roles import Labelled, RoleModel, roles_of
from quoth.evidence.study.aims import states_aim, tells_no_effect
from quoth.evidence.study.design import sample_size
from quoth.evidence.study.direction import direction
from quoth.evidence.study.figures import figures
from quoth.evidence.study.found import tells_nothing_found
from quoth.evidence.study.outcomes import with_outcomes
from quoth.evidence.study.pico import pico_of
from quoth.evidence.study.time_points import with_times
from quoth.model import (
    Candidate,
    Design,
    Direction,
    Extent,
    Finding,
    FindingKind,
    Passage,
    PicoSpan,
    Quote,
    SectionRole,
    Span,
    hash_of_text,
    quote_of,
)
from quoth.text.ages import ages_in

__all__ = ["findings_of_text"]

_PER_RECORD = 4
_PER_GUIDELINE = 12
_MIN_CHARS, _MAX_CHARS = 25, 1_500
"""Shorter is a heading, longer is a table or a list that was not cut."""
_MIN_PROBABILITY = 0.5
_SPOKEN = 0.6
"""How relevant advice is at least that says what was asked, whichever slots the question's words were read into."""
_TELLING = frozenset({Design.RCT, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS, Design.NETWORK_META_ANALYSIS})
"""Designs that compare interventions, whose set phrases tell the parts of a study."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """Sentences that may be offered as one, with what they are and how much speaks for them."""

    index: int
    last: int
    kind: FindingKind
    role: SectionRole
    covered: tuple[Sought, ...]
    seen: Seen
    score: float
    advice: Advice | None = None


@dataclass(frozen=True, slots=True)
class _About:
    """What holds for the record as a whole."""

    interventions: tuple[str, ...]
    n: int | None
    coverage_0_1: float
    named: tuple[str, ...]
    """Concepts of the question that its title names."""
    people: tuple[str, ...]
    """Populations of the question that its title names."""
    pico: tuple[PicoSpan, ...]


def findings_of_text(
    source: Source, passages: Sequence[Passage], roles: RoleModel, covered_by_unit: Sequence[Sought]
) -> tuple[tuple[Finding, ...], str | None]:
    """At most four sentences of a record, twelve of a guideline, in reading order, or why there are none."""
    candidate = source.candidate
    here = [p for p in passages if candidate.start <= p.start and p.end <= candidate.end]
    if not here:
        return (), "no sentence of it is stored"
    labels = roles_of(candidate.rendition, here, roles)
    guideline = source.design.design in RECOMMENDING_DESIGNS
    choices = _choices(source, here, labels, guideline=guideline)
    kept = sorted(choices, key=lambda c: (-c.score, c.index))[: _PER_GUIDELINE if guideline else _PER_RECORD]
    if not kept:
        return (), None
    about = _About(
        interventions_of_record(candidate.record, source.lexicon),
        sample_size(candidate.record, candidate.rendition.text[candidate.start : candidate.end]),
        source.asked.terms.coverage(covered_by_unit),
        tuple(one.name for one in found_of(source.asked.places, source.title)),
        people_named(source.asked, candidate.record.title),
        _pico(candidate, here) if source.design.design in _TELLING else (),
    )
    found = [_finding(source, passages, here, choice, about) for choice in sorted(kept, key=lambda c: c.index)]
    on_topic = tuple(finding for finding in found if finding is not None)
    if found and not on_topic:
        return (), "other intervention: it does not name what was asked about"
    return on_topic, None


def _choices(source: Source, here: Sequence[Passage], labels: Sequence[Labelled], *, guideline: bool) -> list[_Choice]:
    base, record = source.candidate.start, source.candidate.record
    issuer, title = record.issuer or "", record.title
    terms = source.asked.terms
    heaviest = sum(one.weight for one in terms.sought) or 1.0
    choices: list[_Choice] = []
    advised = _advised(source, here) if guideline else ()
    by_first = {advice.first: advice for advice in advised}
    followers = {index for advice in advised for index in range(advice.first + 1, advice.last + 1)}
    for index, label in enumerate(labels):
        advice = by_first.get(index)
        last = advice.last if advice else index
        passage = joined(here, index, last, source.candidate.rendition) if last > index else here[index]
        if index in followers or not _MIN_CHARS <= len(passage.text) <= _MAX_CHARS:
            continue
        if passage.text.count(CELL) > 1 and not (advice and is_headed(passage.text)):
            continue  # a row says nothing without the heads of its table, and is no sentence
        kind = _kind(label, advice)
        if source.spoken_alone and (advice is None or passage.start not in source.spoken):
            continue
        if kind is None or (advice is None and _is_no_finding(passage.text, kind)):
            continue
        if advice is not None and (
            all(is_no_own_advice(one.text, issuer) for one in here[index : last + 1])
            or stands_where_nothing_is_advised(
                source.candidate.rendition, passage.start, title=title, graded=bool(advice.grade)
            )
            or (advice.formal and not asks_for_something(passage.text, graded=bool(advice.grade)))
        ):
            continue
        stands = source.seen.within(passage.start - base, passage.end - base)
        covered = terms.found(stands)
        score = sum(one.weight for one in covered) / heaviest + _BY_KIND[kind] + _prior(passage, index, len(here))
        score += source.spoken.get(passage.start, 0.0) if advice else 0.0
        choices.append(_Choice(index, last, kind, label.role, covered, stands, score, advice))
    return choices


def _advised(source: Source, here: Sequence[Passage]) -> list[Advice]:
    """The advice that stands here, and of the guidance beside it what says what was asked."""
    told = advice_and_guidance(here, source.candidate.record, source.candidate.rendition)
    return [one for one in told if one.formal or here[one.first].start in source.spoken]


_BY_KIND = {
    FindingKind.RECOMMENDATION: 0.6,
    FindingKind.GUIDANCE: 0.4,
    FindingKind.CONCLUSION: 0.35,
    FindingKind.RESULT: 0.1,
}


def _is_no_finding(words: str, kind: FindingKind) -> bool:
    return (
        states_aim(words)
        or tells_no_effect(words)
        or tells_nothing_found(words, concludes=kind is FindingKind.CONCLUSION)
    )


def _kind(label: Labelled, advice: Advice | None) -> FindingKind | None:
    if advice is not None:
        return FindingKind.RECOMMENDATION if advice.formal else FindingKind.GUIDANCE
    if label.probability < _MIN_PROBABILITY:
        return None
    if label.role is SectionRole.RESULTS:
        return FindingKind.RESULT
    return FindingKind.CONCLUSION if label.role is SectionRole.CONCLUSION else None


def _prior(passage: Passage, index: int, count: int) -> float:
    """Sentences with numbers say how much; the last ones conclude."""
    numbers = 0.15 if any(map(str.isdigit, passage.text)) else 0.0
    return numbers + 0.1 * (index + 1) / count


def _pico(candidate: Candidate, here: Sequence[Passage]) -> tuple[PicoSpan, ...]:
    """The parts of the study as this unit of its text tells them."""
    unit = candidate.rendition.text[candidate.start : candidate.end]
    cut = tuple(Extent(p.start - candidate.start, p.end - candidate.start) for p in here)
    return tuple(
        PicoSpan(
            one.kind,
            quote_of(
                candidate.record.id,
                candidate.rendition,
                Extent(candidate.start + one.extent.start, candidate.start + one.extent.end),
            ),
        )
        for one in pico_of(unit, cut)
    )


def _is_for_other_ages(asked: Asked, words: str) -> bool:
    """Whether advice tells for which ages it holds, and the one that is asked about is none of them."""
    age = asked.saying.age if asked.saying else None
    ages = ages_in(words) if age is not None else ()
    return age is not None and bool(ages) and not any(one.holds(age) for one in ages)


def _finding(
    source: Source, passages: Sequence[Passage], here: Sequence[Passage], choice: _Choice, about: _About
) -> Finding | None:
    candidate, asked, lexicon = source.candidate, source.asked, source.lexicon
    passage = joined(here, choice.index, choice.last, candidate.rendition)
    named = (*about.named, *(one.name for one in found_of(asked.places, choice.seen)))
    interventions = interventions_of_sentence(passage.text, choice.seen, asked, about.interventions, lexicon)
    facets = facets_of(passage.text)
    fit = fit_of_sentence(passage.text, source.fit)
    relevance = relevance_of(
        asked,
        directness=fit.directness,
        interventions=interventions,
        people=(*about.people, *people_named(asked, passage.text)),
        facets=facets,
        coverage_0_1=(asked.terms.coverage(choice.covered) + about.coverage_0_1) / 2,
        named=named,
    )
    spoken = source.spoken.get(passage.start, 0.0) if choice.advice else 0.0
    if (not relevance.on_intervention and not spoken) or (choice.advice and _is_for_other_ages(asked, passage.text)):
        return None
    numbers = with_times(with_outcomes(figures(passage.text), passage.text, lexicon), passage.text)
    advice = choice.advice
    way = Direction.UNCLEAR if advice else direction(passage.text, numbers)
    grade = advice.grade if advice else ()
    before = passages.index(here[0])  # what a sentence leans on may stand before the unit that was found
    context = context_of(
        passages,
        before + choice.index,
        candidate.rendition,
        last=before + choice.last,
        title=candidate.record.title,
        advice=advice is not None,
        told=grade,
    )
    span = Span(passage.record_id, passage.rendition_id, passage.start, passage.end, hash_of_text(passage.text))
    return Finding(
        kind=choice.kind,
        quote=Quote(span, passage.text),
        record=candidate.record,
        rendition=candidate.rendition,
        standing=candidate.standing,
        qualifiers=(*(grade or stated_certainty(passage, source)), *context),
        role=SectionRole.RECOMMENDATIONS if advice else choice.role,
        design=source.design.design,
        design_inferred=source.design.inferred,
        level=source.design.level,
        n=about.n,
        interventions=interventions,
        group=group_of(interventions, candidate.record, asked, lexicon),
        under=row_names(passage.text, interventions, asked, candidate.record, lexicon) if advice else (),
        facets=facets,
        action=advice.action if advice and advice.formal else None,
        action_by=advice.action_by if advice and advice.formal else None,
        said_around=advice.said_around if advice else False,
        direction=way,
        figures=numbers,
        pico=about.pico,
        directness=fit.directness,
        directness_because=fit.because,
        for_others=is_for_others(asked, passage.text),
        emphasis=emphasis_of(candidate.rendition, Extent(passage.start, passage.end), choice.kind),
        spoken=spoken,
        on_topic=source.on_topic and spoken > 0.0,
        relevance=max(relevance.score_0_1, _SPOKEN) if spoken else relevance.score_0_1,
        intervention_match=relevance.match,
        matched=relevance.matched,
    )
