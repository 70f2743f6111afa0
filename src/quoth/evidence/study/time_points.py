"""At what time an effect was measured, where its sentence says so of that very effect.

"MD -1.5 (95% CI -2.0 to -1.0) at 12 weeks" and "at one year no difference remained" are two results that no one may
set side by side. How long a treatment lasted ("for 12 weeks", "a 12-week programme") is no time of measuring. Where a
sentence names several times and it is not plain which belongs to an effect, none is said.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from quoth.model import Extent, Figure
from quoth.text.later import compile_later

__all__ = ["time_points", "with_times"]

_READ_CHARS = 4_000
_KEPT_SENTENCES = 8_192
_REACH_CHARS = 90
_BEFORE_CHARS = 40

_OF_A_GROUP = frozenset({"n", "%", "n/N", "mean", "median", "IQR", "I²"})
_COUNT = r"(?:\d{1,4}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty[- ]four)"
_UNITS = r"(?:minutes?|min|hours?|hrs?|h|days?|weeks?|wks?|months?|mo|years?|yrs?)"
_LENGTH = rf"{_COUNT}(?: ?(?:to|or|-|–) ?{_COUNT})?(?:[ -]| ?){_UNITS}\b"
_POINT = compile_later(
    r"\b(?:(?:at|after|within|by|over|through|during)(?: the)?(?: a)?(?: mean| median)?(?: follow[- ]?up)?(?: of)?"
    rf" {_LENGTH}(?!['’]? (?:of age|old|before|prior|earlier)\b)"
    r"(?: (?:of|after|post|following) (?:treatment|therapy|follow[- ]?up|randomi[sz]ation|intervention|surgery|baseline"
    r"|birth|delivery|discharge|enrol?ment))?(?:['’]? follow[- ]?up)?"
    r"|(?:at|by|until|through|to) (?:weeks?|months?|days?|years?|hours?) \d{1,3}\b"
    r"|\d{1,3}[- ](?:day|week|month|year) (?:mortality|survival|follow[- ]?up|rate|incidence|risk|outcomes?|visit"
    r"|assessment)"
    r"|at (?:the )?(?:final|last|end of|longest|short[- ]term|long[- ]term|post[- ]?treatment)(?: the)? ?"
    r"(?:follow[- ]?up|treatment|study|trial|visit|assessment|intervention))",
    re.IGNORECASE,
)
_NO_TIME = compile_later(
    r"(?:\b(?:every|each|once|twice|daily|doses?|treated|administered|given|taken|not|longer|shorter|later|earlier"
    r"|(?:increas|reduc|decreas|shorten|prolong|delay|lengthen|differ|extend)\w*)(?: significantly)?"
    r"|\b(?:minutes|hours|days|weeks|months|years)|\bnot (?:\w+ ){1,3}|\bage[ds]?\b[^.;]{0,30}"
    r"|\d-(?:day|week|month|year)?,? (?:and|or|to)|(?:allocated|assigned|randomi[sz]ed)) ?\Z",
    re.IGNORECASE,
)
"""Before a stretch of time that is a dose, a difference, an age, or reckoned from another time."""
_RELATING = compile_later(r"\b(?:associat|predict|correlat)\w*|\bmultivaria|\bregression\b", re.IGNORECASE)
"""A sentence that relates things to one another: when the first was measured is not when the effect was."""
_OF_OUTCOME = compile_later(r"mortality|survival|follow|incidence|risk|rate", re.IGNORECASE)
_NO_AGE = compile_later(r"over (?:the )?(?:1[89]|[2-9]\d) ?years?\Z", re.IGNORECASE)
_SEVERAL = compile_later(
    rf"(?:,| and| or)[^.;]{{0,8}}\b{_LENGTH}|(?:,| and| or) (?:(?:day|week|month|year)s? |[DWMY])?\d{{1,3}}\b",
    re.IGNORECASE,
)
"""A list of times: which of them an effect belongs to is not plain."""
_PLURAL = compile_later(r"(?:days|weeks|months|years|hours) \d{1,3}\Z", re.IGNORECASE)
"""The first of a list: "by days 2 (…), 7 (…)"."""
_BARE = compile_later(rf"\bat {_COUNT}(?=,|;|\)| and\b)", re.IGNORECASE)
"""One of a list whose unit stands at its end: "at six, at eight, and at 12 hours"."""
_ANY_LENGTH = compile_later(rf"\b{_LENGTH}", re.IGNORECASE)
_BREAKS = compile_later(r"[;]|\b(?:but|whereas|while|however|baseline)\b", re.IGNORECASE)
_JOINS = compile_later(
    r"[)\],]?\s{0,1}[(\[]?\s{0,1}(?:(?:versus|vs\.?|with|in|for) (?:the )?(?:[\w-]{1,20} ){1,4})?", re.IGNORECASE
)


def time_points(sentence: str) -> tuple[Extent, ...]:
    """Every time at which a sentence says that something was measured, in reading order."""
    return tuple(point for point, _ in _read(sentence[:_READ_CHARS]))


def with_times(figures: Sequence[Figure], sentence: str) -> tuple[Figure, ...]:
    """The same figures, each effect with the stretch that says when it was measured, where that is plain."""
    points = _read(sentence[:_READ_CHARS])
    if not points:
        return tuple(figures)
    ends = [figure for figure in figures if _is_effect(figure)]
    return tuple(replace(f, when=_when(f, ends, points, sentence)) if _is_effect(f) else f for f in figures)


@lru_cache(maxsize=_KEPT_SENTENCES)
def _read(text: str) -> tuple[tuple[Extent, bool], ...]:
    """Times with whether each stands alone and not in a list of times."""
    found = []
    spans = [match.span() for match in _POINT.finditer(text)]
    beside = any(all(m.end() <= a or b <= m.start() for a, b in spans) for m in _ANY_LENGTH.finditer(text))
    relating = _RELATING.search(text) is not None
    bare = _BARE.search(text) is not None
    for match in _POINT.finditer(text):
        before = max(0, match.start() - _BEFORE_CHARS)
        if _NO_TIME.search(text, before, match.start()) or _NO_AGE.match(match[0]) or match[0].isupper():
            continue
        if relating and not _OF_OUTCOME.search(match[0]):
            continue
        listed = bare or beside or _SEVERAL.match(text, match.end()) or _PLURAL.search(match[0])
        found.append((Extent(match.start(), match.end()), not listed))
    return tuple(found)


def _is_effect(figure: Figure) -> bool:
    """A comparison that was made at a time. Means, shares and ranges are left: some are of the start."""
    estimate = figure.low is not None and figure.value is not None and figure.measure not in _OF_A_GROUP
    return figure.p is not None or estimate


def _when(figure: Figure, effects: Sequence[Figure], points: Sequence[tuple[Extent, bool]], text: str) -> Extent | None:
    inside = [point for point, _ in points if figure.start <= point.start and point.end <= figure.end]
    if inside or any(figure.start < point.end and point.start < figure.end for point, _ in points):
        return inside[0] if len(inside) == 1 and figure.p is not None else None
    if len(points) == 1:
        point, alone = points[0]
        elsewhere = figure.end <= point.start and any(other.end > point.end for other in effects)
        parted = elsewhere or _parted(text, point, figure) or _taken(text, point, figure, effects)
        return point if alone and not parted else None
    return _right_behind(figure, points, text) or _right_before(figure, effects, points, text)


def _right_behind(figure: Figure, points: Sequence[tuple[Extent, bool]], text: str) -> Extent | None:
    """The time that follows an effect with nothing but a bracket between."""
    index = bisect_right([point.start for point, _ in points], figure.end - 1)
    if index == len(points):
        return None
    point, alone = points[index]
    return point if alone and _JOINS.fullmatch(text, figure.end, point.start) else None


def _right_before(
    figure: Figure, effects: Sequence[Figure], points: Sequence[tuple[Extent, bool]], text: str
) -> Extent | None:
    """The time last named before an effect, with no other effect and no new clause between."""
    before = [(point, alone) for point, alone in points if point.end <= figure.start]
    if not before:
        return None
    point, alone = before[-1]
    near = figure.start - point.end <= _REACH_CHARS
    others = any(point.end <= other.start and other.end <= figure.start for other in effects)
    parted = others or _taken(text, point, figure, effects) or _parted(text, point, figure)
    return point if alone and near and not parted else None


def _taken(text: str, point: Extent, figure: Figure, effects: Sequence[Figure]) -> bool:
    """Whether a time stands right behind another effect, before this one: it is that one's."""
    if figure.start < point.end:
        return False
    return any(other.end <= point.start and _JOINS.fullmatch(text, other.end, point.start) for other in effects)


def _parted(text: str, point: Extent, figure: Figure) -> bool:
    """Whether another clause begins between a time and an effect."""
    start, end = sorted((point.end, figure.start)) if point.end <= figure.start else (figure.end, point.start)
    return _BREAKS.search(text, start, end) is not None
