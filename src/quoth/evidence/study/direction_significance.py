"""Whether a sentence reports a significant difference, or that there is none, by its words and its figures.

Which side a difference favours is another matter (`direction`). Both answers must be right nineteen times in twenty;
where words and figures say both, or nothing, there is no answer. The value of no effect is 1 for ratios and 0 for
differences; an interval that holds 0 belongs to a difference, whatever it is called, as no ratio is negative.
"""

import re
from collections.abc import Sequence

from quoth.evidence.study.figures import crosses_null
from quoth.model import Figure
from quoth.model.direction_rules import (
    ARMS_COMPARED,
    ARMS_DIFFER,
    ARMS_IN_DOUBT,
    AT_THE_START,
    BACK_REFERENCE,
    BETWEEN_ARMS,
    CONTRAST,
    MOVES,
    NONE,
    OTHER_COMPARISON,
    OVER_TIME,
    SIGNIFICANT,
    pattern,
)

__all__ = ["above_threshold", "figure_shows_none", "significance"]

_NEAR = 24
_SAME_CLAIM = 70
"""How far from a denial the arms may be named that it speaks of."""
_ALPHA = 0.05


def significance(text: str, found: Sequence[Figure]) -> bool | None:
    """Whether the sentence reports a difference or that there is none; `None` when it reports both or neither.

    A change over time in every arm is no second result beside what is said between the arms.
    """
    for read in (_by_all_it_says, _alike_between_arms, _unlike_between_arms):
        if (reported := read(text, found)) is not None:
            return reported
    return None


def _by_all_it_says(text: str, found: Sequence[Figure]) -> bool | None:
    denials = list(pattern(NONE).finditer(text))
    denied = [(denial.start(), denial.end() + _NEAR) for denial in denials]
    none = any(figure_shows_none(figure) is True for figure in found)
    some = any(figure_shows_none(figure) is False for figure in found)
    claims = any(not _within(m.start(), denied) for m in pattern(SIGNIFICANT).finditer(text))
    moves = any(not _within(m.start(), denied) for m in pattern(MOVES).finditer(text))
    if (denials or none) and (some or claims):
        return None
    if (denials or none) and pattern(AT_THE_START).search(text):
        return None
    if denials:
        if moves and not none and CONTRAST.search(text) and not _takes_back(text):
            return None
        return False
    if none:
        return False
    if (some or (claims and moves)) and not pattern(OTHER_COMPARISON).search(text):
        return True
    return None


def _alike_between_arms(text: str, found: Sequence[Figure]) -> bool | None:
    """No difference between the arms, said last, where all that stands before it is a change over time in the arms."""
    if pattern(AT_THE_START).search(text):
        return None
    for denial in pattern(NONE).finditer(text):
        said = _with_its_arms(text, *denial.span())
        if said is None:
            continue
        start, end = said
        before, after = text[:start], text[end:]
        shown = (figure_shows_none(figure) for figure in found if figure.start >= end)
        if (
            pattern(OVER_TIME).search(before)
            and not pattern(ARMS_COMPARED).search(f"{before} {after}")
            and not pattern(SIGNIFICANT).search(after)
            and all(none is not False for none in shown)
        ):
            return False
    return None


def _with_its_arms(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A denial and the arms between which it is said, as one stretch of one clause; `None` where none are near."""
    arms = pattern(BETWEEN_ARMS).search(text, start, min(len(text), end + _SAME_CLAIM))
    arms = arms or pattern(BETWEEN_ARMS).search(text, max(0, start - _SAME_CLAIM), start)
    if arms is None:
        return None
    first, last = min(start, arms.start()), max(end, arms.end())
    return None if re.search(r"[.;] ", text[first:last]) else (first, last)


def _unlike_between_arms(text: str, found: Sequence[Figure]) -> bool | None:
    """A significant difference between the arms in so many words, with nothing denied or doubted."""
    told = pattern(ARMS_DIFFER).search(text)
    if told is None or pattern(NONE).search(text) or pattern(ARMS_IN_DOUBT).search(text):
        return None
    return None if any(figure_shows_none(figure) is True for figure in found) else True


def figure_shows_none(figure: Figure) -> bool | None:
    """True when the interval holds no effect or p is above 0.05, False when neither; `None` where that cannot be told.

    An interval comes before its p value: rounding can put the two at odds, and the interval says more.
    """
    crossing = crosses_null(figure)
    if crossing is None and figure.level_percent is not None and figure.low is not None and figure.high is not None:
        crossing = True if figure.low < 0 < figure.high else None
    return above_threshold(figure.p) if crossing is None and figure.p is not None else crossing


def above_threshold(p: str) -> bool | None:
    """Whether a printed p value ("= 0.43", "<.001", "NS") lies above 0.05; `None` where it may lie on either side."""
    if "NS" in p:
        return True
    match = re.search(r"\d*[.·,]?\d+", p)
    if match is None or re.search(r"[×x]|\^", p):
        return None
    value = float(match.group().replace("·", ".").replace(",", "."))
    if "<" in p or "less" in p or "≤" in p:
        return False if value <= _ALPHA else None
    if ">" in p or "greater" in p or "≥" in p:
        return True if value >= _ALPHA else None
    return value > _ALPHA


def _takes_back(text: str) -> bool:
    """Whether what moved is said not to be significant: "fell by 6%, but this was not significant"."""
    return any("signif" in match.group().lower() for match in pattern(BACK_REFERENCE).finditer(text))


def _within(position: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in stretches)
