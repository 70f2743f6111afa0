"""Which way a row is said to point is borne by its own words or figures: the checker's reading of the table of words.

The table is `quoth.model.direction_rules`. This side asks less than the one that reads directions: not which way a
sentence points, but whether anything in it can bear what is said. A direction that is not stated is always allowed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quoth.check.context import Ctx
from quoth.model import NO_EFFECT, Direction, Fault, FaultKind, Figure
from quoth.model.direction_rules import BAD, BETTER, GOOD, MOVES, NONE, SIGNIFICANT, WORSE, pattern

__all__ = ["directions"]

READ_CHARS = 4_000
_KEPT_QUOTES = 8_192
_PAST_DENIAL = 24
_REACHES = (60, 100)
"""How near to what moved its outcome may stand: either reading is allowed."""
_SIDES = {Direction.FAVOURS_INTERVENTION: True, Direction.FAVOURS_COMPARATOR: False}
_P = re.compile(r"\d*[.·,]?\d+")


def directions(ctx: Ctx) -> Iterator[Fault]:
    """A row that is said to report a difference, or none, has words or a figure that say so."""
    for read in ctx.reads:
        reason = _why_not(read.statement.direction, read.statement.quote.text, read.statement.figures)
        if reason:
            yield Fault(FaultKind.FACT_WRONG, read.statement.id, reason)


def _why_not(said: Direction, text: str, figures: tuple[Figure, ...]) -> str | None:
    if said is Direction.UNCLEAR:
        return None
    words = _words(text[:READ_CHARS])
    shown = {_holds_no_effect(figure) for figure in figures}
    if said is Direction.NO_DIFFERENCE:
        return None if words.denies or True in shown else f"{said.value!r}, which nothing in its words or figures says"
    if True in shown and False not in shown and not words.claims:
        return f"{said.value!r}, where every figure that tells holds no effect"
    if not (words.moves or False in shown):
        return f"{said.value!r}, where no change is told that is not denied"
    wanted = _SIDES.get(said)
    if wanted is not None and wanted not in words.good:
        return f"{said.value!r}, where the words tell no change {'for the better' if wanted else 'for the worse'}"
    return None


class _Words:
    """What the words of a quote can bear."""

    __slots__ = ("claims", "denies", "good", "moves")

    def __init__(self, text: str) -> None:
        denials = [(found.start(), found.end() + _PAST_DENIAL) for found in pattern(NONE).finditer(text)]
        moves = [found for found in pattern(MOVES).finditer(text) if not _within(found.start(), denials)]
        told = [found for found in pattern(SIGNIFICANT).finditer(text) if not _within(found.start(), denials)]
        better, worse = (_undenied(table, text, denials) for table in (BETTER, WORSE))
        self.claims = bool(told)
        self.denies = bool(denials)
        self.moves = bool(moves or told or better or worse)
        self.good = frozenset(_named(better, worse) or {side for m in moves for side in _side(text, m)})
        """Whether a change for the better, for the worse, or both are told."""


@lru_cache(maxsize=_KEPT_QUOTES)
def _words(text: str) -> _Words:
    return _Words(text)


def _undenied(table: str, text: str, denials: list[tuple[int, int]]) -> bool:
    return any(not _within(found.start(), denials) for found in pattern(table).finditer(text))


def _named(better: bool, worse: bool) -> set[bool]:
    return ({True} if better else set()) | ({False} if worse else set())


def _side(text: str, move: re.Match[str]) -> set[bool]:
    """Whether what moved is for the better, by the outcome that is named near it."""
    up, sides = move["up"] is not None, set()
    for reach in _REACHES:
        near = text[max(0, move.start() - reach) : move.end() + reach]
        sides |= ({not up} if pattern(BAD).search(near) else set()) | ({up} if pattern(GOOD).search(near) else set())
    return sides


def _holds_no_effect(figure: Figure) -> bool | None:
    """Whether an interval holds no effect or a p value lies above 0.05; `None` where neither tells."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        none = NO_EFFECT.get(figure.measure or "", 0.0 if figure.level_percent is not None else None)
        if none is not None and (figure.measure in NO_EFFECT or low < none < high):
            return low <= none <= high
        if figure.measure == "β":
            return low <= 0 <= high
    return _above(figure.p) if figure.p else None


def _above(p: str) -> bool | None:
    if "NS" in p:
        return True
    found = _P.search(p)
    if found is None:
        return None
    value = float(found.group().replace("·", ".").replace(",", "."))
    less, more = any(sign in p for sign in "<≤") or "less" in p, any(sign in p for sign in ">≥") or "great" in p
    return (False if value <= 0.05 else None) if less else (True if value >= 0.05 else None) if more else value > 0.05


def _within(place: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in stretches)
