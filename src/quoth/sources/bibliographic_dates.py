"""Dates as catalogues write them: "2018 Nov 25", "1998 Dec-1999 Jan", "Spring 2001", "20180904", "2012//"."""

import re
from functools import lru_cache

from quoth.model import UNKNOWN_DATE, PartialDate

__all__ = ["date_of_parts", "date_of_text", "month_number"]

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december".split("|")  # noqa: SIM905
)
_YEAR = re.compile(r"(?<![0-9])(1[5-9][0-9]{2}|20[0-9]{2}|21[0-9]{2})(?![0-9])")
_COMPACT = re.compile(r"(1[5-9][0-9]{2}|20[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9])")
_NUMERIC = re.compile(r"\s*[/.-]\s*([0-9]{1,2})(?:\s*[/.-]\s*([0-9]{1,2}))?(?![0-9])")
_MONTH_AFTER = re.compile(r"[\s,/.-]*([A-Za-z]{3,9})\.?(?:\s+([0-9]{1,2})(?![0-9]))?")
_MONTH_BEFORE = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?(?:\s+([0-9]{1,2}))?,?\s*$")


@lru_cache(maxsize=256)
def month_number(text: str) -> int | None:
    """1 to 12 from a name ("Jan", "January") or digits; `None` for seasons and anything else."""
    if text.isascii() and text.isdigit():
        number = int(text)
        return number if 1 <= number <= 12 else None
    name = text.lower().rstrip(".")
    if len(name) < 3:
        return None
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)), None)


@lru_cache(maxsize=65536)
def date_of_parts(year: str | None, month: str | None = None, day: str | None = None) -> PartialDate:
    """A date from its parts as text. A part that cannot be read is not stated, nor is any finer one."""
    if not year or not year.isascii() or not year.isdigit() or not 1500 <= int(year) <= 2199:
        return UNKNOWN_DATE
    number = month_number(month) if month else None
    if number is None:
        return PartialDate(int(year))
    in_month = int(day) if day and day.isascii() and day.isdigit() and len(day) < 3 else 0
    return PartialDate(int(year), number, in_month if 1 <= in_month <= 31 else None)


@lru_cache(maxsize=16384)
def date_of_text(text: str) -> PartialDate:
    """The first date in free text: of a range its beginning. Unknown where there is no year."""
    if compact := _COMPACT.match(text.strip()):
        return date_of_parts(*compact.groups())
    found = _YEAR.search(text)
    if found is None:
        return UNKNOWN_DATE
    year, rest = found.group(1), text[found.end() :]
    if numeric := _NUMERIC.match(rest):
        return date_of_parts(year, numeric.group(1), numeric.group(2))
    after = _MONTH_AFTER.match(rest)
    if after and month_number(after.group(1)):
        return date_of_parts(year, after.group(1), after.group(2))
    before = _MONTH_BEFORE.search(text[: found.start()])
    if before and month_number(before.group(2)):
        return date_of_parts(year, before.group(2), before.group(1) or before.group(3))
    return PartialDate(int(year))
