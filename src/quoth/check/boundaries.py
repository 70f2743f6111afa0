"""Whether a stretch of text may begin or end at a place: not inside a word, a sign, a number or what belongs to it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Cut", "cuts_at"]

REACH_CHARS = 120
"""How far around a place is looked at: longer than any number with its interval."""

_JOINERS = "\u200d\u2060"
_KEPT_PLACES = 16_384
_DIGIT = re.compile(r"\d")
_STOPS = frozenset(".!?")
_HYPHENS = "-\u2010\u2011"
_UNITS = (
    r"%|‰|percent(?:age points?)?|per cent|[µμmkcdn]?g|[µμmcd]?[lL]|mmol|mol|mmHg|kPa|kg|IU|[cmkµμn]?m|[kM]?Hz|kcal|"
    r"MET|points?|times|fold|seconds?|minutes?|min|hours?|h|days?|d|weeks?|wk|months?|mo|years?|yr|sessions?|"
    r"patients?|participants?|people|women|men|children|adults|trials?|studies"
)
_NUMBER = r"(?:[-+−–<>≤≥=~±][^\S\n]?)?\d+(?:[.,·]\d+)*"
_JOINED = r"[^\S\n]{0,2}(?:-|–|—|−|to|and|/|±|\+/-|,|;|x|×)[^\S\n]{0,2}"
_LEVEL = r"\d+(?:[.·]\d+)?[^\S\n]?%[^\S\n]{0,2}"
_INTERVAL_NAME = r"(?:CI|CrI|PI|confidence intervals?|credible intervals?|prediction intervals?|IQR|SD|SE)"
# Tried around one place alone, on at most 2 × REACH_CHARS characters; every part is bounded.
_WHOLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a number", re.compile(r"\d+(?:[.,·]\d+)*")),
    ("a decimal", re.compile(r"(?<![\w.])[.·]\d+")),
    ("a number and its sign", re.compile(r"(?:[<>≤≥=±~][^\S\n]?|(?<![\w)\]%])[-−–+])[.·]?\d")),
    (
        "a number and its unit",
        re.compile(rf"\d[^\S\n]?(?:{_UNITS})(?:/[a-z]{{1,6}}|[^\S\n]per[^\S\n]\w{{1,12}})?(?!\w)"),
    ),
    ("two numbers that belong together", re.compile(rf"{_NUMBER}(?:[^\S\n]?%)?{_JOINED}{_NUMBER}(?:[^\S\n]?%)?")),
    (
        "an estimate and its interval",
        re.compile(
            rf"\d[^\n.;()\[\]]{{0,40}}[,;]?[^\S\n]{{0,2}}[(\[]?[^\S\n]?(?:{_LEVEL})?{_INTERVAL_NAME}\b[^\n()\[\]]{{0,12}}{_NUMBER}"
            rf"(?:{_JOINED}{_NUMBER})?[^\S\n]?[)\]]?",
        ),
    ),
    ("a bracketed figure", re.compile(r"\d[^\S\n]?%?[^\S\n]?[(\[][^\n()\[\]]{0,60}\d[^\n()\[\]]{0,60}[)\]]")),
)


@dataclass(frozen=True, slots=True)
class Cut:
    """What a boundary cuts apart."""

    what: str
    number: bool
    """Whether it is a number or what belongs to one."""


@lru_cache(maxsize=_KEPT_PLACES)
def cuts_at(text: str, at: int) -> tuple[Cut, ...]:
    """What a boundary between `text[at - 1]` and `text[at]` cuts apart; nothing at either end of the text."""
    return tuple(_cuts_at(text, at))


def _cuts_at(text: str, at: int) -> Iterator[Cut]:
    if not 0 < at < len(text):
        return
    before, after = text[at - 1], text[at]
    if _is_part_of_sign(before, after):
        yield Cut("a sign and its accent", number=False)
    elif _is_inside_word(text, at):
        yield Cut("a word", number=False)
    if _is_between_sentences(text, at):
        return
    start = max(0, at - REACH_CHARS)
    window, place = text[start : at + REACH_CHARS], at - start
    if not _DIGIT.search(window):
        return
    for what, pattern in _WHOLES:
        if any(found.start() < place < found.end() for found in pattern.finditer(window)):
            yield Cut(what, number=True)
            return


def _is_between_sentences(text: str, at: int) -> bool:
    """Whether a full stop and white space, or a line break, lie at the place: no number runs across these."""
    before, after = text[at - 1], text[at]
    if "\n" in (before, after):
        return True
    if after.isspace():
        return before in _STOPS
    return before.isspace() and text[max(0, at - 4) : at].rstrip()[-1:] in _STOPS


def _is_part_of_sign(before: str, after: str) -> bool:
    """Whether the second character is part of the sign that the first began."""
    if unicodedata.category(after).startswith("M") or after in _JOINERS or before in _JOINERS:
        return True
    return "\ud800" <= before <= "\udbff" and "\udc00" <= after <= "\udfff"


def _is_inside_word(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before.isalpha() and after.isalpha():
        return not (_is_unspaced(before) or _is_unspaced(after))
    if before.isalnum() and after.isalnum():
        return True
    if before in _HYPHENS and after.isalnum():
        return at > 1 and text[at - 2].isalnum()
    if after in _HYPHENS and before.isalnum():
        return at + 1 < len(text) and text[at + 1].isalnum()
    if after in "'’" and before.isalpha():
        return at + 1 < len(text) and text[at + 1].isalpha()
    return before in "'’" and after.isalpha() and at > 1 and text[at - 2].isalpha()


def _is_unspaced(char: str) -> bool:
    """Scripts that set no spaces between words: any place between two signs may be one between words."""
    return "\u2e80" <= char <= "\u9fff" or "\u0e00" <= char <= "\u0eff" or "\U00020000" <= char <= "\U0003ffff"
