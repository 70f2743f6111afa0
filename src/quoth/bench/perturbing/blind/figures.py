"""Figures and signs told wrongly: shares as fractions, spreads as ranges, brackets exchanged, bounds opened."""

import re
from itertools import pairwise

from quoth.bench.perturbing.kind import Kind, Source, capital, exchanged, picked, replaced

__all__ = ["NUMBERS", "SIGNS"]

_SHARE_OF = re.compile(
    r"(?<![\w.,·/±-])(?<!than )(?<!over )(?<!least )(?<!under )(?<!most )(?<!to )(?<![<>≤≥] )(?<![<>≤≥])"
    r"(?P<share>\d{1,2}(?:\.\d+)?)\s?%"
    r"(?= of (?:the |all |our |those )?[a-z])"
)
_SHARE = re.compile(
    r"(?<![\w.,·/±-])(?<!- )(?<!to )(?<![<>≤≥] )(?<![<>≤≥])"
    r"(?P<share>\d{1,2}(?:\.\d+)?)\s?%(?!\s?(?:CI|confidence|credible|power|level|[-–]))"
)
_THOUSANDS = re.compile(r"(?<![\d,.])(?P<front>[1-9]\d{0,2}),(?P<rest>\d{3})(?![\d,])")
_BRACKET = re.compile(r"\((?P<inside>[<>=≤≥±~]?\s?[-−–]?\d[^()]*|[^()]*[=%<>≤≥][^()]*\d[^()]*)\)")
_TWO_THINGS = re.compile(
    r"[,;]? (?:and|or|vs\.?|versus|than|with|compared|while|but|whereas) [^()]*[a-z]{3}|[,;][^()]*[a-z]{3}"
)
_LISTED = re.compile(r"\d{1,2}|[ivx]+")
_SPREAD = re.compile(
    r"(?<![\w.,·+−–-])(?<![+−–-] )(?P<mean>\d+(?:\.\d+)?)\s?(?:±|\+/-)\s?(?P<spread>\d+(?:\.\d+)?)(?![\w]|\.\d)"
)
_BETWEEN = re.compile(
    r"(?<![\w.,·/-])(?P<low>\d+(?:\.\d+)?)(?P<unit>\s?%?)(?:\s?[-–]\s?| to )(?P<high>\d+(?:\.\d+)?)(?![\w/·-]|\.\d)"
)

_RELATION = re.compile(r"(?<![<>/])(?P<sign>[<>≤≥])\s?(?=0?\.?\d)(?!/)")
_READ_OUT = {"<": "more than", ">": "less than", "≤": "more than", "≥": "less than"}
_MINUS = re.compile(
    r"(?:(?<=[(\[=])|(?<=[(\[=:,] )|(?<=\bof )|(?<=\bwas )|(?<=\bby )|(?<=\band )|(?<=\bfrom )|(?<=\bto ))"
    r"[-−–](?=\d)"
)
_STRICT = {
    "at least": ("more than",),
    "at most": ("less than",),
    "no more than": ("less than",),
    "no less than": ("more than",),
    "or more": ("or fewer",),
    "or less": ("or more",),
    "or fewer": ("or more",),
    "or older": ("or younger",),
    "or greater": ("or smaller",),
    "or higher": ("or lower",),
    "or over": ("or under",),
    "and older": ("and younger",),
    "and over": ("and under",),
    "or above": ("or below",),
    "or longer": ("or shorter",),
}
_INCLUSIVE = re.compile(r"(?P<sign>[≤≥]|(?<=[\s(])[<>](?![\s\d]*0?\.0))\s?(?=\d)")
_OTHER_BOUND = {"≤": "< ", "≥": "> ", "<": "≤ ", ">": "≥ "}


def share_as_the_wrong_fraction(sentence: str, source: Source) -> str | None:
    """12% of becomes nearly half of."""
    match = picked(_SHARE_OF, sentence, source)
    if match is None:
        return None
    words = capital(sentence if match.start() == 0 else "", _fraction_far_from(float(match["share"])))
    return replaced(sentence, match, words)


def rounded_boldly(sentence: str, source: Source) -> str | None:
    """23.4% becomes about 30%: the next ten that it does not reach, or the one after."""
    places = [match for match in _SHARE.finditer(sentence) if float(match["share"]) < 80]
    if not places:
        return None
    match = source.random.choice(places)
    share = float(match["share"])
    bold = int(share // 10 + 1) * 10
    return replaced(sentence, match, f"about {bold if bold - share >= 3 else bold + 10}%")


def thousands_as_decimals(sentence: str, source: Source) -> str | None:
    """12,345 becomes 12.345: a comma read as another country's."""
    match = picked(_THOUSANDS, sentence, source)
    return match and replaced(sentence, match, f"{match['front']}.{match['rest']}")


def brackets_exchanged(sentence: str, source: Source) -> str | None:
    """Two bracketed figures stand each behind the other's words."""
    found = list(_BRACKET.finditer(sentence))
    pairs = [(one, two) for one, two in pairwise(found) if _differ(one, two)]
    pairs = [(one, two) for one, two in pairs if _TWO_THINGS.search(sentence, one.end(), two.start())]
    if not pairs:
        return None
    one, two = source.random.choice(pairs)
    return (
        sentence[: one.start()] + two.group() + sentence[one.end() : two.start()] + one.group() + sentence[two.end() :]
    )


def spread_as_a_range(sentence: str, source: Source) -> str | None:
    """45 ± 12 becomes 33 to 57, as if nobody lay outside."""
    match = picked(_SPREAD, sentence, source)
    if match is None:
        return None
    digits = max(len(match[name].partition(".")[2]) for name in ("mean", "spread"))
    mean, spread = float(match["mean"]), float(match["spread"])
    return replaced(sentence, match, f"{mean - spread:.{digits}f} to {mean + spread:.{digits}f}")


def range_as_its_middle(sentence: str, source: Source) -> str | None:
    """20 to 40 becomes about 30."""
    places = [m for m in _BETWEEN.finditer(sentence) if float(m["low"]) < float(m["high"]) and not _year(m["low"])]
    if not places:
        return None
    m = source.random.choice(places)
    digits = max(len(m[name].partition(".")[2]) for name in ("low", "high")) + 1
    middle = f"{(float(m['low']) + float(m['high'])) / 2:.{digits}f}".rstrip("0").rstrip(".")
    return replaced(sentence, m, f"about {middle}")


def relation_read_out_wrong(sentence: str, source: Source) -> str | None:
    """P < 0.05 becomes P of more than 0.05."""
    match = picked(_RELATION, sentence, source)
    return match and replaced(sentence, match, f" {_READ_OUT[match['sign']]} ").replace("( ", "(")


def relation_made_an_equation(sentence: str, source: Source) -> str | None:
    """P < 0.05 becomes P = 0.05."""
    match = picked(_RELATION, sentence, source)
    return match and replaced(sentence, match, "= ")


def bound_opened_or_closed(sentence: str, source: Source) -> str | None:
    """≥ 65 becomes > 65, < 5 becomes ≤ 5: who stands on the bound changes sides."""
    match = picked(_INCLUSIVE, sentence, source)
    return match and replaced(sentence, match, _OTHER_BOUND[match["sign"]])


def bound_in_words_turned(sentence: str, source: Source) -> str | None:
    """At least becomes more than, or older or younger."""
    return None if "at least in part" in sentence.lower() else exchanged(sentence, _STRICT, source)


def minus_as_plus(sentence: str, source: Source) -> str | None:
    """-1.2 becomes +1.2."""
    match = picked(_MINUS, sentence, source)
    return match and replaced(sentence, match, "+")


def _differ(one: re.Match[str], two: re.Match[str]) -> bool:
    listed = _LISTED.fullmatch(one["inside"]) and _LISTED.fullmatch(two["inside"])
    return not listed and one["inside"].replace(" ", "") != two["inside"].replace(" ", "")


def _fraction_far_from(share: float) -> str:
    for bound, words in ((25, "nearly half"), (45, "most"), (70, "a quarter")):
        if share < bound:
            return words
    return "about a third"


def _year(figure: str) -> bool:
    return len(figure) == 4 and figure[:2] in ("18", "19", "20")


NUMBERS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        share_as_the_wrong_fraction,
        rounded_boldly,
        thousands_as_decimals,
        brackets_exchanged,
        spread_as_a_range,
        range_as_its_middle,
    )
}
SIGNS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        relation_read_out_wrong,
        relation_made_an_equation,
        bound_opened_or_closed,
        bound_in_words_turned,
        minus_as_plus,
    )
}
