"""Where no source states a certainty: a provisional starting point by rule, with its reasons, never a judgement.

A body is what the page shows on one outcome of one family: rows of the strongest kind of design whose effect has its
interval. A certainty that any row of the family states stands instead, and nothing is worked out beside it; nor beside
a source's own doubt of its evidence.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from quoth.model import (
    CERTAINTY_RULES,
    DOUBTED,
    NO_EFFECT,
    Certainty,
    CertaintyReason,
    Design,
    Directness,
    Figure,
    Finding,
    FindingKind,
    MarkKind,
    ProvisionalCertainty,
    QualifierKind,
    ResearchGroup,
    Span,
    Statement,
    phrase,
)
from quoth.text.later import compile_later

__all__ = ["provisional_certainties"]

BODIES_MAX = 8
REVIEWS = frozenset({Design.NETWORK_META_ANALYSIS, Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW})
OBSERVATION = frozenset({Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL})
# A review rests on trials when its own text says so; of one that does not say, nothing is worked out.
OF_TRIALS = re.compile(r"\brandomi[sz]ed\b|\b(?:controlled |clinical )?trials?\b|\bRCTs?\b", re.IGNORECASE)
# Appreciable benefit or harm, where nobody set another threshold: a relative risk of 0.75 or 1.25 (GRADE guidelines 6).
APPRECIABLE = (0.75, 1.25)
# People below which an interval is not trusted alone, by the rule of thumb of GRADE guidelines 6.
PEOPLE_ENOUGH = 400
_DOUBTED = compile_later(DOUBTED, re.IGNORECASE)
_SHAKY = frozenset({MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.WITHDRAWN, MarkKind.INDIRECT})

_Row = tuple[Statement, Figure]


def provisional_certainties(
    groups: Sequence[ResearchGroup], findings: Iterable[Finding]
) -> tuple[ProvisionalCertainty, ...]:
    """The starting points of a page, in reading order; none where a source states a certainty or a doubt."""
    texts = {f.quote.span: f"{f.record.title}\n{f.rendition.text}" for f in findings}
    made = [
        one
        for group in groups
        if not _states_certainty(group)
        for outcome, rows in _bodies(group).items()
        if not _doubted(group, rows)
        if (one := _rated(group.intervention, outcome, rows, texts))
    ]
    return tuple(made[:BODIES_MAX])


def _states_certainty(group: ResearchGroup) -> bool:
    rows = (*group.statements, *group.more)
    return any(q.kind is QualifierKind.CERTAINTY for statement in rows for q in statement.qualifiers)


def _doubted(group: ResearchGroup, rows: Sequence[_Row]) -> bool:
    """Whether a source of the body says, in any row of the family, how little its evidence bears."""
    sources = {statement.citations[0] for statement, _ in rows}
    every = (*group.statements, *group.more)
    return any(one.citations[0] in sources and _DOUBTED.search(one.quote.text) for one in every)


def _bodies(group: ResearchGroup) -> dict[str, list[_Row]]:
    """The first effect of each source on each outcome."""
    bodies: dict[str, dict[int, _Row]] = {}
    for statement in (*group.statements, *group.more):
        if statement.kind is FindingKind.DIFFERENCE or statement.directness is not Directness.DIRECT:
            continue
        if any(mark.kind in _SHAKY for mark in statement.marks):
            continue
        for figure in statement.figures:
            if figure.about and figure.measure in NO_EFFECT and figure.low is not None and figure.high is not None:
                bodies.setdefault(figure.about, {}).setdefault(statement.citations[0], (statement, figure))
    return {outcome: list(rows.values()) for outcome, rows in bodies.items()}


def _rated(family: str, outcome: str, rows: Sequence[_Row], texts: Mapping[Span, str]) -> ProvisionalCertainty | None:
    trials = [row for row in rows if _rests_on_trials(row[0], texts)]
    seen = [row for row in rows if row[0].design in OBSERVATION]
    body = trials or seen
    if not body:
        return None
    keys = ["randomised" if trials else "observational", "direct", _precision(body), _consistency(body), "not judged"]
    start = Certainty(CERTAINTY_RULES[keys[0]].steps)
    reasons = tuple(
        CertaintyReason(
            CERTAINTY_RULES[key].domain,
            key,
            CERTAINTY_RULES[key].steps if place else 0,
            phrase(CERTAINTY_RULES[key].phrase),
        )
        for place, key in enumerate(keys)
    )
    level = Certainty(max(Certainty.VERY_LOW, start - sum(reason.steps_down for reason in reasons)))
    return ProvisionalCertainty(family, outcome, start, level, reasons, tuple(statement.id for statement, _ in body))


def _rests_on_trials(statement: Statement, texts: Mapping[Span, str]) -> bool:
    if statement.design is Design.RCT:
        return True
    return statement.design in REVIEWS and bool(OF_TRIALS.search(texts.get(statement.quote.span, "")))


def _precision(body: Sequence[_Row]) -> str:
    """By the row that says most: precise if any interval leaves no effect out, else by how far the intervals reach."""
    figures = [figure for _, figure in body]
    if any(_side(figure) for figure in figures):
        sizes = [statement.n for statement, _ in body]
        known = [n for n in sizes if n is not None]
        return "size unknown" if len(known) < len(sizes) else "small" if sum(known) < PEOPLE_ENOUGH else "precise"
    reaches = [_reaches(figure) for figure in figures]
    return {0: "narrow", 1: "imprecise", 2: "very imprecise"}[min(reaches)]


def _reaches(figure: Figure) -> int:
    """How many of appreciable benefit and harm an interval holds; 1 for differences, which have no threshold here."""
    low, high = figure.low or 0.0, figure.high or 0.0
    if NO_EFFECT[figure.measure or ""] == 0.0:
        return 1
    return (low <= APPRECIABLE[0]) + (high >= APPRECIABLE[1])


def _consistency(body: Sequence[_Row]) -> str:
    if len(body) == 1:
        return "single"
    above = any(_side(figure) > 0 for _, figure in body)
    below = any(_side(figure) < 0 for _, figure in body)
    return "inconsistent" if above and below else "consistent"


def _side(figure: Figure) -> int:
    """1 when the whole interval lies above no effect, -1 below, 0 when it holds it."""
    none = NO_EFFECT[figure.measure or ""]
    low, high = figure.low, figure.high
    if low is None or high is None or low <= none <= high:
        return 0
    return 1 if low > none else -1
