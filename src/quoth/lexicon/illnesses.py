"""Which illnesses a text names, whether the library's vocabulary knows them or not."""

import re
from functools import cache

from quoth.model.illness_rules import (
    ILLNESS_ENDING,
    ILLNESS_HEADS,
    ILLNESS_NAMES,
    NO_ILLNESS,
    NOT_HAD_AFTER,
    NOT_HAD_BEFORE,
    TELLS_NO_KIND,
)
from quoth.text import Token, match_tokens, stem

__all__ = ["illness_stems", "illnesses_had", "illnesses_in"]

_ENDING = re.compile(ILLNESS_ENDING)
_NOT_HAD = re.compile(NOT_HAD_BEFORE, re.IGNORECASE)
_FEARED = re.compile(NOT_HAD_AFTER, re.IGNORECASE)
_REACH = 40


def illnesses_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where illnesses are named: characters of the text, in reading order, none overlapping another."""
    tokens = list(match_tokens(text))
    stems = [stem(token.form.removesuffix("'s")) for token in tokens]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        first, last = _named(tokens, stems, at)
        if last > at and last < len(tokens) and stems[last] in _heads():
            last += 1  # "coeliac disease"
        if last > at and (not found or tokens[first].start >= found[-1][1]):
            found.append((tokens[first].start, tokens[last - 1].end))
        at = max(last, at + 1)
    return tuple(found)


def illnesses_had(text: str) -> tuple[tuple[int, int], ...]:
    """Those that somebody has, or may have: not what is denied, nor what is to be prevented."""
    return tuple(
        (start, end)
        for start, end in illnesses_in(text)
        if not _NOT_HAD.search(text[max(0, start - _REACH) : start]) and not _FEARED.match(text, end)
    )


def illness_stems(text: str) -> frozenset[str]:
    """The stems of all words that name an illness which somebody has, or may have."""
    return frozenset(stem(token.form) for start, end in illnesses_had(text) for token in match_tokens(text[start:end]))


def _named(tokens: list[Token], stems: list[str], at: int) -> tuple[int, int]:
    """The tokens that name an illness here, `last` exclusive; nothing where `last` is `at`."""
    names, longest = _names()
    for length in range(min(longest, len(stems) - at), 0, -1):
        if tuple(stems[at : at + length]) in names:
            return at, at + length
    form = tokens[at].form
    if _ENDING.fullmatch(form) and form not in NO_ILLNESS:
        return at, at + 1
    if at and stems[at] in _heads() and tokens[at - 1].form not in TELLS_NO_KIND:
        return at - 1, at + 1
    return at, at


@cache
def _names() -> tuple[frozenset[tuple[str, ...]], int]:
    names = frozenset(
        tuple(stem(token.form.removesuffix("'s")) for token in match_tokens(name)) for name in ILLNESS_NAMES.split(",")
    )
    return names, max(map(len, names))


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(stem, ILLNESS_HEADS))
