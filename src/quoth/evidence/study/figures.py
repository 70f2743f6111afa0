"""The numbers of a sentence: what was measured, the estimate, its interval, p value and unit, and where they stand.

A figure is one stretch of the sentence, so that an estimate is never seen apart from its interval. Numbers are read as
they are printed (decimal points, Lancet's middle dots, commas between thousands, every kind of minus sign); what cannot
be told is left `None`. Every pattern is bounded, and so linear in the length of the sentence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quoth.evidence.study.figure_table import (
    AFTER_MEASURE,
    ANNOUNCED,
    BRACKETED,
    DIFFERENCES,
    INTERVAL,
    NUMBER,
    OF,
    PLUS_MINUS,
    RANGE,
    RATIOS,
    UNIT,
    N,
    P,
    measures_in,
    number_of,
)
from quoth.model import Figure

__all__ = ["crosses_null", "figures"]

_READ_CHARS = 4_000
"""A sentence is shorter; whatever is longer is a table or noise, and its tail is not read."""

_SPACES = {0x00A0: " ", 0x2009: " ", 0x202F: " ", 0x2007: " "}
"""Spaces that keep a number and its sign on one line, each read as one space: offsets stay as they are."""
_KEPT_SENTENCES = 8_192
_GAP_TO_ESTIMATE = 48
_GAP_TO_MEASURE = 70


def figures(sentence: str) -> tuple[Figure, ...]:
    """The figures of a sentence in reading order, none overlapping another.

    An estimate with its interval and p value is one figure. Offsets count from the first character of `sentence`.
    """
    return _figures(sentence[:_READ_CHARS].translate(_SPACES))


@lru_cache(maxsize=_KEPT_SENTENCES)
def _figures(text: str) -> tuple[Figure, ...]:
    if not any(character.isdigit() for character in text) and "NS" not in text:
        return ()
    measures = measures_in(text)
    taken: list[tuple[int, int]] = []
    found: list[Figure] = []
    for reader in _READERS:
        for figure in reader(text, measures):
            if all(figure.end <= start or end <= figure.start for start, end in taken):
                taken.append((figure.start, figure.end))
                found.append(figure)
    found.sort(key=lambda figure: figure.start)
    return tuple(_with_p(found, text))


def crosses_null(figure: Figure) -> bool | None:
    """Whether the interval of an effect holds the value of no effect; `None` where that cannot be told."""
    if figure.low is None or figure.high is None:
        return None
    if figure.measure in RATIOS:
        return figure.low <= 1.0 <= figure.high
    if figure.measure in DIFFERENCES:
        return figure.low <= 0.0 <= figure.high
    return None


def _intervals(text: str, measures: list[tuple[int, int, str]]) -> Iterator[Figure]:
    """Labelled intervals ("95% CI 0.7 to 0.9", "IQR 3-7") with the estimate before them."""
    for match in INTERVAL.finditer(text):
        kind = (match["kind1"] or match["kind2"]).casefold()
        low, high = number_of(match["low"]), number_of(match["high"])
        if low is None or high is None or (kind in ("from", "range", "ranging", "ranged") and low > high):
            continue
        if kind == "from" and not _is_range_unit(text, match.end()):
            continue
        level = number_of(match["level"]) if match["level"] else None
        start = match.start()
        estimate = None if kind == "from" else _estimate_before(text, start)
        if estimate and not _CLOSE_GAP.fullmatch(text, estimate.end(), start):
            value = number_of(estimate["value"])
            estimate = estimate if value is not None and low <= value <= high else None
        measure = _measure_before(measures, text, estimate.start() if estimate else start)
        if estimate is None and measure is None:
            end = _past_close(text, start, match.end())
            yield Figure(
                start, end, kind.upper() if kind == "iqr" else None, None, low, high, level, _unit_at(text, match.end())
            )
            continue
        first = estimate.start() if estimate else start
        if measure is not None and measure[1] <= first and first - measure[1] <= 24:
            first = measure[0]
        unit = (estimate["unit"] if estimate else None) or _unit_at(text, match.end())
        value = number_of(estimate["value"]) if estimate else None
        end = _past_close(text, first, match.end())
        yield Figure(first, end, measure[2] if measure else None, value, low, high, level, unit)


def _announced(text: str, measures: list[tuple[int, int, str]]) -> Iterator[Figure]:
    """An interval whose level stands before the estimate."""
    for match in ANNOUNCED.finditer(text):
        value, low, high = number_of(match["value"]), number_of(match["low"]), number_of(match["high"])
        if value is None or low is None or high is None or not low <= value <= high:
            continue
        measure = _measure_before(measures, text, match.start())
        near = measure is not None and match.start() - measure[1] <= 24
        first = measure[0] if measure is not None and near else match.start()
        end = _past_close(text, first, match.end())
        level = number_of(match["level"])
        yield Figure(first, end, measure[2] if measure else None, value, low, high, level, match["unit"])


def _bracketed(text: str, measures: list[tuple[int, int, str]]) -> Iterator[Figure]:
    """An interval without its label, right behind the estimate: "RR 0.80 (0.71-0.90)"."""
    for match in BRACKETED.finditer(text):
        value, low, high = number_of(match["value"]), number_of(match["low"]), number_of(match["high"])
        if value is None or low is None or high is None or not low <= value <= high:
            continue
        measure = _measure_before(measures, text, match.start("value"))
        if measure is None and "." not in match["low"] and "·" not in match["low"]:
            continue
        first = measure[0] if measure and match.start() - measure[1] <= 24 else match.start()
        yield Figure(
            first,
            _past_close(text, first, match.end()),
            measure[2] if measure else None,
            value,
            low,
            high,
            None,
            match["unit"],
        )


def _p_values(text: str, _: list[tuple[int, int, str]]) -> Iterator[Figure]:
    for match in P.finditer(text):
        yield Figure(match.start(), match.end(), "p", None, p=" ".join(match["p"].split()))


def _plus_minus(text: str, _: list[tuple[int, int, str]]) -> Iterator[Figure]:
    for match in PLUS_MINUS.finditer(text):
        yield Figure(
            match.start(), match.end(), "mean", number_of(match["value"]), unit=match["unit"] or match["unit1"]
        )


def _shares(text: str, _: list[tuple[int, int, str]]) -> Iterator[Figure]:
    for match in OF.finditer(text):
        n, of = int(match["n"]), int(match["of"])
        if (
            n > of
            or of < 2
            or (match["pct"] is None and "of" not in match.group(0) and of in (7, 12, 24, 30, 52, 60, 100))
        ):
            continue
        end = _past_close(text, match.start(), match.end()) if match["pct"] else match.end()
        yield Figure(match.start(), end, "n/N", float(n), unit=f"of {of}")


def _counts(text: str, _: list[tuple[int, int, str]]) -> Iterator[Figure]:
    for match in N.finditer(text):
        yield Figure(match.start(), match.end(), "n", float(re.sub(r"\D", "", match["n"])))


def _ranges(text: str, _: list[tuple[int, int, str]]) -> Iterator[Figure]:
    for match in RANGE.finditer(text):
        low, high = number_of(match["low"]), number_of(match["high"])
        if low is not None and high is not None and low <= high:
            yield Figure(match.start(), match.end(), None, None, low, high, unit=match["unit"])


def _measured(text: str, measures: list[tuple[int, int, str]]) -> Iterator[Figure]:
    """A measure and its number without an interval: "odds ratio of 1.3", "NNT = 7"."""
    for start, end, name in measures:
        match = AFTER_MEASURE.match(text, end)
        value = number_of(match["value"]) if match else None
        if (
            match is None
            or value is None
            or (name == "OR" and match["link"].strip() == "" and "." not in match["value"])
        ):
            continue
        yield Figure(start, match.end(), name, value, unit=match["unit"])


def _with_units(text: str, _: list[tuple[int, int, str]]) -> Iterator[Figure]:
    for match in NUMBER.finditer(text):
        value = number_of(match["value"])
        if value is None or _inside_word(text, match.start()):
            continue
        measure = "%" if match["unit"] in ("%", "percent", "per cent") else None
        yield Figure(match.start(), match.end(), measure, value, unit=match["unit"])


def _estimate_before(text: str, start: int) -> re.Match[str] | None:
    """The last number before an interval, unless a full stop or another bracket stands between."""
    window = max(0, start - _GAP_TO_ESTIMATE)
    last = None
    for match in NUMBER.finditer(text, window, start):
        if not _inside_word(text, match.start()):
            last = match
    if last is None or _CLOSE_GAP.fullmatch(text, last.end(), start):
        return last
    return last if _WORDY_GAP.fullmatch(text, last.end(), start) else None


_CLOSE_GAP = re.compile(r"[\s,;:(\[=]{0,6}")
_WORDY_GAP = re.compile(r"[ ,]{0,2}(?:[A-Za-z-]{1,16} ){1,4}[(\[,] ?")


def _measure_before(measures: list[tuple[int, int, str]], text: str, position: int) -> tuple[int, int, str] | None:
    """The nearest measure that ends before `position`, within reach and without another number or clause between."""
    for start, end, name in reversed(measures):
        if end <= position:
            between = text[end:position]
            if len(between) > _GAP_TO_MEASURE or ";" in between or any(c.isdigit() for c in between):
                return None
            return start, end, name
    return None


def _with_p(found: list[Figure], text: str) -> Iterator[Figure]:
    """Join a p value to the estimate it stands right behind."""
    position = 0
    while position < len(found):
        figure = found[position]
        following = found[position + 1] if position + 1 < len(found) else None
        if following and following.p and figure.p is None and _ONLY_MARKS.fullmatch(text, figure.end, following.start):
            yield Figure(
                figure.start,
                _past_close(text, figure.start, following.end),
                figure.measure,
                figure.value,
                figure.low,
                figure.high,
                figure.level_percent,
                figure.unit,
                following.p,
            )
            position += 2
            continue
        yield figure
        position += 1


_ONLY_MARKS = re.compile(r"[\s,;:()\[\]]{0,4}(?:and |with )?")


def _is_range_unit(text: str, end: int) -> bool:
    return bool(re.match(rf" ?{UNIT}", text[end : end + 24]))


def _unit_at(text: str, end: int) -> str | None:
    match = re.match(rf" ?({UNIT})(?![a-z])", text[end : end + 24])
    return match.group(1) if match else None


def _past_close(text: str, start: int, end: int) -> int:
    """Past a unit and the brackets that were opened since `start` and close right behind."""
    match = re.match(rf" ?{UNIT}(?=[)\]])", text[end : end + 24])
    after = end + (match.end() if match else 0)
    while after < len(text) and text[after] in ")]":
        opening, closing = ("(", ")") if text[after] == ")" else ("[", "]")
        if text.count(opening, start, after) <= text.count(closing, start, after):
            break
        after += 1
    return after


def _inside_word(text: str, start: int) -> bool:
    return start > 0 and (
        text[start - 1].isalnum() or (text[start - 1] in "-–" and start > 1 and text[start - 2].isalpha())
    )


_READERS = (
    _announced,
    _intervals,
    _bracketed,
    _p_values,
    _plus_minus,
    _shares,
    _counts,
    _ranges,
    _measured,
    _with_units,
)
"""In this order: what an earlier one takes, a later one leaves."""
