"""Whether two sentences tell nearly the same figure: "fell by 30 mm" and, of others, "fell by 29 mm"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

__all__ = ["same_figure"]

_MOST_APART = 0.1
_KEPT_SENTENCES = 8_192
_MOST_FIGURES = 3
"""A sentence with more is a list of results, and one of them is bound to resemble another."""
_FIGURE = re.compile(r"(?<![\w.,(\[/-])(\d+(?:\.\d+)?)(?![\d:/]|[.,]\d) ?[-–]?(%|[A-Za-z]+)?(?!\w)")
_SPELT = re.compile(
    r"\b(?:half|halved|doubled|(?:one|two|three|four|five|six|seven|eight|nine) (?:thirds?|quarters?|fifths?"
    r"|(?:out )?of|in|to)"
    r"(?: (?:two|three|four|five|six|eight|ten|twenty)\b)?|(?:a|one) (?:third|quarter|fifth|tenth)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:days|nights|hours|points))\b",
    re.IGNORECASE,
)
_TIMES = frozenset(
    {"week", "weeks", "month", "months", "year", "years", "hour", "hours", "ci", "patients", "participants", "of", "in"}
)
_COMPARES = re.compile(
    r"\b(?:than|versus|vs|against|compared|respectively|both|differ\w*|similar\w*|significan\w*|confidence|CI)\b"
    r"|\bp ?[<>=≤≥]|±",
    re.IGNORECASE,
)
"""A sentence that compares by itself needs no other to be read rightly, and is no mere echo."""


class _Told(NamedTuple):
    """What one sentence tells: figures in words, and figures with their units."""

    spelt: frozenset[str]
    figures: tuple[tuple[float, str], ...]


def same_figure(one: str, following: str) -> bool:
    """Whether a sentence that compares nothing is followed by one that tells nearly the same figure, in the same unit.

    Times at which something was measured and numbers of people do not count; a tenth apart is nearly the same.
    """
    here, there = _told(one), _told(following)
    if here is None or there is None:
        return False
    if here.spelt & there.spelt:
        return True
    if not (0 < len(here.figures) <= _MOST_FIGURES and 0 < len(there.figures) <= _MOST_FIGURES):
        return False
    return any(
        unit == other and bool(unit) and abs(value - near) <= _MOST_APART * max(value, near)
        for value, unit in here.figures
        for near, other in there.figures
    )


@lru_cache(maxsize=_KEPT_SENTENCES)
def _told(sentence: str) -> _Told | None:
    """The figures of a sentence, read once for both of its neighbours and for the checker; `None` where it compares."""
    if _COMPARES.search(sentence):
        return None
    spelt = frozenset(found.group().casefold() for found in _SPELT.finditer(sentence))
    return _Told(spelt, tuple(_figures(sentence)))


def _figures(text: str) -> Iterator[tuple[float, str]]:
    for found in _FIGURE.finditer(text):
        unit = (found[2] or "").casefold()
        if unit not in _TIMES:
            yield float(found[1]), unit
