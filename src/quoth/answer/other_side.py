"""Guidance on the other side of the same treatment, that one body's advice may not lead without.

"Give antibiotics" (for severe disease) and "consider no antibiotic" (for most children) both answer whether a child
needs them: either alone, at the head of a page, tells half. A difference in strength is no other side.
"""

from collections.abc import Sequence

from quoth.answer.select import by_strength
from quoth.model import Action, Concept, Finding, Question
from quoth.text import match_tokens, stem

__all__ = ["other_side"]

_REFRAINS = frozenset({"no", "not", "without", "avoid", "withhold", "withholding", "instead", "rather", "against"})
_REACH = 4
"""How many words before a treatment's name may deny it: "without routine use of antibiotics"."""


def other_side(question: Question, first: Finding, pool: Sequence[Finding]) -> Finding | None:
    """Of guidance that may lead, the best by another source that asks for the opposite of what the first asks for.

    Nothing where the question compares treatments (advice for one is no advice against the other's rival) or names
    none, or where all the guidance is on one side.
    """
    if question.comparators or not question.interventions:
        return None
    asked = [mention.concept for mention in question.interventions]
    side = _refrains(first, asked)
    others = [
        finding
        for finding in pool
        if finding.record.id != first.record.id
        and _takes_a_side(finding)
        and _refrains(finding, asked) is not side
        and _on_one_treatment(finding, first, asked)
    ]
    return min(others, key=by_strength, default=None) if _takes_a_side(first) else None


def _takes_a_side(finding: Finding) -> bool:
    return finding.action in (Action.DO, Action.CONSIDER, Action.DO_NOT)


def _on_one_treatment(one: Finding, other: Finding, asked: Sequence[Concept]) -> bool:
    """Whether both speak of one treatment that was asked about: of two kinds of a family one may be in, one out."""
    shared = set(one.interventions) & set(other.interventions)
    return any(concept.name in shared for concept in asked)


def _refrains(finding: Finding, asked: Sequence[Concept]) -> bool:
    """Whether advice is to do without what was asked about: by its action, or by a word before each mention of it."""
    if finding.action is Action.DO_NOT:
        return True
    words = [stem(token.form) for token in match_tokens(finding.quote.text)]
    names = [
        [stem(token.form) for token in match_tokens(name)]
        for concept in asked
        for name in (concept.name, *concept.lay, *concept.clinical)
    ]
    places = [at for at in range(len(words)) if any(name and words[at : at + len(name)] == name for name in names)]
    return bool(places) and all(not _REFRAINS.isdisjoint(words[max(0, at - _REACH) : at]) for at in places)
