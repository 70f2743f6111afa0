"""The smallest difference that matters to people, where a sentence says how large it is.

Authors state it in many names (minimal clinically important difference, MCID, smallest worthwhile effect). It is read
only with its number, in the same clause: a name alone says nothing that a reader could hold a result against.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quoth.evidence.study.figure_table import NUM, UNIT, number_of
from quoth.model import Figure
from quoth.text.later import compile_later

__all__ = ["minimal_differences"]

_READ_CHARS = 1_500
_KEPT_SENTENCES = 4_096
_MEASURE = "MID"
_CELL = " | "
"""Between the cells of a table's row: "MID" heads many a column."""

_SIZE = r"(?:minim(?:al|um)(?:ly)?|smallest)"
_WORTH = (
    r"(?:important|relevant|meaningful|worthwhile|perceptible|(?<=clinically )significant|(?<=clinical )significant)"
)
_WHAT = r"(?:differences?|changes?|effects?|improvements?|reductions?)"
_SHORT = r"M\.?C\.?I\.?D\.?s?|MICDs?|MCICs?|MIIDs?"
_NAME = (
    rf"(?:{_SIZE}[ -](?:clinical(?:ly)?[ -]|detectable[ -]){{0,1}}{_WORTH}[ -](?:clinical(?:ly)?[ -])?{_WHAT}"
    rf"(?: ?[(\[]?(?:{_SHORT}|MIDs?)[)\]]?)?|\b(?:{_SHORT})\b|\bMIDs?\b)"
)
_NUMBER = (
    rf"(?P<low>{NUM})(?:[ -]?(?P<unit1>{UNIT}))?(?: ?(?:to|[-–−]|(?P<and>and)) ?(?P<high>{NUM}))?"
    rf"(?:[ -](?P<unit>{UNIT}|units?|score points?))?"
)
# Words between the name and its number: none that turns what is said, begins another clause or brings another number.
_BETWEEN = (
    r"(?:(?! (?:and|or|not?|nor|than|with|using|after|if|when|but|while|from|per|by|among|gives?|gave|yields?|needs?"
    r"|requires?)\b)"
    r"[^.,;:()\[\]\d<>≥≤=]){0,70}?"
)
_IS = (
    r"(?:\b(?:of|was|is|are|were|at|to be|being|as|between|about|approximately|around)\b|[:=])"
    r" ?(?:an? |the |least |approximately |about |between |about )?[≥>~]? ?"
)
_NO_SIZE = r"(?! ?(?:groups?|arms?|treatments?|primary|domains?|visits?|patients|participants|studies|trials|[-–]\w))"
_STATED = (
    compile_later(rf"{_NAME}{_BETWEEN}{_IS}{_NUMBER}{_NO_SIZE}", re.IGNORECASE),
    compile_later(rf"{_NAME} ?\((?!\d[^)]*%)(?:=|≥|>|of|i\.e\.,?)? ?{_NUMBER}\)", re.IGNORECASE),
    compile_later(
        rf"{_NUMBER}(?: (?:improvement|reduction|increase|decrease|change|difference|threshold|or more|or greater))?"
        r"(?:,? \(?|(?: (?:on|in|of|for) (?:the )?(?:[\w-]{1,20} ){0,3}?[\w-]{1,20})?"
        r" (?:(?:that|which) )?(?:is|was|were|has been|have been|to be|as)(?: (?:regarded|considered|taken|defined"
        r"|accepted|suggested|reported|chosen|selected|used|set|previously|generally|thought))*"
        r"(?: (?:as|to be|being))? )"
        rf"(?:(?:the|a|an|its|our|their) )?(?:(?:accepted|proposed|acceptable|established|reported) )?{_NAME}",
        re.IGNORECASE,
    ),
)
_ACRONYM = compile_later(r"MID|MCID|MICD|MCIC|MIID")
_TIME = compile_later(r"(?:minutes?|min|hours?|h|days?|weeks?|months?|years?)", re.IGNORECASE)
"""When it was reached, not how large it is."""
_NOT_SIZE = compile_later(r"(?:19|20)\d\d\Z")
"""A year is no difference."""


def minimal_differences(sentence: str) -> tuple[Figure, ...]:
    """Stated minimal important differences, in reading order; `start` to `end` hold the name and the number.

    Offsets count from the first character of `sentence`. A range has `low` and `high`, a single number a `value`.
    """
    return _read(sentence[:_READ_CHARS])


@lru_cache(maxsize=_KEPT_SENTENCES)
def _read(text: str) -> tuple[Figure, ...]:
    if _CELL in text:
        return ()
    if "inim" not in text and "mallest" not in text and not _ACRONYM.search(text):
        return ()
    found: list[Figure] = []
    for figure in sorted(_each(text), key=lambda one: (one.start, -one.end)):
        if all(figure.start >= other.end or figure.end <= other.start for other in found):
            found.append(figure)
    return tuple(found)


def _each(text: str) -> Iterator[Figure]:
    for pattern in _STATED:
        for match in pattern.finditer(text):
            low, high = number_of(match["low"]), number_of(match["high"])
            if _TIME.fullmatch(match["unit"] or match["unit1"] or ""):
                continue
            if low is None or _NOT_SIZE.match(match["low"]) or _in_a_word(text, match.end()):
                continue
            if match["and"] and "between" not in match[0]:
                high = None
            if high is not None and abs(high) < abs(low):
                continue
            value, ends = (low, (None, None)) if high is None else (None, (low, high))
            unit = match["unit"] or match["unit1"]
            yield Figure(match.start(), match.end(), _MEASURE, value, ends[0], ends[1], unit=unit)


def _in_a_word(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalpha() or bool(re.match(r"[.,·/]\d|[-–]\w", text[end : end + 2])))
