"""Ages in words: for which ages a recommendation says that it holds.

Only what is plainly an age is read: "aged 50 to 74 years", "children younger than 3 years", "women 45 or older". A time
("every 2 to 3 years", "within the past 15 years") is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quoth.text.later import compile_later

__all__ = ["Ages", "ages_in"]

_OLDEST = 150.0
_KEPT_TEXTS = 8_192
_MONTHS = 12.0

_N = r"(?P<{}>\d{{1,3}}(?:\.\d)?)"
_OLD = (
    r"(?:aged?|ages|ages? of|between the ages of|children|adolescents|women|men|females|males|adults|persons|people"
    r"|age range)"
)
_UNIT = r"(?:[- ]?(?P<{}>years?|yrs?|months?|mo))?"
_RANGE = compile_later(
    rf"\b{_OLD}(?: aged?| ages?| who are| from| between)* "
    + _N.format("low")
    + _UNIT.format("lowunit")
    + r"(?: ?(?:to|-|–|—|through|and|until) ?)"
    + _N.format("high")
    + _UNIT.format("unit"),
    re.IGNORECASE,
)
_OF_AGE = compile_later(
    _N.format("low") + r" ?(?:to|-|–|—|through) ?" + _N.format("high") + r" (?P<unit>years|months) (?:of age|old)\b",
    re.IGNORECASE,
)
_FROM = compile_later(
    r"(?:(?:≥|>=|>) ?"
    + _N.format("a")
    + r" ?years\b|\b(?:older than|aged? over|over the age of|over age|after age|greater than|above age) "
    + _N.format("b")
    + r"(?P<unit> years?| months?)?(?! of (?!age))|(?<![\d.])"
    + _N.format("c")
    + r"(?P<cunit> years?| months?)?(?: of age)? (?:and|or) (?:older|over|above|up)\b)",
    re.IGNORECASE,
)
_TO = compile_later(
    r"(?:(?:≤|<=|<) ?"
    + _N.format("a")
    + r" ?years\b|\b(?:younger than|under age|under the age of|prior to age|before age|less than) "
    + _N.format("b")
    + r"(?P<unit> years?| months?)?(?P<of> of age)?|(?<![\d.])"
    + _N.format("c")
    + r"(?P<cunit> years?| months?)?(?: of age)? (?:and|or) (?:younger|under|below)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ages:
    """A stretch of life in years, both ends within."""

    low: float
    high: float

    def holds(self, age: float) -> bool:
        """Whether somebody of this age, in years, is meant."""
        return self.low <= age < self.high + 1.0 if self.high >= 2.0 else self.low <= age <= self.high


@lru_cache(maxsize=_KEPT_TEXTS)
def ages_in(text: str) -> tuple[Ages, ...]:
    """The ages that a recommendation names, in no order; empty where it names none."""
    return tuple(dict.fromkeys(_ages(text)))


def _ages(text: str) -> Iterator[Ages]:
    for match in (*_RANGE.finditer(text), *_OF_AGE.finditer(text)):
        unit = match["unit"] or ""
        low_unit = (match.groupdict().get("lowunit") or unit).casefold()
        low, high = _years(match["low"], low_unit), _years(match["high"], unit)
        if low <= high <= _OLDEST:
            yield Ages(low, high)
    for match in _FROM.finditer(text):
        told = match["a"] or match["b"] or match["c"]
        yield Ages(_years(told, match["unit"] or match["cunit"] or ""), _OLDEST)
    for match in _TO.finditer(text):
        told = match["a"] or match["b"] or match["c"]
        if match["b"] and not (match["unit"] or match["of"]) and match.group().casefold().startswith("less"):
            continue  # "less than 5" of anything
        until = _years(told, match["unit"] or match["cunit"] or "")
        yield Ages(0.0, until if match["c"] else until - (1.0 if until >= 2.0 else 0.05))


def _years(number: str, unit: str) -> float:
    return float(number) / (_MONTHS if unit.strip().casefold().startswith("mo") else 1.0)
