"""In what two recommendations on one matter differ, by the table `quoth.model.differing`."""

import re
from collections.abc import Sequence
from itertools import combinations

from quoth.model import (
    ACTIONS_APART,
    LINES,
    NOT_MEANT,
    PEOPLE,
    UNITS,
    Action,
    DiffersIn,
    Facet,
    Finding,
    FindingKind,
    QualifierKind,
)
from quoth.text.later import compile_later

__all__ = ["differ_in", "differing", "groups_of"]

_NUMBER = r"\d+(?:\.\d+)?"
_NOT_MEANT = compile_later(NOT_MEANT, re.IGNORECASE)
_PEOPLE = {
    axis: {name: compile_later(words, re.IGNORECASE) for name, words in groups.items()}
    for axis, groups in PEOPLE.items()
}
_LINES = {name: compile_later(words, re.IGNORECASE) for name, words in LINES.items()}
_FIGURES = {
    # One or several numbers or ranges that share the unit behind them: "140/90 mmHg", "3 to 7 days", "45 or 60 mg".
    unit: compile_later(rf"(?<![\w.])({_NUMBER}(?:\s*(?:-|–|to|or|and|/)\s*{_NUMBER})*)[ -]?(?:{words})", re.IGNORECASE)
    for unit, words in UNITS.items()
}
_RANGE = compile_later(rf"({_NUMBER})(?:\s*(?:-|–|to)\s*({_NUMBER}))?")
_Range = tuple[float, float]


def differing(findings: Sequence[Finding]) -> tuple[DiffersIn, ...]:
    """All that any two of these differ in, in the order in which it is told; only bodies' recommendations count."""
    advice = [finding for finding in findings if finding.kind is FindingKind.RECOMMENDATION]
    found: set[DiffersIn] = set()
    for one, other in combinations(advice, 2):
        if one.record.id != other.record.id and one.interventions[:1] == other.interventions[:1]:
            found |= differ_in(one, other)
    return tuple(kind for kind in DiffersIn if kind in found)


def differ_in(one: Finding, other: Finding) -> frozenset[DiffersIn]:
    """What two recommendations on one matter differ in; nothing where they say the same or cannot be told apart."""
    said, said_by_other = _said(one), _said(other)
    if _other_people(said, said_by_other):
        return frozenset({DiffersIn.POPULATION})
    found = set()
    if all(Facet.BENEFIT in finding.facets for finding in (one, other)):
        actions = frozenset({one.action, other.action})
        if actions in ACTIONS_APART and all(_takes_sides(finding) for finding in (one, other)):
            found.add(DiffersIn.DIRECTION)
        elif actions == {Action.DO, Action.CONSIDER}:
            found.add(DiffersIn.STRENGTH)
    if {_line(one), _line(other)} == set(_LINES):
        found.add(DiffersIn.LINE)
    if any(_apart(_figures(said, unit), _figures(said_by_other, unit)) for unit in _FIGURES):
        found.add(DiffersIn.THRESHOLD)
    return frozenset(found)


def groups_of(said: str, axis: str) -> set[str]:
    """The groups of people on an axis of the table that words name."""
    bare = _NOT_MEANT.sub(" ", said)
    groups = _PEOPLE[axis].items()
    return {name for name, words in groups if words.search(said if name.startswith("not ") else bare)}


def _said(finding: Finding, *also: QualifierKind) -> str:
    bound = (QualifierKind.POPULATION, QualifierKind.CONDITION, *also)
    return "\n".join((finding.quote.text, *(q.quote.text for q in finding.qualifiers if q.kind in bound)))


def _takes_sides(finding: Finding) -> bool:
    """Whether an "uncertain" is the body's own: without a grade it only stands for a strength that nobody stated."""
    graded = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)
    return finding.action is not Action.UNCERTAIN or any(q.kind in graded for q in finding.qualifiers)


def _other_people(one: str, other: str) -> bool:
    for axis in _PEOPLE:
        groups, groups_of_other = groups_of(one, axis), groups_of(other, axis)
        if groups and groups_of_other and not groups & groups_of_other:
            return True
        if {frozenset(groups), frozenset(groups_of_other)} == {frozenset({"pregnant"}), frozenset()}:
            return True
    return False


def _line(finding: Finding) -> str:
    said = _said(finding, QualifierKind.STRENGTH)
    lines = [name for name, words in _LINES.items() if words.search(said)]
    return lines[0] if len(lines) == 1 else ""


def _figures(said: str, unit: str) -> list[_Range]:
    ranges = []
    for found in _FIGURES[unit].finditer(said):
        for number in _RANGE.finditer(found.group(1)):
            low = float(number.group(1))
            ranges.append((low, float(number.group(2) or low)))
    return ranges


def _apart(ranges: Sequence[_Range], others: Sequence[_Range]) -> bool:
    """Whether both name figures and none of one touches any of the other."""
    if not ranges or not others:
        return False
    return not any(low <= high_of and low_of <= high for low, high in ranges for low_of, high_of in others)
