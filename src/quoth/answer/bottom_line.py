"""Which recommendation leads the page. Rather none than one that answers another question.

A statement leads when a guideline or consensus says it, directly, of what was asked: the intervention itself and not
the family it belongs to, the side that was asked for, the population and outcome where the question names them, and
nobody narrower than the question asks about.
"""

import re
from collections.abc import Callable, Sequence

from quoth.answer.asked_for import (
    comes_first,
    is_of_both,
    is_of_one_alone,
    names_both,
    says_when,
    tells_what_is_asked,
    wants_a_figure,
)
from quoth.answer.nearly import (
    is_among_them,
    is_on_the_case,
    is_on_the_illness_besides,
    is_on_their_family,
    nearest_the_case,
)
from quoth.answer.numbering import Numbering
from quoth.answer.other_side import on_each_of_them, other_side
from quoth.answer.risk import at_the_risk_asked_about
from quoth.answer.select import (
    GUIDANCE,
    NO_TREATMENT,
    by_relevance,
    by_strength,
    everybody,
    is_on_open_side,
    older_people,
    people_asked,
)
from quoth.answer.which_illness import leaves_illness_open
from quoth.answer.whom import is_for_few, is_for_later, is_of_another_course, leaves_out, speaks_of_few
from quoth.answer.words_held import nearest, speaks_of_its_words
from quoth.model import (
    Action,
    BottomLine,
    Design,
    Directness,
    Facet,
    Finding,
    FindingKind,
    InterventionMatch,
    Question,
    QuestionKind,
    Slot,
    phrase,
)
from quoth.text.later import compile_later

__all__ = ["is_main", "lead"]

STATEMENTS_MAX = 3
DEFINITE = (Action.DO, Action.CONSIDER, Action.DO_NOT)
# Of the rows that may lead, those nearly as relevant as the best are level: strength and year decide among them.
LEVEL = 0.9
LEVEL_SPOKEN = 0.93
# Beside the best, what else the same source answers: advice whose weighed sum is less by 2 (`evidence.weighed`).
BESIDE_SPOKEN = 0.606
# What holds for all leads before what holds where that did not help, if it says so much of it.
FIRST_OF_ALL = 0.6
REVIEWS = (Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW)
ANSWERING = (
    InterventionMatch.NOT_ASKED,
    InterventionMatch.MAIN,
    InterventionMatch.NAMED,
    InterventionMatch.COMPARATOR,
)
_OF_ANY_KIND = compile_later(r"\b(?:of any (?:kind|type|sort)|any (?:kind|type|sort) of)\b", re.IGNORECASE)
"""Advice on a family that says so is advice on each of its kinds."""
HOW = frozenset({Facet.DOSE, Facet.WHEN_TO_START})
BESIDE_TREATMENT = frozenset({Facet.COST, Facet.MONITORING, Facet.REFERRAL, Facet.RED_FLAGS}) | (
    NO_TREATMENT - {Facet.DELIVERY, Facet.SPECIAL_POPULATIONS}
)
TREATMENT_KINDS = (QuestionKind.TREATMENT, QuestionKind.OTHER, QuestionKind.PREVENTION)

Test = Callable[[Finding], bool]


def lead(
    question: Question, recommendations: Sequence[Finding], numbering: Numbering, beside: Sequence[Finding] = ()
) -> BottomLine:
    """The newest direct guidance that answers, in up to three of its own statements, or the word that there is none.

    What guidelines say `beside` their recommendations leads where none of these says nearly as well what was asked, and
    advice of a review where no guideline answers.
    """
    question = question.to_be_led
    guidance = [finding for finding in recommendations if finding.design in GUIDANCE]
    if question.asks_something_else:
        return BottomLine(phrase("lead.beside" if guidance else "lead.none"))
    pool, fitting = _may_all_lead(question, guidance)
    told = _besides(question, beside)
    if told and (not pool or _says_it_better(told, pool)):
        return BottomLine(phrase("lead.guidance"), tuple(map(numbering.statement, told)))
    if not pool:
        advised = _of_reviews(question, recommendations)
        words = "lead.review" if advised else _no_lead(question, guidance)
        return BottomLine(phrase(words), tuple(map(numbering.statement, advised)))
    standing = [finding for finding in pool if finding.standing.usable]
    direct = [finding for finding in standing if finding.directness is Directness.DIRECT]
    words = "" if direct else phrase("lead.indirect" if standing else "lead.superseded")
    chosen = on_each_of_them(question, _chosen(question, direct or standing or pool), guidance)
    opposite = other_side(question, chosen[0], _level(direct or standing or pool))
    if opposite and not words:
        return BottomLine(phrase("lead.both"), tuple(map(numbering.statement, (chosen[0], opposite))))
    if chosen[0].spoken:
        chosen = _with_what_else_answers(chosen[0], direct or standing, fitting)
        chosen = sorted(chosen, key=lambda finding: speaks_of_few(question, finding))
        words = words or (phrase("lead.topic") if chosen[0].on_topic else "")
    return BottomLine(words or _lead(chosen), tuple(map(numbering.statement, chosen)))


def _may_all_lead(question: Question, advice: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Of advice, what may lead as it says what was asked; and all that fits the case."""
    advice = at_the_risk_asked_about(question, advice)
    fitting = [finding for finding in advice if _may_lead(question, finding) and not leaves_out(question, finding)]
    if not fitting:
        nearly = [finding for finding in advice if _may_lead(question, finding, nearly=True)]
        fitting = nearest_the_case(question, [f for f in nearly if not leaves_out(question, f)])
    pool = _spoken(question, fitting) or nearest(
        question, [finding for finding in fitting if not finding.said_around] or fitting
    )
    return pool, fitting


def _of_reviews(question: Question, recommendations: Sequence[Finding]) -> list[Finding]:
    """Advice that a review or a practice guide gives and an editor filed, where no guideline answers."""
    filed = [f for f in recommendations if f.design in REVIEWS and f.annotation is not None and f.standing.usable]
    direct = [finding for finding in filed if finding.directness is Directness.DIRECT]
    pool, _ = _may_all_lead(question, direct)
    return _chosen(question, pool) if pool else []


def _besides(question: Question, beside: Sequence[Finding]) -> list[Finding]:
    """Guidance that stands beside recommendations and says what was asked: the best, and what else its source says."""
    told = at_the_risk_asked_about(question, beside)
    told = [f for f in told if f.kind is FindingKind.GUIDANCE and f.spoken and f.standing.usable]
    fitting = [finding for finding in told if _may_lead(question, finding) and not leaves_out(question, finding)]
    pool = _spoken(question, fitting)
    return _with_what_else_answers(_chosen(question, pool)[0], pool, fitting) if pool else []


def _says_it_better(told: Sequence[Finding], pool: Sequence[Finding]) -> bool:
    """Whether guidance says plainly better what was asked than every recommendation; an editor's choice goes first."""
    filed = any(not finding.spoken for finding in pool)
    return bool(told) and not filed and max(f.spoken for f in pool) < LEVEL_SPOKEN * told[0].spoken


def _no_lead(question: Question, guidance: Sequence[Finding]) -> str:
    if wants_a_figure(question):
        return "lead.figure"
    return "lead.beside" if guidance else "lead.none"


def is_main(question: Question, finding: Finding) -> bool:
    """Whether a recommendation speaks to the side that was asked about: of treatment, unless another was named."""
    wanted = _sides(question)
    # Words of running text say their sides by themselves: "screening in pregnancy" is no treatment in pregnancy.
    said = set(finding.facets) - {Facet.SPECIAL_POPULATIONS}
    if not finding.is_filed and question.kind is QuestionKind.TREATMENT and said and said <= BESIDE_TREATMENT:
        return bool(said & wanted)
    if not wanted or wanted & set(finding.facets):
        return True
    if question.tried and Slot.POPULATION in finding.matched:
        return True  # what comes after what did not help: to look again at the diagnosis, say
    if question.outcomes and not question.facets and Slot.OUTCOME in finding.matched:
        return True  # "what about ketoacidosis?": the outcome is the side
    if Facet.SPECIAL_POPULATIONS in wanted and Slot.POPULATION in finding.matched:
        return True
    if question.facets:
        return False
    if not finding.is_filed and Facet.BENEFIT in wanted and not set(finding.facets) <= BESIDE_TREATMENT:
        return True  # words of running text name a dose or a complication in telling what to do
    return finding.intervention_match is InterventionMatch.MAIN


def _may_lead(question: Question, finding: Finding, *, nearly: bool = False) -> bool:
    """Whether a recommendation answers for everything that the question names; `nearly`, by the case it speaks of."""
    if finding.spoken:
        fits = is_on_open_side(question, finding) or is_main(question, finding)
        fits = fits and finding.directness is Directness.DIRECT
        named = [mention for mention in question.populations if not mention.inferred_because]
        others = finding.for_others or is_of_another_course(question, finding)
        whom = [mention.concept.name for mention in named if not everybody(mention.concept.name)]
        if question.conditions and whom and older_people(whom) and Slot.POPULATION not in finding.matched:
            return False  # adults in general are not whom the question singles out
        return fits and tells_what_is_asked(question, finding) and not others
    # Advice against a whole family is advice against each of its kinds; advice for it may mean others of them.
    against_all = finding.intervention_match is InterventionMatch.BROADER and finding.action is Action.DO_NOT
    against_all = against_all and not question.comparators  # "which of two kinds" is another question
    against_all = against_all or is_on_their_family(question, finding)
    of_any_kind = finding.intervention_match is InterventionMatch.BROADER and _OF_ANY_KIND.search(finding.quote.text)
    of_case = nearly and is_on_the_illness_besides(question, finding)
    if finding.intervention_match not in ANSWERING and not (against_all or of_any_kind or of_case):
        return False
    if is_of_one_alone(question, finding):
        return False
    if not is_main(question, finding) and not (nearly and is_on_the_case(question, finding)):
        return False
    if not tells_what_is_asked(question, finding):
        return False
    named = [mention for mention in question.populations if not mention.inferred_because]
    asked = [mention for mention in named if not everybody(mention.concept.name)]
    if asked and Slot.POPULATION not in finding.matched and not (nearly and is_among_them(question, finding)):
        return False
    if finding.for_others or leaves_illness_open(question, finding):
        return False
    if is_of_another_course(question, finding) or not speaks_of_its_words(question, finding):
        return False
    return bool(asked) or names_both(question, finding) or not is_for_few(question, finding)


def _spoken(question: Question, pool: Sequence[Finding]) -> list[Finding]:
    """Where advice says what was asked: such advice, and what an editor filed under it."""
    best = max((finding.spoken for finding in pool), default=0.0)
    if not best:
        return []
    for_all = [finding for finding in pool if not is_for_later(question, finding)]
    best_for_all = max((finding.spoken for finding in for_all), default=0.0)
    if best_for_all >= FIRST_OF_ALL * best:  # what comes first goes before what comes when it did not help
        pool, best = for_all, best_for_all
    near = [finding for finding in pool if finding.spoken >= LEVEL_SPOKEN * best]
    of_them = bool(people_asked(question)) and any(Slot.POPULATION in finding.matched for finding in near)
    filed = [f for f in pool if question.conditions and _is_filed(f) and not f.spoken]
    return [*near, *(f for f in filed if not of_them or Slot.POPULATION in f.matched)]


def _with_what_else_answers(first: Finding, level: Sequence[Finding], fitting: Sequence[Finding]) -> list[Finding]:
    """The advice that leads, and what else its source says that answers nearly as well, best first."""
    of_source = [f for f in fitting if f.record.id == first.record.id and f is not first]
    beside = [f for f in of_source if f in level or f.spoken >= BESIDE_SPOKEN * first.spoken]
    return [first, *sorted(beside, key=lambda f: (-f.spoken, *by_strength(f)))][:STATEMENTS_MAX]


def _is_filed(finding: Finding) -> bool:
    """Whether an editor filed the statement under what was asked: the illness alone does not tell what of it."""
    return finding.is_filed and finding.intervention_match is InterventionMatch.MAIN


def _chosen(question: Question, pool: Sequence[Finding]) -> list[Finding]:
    """The leading statement and others of its source on the same matter, in the order of the source."""
    pool = [finding for finding in pool if not speaks_of_few(question, finding)] or pool
    if all(finding.spoken for finding in pool):
        best = max(finding.spoken for finding in pool)
        near = [finding for finding in pool if finding.spoken >= LEVEL_SPOKEN * best]
        return [min(near, key=by_strength)]
    tests: list[Test] = [
        lambda f: is_of_both(question, f),
        lambda f: bool(question.comparators) or names_both(question, f),
        lambda f: f.intervention_match is not InterventionMatch.COMPARATOR,
        lambda f: f.intervention_match in (InterventionMatch.MAIN, InterventionMatch.NOT_ASKED),
        lambda f: f.action in DEFINITE,
        lambda f: says_when(question, f),
        lambda f: comes_first(question, f),
    ]
    close = list(pool)
    for test in tests:
        close = [finding for finding in close if test(finding)] or close
    close = _level(close)
    first = min(close, key=by_strength)
    beside = sorted((f for f in close if f.record.id == first.record.id), key=by_relevance)[:STATEMENTS_MAX]
    return sorted(beside, key=lambda f: f.quote.span.start)


def _level(pool: Sequence[Finding]) -> list[Finding]:
    """Those nearly as relevant as the best."""
    best = max(finding.relevance for finding in pool)
    return [finding for finding in pool if finding.relevance >= LEVEL * best]


def _sides(question: Question) -> set[Facet]:
    """The sides that a leading statement must speak to one of. Benefit is what is meant when none is named.

    "Which one, and at what dose?" is not answered by advice that names no dose; "does it work, and is it safe?" asks
    two questions, and advice on either may lead.
    """
    asked = set(question.facets)
    if how := asked & HOW:
        return how
    if asked:
        return asked
    return {Facet.BENEFIT} if question.kind in TREATMENT_KINDS else set()


def _lead(chosen: Sequence[Finding]) -> str:
    actions = {finding.action for finding in chosen}
    if actions == {Action.DO_NOT}:
        return phrase("lead.against")
    if actions <= {Action.UNCERTAIN, None}:
        return phrase("lead.uncertain")
    return phrase("lead.one") if len(chosen) == 1 else phrase("lead.many")
