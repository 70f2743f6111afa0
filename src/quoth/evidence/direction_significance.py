"""Whether a sentence reports a significant difference, or that there is none, by its words and its figures.

Which side a difference favours is another matter (`direction`). Both answers must be right nineteen times in twenty;
where words and figures say both, or nothing, there is no answer. The value of no effect is 1 for ratios and 0 for
differences; an interval that holds 0 belongs to a difference, whatever it is called, as no ratio is negative.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.evidence.figures import crosses_null
from quoth.model import Figure
from quoth.model.direction_rules import (
    AT_THE_START,
    BACK_REFERENCE,
    CONTRAST,
    MOVES,
    NONE,
    OTHER_COMPARISON,
    SIGNIFICANT,
    pattern,
)

__all__ = ["Significance", "above_threshold", "figure_shows_none", "significance"]

_NEAR = 24
_ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class Significance:
    """Whether a difference is reported, and the stretch of the sentence that shows it."""

    difference: bool
    start: int
    end: int


def significance(text: str, found: Sequence[Figure]) -> Significance | None:
    """What the sentence reports, or `None` when it reports both or neither."""
    denials = list(pattern(NONE).finditer(text))
    denied = [(denial.start(), denial.end() + _NEAR) for denial in denials]
    none = [(f.start, f.end) for f in found if figure_shows_none(f) is True]
    some = [(f.start, f.end) for f in found if figure_shows_none(f) is False]
    claims = [m.span() for m in pattern(SIGNIFICANT).finditer(text) if not _within(m.start(), denied)]
    moves = [m.span() for m in pattern(MOVES).finditer(text) if not _within(m.start(), denied)]
    if (denials or none) and (some or claims):
        return None
    if (denials or none) and pattern(AT_THE_START).search(text):
        return None
    if denials:
        if moves and not none and CONTRAST.search(text) and not _takes_back(text):
            return None
        return Significance(False, denials[0].start(), denials[0].end())
    if none:
        return Significance(False, none[0][0], none[-1][1])
    if (some or (claims and moves)) and not pattern(OTHER_COMPARISON).search(text):
        return Significance(True, *(claims or moves or some)[0])
    return None


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
