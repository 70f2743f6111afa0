"""Quantities told wrongly: ten times too much, without their unit, of another place of the text."""

import re

from quoth.bench.perturbing.kind import Kind, Source, exchanged, picked, replaced

__all__ = ["KINDS"]

_DECIMAL = re.compile(r"(?<![\w.,·/-])\d+\.\d+(?![\w.]|\.\d)")
_AMOUNT = re.compile(
    r"(?<![\w.,·/-])[1-9]\d*(?:\.\d+)?(?=\s?(?:mg|µg|μg|mcg|g|kg|ml|mL|%|mm|cm|mmHg|IU|years?|days?)\b)"
)
_WITH_UNIT = re.compile(
    r"(?<=\d)\s?-?(?:%|(?:mg|µg|μg|mcg|g|kg|ml|mL|mmol|mm|cm|mmHg|IU|years?|months?|weeks?|days?|hours?|min|points?)\b)"
    r"(?!\s?(?:CI|confidence))"
)
_OF = re.compile(r"(?<![\w.,-])(?P<a>\d+)(?P<by>\s?/\s?| of | out of )(?P<b>\d+)(?![\w.,/]\d|\s?%)")
_PER = {
    "per day": ("per week", "per hour"),
    "per week": ("per day", "per month"),
    "per month": ("per year",),
    "per year": ("per month", "per day"),
    "per 100": ("per 1000",),
    "per 1000": ("per 100",),
    "per 100,000": ("per 1000",),
    "per patient": ("per hospital",),
    "per kg": ("per person",),
    "a day": ("a week",),
    "a week": ("a day",),
    "/day": ("/week",),
    "/kg": ("/person",),
    "/week": ("/day",),
    "/year": ("/month",),
    "/l": ("/dl",),
    "/ml": ("/l",),
    "once": ("three times",),
    "twice": ("once",),
    "annually": ("monthly",),
    "annual": ("monthly",),
    "every": ("every second",),
}
_PER_PLACE = re.compile(
    r"(?:\bper (?:day|week|month|year|100,000|1000|100|patient|kg)|\ba (?:day|week)"
    r"|(?<=[a-zA-Z])/(?:day|kg|week|year|ml|l)"
    r"|\b(?:once|twice|annually|annual|every))\b"
)
_RANGE = re.compile(r"(?<![\w.,/-])(?P<a>\d+(?:\.\d+)?)(?P<by>\s?[-–]\s?| to )(?P<b>\d+(?:\.\d+)?)(?![\w/]|\.\d)")
_RESPECTIVELY = re.compile(
    r"(?P<a>\d[\d.]*\s?%?)(?P<by>,? and |; | vs\.? | versus )(?P<b>\d[\d.]*\s?%?)(?=[^.;]{0,60}respectively)"
)
_STAGE = re.compile(
    r"\b(?P<what>(?:[Gg]rade|[Ss]tage|[Pp]hase|[Cc]lass|[Tt]ype|[Ll]evel|[Gg]roup|[Ss]tep)s?) (?P<at>[1-4]|I{1,3}|IV)\b"
)
_NEXT = {"1": "2", "2": "3", "3": "1", "4": "2", "I": "II", "II": "III", "III": "I", "IV": "II"}
_LEVEL = re.compile(r"\b9[059](?:\.\d)?\s?%(?=\s?-?(?:CI|CrI|confidence|credible))")
_NUMBERED_NAME = re.compile(r"\b(?P<name>[A-Z][A-Za-z]{0,5}-?)(?P<at>\d{1,2})(?![\w.])")
_FIGURE = re.compile(r"(?<![\w.,·/-])\d+(?:\.\d+)?(?![\w·/-]|\.\d|,\d)")
_COUNTED = re.compile(r"(?P<sign>\b[Nn]\s?=\s?)(?P<n>\d+)")


def point_lost(sentence: str, source: Source) -> str | None:
    """2.5 becomes 25."""
    match = picked(_DECIMAL, sentence, source)
    return match and replaced(sentence, match, match.group().replace(".", "").lstrip("0") or "0")


def nought_added(sentence: str, source: Source) -> str | None:
    """An amount with its unit becomes ten times as large."""
    match = picked(_AMOUNT, sentence, source)
    return match and replaced(
        sentence, match, match.group() + ("" if "." in match.group() else "0") + ("9" if "." in match.group() else "")
    )


def unit_lost(sentence: str, source: Source) -> str | None:
    """A figure stands without what it counts."""
    match = picked(_WITH_UNIT, sentence, source)
    return match and replaced(sentence, match, "")


def share_turned(sentence: str, source: Source) -> str | None:
    """5 of 20 becomes 20 of 5."""
    places = [m for m in _OF.finditer(sentence) if m["a"] != m["b"]]
    if not places:
        return None
    m = source.random.choice(places)
    return replaced(sentence, m, m["b"] + m["by"] + m["a"])


def rate_changed(sentence: str, source: Source) -> str | None:
    """Per day becomes per week."""
    match = picked(_PER_PLACE, sentence, source)
    return match and replaced(sentence, match, source.random.choice(_PER[match.group().lower()]))


def range_collapsed(sentence: str, source: Source) -> str | None:
    """A range becomes one of its ends."""
    places = [m for m in _RANGE.finditer(sentence) if m["a"] != m["b"]]
    if not places:
        return None
    m = source.random.choice(places)
    return replaced(sentence, m, m[source.random.choice("ab")])


def respectively_turned(sentence: str, source: Source) -> str | None:
    """Two figures told in an order change places."""
    places = [m for m in _RESPECTIVELY.finditer(sentence) if m["a"].strip() != m["b"].strip()]
    if not places:
        return None
    m = source.random.choice(places)
    return replaced(sentence, m, m["b"].rstrip() + m["by"] + m["a"].rstrip())


def stage_changed(sentence: str, source: Source) -> str | None:
    """Stage II becomes stage III, type 1 type 2."""
    match = picked(_STAGE, sentence, source)
    return match and replaced(sentence, match, f"{match['what']} {_NEXT[match['at']]}")


def level_changed(sentence: str, source: Source) -> str | None:
    """A 95% interval becomes another one."""
    match = picked(_LEVEL, sentence, source)
    return match and replaced(sentence, match, source.random.choice(("80%", "50%", "68%")))


def numbered_name_changed(sentence: str, source: Source) -> str | None:
    """IL-6 becomes IL-8: a name with a number becomes another such name."""
    match = picked(_NUMBERED_NAME, sentence, source)
    return match and replaced(sentence, match, match["name"] + str(int(match["at"]) + source.random.choice((1, 2, 4))))


def figure_of_a_neighbour(sentence: str, source: Source) -> str | None:
    """A figure becomes one that stands in another sentence of the same text."""
    match = picked(_FIGURE, sentence, source)
    own = {m.group() for m in _FIGURE.finditer(sentence)}
    others = [m.group() for text in source.beside for m in _FIGURE.finditer(text) if m.group() not in own]
    return replaced(sentence, match, source.random.choice(others)) if match and others else None


def number_of_people_raised(sentence: str, source: Source) -> str | None:
    """n=20 becomes n=200."""
    match = picked(_COUNTED, sentence, source)
    return match and replaced(sentence, match, f"{match['sign']}{match['n']}0")


def share_as_word(sentence: str, source: Source) -> str | None:
    """Words of size become others: "few" a "majority", "doubled" "rose slightly"."""
    return exchanged(sentence, _SIZES, source)


_SIZES = {
    "half of": ("most of",),
    "a third of": ("half of",),
    "minority of": ("most",),
    "a few": ("very many",),
    "a number of": ("all",),
    "various": ("all",),
    "certain": ("all",),
    "increasingly": ("decreasingly",),
    "numerous": ("few",),
    "rare": ("common",),
    "common": ("rare",),
    "commonly": ("rarely",),
    "frequent": ("rare",),
    "substantial": ("negligible",),
    "substantially": ("negligibly",),
    "marked": ("negligible",),
    "markedly": ("barely",),
    "strong": ("weak",),
    "strongly": ("weakly",),
    "poor": ("excellent",),
    "good": ("poor",),
    "low": ("moderate",),
    "widely": ("hardly",),
    "rapid": ("slow",),
    "rapidly": ("slowly",),
    "completely": ("hardly",),
    "modest": ("striking",),
}

KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        point_lost,
        nought_added,
        unit_lost,
        share_turned,
        rate_changed,
        range_collapsed,
        respectively_turned,
        stage_changed,
        level_changed,
        numbered_name_changed,
        figure_of_a_neighbour,
        number_of_people_raised,
        share_as_word,
    )
}
