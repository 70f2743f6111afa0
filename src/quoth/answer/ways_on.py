"""What a reader may ask next: instead of what was refused, or about a side that an answer leaves open."""

from quoth.answer.ground import Ground
from quoth.model import Facet, Question, Reason, Suggestion, phrase

__all__ = ["FACET_WORDS", "WAYS_MAX", "facet_suggestions", "ways_on"]

WAYS_MAX = 12


def ways_on(question: Question, ground: Ground, reason: Reason) -> tuple[Suggestion, ...]:
    """What to ask instead of a question that was refused: for each condition, on single sides, or to begin with."""
    if reason is Reason.NO_CONDITION and (treated := ground.conditions_treated or ground.conditions_of_any):
        asked = question.text.strip().rstrip("?").strip()
        return tuple(Suggestion(name, f"{asked} ({name})?") for name in treated[:WAYS_MAX])
    if question.conditions:
        name = question.conditions[0].concept.name
        overview = phrase("next.overview", condition=name)
        return (Suggestion(overview, overview), *facet_suggestions(name, ()))
    return ground.starters[:WAYS_MAX]


FACET_WORDS: dict[Facet, str] = {
    Facet.HARMS: "Side effects and harms",
    Facet.DOSE: "Dose and length of treatment",
    Facet.CONTRAINDICATIONS: "Who should not have treatment",
    Facet.MONITORING: "Monitoring",
    Facet.PROGNOSIS: "How long it lasts",
    Facet.DIAGNOSIS: "Tests and diagnosis",
    Facet.REFERRAL: "When to refer",
}


def facet_suggestions(condition: str, present: tuple[Facet, ...]) -> tuple[Suggestion, ...]:
    """Follow-up questions on single facets; an empty `present` offers none, since nothing is known to be there."""
    offered = [facet for facet in FACET_WORDS if facet in present]
    return tuple(
        Suggestion(FACET_WORDS[facet], phrase("next.facet", facet=FACET_WORDS[facet], condition=condition))
        for facet in offered
    )
