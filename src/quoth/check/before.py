"""What stands before a sentence and tells what it speaks of: a label, a line that leads on, the step before it."""

import re
from functools import lru_cache

from quoth.model import Extent, Rendition, Section
from quoth.model.aside_rules import SPEAKS_FOR_ITSELF
from quoth.model.asking_rules import OPENS_WITH_A_VERB
from quoth.model.making_rules import ON_THE_MAKING
from quoth.model.scene_rules import (
    ANSWER_WORDS,
    BARE_WORDS,
    BREAKS_OFF,
    COUNTS_OR_COMPARES,
    LABEL_WORDS,
    NAMES_FURTHER,
    NO_LABEL,
    NO_SENTENCE,
    OF_THE_STUDY,
    SAYS_AFTER_ALL,
    SAYS_SOMETHING,
    SCENE_WORDS,
    SETS_THE_SCENE,
    TELLS_AN_EFFECT,
)
from quoth.model.surrounding_rules import ASKS, COMMON_WORDS, GENERAL_WORDS, NEXT_ITEM, ORDERED, REFERS_BACK
from quoth.text.later import compile_later
from quoth.text.surroundings import lead_ins_of, row_at

__all__ = [
    "announces",
    "breaks_off",
    "found_nothing",
    "hangs_on_what_stands_above",
    "names_something",
    "tells_the_scene",
]

READ_CHARS = 4_000
_KEPT = 8_192
_TOLD_FURTHER = compile_later(NAMES_FURTHER, re.IGNORECASE)
_OTHER_THAN_LABEL = compile_later(NO_LABEL, re.IGNORECASE)
_MAIN_VERB = compile_later(SAYS_AFTER_ALL, re.IGNORECASE)
_VERB = compile_later(SAYS_SOMETHING, re.IGNORECASE)
_TO_WHAT_IS_ABOVE = compile_later(REFERS_BACK, re.IGNORECASE)
_IN_ORDER = compile_later(ORDERED, re.IGNORECASE)
_WHO_OR_HOW = compile_later(SETS_THE_SCENE, re.IGNORECASE)
_FOUND = compile_later(TELLS_AN_EFFECT, re.IGNORECASE)
_STATISTIC = compile_later(SPEAKS_FOR_ITSELF, re.IGNORECASE)
_OPEN_END = compile_later(BREAKS_OFF)
_NO_SUBJECT = compile_later(NO_SENTENCE, re.IGNORECASE)
_ORDER = compile_later(ASKS)
_ANY_VERB = compile_later(OPENS_WITH_A_VERB)
_ITEM = compile_later(NEXT_ITEM)
_NUMBER_OR_MORE = compile_later(COUNTS_OR_COMPARES, re.IGNORECASE)
_HOW_MADE = compile_later(ON_THE_MAKING, re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=_KEPT)
def announces(sentence: str) -> bool:
    """Whether a sentence leads on to the next, or is but its label: "Placebo capsules."."""
    if sentence.endswith(":"):
        return True
    if len(sentence.split()) > LABEL_WORDS or _OTHER_THAN_LABEL.search(sentence):
        return False
    if _LETTERS.search(sentence) is None or (sentence.endswith(".") and _orders(sentence)):
        return False
    if len(sentence.split()) <= ANSWER_WORDS and not _ORDER.search(sentence):
        return True
    if _NO_SUBJECT.search(sentence):
        return True
    name, *rest = _TOLD_FURTHER.split(sentence, maxsplit=1)
    return not any(_MAIN_VERB.search(further) for further in rest) and _VERB.search(name) is None


def _orders(sentence: str) -> bool:
    """Whether a whole sentence asks for something, and is no label."""
    return bool(_ORDER.search(sentence) or _ANY_VERB.search(sentence)) and len(sentence.split()) > 1


def breaks_off(rendition: Rendition, before: Extent, own: Extent) -> bool:
    """Whether the line above a row ends in the middle of what it says; another row of a table does not."""
    words = rendition.text[before.start : before.end]
    if row_at(rendition.text, before.start) is not None:
        return False
    if "\n" not in rendition.text[before.end : own.start] or "\n" in words or _ITEM.search(words):
        return False
    if len(words.split()) <= LABEL_WORDS and _OTHER_THAN_LABEL.search(words):
        return False
    return len(words) <= READ_CHARS and _OPEN_END.search(words) is not None and _LETTERS.search(words) is not None


@lru_cache(maxsize=_KEPT)
def tells_the_scene(sentence: str, finding: str) -> bool:
    """Whether a sentence tells of whom, when or how, and of nothing found; or, before few words, of anything."""
    if len(sentence.split()) > SCENE_WORDS or _FOUND.search(sentence) or _STATISTIC.search(sentence):
        return False
    if _HOW_MADE.search(sentence):
        return False
    if _WHO_OR_HOW.search(sentence):
        return True
    if len(sentence.split()) <= LABEL_WORDS and _OTHER_THAN_LABEL.search(sentence):
        return False
    return len(finding.split()) <= BARE_WORDS and names_something(sentence)


@lru_cache(maxsize=_KEPT)
def found_nothing(sentence: str) -> bool:
    """Whether a sentence holds neither a number nor a comparison, and is about more than the making of the report."""
    if _NUMBER_OR_MORE.search(sentence) or _HOW_MADE.search(sentence):
        return False
    words = len(sentence.split())
    is_grade = words <= LABEL_WORDS and _OTHER_THAN_LABEL.search(sentence)
    return words <= SCENE_WORDS and not is_grade and names_something(sentence)


@lru_cache(maxsize=_KEPT)
def names_something(sentence: str) -> bool:
    """Whether a sentence says more than that a study was made."""
    words = {one.casefold() for one in _LETTERS.findall(sentence)}
    return not words <= OF_THE_STUDY | GENERAL_WORDS | COMMON_WORDS


def hangs_on_what_stands_above(rendition: Rendition, advice: Extent, section: Section | None) -> bool:
    """Whether advice is a step among others, or says what to do by what stands above it."""
    if _TO_WHAT_IS_ABOVE.search(rendition.text[advice.start : advice.end][:READ_CHARS]):
        return True
    if section is None:
        return False
    above = [rendition.text[slice(*lead)] for lead in lead_ins_of(rendition.text, advice.start, section.start)]
    return any(_IN_ORDER.search(line) for line in [section.heading, *above])
