"""Shorthand of clinics and what it stands for: the table `data/shorthand.txt`, intervals ("q2y") and people ("55F")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quoth.lexicon.plain import common_words, listed
from quoth.lexicon.terms import acronym_shows

__all__ = ["ShortForm", "short_form", "short_forms_in"]

_NOTES, _CAPITALS = "notes", "capitals alone"
_UNITS = {"h": "hour", "d": "day", "w": "week", "wk": "week", "m": "month", "mo": "month", "y": "year", "yr": "year"}
_INTERVAL = re.compile(rf"q ?(\d{{1,2}}) ?({'|'.join(sorted(_UNITS, key=len, reverse=True))})", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:(?P<of>[1-9]\d) ?|(?P<aged>\d{1,2}) ?(?:yo|y/o|y\.o\.) ?)(?P<sex>[FM])|(?P<who>[FM])[ /]?(?P<years>[1-9]\d)"
)
"""Of one figure alone "6M" may be months; "101F" is a temperature, and so may be what is nearly as much."""
_FEVERISH, _GROWN = 94, 18


@dataclass(frozen=True, slots=True)
class ShortForm:
    """One short form as it is written."""

    written: str
    long: tuple[str, ...]
    """What it may stand for; several where the library has to tell which is meant."""
    is_note: bool
    """Whether it is about the question, and names no illness, no test and no treatment."""


def short_form(typed: str) -> ShortForm | None:
    """The short form these characters are: as the table writes it, or in any case where that is no other word."""
    if interval := _INTERVAL.fullmatch(typed):
        number, unit = int(interval[1]), _UNITS[interval[2].casefold()]
        return ShortForm(typed, (f"every {unit}" if number == 1 else f"every {number} {unit}s",), is_note=True)
    if person := _PERSON.fullmatch(typed):
        return _person(typed, int(person["of"] or person["aged"] or person["years"]), person["sex"] or person["who"])
    exact = _as_written().get(typed)
    if exact is not None:
        return exact
    row = _folded().get(typed.casefold())
    return row if row is not None and _shows(row.written, typed) else None


def short_forms_in(text: str) -> Iterator[re.Match[str]]:
    """Where characters of a text may be a short form, the longest first, none within a word or joined by a hyphen."""
    return _pattern().finditer(text)


def _person(typed: str, age: int, sex: str) -> ShortForm | None:
    if sex == "F" and age >= _FEVERISH:
        return None
    noun = ("woman" if sex == "F" else "man") if age >= _GROWN else ("girl" if sex == "F" else "boy")
    return ShortForm(typed, (f"{age} year old {noun}",), is_note=True)


def _shows(written: str, typed: str) -> bool:
    """Whether the typed word is this short form though its letters differ in case."""
    if not written.isupper():
        return True
    small = typed.casefold()
    return small not in common_words() | _words_besides() and acronym_shows(written, typed, any_case=True)


def _rows() -> Iterator[ShortForm]:
    for section, line in listed("shorthand.txt"):
        if section == _CAPITALS:
            continue
        short, _, long = line.partition(": ")
        for written in short.split(", "):
            yield ShortForm(written, tuple(long.split(" | ")), section == _NOTES)


@cache
def _words_besides() -> frozenset[str]:
    """What reads as a word in small letters and stands on no list of common words: "toe", "sob"."""
    return frozenset(
        word for section, line in listed("shorthand.txt") if section == _CAPITALS for word in line.split(", ")
    )


@cache
def _as_written() -> dict[str, ShortForm]:
    return {row.written: row for row in _rows()}


@cache
def _folded() -> dict[str, ShortForm]:
    """By the folded short form; where two fold alike ("pt" and "PT") the one in small letters."""
    return {row.written.casefold(): row for row in sorted(_rows(), key=lambda row: row.written.islower())}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted({row.written.casefold() for row in _rows()}, key=lambda form: (-len(form), form))
    ends = (re.escape(form) + (r"(?![\w-])" if form[-1].isalnum() else "") for form in forms)
    person = re.sub(r"\?P<\w+>", "?:", _PERSON.pattern)
    return re.compile(
        rf"(?<![\w.&-])(?:{_INTERVAL.pattern}(?![\w-])|(?-i:{person})(?![\w-])|{'|'.join(ends)})", re.IGNORECASE
    )
