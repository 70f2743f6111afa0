"""Advice that leads where none answers strictly: on the very case that is asked about, though filed under another side.

"I am on topiramate and trying for a baby" asks for no side by name. The one statement on just that is filed under harms
and contraindications, and is the answer. So is advice on children, in a guideline on an illness of children, to a
question about a toddler, and "when the person is 45 or older" to somebody of 63. None of it leads where advice on what
is asked stands beside it.
"""

import re

from quoth.answer.fold import words_of
from quoth.answer.select import older_people, people_asked
from quoth.answer.which_illness import names_an_illness
from quoth.answer.words_held import holding_most, weight_held
from quoth.model import Action, Facet, Finding, FindingKind, InterventionMatch, QualifierKind, Question, Slot
from quoth.model.people_rules import MAY_BECOME
from quoth.text.ages import ages_in
from quoth.text.later import compile_later

__all__ = ["is_among_them", "is_on_the_case", "is_on_the_illness_besides", "is_on_their_family", "nearest_the_case"]

_MAY_BECOME = compile_later(MAY_BECOME, re.IGNORECASE)
_YOUNG = words_of("adolescents babies child children infants kids toddlers young")
_LATER_LIFE = words_of("menopause postmenopausal")
_BOUNDS = (QualifierKind.POPULATION, QualifierKind.CONDITION)
_WHAT_IT_IS = frozenset({Facet.DIAGNOSIS, Facet.DEFINITION})
_NAMED = (InterventionMatch.MAIN, InterventionMatch.NAMED)


def is_on_the_case(question: Question, finding: Finding) -> bool:
    """Whether a statement speaks of the very case, where the question asks for no side by name.

    Of the people it names, of the illness somebody has besides, of a test that is asked about, or in its own words.
    """
    if question.facets or not finding.is_filed:
        return False
    if people_asked(question) and Slot.POPULATION in finding.matched:
        return not _is_for_who_may_become(question, finding)
    if names_an_illness(question):
        return True  # that it speaks of it is asked of all that leads
    if question.interventions:
        return finding.intervention_match in _NAMED and set(finding.facets) <= {Facet.DIAGNOSIS}
    return not set(finding.facets) <= _WHAT_IT_IS and weight_held(question, finding) > 0


def _is_for_who_may_become(question: Question, finding: Finding) -> bool:
    """Whether it is for those who may become what the people asked about are: "could become pregnant"."""
    bounds = "\n".join(q.quote.text for q in finding.qualifiers if q.kind in _BOUNDS)
    return bool(_MAY_BECOME.search(bounds)) and not any(map(_MAY_BECOME.search, people_asked(question)))


def is_on_the_illness_besides(question: Question, finding: Finding) -> bool:
    """Whether an illness is named besides, and a statement bound to a case speaks of the treatment's family in it.

    "Consider a proton-pump inhibitor" where an anti-inflammatory is needed and the risk of bleeding is high.
    """
    related = finding.intervention_match in (InterventionMatch.BROADER, InterventionMatch.MENTIONED)
    bound = any(one.kind is QualifierKind.CONDITION for one in finding.qualifiers)
    return related and bound and finding.is_filed and names_an_illness(question)


def is_on_their_family(question: Question, finding: Finding) -> bool:
    """Whether advice says of the people asked about that a family is not to be used, or that nobody knows.

    "The evidence is too thin to weigh medicines in pregnancy" holds for each of the medicines.
    """
    return (
        finding.kind is FindingKind.RECOMMENDATION
        and finding.intervention_match is InterventionMatch.BROADER
        and finding.action in (Action.DO_NOT, Action.UNCERTAIN)
        and bool(people_asked(question))
        and Slot.POPULATION in finding.matched
        and not question.comparators
    )


def _told_by_an_age(question: Question) -> bool:
    """Whether it is an age alone that makes older people of them, and no word for frailty or old age.

    Advice on adults is advice on somebody of 68, and stands below what speaks of the age.
    """
    older = [mention for mention in question.populations if older_people([mention.concept.name])]
    return question.age is not None and all(any(map(str.isdigit, mention.words)) for mention in older)


def nearest_the_case(question: Question, nearly: list[Finding]) -> list[Finding]:
    """Of such advice, where no treatment, people or illness tell it apart: what holds most of the question's words."""
    if question.interventions or people_asked(question) or names_an_illness(question):
        return nearly
    return holding_most(question, nearly)


def is_among_them(question: Question, finding: Finding) -> bool:
    """Whether those who are asked about are among those for whom a statement holds, by their age."""
    asked = people_asked(question)
    ages = ages_in(" ; ".join((finding.quote.text, *(q.quote.text for q in finding.qualifiers if q.kind in _BOUNDS))))
    if ages:
        return question.age is not None and any(one.holds(question.age) for one in ages)
    later_life = bool(words_of(" ".join(q.quote.text for q in finding.qualifiers)) & _LATER_LIFE)
    whom = ages_in(finding.record.population or "")
    if whom and question.age is not None and not any(one.holds(question.age) for one in whom):
        return later_life and older_people(asked)
    of_source = words_of(f"{finding.record.population or ''} {finding.record.title}")
    if older_people(asked):
        return later_life or (_told_by_an_age(question) and not of_source & _YOUNG)
    young = all(words_of(name) & _YOUNG for name in asked)
    return young and bool(of_source & _YOUNG) and not of_source & words_of("adults")
