"""How well one finding answers the question, between 0 and 1.

Only what the question asks for counts: a question without an intervention gives no points for one. The weights say
what a reader misses most when it does not fit; they were set by hand and are data here, so that they can be argued
with.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.evidence.fitting.question_terms import Asked, Wanted
from quoth.model import Directness, Facet, InterventionMatch, QuestionKind, Slot

__all__ = ["Relevance", "relevance_of"]

_SLOTS = tuple((slot.value, slot) for slot in Slot)
_WEIGHTS = {
    "condition": 4.0,
    "intervention": 4.0,
    "facet": 2.5,
    "population": 1.5,
    "comparator": 1.0,
    "outcome": 1.0,
    "words": 1.5,
    "kind": 1.0,
}
_FACET_BY_KIND = {
    # What a question of this kind is after when it asks for no side by name.
    QuestionKind.TREATMENT: Facet.BENEFIT,
    QuestionKind.HARM: Facet.HARMS,
    QuestionKind.DIAGNOSIS: Facet.DIAGNOSIS,
    QuestionKind.PROGNOSIS: Facet.PROGNOSIS,
    QuestionKind.PREVENTION: Facet.PREVENTION,
    QuestionKind.DOSE: Facet.DOSE,
    QuestionKind.DEFINITION: Facet.DEFINITION,
    QuestionKind.CAUSE: Facet.CAUSE,
    QuestionKind.SIGNS: Facet.DIAGNOSIS,
    QuestionKind.TIMING: Facet.WHEN_TO_START,
}
_BY_DIRECTNESS = {
    # What is indirect may be shown with its mark, never before what is direct.
    Directness.DIRECT: 1.0,
    Directness.UNKNOWN: 0.5,
    Directness.OTHER_POPULATION: 0.4,
    Directness.OTHER_CONDITION: 0.25,
    Directness.ANIMAL: 0.15,
}
_MENTION, _MENTION_BESIDE_TAGS = 0.9, 0.4
"""Words in running text say nearly as much as a tag; beside an editor's tags they stand there for another reason."""
_BROADER = 0.35
"""A statement on exercise says something, but not much, about hip exercise."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """How well a finding answers for the question, and for which parts of it."""

    score_0_1: float
    match: InterventionMatch
    matched: tuple[Slot, ...] = ()

    @property
    def on_intervention(self) -> bool:
        """False when the question names an intervention or comparator and the finding speaks of none of them."""
        return self.match is not InterventionMatch.NONE


def relevance_of(
    asked: Asked,
    *,
    directness: Directness,
    interventions: Sequence[str],
    comparators: Sequence[str] = (),
    outcomes: Sequence[str] = (),
    people: Iterable[str] = (),
    facets: Sequence[Facet] = (),
    coverage_0_1: float = 0.0,
    named: Iterable[str] = (),
    tagged: bool = False,
    spoken: Sequence[str] = (),
) -> Relevance:
    """Weigh what the question asks for against what the finding speaks of.

    `named` are names of the question's concepts whose words stand in the finding's own text, `people` its populations
    that the finding or its source names. Where an editor `tagged`
    the finding, such words count for less: they stand there beside what it is about. `spoken` are those of its tags
    that its own words name.
    """
    text_names = frozenset(named)
    mention = _MENTION_BESIDE_TAGS if tagged else _MENTION
    parts: list[tuple[str, float]] = [("condition", _BY_DIRECTNESS[directness])]
    if asked.interventions:
        parts.append(("intervention", _best(asked.interventions, (*interventions, *comparators), text_names, mention)))
    if asked.comparators:
        parts.append(("comparator", _best(asked.comparators, (*comparators, *interventions), text_names, mention)))
    if asked.outcomes:
        parts.append(("outcome", _best(asked.outcomes, tuple(outcomes), text_names, _MENTION)))
    if asked.populations:
        named_people = frozenset(people)
        parts.append(("population", float(any(want.name in named_people for want in asked.populations))))
    if asked.question.facets:
        parts.append(("facet", _facet(asked.question.facets, facets)))
    elif facets and (wanted := _FACET_BY_KIND.get(asked.question.kind)):
        parts.append(("kind", float(wanted in facets)))
    if asked.terms.sought:
        parts.append(("words", coverage_0_1))
    total = sum(_WEIGHTS[part] for part, _ in parts)
    score = sum(_WEIGHTS[part] * match for part, match in parts) / total
    score *= 0.5 + 0.5 * _BY_DIRECTNESS[directness]
    speaking = {part for part, match in parts if match > 0}
    # A family counts as what a tagged finding is about when it comes first or is named: a blood pressure target is
    # filed under the drugs that lower blood pressure, and is no advice on each of them.
    near = (*interventions[:1], *spoken) if tagged else (*interventions, *comparators)
    matched = tuple(slot for name, slot in _SLOTS if name in speaking)
    match = _intervention_match(asked, interventions, comparators, text_names, near)
    return Relevance(round(score, 4), match, matched)


def _intervention_match(
    asked: Asked,
    interventions: Sequence[str],
    comparators: Sequence[str],
    in_text: frozenset[str],
    near: Sequence[str],
) -> InterventionMatch:
    """How the finding answers for what was asked; `near` are the names by which it can be about a family."""
    wanted = (*asked.interventions, *asked.comparators)
    if not wanted:
        return InterventionMatch.NOT_ASKED
    if any(want.fitting.intersection(interventions[:1]) for want in asked.interventions):
        return InterventionMatch.MAIN
    names = {*interventions, *comparators}
    if any(not want.fitting.isdisjoint(names) for want in asked.interventions):
        return InterventionMatch.NAMED
    if any(not want.fitting.isdisjoint(names) for want in asked.comparators):
        return InterventionMatch.COMPARATOR
    if any(want.name in in_text for want in wanted):
        return InterventionMatch.MENTIONED
    if any(not want.broader.isdisjoint(near) for want in wanted):
        return InterventionMatch.BROADER
    if any(not want.broader.isdisjoint(names) for want in wanted):
        return InterventionMatch.MENTIONED
    return InterventionMatch.NONE


def _best(wanted: tuple[Wanted, ...], names: Sequence[str], in_text: frozenset[str], mention_0_1: float) -> float:
    """Midway between the best and the mean over what is wanted."""
    matches = [max(_named(want, names), mention_0_1 if want.name in in_text else 0.0) for want in wanted]
    return (max(matches) + sum(matches) / len(matches)) / 2


def _named(want: Wanted, names: Sequence[str]) -> float:
    """How well concept names answer for a wanted one: itself, a kind of it, or what it is a kind of."""
    if want.name in names:
        return 1.0
    if not want.narrower.isdisjoint(names):
        return 0.95
    return 0.0 if want.broader.isdisjoint(names) else _BROADER


def _facet(wanted: tuple[Facet, ...], facets: Sequence[Facet]) -> float:
    """The first facet asked for counts most."""
    for place, facet in enumerate(wanted):
        if facet in facets:
            return max(0.6, 1.0 - 0.2 * place)
    return 0.0
