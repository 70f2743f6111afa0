"""Questions on all that a guideline is about: "COPD treatment" to a guideline on the management of COPD.

No piece of it is nearer to them than the others, so that none answers by its share of the choice; all of it does. A
question that asks for anything besides, or about certain people, is none of these (docs/decisions/0161).
"""

import re
from collections.abc import Sequence

from quoth.evidence.fitting.asking_words import ASKED_FOR
from quoth.evidence.weighing.laid_out import Advised, Guideline
from quoth.evidence.weighing.names_held import holds_name
from quoth.evidence.weighing.told import Told
from quoth.model import Action, Facet, Question, QuestionKind
from quoth.text.later import compile_later

__all__ = ["advice_on_the_topic", "asks_for_a_topic"]

_KINDS = (QuestionKind.TREATMENT, QuestionKind.PREVENTION, QuestionKind.OTHER)
_SIDES = {Facet.BENEFIT, Facet.PREVENTION}
_TREAT, _FIRST = ASKED_FOR["treat"], ASKED_FOR["first"]
_BELOW = 0.8
"""Worth, beside what may lead."""
_COMES_FIRST = compile_later(r"\b(?:first|initial|primary|prefer|over (?:other|any)\b|of choice\b)", re.IGNORECASE)
_FINDS_OUT = compile_later(r"\b(?:screen|diagnos|test(?:s|ed|ing)?\b|assess|evaluat|measur|monitor)", re.IGNORECASE)
_ASKING = compile_later(
    r"(?:treat|therap|manag|guid(?:eline|ance)|recommend|advi[cs]e|approach|overview|car(?:e|ing)\b|what|how|best|main"
    r"|current|key|first|line\b|initial|clinical|practice|adults?\b|patients?\b|people\b|person)",
    re.IGNORECASE,
)
"""Words that ask for what a guideline says, and name nothing of it."""
_SCREENING = compile_later(r"\bscreening\b", re.IGNORECASE)


def asks_for_a_topic(question: Question, told: Told) -> bool:
    """Whether nothing is asked but what is done about an illness, or about what a guideline is on."""
    besides = (*question.comparators, *question.unknown)
    saying = told.saying
    return (
        question.kind in _KINDS
        and set(question.facets) <= _SIDES
        and not (question.conditions or besides or saying.people or saying.numbers)
        and saying.age is None
    )


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
    on_more = {name for name in on_it if not _SCREENING.search(guidelines[name].title)}
    on_it = on_more or on_it  # who does not ask about screening is answered by what is about more
    worth = [
        _worth(one, told) if id(guideline) in on_it and _is_recommended(one, guideline) else 0.0
        for one, guideline in weighed
    ]
    return worth if any(worth) else None


def _is_its_topic(told: Told, guideline: Guideline) -> bool:
    """Whether the title of a guideline says every word of the question, under any of its names, and is for anybody."""
    titled, saying = guideline.titled, told.saying
    for n, word in enumerate(saying.words):
        if titled.hold(word) < 1.0 and not holds_name(told.names[n], titled):
            return False
    if not all(want in (_TREAT, _FIRST) or want.is_told_by(guideline.title) for want in saying.wants):
        return False
    rest = (word for word in saying.rest if not _ASKING.match(word.words or word.name))
    return not guideline.groups and all(titled.hold(word) for word in rest)


def _is_recommended(one: Advised, guideline: Guideline) -> bool:
    """Whether it is among what a guideline recommends to everybody it is for: what it graded, where it grades."""
    return one.advice.formal and not one.advice.said_around and not one.groups - guideline.groups


def _worth(one: Advised, told: Told) -> float:
    """What is plainly asked for leads, and what tells of a treatment where one is asked for; the rest stands below."""
    wants = told.saying.wants
    treats = not wants or (_TREAT.is_told_by(one.text) and not _FINDS_OUT.search(one.text))
    if _FIRST in wants:
        treats = treats and _COMES_FIRST.search(one.text) is not None
    return 1.0 if treats and one.advice.action is Action.DO else _BELOW
