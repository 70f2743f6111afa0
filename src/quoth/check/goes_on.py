"""What the sentence after a quote is: more about the finding or the advice before it, or the next one."""

import re
from bisect import bisect_left
from functools import lru_cache

from quoth.check.before import announces, breaks_off
from quoth.check.context import section_at
from quoth.check.no_more import has_its_own_grade, is_graded, says_no_more
from quoth.model import Extent, Rendition
from quoth.model.aside_rules import SPEAKS_FOR_ITSELF
from quoth.model.found_rules import STATISTIC
from quoth.model.scene_rules import BREAKS_OFF
from quoth.model.surrounding_rules import (
    ASKS,
    BINDS,
    BINDS_WHAT_ASKS,
    BRANCHES,
    COMMON_WORDS,
    ENDS_APART,
    LIMITS_AT_ITS_HEAD,
    NEW_ADVICE,
    NEXT_ITEM,
    OPENS_WITH_A_CASE,
    OTHER_BRANCH,
    POINTS_BACK,
    RECKONED,
    RECKONS_ON,
    SHORT_LINE_CHARS,
    STANDS_APART,
    TURNS,
)
from quoth.text import match_tokens, stem
from quoth.text.later import compile_later
from quoth.text.surroundings import row_at, same_paragraph

__all__ = ["may_limit_what_follows", "what_goes_on"]

READ_CHARS = 4_000
SHORT_WORD = 3
_KEPT = 8_192
_OWN_STATISTIC = compile_later(SPEAKS_FOR_ITSELF, re.IGNORECASE)
_STATISTIC = compile_later(STATISTIC, re.IGNORECASE)
_TURNED = compile_later(TURNS, re.IGNORECASE)
_NEXT_PART = compile_later(STANDS_APART, re.IGNORECASE)
_STUDY_NUMBER = compile_later(ENDS_APART)
_NEXT_ITEM = compile_later(NEXT_ITEM)
_OTHER_BRANCH = compile_later(OTHER_BRANCH, re.IGNORECASE)
_ASKED = compile_later(ASKS)
_ADVISED = compile_later(NEW_ADVICE)
_BOUND = compile_later(BINDS, re.IGNORECASE)
_OF_SOME = compile_later(OPENS_WITH_A_CASE, re.IGNORECASE)
_BOUND_THOUGH_ASKED = compile_later(BINDS_WHAT_ASKS, re.IGNORECASE)
_MORE_OF_IT = compile_later(LIMITS_AT_ITS_HEAD, re.IGNORECASE)
_CASE = compile_later(BRANCHES)
_AMOUNT = compile_later(RECKONED, re.IGNORECASE)
_NEXT_STEP = compile_later(RECKONS_ON, re.IGNORECASE)
_ABOUT_IT = compile_later(POINTS_BACK, re.IGNORECASE)
_OPEN_END = compile_later(BREAKS_OFF)
_NUMBERED_ITEM = compile_later(r"[(\[]\w{1,2}[)\].]")


def what_goes_on(rendition: Rendition, end: int, advice: bool) -> Extent | None:
    """The sentence after a quote that ends at `end`, if it travels whatever it says; `None` if it need not."""
    sentences = rendition.sentences
    last = bisect_left([one.end for one in sentences], end)
    if last + 1 >= len(sentences):
        return None
    own, following = sentences[last], sentences[last + 1]
    if section_at(rendition, own.start) != section_at(rendition, following.start):
        return None
    row = row_at(rendition.text, following.start)
    if row and row[0] == following.start:
        return None  # the next row of a table is another one
    said = rendition.text[own.start : own.end][:READ_CHARS]
    words = rendition.text[following.start : following.end][:READ_CHARS]
    if _in_brackets(words):
        return following
    below = "\n" in rendition.text[own.end : following.start]
    if advice and (_is_next_case(rendition, last) or says_no_more(words, below) or has_its_own_grade(rendition, last)):
        return None
    if same_paragraph(rendition.text, own.end, following.start):
        tied = _ties_to_advice(said, words) if advice else _ties_to_a_finding(said, words)
    elif len(words) > SHORT_LINE_CHARS:
        tied = False
    else:
        tied = _is_line_of_advice(said, words) if advice else _says_nothing_itself(words)
    return following if tied else None


def _is_next_case(rendition: Rendition, last: int) -> bool:
    """Whether the line below the sentence at `last` begins the next branch, column or group, and says nothing of it."""
    text, cut = rendition.text, rendition.sentences
    own, below = cut[last], cut[last + 1]
    words, here = text[below.start : below.end], section_at(rendition, own.start)
    onward = last + 2 < len(cut) and section_at(rendition, cut[last + 2].start) == here
    in_a_line = "\n" in text[own.end : below.start]
    broken = onward and breaks_off(rendition, below, cut[last + 2])
    if in_a_line and broken and not _BOUND.search(words):
        return True
    if last == 0 or section_at(rendition, cut[last - 1].start) != here:
        return False
    above = text[cut[last - 1].start : cut[last - 1].end]
    if in_a_line and onward and all(map(_OPEN_END.search, (above, words))) and _first_word(above) == _first_word(words):
        return True  # "Class IV", and now "Class I"
    if not (announces(above) or breaks_off(rendition, cut[last - 1], own)):
        return False
    alike = _CASE.match(words) is not None or broken or (onward and announces(words))
    if alike and not _MORE_OF_IT.match(words):
        return True
    return in_a_line and bool(_CASE.match(words) and _names(above) & _names(words.partition(":")[0]))


def _first_word(line: str) -> str:
    return line.split(maxsplit=1)[0].casefold().strip(".,:;") if line.split() else ""


def _in_brackets(words: str) -> bool:
    bare = words.rstrip(".:;")
    return bare[:1] in ("(", "[") and bare[-1:] in (")", "]") and not _NUMBERED_ITEM.match(words)


@lru_cache(maxsize=_KEPT)
def _is_apart(words: str) -> bool:
    """Whether a sentence is the next part of a text, or about the report as such."""
    return bool(_NEXT_PART.match(words) or _STUDY_NUMBER.search(words))


@lru_cache(maxsize=_KEPT)
def _says_nothing_itself(words: str) -> bool:
    return not _is_apart(words) and not _OWN_STATISTIC.search(words)


def _ties_to_a_finding(said: str, words: str) -> bool:
    if _is_apart(words) or _says_nothing_itself(words):
        return not _is_apart(words)
    if not _STATISTIC.search(said):
        return True  # the statistic of what was said stands here
    return bool(_TURNED.search(words)) and bool(_names(said) & _names(words))


@lru_cache(maxsize=_KEPT)
def _names(words: str) -> frozenset[str]:
    """The stems of a result that tell which outcome it is about."""
    forms = {token.form for token in match_tokens(words)} - COMMON_WORDS
    return frozenset(stem(one) for one in forms if len(one) >= SHORT_WORD and one[0].isalpha())


@lru_cache(maxsize=_KEPT)
def _ties_to_advice(said: str, words: str) -> bool:
    if _is_apart(words) or _NEXT_ITEM.search(words):
        return False
    if _ABOUT_IT.search(words):
        return True
    if _reckons_on(said, words):
        return True
    if _ASKED.search(words) or _NEXT_STEP.search(words):
        return bool(_BOUND_THOUGH_ASKED.search(words))
    return bool(_BOUND.search(words) or _OF_SOME.search(words)) or not _ADVISED.search(words)


@lru_cache(maxsize=_KEPT)
def may_limit_what_follows(words: str) -> bool:
    """Whether a sentence right before advice is neither another advice nor known to leave it as it is."""
    if _is_apart(words) or _NEXT_ITEM.search(words) or is_graded(words) or says_no_more(words, own_line=False):
        return False
    if _ASKED.search(words):
        return bool(_BOUND_THOUGH_ASKED.search(words))
    return bool(_BOUND.search(words)) or not _ADVISED.search(words)


def _reckons_on(said: str, words: str) -> bool:
    """Whether a sentence is the next step of the sum before it."""
    return bool(_NEXT_STEP.search(words) and _AMOUNT.search(said))


@lru_cache(maxsize=_KEPT)
def _is_line_of_advice(said: str, words: str) -> bool:
    """Whether a short line under advice is more of it, and neither an item nor advice of its own."""
    if _reckons_on(said, words):
        return True
    if _is_apart(words) or _NEXT_ITEM.search(words) or _OTHER_BRANCH.match(words) or _ASKED.search(words):
        return False
    own = _ADVISED.search(words) and not _ABOUT_IT.search(words)
    return not own and any(one.isalpha() for one in words)
