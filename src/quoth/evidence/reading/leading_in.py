"""What stands before a sentence and says of what it speaks: a label, a line that breaks off, the scene of a finding.

The rules are the tables `quoth.model.scene_rules`, which the checker reads with its own code.
"""

import re
from functools import cache, lru_cache

from quoth.evidence.reading.adds_nothing import is_on_the_making
from quoth.model.aside_rules import SPEAKS_FOR_ITSELF
from quoth.model.asking_rules import OPENS_WITH_A_VERB
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
    RULES_WHAT_FOLLOWS,
    SAYS_AFTER_ALL,
    SAYS_SOMETHING,
    SCENE_WORDS,
    SETS_THE_SCENE,
    TELLS_AN_EFFECT,
)
from quoth.model.surrounding_rules import ASKS, COMMON_WORDS, GENERAL_WORDS, NEXT_ITEM
from quoth.model.word_rules import WordRule
from quoth.text.later import compile_later

__all__ = [
    "ends_open",
    "finds_nothing",
    "holds",
    "is_label",
    "is_label_of_its_kind",
    "names_anything",
    "rules_what_follows",
    "sets_the_scene",
]

_READ_CHARS = 4_000
_KEPT_SENTENCES = 16_384
_ITS_OWN = compile_later(SPEAKS_FOR_ITSELF, re.IGNORECASE)
_OPEN_END = compile_later(BREAKS_OFF)
_NO_SENTENCE = compile_later(NO_SENTENCE, re.IGNORECASE)
_ASKS = compile_later(ASKS)
_ANY_VERB = compile_later(OPENS_WITH_A_VERB)
_ITEM = compile_later(NEXT_ITEM)
_FURTHER = compile_later(NAMES_FURTHER, re.IGNORECASE)
_NO_LABEL = compile_later(NO_LABEL, re.IGNORECASE)
_SAYS_AFTER_ALL = compile_later(SAYS_AFTER_ALL, re.IGNORECASE)
_SAYS = compile_later(SAYS_SOMETHING, re.IGNORECASE)
_SCENE = compile_later(SETS_THE_SCENE, re.IGNORECASE)
_EFFECT = compile_later(TELLS_AN_EFFECT, re.IGNORECASE)
_COUNTS = compile_later(COUNTS_OR_COMPARES, re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=_KEPT_SENTENCES)
def rules_what_follows(sentence: str) -> bool:
    """Whether the sentence says of whom alone, of what or when the sentences after it speak, or is their label."""
    words = sentence[:_READ_CHARS]
    return words.endswith(":") or ("\n" not in words and holds(RULES_WHAT_FOLLOWS, words)) or is_label(words)


@lru_cache(maxsize=_KEPT_SENTENCES)
def sets_the_scene(sentence: str, finding: str) -> bool:
    """Whether the sentence names people, arms, times or measures of a study, and no finding of its own.

    A finding of few words needs the one before it whatever that names.
    """
    if len(sentence.split()) > SCENE_WORDS or _EFFECT.search(sentence) or _ITS_OWN.search(sentence):
        return False
    if is_on_the_making(sentence):
        return False
    if _SCENE.search(sentence):
        return True
    if len(sentence.split()) <= LABEL_WORDS and _NO_LABEL.search(sentence):
        return False
    return len(finding.split()) <= BARE_WORDS and names_anything(sentence)


@lru_cache(maxsize=_KEPT_SENTENCES)
def finds_nothing(sentence: str) -> bool:
    """Whether a sentence neither counts nor compares, and tells more than that there was a study."""
    if len(sentence.split()) > SCENE_WORDS or _COUNTS.search(sentence) or is_on_the_making(sentence):
        return False
    if len(sentence.split()) <= LABEL_WORDS and _NO_LABEL.search(sentence):
        return False
    return names_anything(sentence)


@lru_cache(maxsize=_KEPT_SENTENCES)
def names_anything(sentence: str) -> bool:
    """Whether a sentence says more than that there was a study."""
    return bool(set(_WORD.findall(sentence.lower())) - OF_THE_STUDY - GENERAL_WORDS - COMMON_WORDS)


@lru_cache(maxsize=_KEPT_SENTENCES)
def ends_open(line: str) -> bool:
    """Whether a line of its own, no item and no grade, ends without a mark."""
    if "\n" in line or _ITEM.search(line) or not _WORD.search(line) or len(line) > _READ_CHARS:
        return False
    return bool(_OPEN_END.search(line)) and not (len(line.split()) <= LABEL_WORDS and _NO_LABEL.search(line))


@lru_cache(maxsize=_KEPT_SENTENCES)
def is_label(sentence: str) -> bool:
    """Whether a sentence is but a label: no finding, no order and no grade."""
    words = sentence.split()
    if len(words) > LABEL_WORDS or not _WORD.search(sentence) or _NO_LABEL.search(sentence):
        return False
    if sentence.endswith(".") and len(words) > 1 and (_ASKS.search(sentence) or _ANY_VERB.search(sentence)):
        return False
    if (len(words) <= ANSWER_WORDS and not _ASKS.search(sentence)) or _NO_SENTENCE.search(sentence):
        return True
    further = _FURTHER.search(sentence)
    if further and _SAYS_AFTER_ALL.search(sentence, further.end()):
        return False
    return not _SAYS.search(sentence[: further.start()] if further else sentence)


def is_label_of_its_kind(label: str, line: str) -> bool:
    """Whether a line opens with the word that a label opens with, and breaks off: "Class I" beside "Class IV"."""
    return (
        all(_OPEN_END.search(one) and _WORD.search(one) for one in (label, line))
        and label.split()[0].casefold() == line.split()[0].casefold()
    )


def holds(rules: tuple[WordRule, ...], words: str) -> bool:
    """Whether a row of a table holds for a sentence, as `quoth.model.word_rules` says."""
    if _ITS_OWN.search(words):
        return False
    held = set(_WORD.findall(words.lower()))
    return any(
        not rule.cues.isdisjoint(held) and pattern.search(words) and not unless.search(words)
        for rule, pattern, unless in _ready(rules)
    )


@cache
def _ready(rules: tuple[WordRule, ...]) -> tuple[tuple[WordRule, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (rule, compile_later(rule.pattern, re.IGNORECASE), compile_later(rule.unless, re.IGNORECASE)) for rule in rules
    )
