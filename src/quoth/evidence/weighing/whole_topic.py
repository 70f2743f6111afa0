"""Questions on all that a guideline is about: "COPD treatment" to a guideline on the management of COPD.

No piece of it is nearer to them than the others, so that none answers by its share of the choice; all of it does. A
question that asks for anything besides, or about certain people, is none of these (docs/decisions/0161).
"""

import re
from collections.abc import Sequence

from quoth.evidence.fitting.asking_words import ASKED_FOR
from quoth.evidence.fitting.terms import Sought
from quoth.evidence.weighing.laid_out import Advised, Guideline, Words
from quoth.evidence.weighing.names_held import holds_name
from quoth.evidence.weighing.told import Told
from quoth.model import Action, Facet, Question, QuestionKind
from quoth.text import stem
from quoth.text.later import compile_later

__all__ = ["advice_on_the_topic", "asks_for_a_topic", "is_titled"]

_KINDS = (QuestionKind.TREATMENT, QuestionKind.PREVENTION, QuestionKind.OTHER, QuestionKind.DIAGNOSIS)
_SIDES = {Facet.BENEFIT, Facet.PREVENTION}
_OF_PEOPLE = {Facet.SPECIAL_POPULATIONS, Facet.CONTRAINDICATIONS, Facet.HARMS}
"""Asked for with the people, where these are no more than what the question is on."""
_TREAT, _FIRST, _PREVENT = ASKED_FOR["treat"], ASKED_FOR["first"], ASKED_FOR["prevent"]
_REDUCES = compile_later(r"\breduc", re.IGNORECASE)
_BELOW = 0.8
"""Worth, beside what may lead."""
_COMES_FIRST = compile_later(r"\b(?:first|initial|primary|prefer|over (?:other|any)\b|of choice\b)", re.IGNORECASE)
_ADULTS = compile_later(r"\badults\b", re.IGNORECASE)
"""Advice on "adolescents and adults" is for everybody."""
_FINDS_OUT = compile_later(r"\b(?:screen|diagnos|test(?:s|ed|ing)?\b|assess|evaluat|measur|monitor)", re.IGNORECASE)
_ASKING = compile_later(
    r"(?:treat|therap|manag|guid(?:eline|ance)|recommend|advi[cs]e|approach|overview|car(?:e|ing)\b|prevent|avoid"
    r"|reduc|what|how|best|main|current|key|first|line\b|initial|start|begin|clinical|practice|adults?\b"
    r"|patients?\b|people\b|person)",
    re.IGNORECASE,
)
"""Words that ask for what a guideline says, and name nothing of it."""
_COMPLICATIONS = compile_later(r"\bcomplications\b", re.IGNORECASE)
_SCREENING = compile_later(r"\bscreening\b", re.IGNORECASE)
_ANY_ILLNESS = frozenset(map(stem, ("disorder", "condition", "disease", "illness", "problem", "complaint")))
"""Heads that guidelines put one for the other: "cumulative trauma disorders" are "conditions" in a title."""


def asks_for_a_topic(question: Question, told: Told) -> bool:
    """Whether nothing is asked but what is done about an illness, or about what a guideline is on."""
    besides = (*question.comparators, *question.unknown)
    saying = told.saying
    finds_out = question.kind is QuestionKind.DIAGNOSIS
    harms = _COMPLICATIONS.search(question.as_read) is not None  # its title has to say so
    sides = {*_SIDES, *([Facet.DIAGNOSIS] if finds_out else []), *([Facet.HARMS] if harms else [])}
    sides |= _OF_PEOPLE if _is_on_people(question) else set()
    known = question.conditions and not finds_out  # packs tell of treatment, and seldom of screening
    return (
        (question.kind in _KINDS or harms)
        and set(question.facets) <= sides
        and not (known or besides or saying.people or saying.numbers)
        and saying.age is None
    )


def _is_on_people(question: Question) -> bool:
    """Whether those who are asked about are all that is asked about: "chronic kidney disease management"."""
    people = {mention.concept.name for mention in question.populations}
    return bool(people) and all(term.concept in people for term in question.terms)


def advice_on_the_topic(
    question: Question, told: Told, weighed: Sequence[tuple[Advised, Guideline]]
) -> list[float] | None:
    """By piece of advice that was weighed, what it is worth as the advice of a guideline on just that; 0 for others.

    `None` where there is no such advice.
    """
    if not asks_for_a_topic(question, told):
        return None
    guidelines = {id(guideline): guideline for _, guideline in weighed}
    on_it = {name for name, guideline in guidelines.items() if _is_its_topic(told, guideline)}
    if question.kind is QuestionKind.DIAGNOSIS:
        on_it = {name for name in on_it if _FINDS_OUT.search(guidelines[name].title)}
    else:
        # who does not ask about screening is answered by what is about more
        on_it = {name for name in on_it if not _SCREENING.search(guidelines[name].title)} or on_it
    worth = [
        _worth(one, told, question.kind) if id(guideline) in on_it and _is_recommended(one, guideline) else 0.0
        for one, guideline in weighed
    ]
    return worth if any(worth) else None


def is_titled(told: Told, title: str, titled: Words) -> bool:
    """Whether a title says every word of the question, under any of its names."""
    saying = told.saying
    for n, word in enumerate(saying.words):
        if not titled.hold(word) and not holds_name(told.names[n], titled) and not _is_any_illness(word, titled):
            return False
    for want in saying.wants:
        reduces = want is _PREVENT and _REDUCES.search(title)
        if want not in (_TREAT, _FIRST) and not (want.is_told_by(title) or reduces):
            return False
    rest = (word for word in saying.rest if not _ASKING.match(word.words or word.name))
    return all(titled.hold(word) for word in rest)


def _is_its_topic(told: Told, guideline: Guideline) -> bool:
    """Whether the title of a guideline says all of the question, and is for those who are asked about."""
    return guideline.groups <= told.groups and is_titled(told, guideline.title, guideline.titled)


def _is_any_illness(word: Sought, titled: Words) -> bool:
    """Whether a word says no more than that it is an illness, and the title says so by such a word."""
    return not _ANY_ILLNESS.isdisjoint(word.singles) and not _ANY_ILLNESS.isdisjoint(titled.stems)


def _is_recommended(one: Advised, guideline: Guideline) -> bool:
    """Whether it is among what a guideline recommends to everybody it is for: what it graded, where it grades."""
    for_all = not one.groups - guideline.groups or _ADULTS.search(one.text) is not None
    return one.advice.formal and not one.advice.said_around and for_all


def _worth(one: Advised, told: Told, kind: QuestionKind) -> float:
    """What is plainly asked for leads, and what tells of a treatment where one is asked for; the rest stands below."""
    wants = told.saying.wants
    if kind is QuestionKind.DIAGNOSIS:
        treats = _FINDS_OUT.search(one.text) is not None
    else:
        asks = _TREAT in wants or _FIRST in wants  # who asks for prevention is told of no treatment
        treats = not asks or (_TREAT.is_told_by(one.text) and not _FINDS_OUT.search(one.text))
    if _FIRST in wants:
        treats = treats and _COMES_FIRST.search(one.text) is not None
    return 1.0 if treats and one.advice.action is Action.DO else _BELOW
