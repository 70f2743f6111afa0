"""What stands before a sentence and tells what it speaks of: a label, a line that leads on, the step before it."""

import re
from functools import lru_cache

from quoth.model import Extent, Rendition, Section
from quoth.model.aside_rules import SPEAKS_FOR_ITSELF
from quoth.model.scene_rules import (
    LABEL_WORDS,
    NAMES_FURTHER,
    NO_LABEL,
    SAYS_AFTER_ALL,
    SAYS_SOMETHING,
    SCENE_WORDS,
    SETS_THE_SCENE,
    TELLS_AN_EFFECT,
)
from quoth.model.surrounding_rules import ORDERED, REFERS_BACK
from quoth.text.later import compile_later
from quoth.text.surroundings import lead_ins_of

__all__ = ["announces", "hangs_on_what_stands_above", "tells_the_scene"]

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
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=_KEPT)
def announces(sentence: str) -> bool:
    """Whether a sentence leads on to the next, or is but its label: "Placebo capsules."."""
    if sentence.endswith(":"):
        return True
    if len(sentence.split()) > LABEL_WORDS or _OTHER_THAN_LABEL.search(sentence):
        return False
    name, *rest = _TOLD_FURTHER.split(sentence, maxsplit=1)
    if any(_MAIN_VERB.search(further) for further in rest):
        return False
    return _LETTERS.search(sentence) is not None and _VERB.search(name) is None


@lru_cache(maxsize=_KEPT)
def tells_the_scene(sentence: str) -> bool:
    """Whether a sentence tells of whom, when or how, and of nothing that was found."""
    short = len(sentence.split()) <= SCENE_WORDS
    return short and bool(_WHO_OR_HOW.search(sentence)) and not (_FOUND.search(sentence) or _STATISTIC.search(sentence))


def hangs_on_what_stands_above(rendition: Rendition, advice: Extent, section: Section | None) -> bool:
    """Whether advice is a step among others, or says what to do by what stands above it."""
    if _TO_WHAT_IS_ABOVE.search(rendition.text[advice.start : advice.end][:READ_CHARS]):
        return True
    if section is None:
        return False
    above = [rendition.text[slice(*lead)] for lead in lead_ins_of(rendition.text, advice.start, section.start)]
    return any(_IN_ORDER.search(line) for line in [section.heading, *above])
