"""Guidance that one body's advice may not lead without: the other side of the same treatment, the other treatment.

"Give antibiotics" (for severe disease) and "consider no antibiotic" (for most children) both answer whether a child
needs them: either alone, at the head of a page, tells half. A difference in strength is no other side. "A or B?" is
half answered by advice on A, where guidance advises on B too.
"""

from collections.abc import Sequence

from quoth.answer.asked_for import tells_what_is_asked
from quoth.answer.select import by_strength, people_asked
from quoth.answer.whom import is_for_few, leaves_out
from quoth.model import Action, Concept, Directness, Finding, InterventionMatch, Question, Slot
from quoth.text import match_tokens, stem

__all__ = ["on_each_of_them", "other_side"]

_REFRAINS = frozenset({"no", "not", "without", "avoid", "withhold", "withholding", "instead", "rather", "against"})
_BESIDE = 2
"""So many statements on the one stand before that on the other."""
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


def on_each_of_them(question: Question, chosen: list[Finding], guidance: Sequence[Finding]) -> list[Finding]:
    """The chosen advice; where it is on one of two treatments held against each other, with the best on the other.

    That of the same source goes before others. Nothing is added where the chosen advice names both.
    """
    rivals = {mention.concept.name for mention in question.comparators}
    if not rivals or any(rivals & {*one.interventions, *one.comparators} for one in chosen):
        return chosen
    whom = people_asked(question)
    of_rival = [
        finding
        for finding in guidance
        if finding.intervention_match is InterventionMatch.COMPARATOR
        and rivals & set(finding.interventions)
        and _takes_a_side(finding)
        and finding.directness is Directness.DIRECT
        and finding.standing.usable
        and tells_what_is_asked(question, finding)
        and not (finding.for_others or leaves_out(question, finding) or is_for_few(question, finding))
        and (not whom or Slot.POPULATION in finding.matched)
    ]
    of_source = [finding for finding in of_rival if finding.record.id == chosen[0].record.id]
    best = min(of_source or of_rival, key=by_strength, default=None)
    return chosen if best is None else [*chosen[:_BESIDE], best]


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
