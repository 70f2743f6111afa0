"""Whether two sentences tell nearly the same figure: "fell by 30 mm" and, of others, "fell by 29 mm"."""

import re
from collections.abc import Iterator

__all__ = ["same_figure"]

_MOST_APART = 0.1
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


def same_figure(one: str, following: str) -> bool:
    """Whether a sentence that compares nothing is followed by one that tells nearly the same figure, in the same unit.

    Times at which something was measured and numbers of people do not count; a tenth apart is nearly the same.
    """
    if _COMPARES.search(one) or _COMPARES.search(following):
        return False
    spelt = {found.group().casefold() for found in _SPELT.finditer(one)}
    if spelt and any(found.group().casefold() in spelt for found in _SPELT.finditer(following)):
        return True
    here, there = list(_figures(one)), list(_figures(following))
    if not (0 < len(here) <= _MOST_FIGURES and 0 < len(there) <= _MOST_FIGURES):
        return False
    return any(
        unit == other and bool(unit) and abs(value - near) <= _MOST_APART * max(value, near)
        for value, unit in here
        for near, other in there
    )


def _figures(text: str) -> Iterator[tuple[float, str]]:
    for found in _FIGURE.finditer(text):
        unit = (found[2] or "").casefold()
        if unit not in _TIMES:
            yield float(found[1]), unit
