"""Conditions that recommendations name, and which advice applies to a patient for whom some of them are ticked.

Nothing medical is decided here. A recommendation applies when everything it names is ticked “yes”, does not when
anything is ticked “no”, and else it is not known. What is ticked is an argument and is kept nowhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from quoth.model import Answer, QualifierKind, Statement

__all__ = [
    "FIT_LABELS",
    "Condition",
    "Fit",
    "Patient",
    "conditions_of",
    "limits_of",
    "patient_of",
    "recommendations",
]

_KINDS = (QualifierKind.CONDITION, QualifierKind.POPULATION)
# Words that name everybody, or a place in an order of treatments: nothing that one patient is or is not.
_NO_LIMIT = re.compile(r"(?:all|any|every|everyone|everybody)\b|(?:first|second|third)[- ]line\b|in general\b", re.I)


class Fit(StrEnum):
    """How a recommendation stands to a patient."""

    APPLIES = "applies"
    NOT = "not"
    UNKNOWN = "unknown"
    UNLIMITED = "unlimited"
    """It names no condition."""


FIT_LABELS: dict[Fit, str] = {
    Fit.APPLIES: "Applies: what it names was ticked",
    Fit.NOT: "Does not apply to this patient",
    Fit.UNKNOWN: "Not known whether it applies",
    Fit.UNLIMITED: "Names no condition",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that at least one recommendation is bound to, in its own words."""

    key: str
    """"c1", "c2"…, in reading order."""
    words: str
    rows: int
    """How many recommendations name it."""


@dataclass(frozen=True, slots=True)
class Patient:
    """The conditions of a page and what was ticked of them."""

    conditions: tuple[Condition, ...] = ()
    ticked: tuple[tuple[str, bool], ...] = ()
    """(key, yes or no); a condition that is not here is not known."""

    def keys(self, statement: Statement) -> tuple[str, ...]:
        """The conditions that a statement names."""
        named = {_folded(words) for words in limits_of(statement)}
        return tuple(one.key for one in self.conditions if _folded(one.words) in named)

    def fit(self, statement: Statement) -> Fit:
        """How a statement stands to what was ticked."""
        keys = self.keys(statement)
        known = dict(self.ticked)
        if not keys:
            return Fit.UNLIMITED
        if any(known.get(key) is False for key in keys):
            return Fit.NOT
        return Fit.APPLIES if all(known.get(key) for key in keys) else Fit.UNKNOWN

    def counts(self, statements: tuple[Statement, ...]) -> tuple[tuple[Fit, int], ...]:
        """How many of these statements apply, do not, are not known, name nothing."""
        fits = [self.fit(statement) for statement in statements]
        return tuple((fit, fits.count(fit)) for fit in Fit if fit in fits)


def limits_of(statement: Statement) -> tuple[str, ...]:
    """The conditions and populations that a statement is bound to, those that leave nobody out aside."""
    words = (q.quote.text for q in statement.qualifiers if q.kind in _KINDS)
    return tuple(one for one in words if not _NO_LIMIT.match(one.strip()))


def conditions_of(page: Answer) -> tuple[Condition, ...]:
    """What the recommendations of a page are bound to, each once, in reading order."""
    counted: dict[str, list[str]] = {}
    for statement in recommendations(page):
        for words in limits_of(statement):
            counted.setdefault(_folded(words), []).append(words)
    return tuple(Condition(f"c{n}", found[0], len(found)) for n, found in enumerate(counted.values(), start=1))


def patient_of(page: Answer, given: Mapping[str, str]) -> Patient:
    """What a form says of the conditions of a page: "yes", "no", anything else is not known."""
    conditions = conditions_of(page)
    known = {"yes": True, "no": False}
    ticked = ((one.key, known[given[one.key]]) for one in conditions if given.get(one.key) in known)
    return Patient(conditions, tuple(ticked))


def recommendations(page: Answer) -> tuple[Statement, ...]:
    """The recommendations of a page, each once, in reading order."""
    found = [s for row in (*page.actions, *page.more_actions) for s in (row.statement, *row.also)]
    return tuple({statement.id: statement for statement in found}.values())


def _folded(words: str) -> str:
    return " ".join(words.casefold().strip().rstrip(".").split())
