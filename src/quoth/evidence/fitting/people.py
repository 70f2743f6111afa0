"""Which people words speak of, by the table `quoth.model.people_rules`: read here for every part of the evidence."""

import re
from functools import lru_cache

from quoth.evidence.fitting.question_terms import Asked
from quoth.evidence.fitting.terms import found_of
from quoth.model.people_rules import DENIED, GROUPS, LEFT_OUT, MAY_BECOME, NOT_COVERED_BY_GENERAL, SEX_TOLD
from quoth.text.ages import ages_in

__all__ = ["about_people", "groups_named", "is_for_another_age", "is_for_others", "people_named", "without_denied"]

_KEPT_TEXTS = 8_192
_EXCLUDES = {group.name: group.excludes for group in GROUPS if group.excludes}

_LEFT_OUT = re.compile(LEFT_OUT, re.IGNORECASE)
_MAY_BECOME = re.compile(MAY_BECOME, re.IGNORECASE)
_POTENTIAL = re.compile(r"\b(?:pregnancy|child-?bearing) potential\b", re.IGNORECASE)

_WORDS = r"(?:(?!(?:with|in|of|and|or|for|to|from|had|have|has)\b)[\w-]+ )"
_AS_OUTCOME = re.compile(
    rf"\b{_WORDS}{{1,3}}(?:progression|worsening|events?|outcomes?|admissions?|hospitali[sz]ations?|deaths?)\b(?! of\b)"
    r"|\b(?:progression|worsening|onset|incidence|risks?|development|prevention) (?:of|to) "
    rf"{_WORDS}{{0,2}}[\w-]+",
    re.IGNORECASE,
)
"""An illness as what is measured, not as who is studied."""
_NOT_HAD = re.compile(
    r"\b(?:no|without|not having|who do not have|free of) (?:an? |any )?(?:known |prior |previous |personal )?"
    r"history of [^,;.()]{3,80}(?:(?<=\s)\([^()]{1,200}\) ?)*"
    r"|\b(?:no|without|not having|who do not have|free of) (?:an? |any )?"
    r"(?!(?:response|better|improvement|relief|benefit)\b)[\w-]+",
    re.IGNORECASE,
)
"""What somebody is said not to have: "adults with no catheter" are nobody with one."""


def people_named(asked: Asked, text: str, *, often: bool = False) -> tuple[str, ...]:
    """Those who are asked about whom a text names; `often` where many questions will come to the same text.

    Under their own names, or as a group that general evidence leaves out: "people over 12" are adolescents too.
    """
    if not asked.people:
        return ()
    read, told = asked.terms.read_kept if often else asked.terms.read, about_people(text)
    named = {one.name for one in found_of(asked.people, read(told))}
    groups = groups_named(told) & NOT_COVERED_BY_GENERAL
    return tuple(one.name for one in asked.people if one.name in named or groups_named(one.name) & groups)


def is_for_others(asked: Asked, words: str) -> bool:
    """Whether words speak of women alone where a man is asked about, and the like."""
    told = [mention.words for mention in asked.question.populations if not mention.inferred_because]
    meant = frozenset[str]().union(_sex_told(asked.question.as_read), *map(groups_named, told)) & _EXCLUDES.keys()
    said = groups_named(words)
    return not said.isdisjoint(_EXCLUDES[name] for name in meant) and said.isdisjoint(meant)


@lru_cache(maxsize=64)
def _sex_told(question: str) -> frozenset[str]:
    """Of which sex somebody is by "she", "my father" or "75F"; empty where words of both stand, or of none."""
    told = frozenset(name for name, words in SEX_TOLD.items() if re.search(words, question, re.IGNORECASE))
    return told if len(told) == 1 else frozenset()


def is_for_another_age(asked: Asked, bounds: str) -> bool:
    """Whether what bounds a statement names ages, and the age asked about is none of them."""
    age = asked.question.age
    ages = ages_in(_LEFT_OUT.sub(" ", bounds)) if age is not None else ()
    return age is not None and bool(ages) and not any(one.holds(age) for one in ages)


@lru_cache(maxsize=_KEPT_TEXTS)
def without_denied(words: str) -> str:
    """Words about people without those that are said not to be among them: "adults, not pregnant" names adults."""
    return re.sub(DENIED, " ", words, flags=re.IGNORECASE)


@lru_cache(maxsize=_KEPT_TEXTS)
def about_people(words: str) -> str:
    """Words without an illness that somebody may come to have, and without people who are said not to be meant.

    "To slow kidney disease progression" does not speak of people with kidney disease, "pregnancy potential" of none who
    are pregnant.
    """
    return _NOT_HAD.sub(" ", _AS_OUTCOME.sub(" ", _POTENTIAL.sub(" ", without_denied(words))))


@lru_cache(maxsize=_KEPT_TEXTS)
@lru_cache(maxsize=_KEPT_TEXTS)
def groups_named(words: str) -> frozenset[str]:
    """The groups of people that words name, those aside who are said not to be meant."""
    named = _MAY_BECOME.sub(" ", without_denied(words))
    return frozenset(group.name for group in GROUPS if re.search(group.pattern, named, re.IGNORECASE))
