"""Which findings go on the page, and in which layer; what is left out keeps its reason."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from quoth.answer.fold import words_of
from quoth.answer.lawful import within_licences
from quoth.answer.side_asked import speaks_to_side
from quoth.answer.which_illness import is_on_another_illness
from quoth.answer.whom import may_harm
from quoth.model import (
    RANK_BY_DESIGN,
    Design,
    Directness,
    EvidenceTable,
    Exclusion,
    Facet,
    Fidelity,
    Finding,
    FindingKind,
    InterventionMatch,
    Question,
    QuestionKind,
    Slot,
    sides_said,
)

__all__ = [
    "GUIDANCE",
    "Selection",
    "by_relevance",
    "by_strength",
    "everybody",
    "is_on_open_side",
    "main_intervention",
    "older_people",
    "people_asked",
    "select",
]

GUIDANCE = (Design.GUIDELINE, Design.CONSENSUS)
NO_EVIDENCE = (Design.PROTOCOL,)
ON_IT = (InterventionMatch.MAIN, InterventionMatch.NAMED)
NOTE = FindingKind.DIFFERENCE
ADVISING = (FindingKind.RECOMMENDATION, FindingKind.GUIDANCE)
# From this share of common words on, a result that another row from the same source already says is not repeated.
SAME_SENTENCE = 0.75
OLDER_PEOPLE = words_of("older elderly aged senior seniors geriatric")
GROWN_UP_PEOPLE = words_of("adults people patients persons men women general population")
OPEN_SIDES = frozenset(Facet) - {
    Facet.HARMS, Facet.COST, Facet.PROGNOSIS, Facet.CAUSE, Facet.DEFINITION, Facet.RED_FLAGS
}  # fmt: skip
"""Sides on which a recommendation's own words are believed: it says what to do, when, how much and for whom."""
NO_TREATMENT = frozenset(
    {Facet.DIAGNOSIS, Facet.PROGNOSIS, Facet.CAUSE, Facet.DEFINITION, Facet.DELIVERY, Facet.SPECIAL_POPULATIONS}
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Findings by layer, each list best first."""

    recommendations: tuple[Finding, ...]
    guideline_notes: tuple[Finding, ...]
    """What guidelines say besides their recommendations; what of it answers by its words is of the kind guidance."""
    research: tuple[Finding, ...]
    differences: tuple[Finding, ...]
    """Editors' notes on where sources differ."""
    exclusions: tuple[Exclusion, ...]

    @property
    def empty(self) -> bool:
        """True when nothing answers: notes on differences alone do not."""
        return not (self.recommendations or self.guideline_notes or self.research)


def select(question: Question, table: EvidenceTable, *, relevance_min: float) -> Selection:
    """Sort the findings of a table into the layers of a page."""
    kept: list[Finding] = []
    exclusions = list(table.exclusions)
    for finding in table.findings:
        reason = _why_not(question, finding, relevance_min)
        if reason is None:
            kept.append(finding)
        else:
            exclusions.append(_left_out(finding, reason))
    kept = _on_what_was_asked(question, kept, exclusions)
    kept = _on_the_side_asked(question, kept, exclusions)
    kept = list(_without_repeats(_of_the_population_asked(question, kept, exclusions)))
    kept = within_licences(kept, exclusions)
    used = {finding.record.id for finding in kept}
    recommendations = [f for f in kept if f.kind is FindingKind.RECOMMENDATION]
    research = [f for f in kept if f.kind in (FindingKind.RESULT, FindingKind.CONCLUSION)]
    notes = [f for f in research if f.design in GUIDANCE]
    speaking = {finding.record.id for finding in recommendations}
    notes = [f for f in notes if f.kind is FindingKind.RESULT or f.record.id not in speaking]
    notes += [f for f in kept if f.kind is FindingKind.GUIDANCE]
    return Selection(
        recommendations=tuple(sorted(recommendations, key=by_strength)),
        guideline_notes=tuple(sorted(notes, key=by_strength)),
        research=tuple(sorted((f for f in research if f.design not in GUIDANCE), key=by_strength)),
        differences=tuple(sorted((f for f in kept if f.kind is FindingKind.DIFFERENCE), key=by_relevance)),
        exclusions=tuple(_once(exclusions, used)),
    )


def by_strength(finding: Finding) -> tuple[object, ...]:
    """Sort key: what stands before what does not, strongest design first, newest first, then relevance, then id."""
    span = finding.quote.span
    return (
        not finding.standing.usable,
        finding.directness is not Directness.DIRECT,
        RANK_BY_DESIGN[finding.design],
        -(finding.record.published.year or 0),
        finding.said_around,
        finding.rendition.fidelity is Fidelity.SUMMARY,
        -round(finding.relevance, 6),
        span.record_id,
        span.rendition_id,
        span.start,
    )


def main_intervention(finding: Finding) -> str:
    """What a finding is mainly about."""
    return finding.interventions[0] if finding.interventions else finding.group or "other"


def by_relevance(finding: Finding) -> tuple[object, ...]:
    """Sort key: most relevant first, then as `by_strength`."""
    return (-round(finding.relevance, 6), *by_strength(finding))


def _why_not(question: Question, finding: Finding, relevance_min: float) -> str | None:
    """The reason for leaving a finding out, or `None`."""
    if finding.design in NO_EVIDENCE:
        return "a protocol: no results yet"
    if finding.directness is Directness.OTHER_CONDITION and not finding.record.indirect:
        return f"about another condition: {finding.directness_because}"
    if finding.directness is Directness.ANIMAL:
        return finding.directness_because or "an animal or laboratory study"
    if finding.directness is Directness.UNKNOWN and question.conditions and not finding.record.indirect:
        return f"not established that it is about the condition asked about: {finding.directness_because}"
    if is_on_another_illness(question, finding):
        return "about another illness than the one that is asked about"
    if finding.relevance < (relevance_min / 2 if finding.record.indirect else relevance_min):
        return "does not speak to the question closely enough"
    if finding.kind in ADVISING and may_harm(question, finding):
        return "meant for others than those asked about"
    if _says_nothing_of_treatment(question, finding):
        return "says nothing of what a treatment does"
    if finding.kind in ADVISING and finding.design not in GUIDANCE and finding.annotation is None:
        return "no recommendation is made out of a study"
    return None


def _says_nothing_of_treatment(question: Question, finding: Finding) -> bool:
    """Whether an annotated result is about another matter than treatment: how a guide was made, say.

    Sentences of running text have their sides from a keyword table, where silence proves nothing: they are kept.
    """
    if question.facets or question.kind is not QuestionKind.TREATMENT or not finding.is_filed:
        return False
    return finding.kind in (FindingKind.RESULT, FindingKind.CONCLUSION) and set(finding.facets) <= NO_TREATMENT


def everybody(population: str) -> bool:
    """Whether a population is what is meant when none is named."""
    return words_of(population) <= GROWN_UP_PEOPLE


def people_asked(question: Question) -> list[str]:
    """The groups of people that a question names, but for those that are meant when none is named."""
    return [mention.concept.name for mention in question.populations if not everybody(mention.concept.name)]


def older_people(asked: Sequence[str]) -> bool:
    """Whether the people asked about are older people alone, and no group that general evidence may leave out."""
    return all(words_of(name) & OLDER_PEOPLE for name in asked)


def is_on_open_side(question: Question, finding: Finding) -> bool:
    """Whether advice that says what was asked may answer whatever side of it its words are taken to speak to.

    Keywords tell a side of running text, and are no judge of words that hold the question. Harms, costs, what becomes
    of it and what it is are asked for in words of their own, and told in words of their own.
    """
    return finding.spoken > 0 and set(question.facets[:1]) <= OPEN_SIDES


def _of_the_population_asked(question: Question, kept: list[Finding], exclusions: list[Exclusion]) -> list[Finding]:
    """What speaks of the population that the question names, where anything does; else all of it.

    Whether general evidence holds for a pregnant woman is what is asked: it is not the answer where there is one.
    Older people are among the adults of general evidence: it stays, and stands after what speaks of them.
    """
    asked = people_asked(question)
    if not asked or not any(Slot.POPULATION in finding.matched for finding in kept) or older_people(asked):
        return kept
    left = []
    for finding in kept:
        if Slot.POPULATION in finding.matched or finding.spoken:
            left.append(finding)
        else:
            reason = f"does not speak of {', '.join(asked)}"
            exclusions.append(_left_out(finding, reason))
    return left


def _on_the_side_asked(question: Question, kept: list[Finding], exclusions: list[Exclusion]) -> list[Finding]:
    """What speaks to the sides that the question names; all of it when the question names none.

    "How long does it last?" is not answered with what to do about it: without a finding on that side, nothing is left.
    Where no condition is known, the sources hold the very words of the question, and what their sentences are silent on
    proves nothing: with no finding that says its side, those that say none, or only what came of it, are left.
    """
    if not question.facets:
        return kept
    silent = not question.conditions and not any(speaks_to_side(question, finding) for finding in kept)
    left = []
    for finding in kept:
        says_none = silent and not finding.is_filed and set(finding.facets) <= {Facet.BENEFIT}
        open_side = is_on_open_side(question, finding)
        if says_none or open_side or speaks_to_side(question, finding) or _noted_on_what_was_asked(finding):
            left.append(finding)
        else:
            reason = f"speaks to another side of the question than {sides_said(question.facets)}"
            exclusions.append(_left_out(finding, reason))
    return left


def _on_what_was_asked(question: Question, kept: list[Finding], exclusions: list[Exclusion]) -> list[Finding]:
    """Where anything is on the treatment asked about, what an editor filed under another and only mentions it goes.

    Running text has no such tags: a sentence that names the treatment is kept.
    """
    if not question.interventions or not any(f.intervention_match in ON_IT for f in kept if f.kind is not NOTE):
        return kept
    left = []
    for finding in kept:
        if not finding.is_filed or finding.intervention_match is not InterventionMatch.MENTIONED:
            left.append(finding)
        else:
            reason = f"about another treatment: {main_intervention(finding)}"
            exclusions.append(_left_out(finding, reason))
    return left


def _noted_on_what_was_asked(finding: Finding) -> bool:
    """A noted difference that names no sides, on the very treatment that was asked about."""
    return finding.kind is NOTE and not finding.facets and finding.intervention_match in ON_IT


def _without_repeats(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Drop what the same record already says in the same words: an abstract inside its own full text, say.

    Two statements that an editor took from one text are two: "the drug rather than a patch" for everybody, and for
    people with a psychiatric condition.
    """
    said: dict[str, list[tuple[frozenset[str], str]]] = {}
    for finding in findings:
        words = words_of(finding.quote.text)
        by = str(finding.quote.span.rendition_id) if finding.annotation else ""
        earlier = said.setdefault(finding.record.id, [])
        if any(_same(words, others) and (not by or by != other) for others, other in earlier):
            continue
        earlier.append((words, by))
        yield finding


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    together = one | other
    return bool(together) and len(one & other) / len(together) >= SAME_SENTENCE


def _left_out(finding: Finding, reason: str) -> Exclusion:
    """A recommendation is left out by itself: the rest of its source may stand on the page."""
    span = finding.quote.span if finding.kind in ADVISING else None
    return Exclusion(finding.record.id, finding.record.title, reason, span)


def _once(exclusions: Iterable[Exclusion], used: Collection[str]) -> Iterable[Exclusion]:
    """Every source that is not used once, and of those that are, every recommendation that was left out."""
    seen: set[object] = set()
    for exclusion in exclusions:
        by_itself = exclusion.record_id in used
        key = exclusion.span if by_itself else exclusion.record_id
        if key is not None and key not in seen:
            seen.add(key)
            yield exclusion if by_itself else replace(exclusion, span=None)
