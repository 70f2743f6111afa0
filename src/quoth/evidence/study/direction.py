"""Which way a result sentence points, by the words and intervals that it shows.

"No significant difference" comes first and must be right; whether a change is good for the person depends on the
outcome, so it is only said where the sentence itself names a change and an outcome whose good direction is known.
A significant difference whose side is not read is a `DIFFERENCE`, everything else `UNCLEAR`: a sign that is wrong
misleads, a sign that is missing does not. No verdict over several
sentences is made here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from quoth.evidence.study.direction_significance import figure_shows_none, significance
from quoth.evidence.study.figures import figures
from quoth.model import Direction, Figure
from quoth.model.direction_rules import (
    BAD,
    BETTER,
    CONTRAST,
    CONTROL,
    COUNTED_GOOD,
    GOOD,
    HEDGE,
    MOVES,
    NONE,
    OTHER_COMPARISON,
    SAID_APART,
    WORSE,
    pattern,
)

__all__ = ["Movement", "direction", "movement"]

_READ_CHARS = 2_000
_KEPT_SENTENCES = 4_096


class Movement(Enum):
    """What a sentence reports of its outcome, before anybody asks whether that is good."""

    UP = "significantly increased"
    DOWN = "significantly decreased"
    NONE = "no significant difference"


@dataclass(frozen=True, slots=True)
class _Cue:
    movement: Movement | None
    start: int
    end: int


_REACH = 60


def direction(sentence: str, found: Sequence[Figure] | None = None) -> Direction:
    """The direction of a result sentence; `UNCLEAR` when in doubt.

    `found` spares a second reading of the sentence's figures.
    """
    text = sentence[:_READ_CHARS]
    return _read(text, tuple(figures(text) if found is None else found))


@lru_cache(maxsize=_KEPT_SENTENCES)
def _read(text: str, numbers: tuple[Figure, ...]) -> Direction:
    if pattern(HEDGE).search(text) or pattern(SAID_APART).search(text):
        return Direction.UNCLEAR
    reported = significance(text, numbers)
    if reported is False:
        return Direction.NO_DIFFERENCE
    side = _side(text, numbers)
    return Direction.DIFFERENCE if reported and side is Direction.UNCLEAR else side


def _side(text: str, found: Sequence[Figure]) -> Direction:
    """Which side a change favours, when the sentence names a change and its good side."""
    cue = _decide(text, found)
    if cue is None or cue.movement in (None, Movement.NONE) or pattern(OTHER_COMPARISON).search(text):
        return Direction.UNCLEAR
    good = _valence(text, cue)
    if good is None:
        return Direction.UNCLEAR
    if pattern(CONTROL).search(text, cue.end, min(len(text), cue.end + 60)) and not _than_before_control(text, cue.end):
        return Direction.UNCLEAR
    return Direction.FAVOURS_INTERVENTION if good else Direction.FAVOURS_COMPARATOR


def movement(sentence: str) -> Movement | None:
    """What the sentence reports of its outcome, as its words say; `None` when they say both or nothing."""
    text = sentence[:_READ_CHARS]
    cue = _decide(text, figures(text))
    return cue.movement if cue else None


def _decide(text: str, found: Sequence[Figure]) -> _Cue | None:
    none = pattern(NONE).search(text)
    moves = [m for m in pattern(MOVES).finditer(text) if not none or not none.start() <= m.start() < none.end() + 24]
    by_numbers = _by_numbers(found)
    if none:
        if moves and (CONTRAST.search(text) or by_numbers is not None):
            return _Cue(None, none.start(), none.end())
        return _Cue(Movement.NONE, none.start(), none.end())
    if by_numbers is not None and by_numbers.movement is Movement.NONE:
        return (
            by_numbers
            if not re.search(r"\bsignificant(?:ly)?\b", text)
            else _Cue(None, by_numbers.start, by_numbers.end)
        )
    ups = [m for m in moves if m["up"]]
    downs = [m for m in moves if m["down"]]
    if ups and downs:
        return _mixed(ups, downs)
    for kind, matches in ((Movement.UP, ups), (Movement.DOWN, downs)):
        if matches:
            return _Cue(kind, matches[0].start(), matches[0].end())
    return None


def _mixed(ups: list[re.Match[str]], downs: list[re.Match[str]]) -> _Cue:
    """A "greater reduction" is down; "improved … and reduced …" says both."""
    first_up, first_down = ups[0], downs[0]
    if 0 <= first_down.start() - first_up.end() <= 24 and first_up.group().split()[-1] in _AMPLIFIERS:
        return _Cue(Movement.DOWN, first_up.start(), first_down.end())
    first = min(first_up, first_down, key=lambda m: m.start())
    return _Cue(None, first.start(), first.end())


_AMPLIFIERS = frozenset({"greater", "more", "larger", "stronger", "faster", "higher"})


def _by_numbers(found: Sequence[Figure]) -> _Cue | None:
    """No difference, when all intervals hold no effect and all p values are above 0.05; a difference when none does."""
    telling = [(figure, shown) for figure in found if (shown := figure_shows_none(figure)) is not None]
    if not telling:
        return None
    start, end = telling[0][0].start, telling[-1][0].end
    if all(shown for _, shown in telling):
        return _Cue(Movement.NONE, start, end)
    return None if any(shown for _, shown in telling) else _Cue(None, start, end)


def _valence(text: str, cue: _Cue) -> bool | None:
    """Whether the change is good for the person, or `None` when the sentence does not settle it."""
    better, worse = pattern(BETTER).search(text), pattern(WORSE).search(text)
    if better and worse:
        return None
    if better:
        return True
    if worse:
        return False
    if COUNTED_GOOD.search(text):
        return None
    near = text[max(0, cue.start - _REACH) : cue.end + _REACH]
    bad, good = pattern(BAD).search(near), pattern(GOOD).search(near)
    if bool(bad) == bool(good):
        return None
    return (cue.movement is Movement.DOWN) if bad else (cue.movement is Movement.UP)


def _than_before_control(text: str, start: int) -> bool:
    """Whether "lower than in the placebo group" speaks of the other arm."""
    return bool(re.search(r"\b(?:than|compared (?:with|to)|versus|vs|relative to|over)\b", text[start : start + 60]))
