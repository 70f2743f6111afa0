"""Effects that may stand side by side: one treatment, outcome and measure, two sources at least. Nothing is pooled.

"Drugs against none", "one class against another" and "by night or by day" are three questions of one family.
A mean difference is compared in its own unit only, and "points" is no unit: they are points of different scales.
"""

from collections.abc import Iterable, Mapping, Sequence

from quoth.model import (
    NO_EFFECT,
    ComparableRow,
    ComparableSet,
    Directness,
    Figure,
    Finding,
    FindingKind,
    MarkKind,
    ResearchGroup,
    Span,
    Statement,
)

__all__ = ["comparable_sets"]

ROWS_MAX = 20
_IN_UNITS = frozenset({"MD", "WMD"})
_NO_UNIT = frozenset({"point", "points", "sd", "sds", "session", "sessions"})
_NOT_COMPARED = frozenset(
    {MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.WITHDRAWN, MarkKind.INDIRECT, MarkKind.SUPERSEDED}
)

_Key = tuple[str, str, str, str, str, str | None]


def comparable_sets(groups: Sequence[ResearchGroup], findings: Iterable[Finding]) -> tuple[ComparableSet, ...]:
    """The sets among the rows of the research, in reading order.

    Args:
        groups: the research as the page shows it, further rows included.
        findings: what the rows were made of; they say what a row compares with.
    """
    comparators = {finding.quote.span: finding.comparators for finding in findings}
    rows: dict[_Key, dict[int, ComparableRow]] = {}
    for group in groups:
        for statement in (*group.statements, *group.more):
            for figure in _effects(statement):
                key = _key(group.intervention, statement, figure, comparators)
                rows.setdefault(key, {}).setdefault(statement.citations[0], ComparableRow(statement.id, figure))
    return tuple(
        ComparableSet(family, outcome, measure, NO_EFFECT[measure], tuple(one.values())[:ROWS_MAX], comparator, unit)
        for (family, _, outcome, measure, comparator, unit), one in rows.items()
        if len(one) > 1
    )


def _effects(statement: Statement) -> list[Figure]:
    """The effects of a row whose outcome is known; of several on one outcome none: only the words tell them apart."""
    if statement.kind not in (FindingKind.RESULT, FindingKind.CONCLUSION):
        return []
    if statement.directness is not Directness.DIRECT or any(mark.kind in _NOT_COMPARED for mark in statement.marks):
        return []
    known = [f for f in statement.figures if f.about and f.measure in NO_EFFECT and _has_unit(f)]
    return [f for f in known if sum(f.about == other.about and f.measure == other.measure for other in known) == 1]


def _has_unit(figure: Figure) -> bool:
    return figure.measure not in _IN_UNITS or bool(figure.unit and figure.unit.casefold() not in _NO_UNIT)


def _key(family: str, statement: Statement, figure: Figure, comparators: Mapping[Span, tuple[str, ...]]) -> _Key:
    named = comparators.get(statement.quote.span, ())
    unit = " ".join(figure.unit.split()) if figure.unit and figure.measure in (*_IN_UNITS, "RD") else None
    own = statement.interventions[0] if statement.interventions else family
    return family, own, figure.about or "", figure.measure or "", named[0] if len(named) == 1 else "", unit
