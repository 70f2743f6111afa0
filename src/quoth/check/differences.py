"""Promise 5: in what bodies are said to differ is in their own words, and advice on other people is no difference.

The table is `quoth.model.differing`; this reading of it is the checker's own.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quoth.check.context import Ctx
from quoth.model import (
    ACTIONS_APART,
    LINES,
    NOT_MEANT,
    PEOPLE,
    UNITS,
    Action,
    DiffersIn,
    Facet,
    Fault,
    FaultKind,
    FindingKind,
    QualifierKind,
    Statement,
)

__all__ = ["borne_by", "said_to_differ"]

_GRADES = {QualifierKind.STRENGTH, QualifierKind.CERTAINTY}
_BOUNDS = {QualifierKind.POPULATION, QualifierKind.CONDITION}
_IN_A_WORD = re.compile(r"[\w.]")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_BETWEEN = re.compile(r"\s*(?:(-|–|to)|or|and|/)\s*")


def said_to_differ(ctx: Ctx) -> Iterator[Fault]:
    """What a difference is said to be in is what its statements differ in, no more and no less."""
    if ctx.answer is None:
        return
    for difference in ctx.answer.differences:
        borne = borne_by(difference.statements)
        said = set(difference.differs_in)
        where = difference.statements[0].id if difference.statements else ""
        if list(difference.differs_in) != [kind for kind in DiffersIn if kind in said]:
            yield _fault(where, f"{difference.about!r}: kinds out of order or told twice")
        for kind in DiffersIn:
            if (kind in said) != (kind in borne):
                told = "is not in what the statements say" if kind in said else "is in the statements and not told"
                yield _fault(where, f"{difference.about!r}: a difference in {kind.value} {told}")
        if difference.note is None and not borne - {DiffersIn.POPULATION}:
            yield _fault(where, f"{difference.about!r}: bodies that do not differ")


def borne_by(statements: Sequence[Statement]) -> set[DiffersIn]:
    """All that any two of these recommendations, of different records on one matter, differ in."""
    borne: set[DiffersIn] = set()
    advice = [one for one in statements if one.kind is FindingKind.RECOMMENDATION]
    for at, one in enumerate(advice):
        for other in advice[at + 1 :]:
            of_others = one.quote.span.record_id != other.quote.span.record_id
            if of_others and one.interventions[:1] == other.interventions[:1]:
                borne |= _pair(one, other)
    return borne


def _pair(one: Statement, other: Statement) -> set[DiffersIn]:
    words, words_of_other = _words(one, _BOUNDS), _words(other, _BOUNDS)
    if _apart_in_people(words, words_of_other):
        return {DiffersIn.POPULATION}
    pair: set[DiffersIn] = set()
    asked = {one.action, other.action}
    if Facet.BENEFIT in one.facets and Facet.BENEFIT in other.facets:
        unsure = [s for s in (one, other) if s.action is Action.UNCERTAIN]
        graded = all({q.kind for q in s.qualifiers} & _GRADES for s in unsure)
        if frozenset(asked) in ACTIONS_APART and graded:
            pair.add(DiffersIn.DIRECTION)
        if asked == {Action.DO, Action.CONSIDER}:
            pair.add(DiffersIn.STRENGTH)
    places = [
        {name for name in LINES if _finds(LINES[name], _words(s, _BOUNDS | {QualifierKind.STRENGTH}))}
        for s in (one, other)
    ]
    if all(len(place) == 1 for place in places) and places[0] != places[1]:
        pair.add(DiffersIn.LINE)
    for unit in UNITS:
        figures, others = _ranges(words, unit), _ranges(words_of_other, unit)
        if figures and others and all(a[1] < b[0] or b[1] < a[0] for a in figures for b in others):
            pair.add(DiffersIn.THRESHOLD)
    return pair


def _words(statement: Statement, kinds: set[QualifierKind]) -> str:
    return "\n".join([statement.quote.text] + [q.quote.text for q in statement.qualifiers if q.kind in kinds])


def _apart_in_people(one: str, other: str) -> bool:
    for groups in PEOPLE.values():
        named = []
        for said in (one, other):
            cleared = _compiled(NOT_MEANT).sub(" ", said)
            named.append({g for g in groups if _finds(groups[g], said if g.startswith("not ") else cleared)})
        if named[0] and named[1] and named[0].isdisjoint(named[1]):
            return True
        if {"pregnant"} in named and set() in named:
            return True
    return False


def _ranges(words: str, unit: str) -> list[tuple[float, float]]:
    """Figures before a unit, read backwards from it: the number next to it, and those joined to that number."""
    found: list[tuple[float, float]] = []
    for place in _compiled(rf"(?<=\d)[ -]?(?:{UNITS[unit]})").finditer(words):
        numbers = list(_DIGITS.finditer(words, 0, place.start()))
        if not numbers or numbers[-1].end() != place.start():
            continue
        chain = [numbers.pop()]
        joints: list[str] = []
        while numbers and (joint := _BETWEEN.fullmatch(words, numbers[-1].end(), chain[0].start())):
            chain.insert(0, numbers.pop())
            joints.insert(0, joint.group(1) or "")
        while chain and _IN_A_WORD.fullmatch(words[: chain[0].start()][-1:]):  # the "2" of "kg/m2" is no number
            chain, joints = chain[1:], joints[1:]
        found += _paired([float(one.group()) for one in chain], joints)
    return found


def _paired(values: list[float], joints: list[str]) -> list[tuple[float, float]]:
    """Numbers as ranges where a dash or "to" joins two, else each alone."""
    ranges, at = [], 0
    while at < len(values):
        if at < len(joints) and joints[at]:
            ranges.append((values[at], values[at + 1]))
            at += 2
        else:
            ranges.append((values[at], values[at]))
            at += 1
    return ranges


def _finds(pattern: str, words: str) -> bool:
    return bool(_compiled(pattern).search(words))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _fault(where: str, detail: str) -> Fault:
    return Fault(FaultKind.FACT_WRONG, where, detail)
