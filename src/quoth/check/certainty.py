"""A provisional certainty is worked out again from the rows that it names; a stated one is never passed over."""

import re
from collections.abc import Iterator, Sequence

from quoth.check.bank import fits
from quoth.check.context import Ctx, Read
from quoth.model import (
    CERTAINTY_RULES,
    DOUBTED,
    NO_EFFECT,
    PHRASES,
    Certainty,
    Design,
    Directness,
    Domain,
    Fault,
    FaultKind,
    Figure,
    ProvisionalCertainty,
    QualifierKind,
    ResearchGroup,
    Statement,
)

__all__ = ["provisional"]

_REVIEWS = ("network-meta-analysis", "meta-analysis", "systematic-review")
_OBSERVATION = ("cohort", "case-control", "cross-sectional")
_TRIALS = re.compile(r"(?i:\brandomi[sz]ed\b|\btrials?\b|\bRCTs?\b)")
_DOUBTED = re.compile(rf"(?i:{DOUBTED})")
_BENEFIT, _HARM = 0.75, 1.25
_ENOUGH = 400
_DOMAINS = [Domain.DESIGN, Domain.DIRECTNESS, Domain.IMPRECISION, Domain.INCONSISTENCY, Domain.NOT_JUDGED]


def provisional(ctx: Ctx) -> Iterator[Fault]:
    """Level, steps and words follow from the rows; no stated certainty is passed over."""
    if ctx.answer is None:
        return
    reads = {read.statement.id: read for read in ctx.reads}
    for one in ctx.answer.certainties:
        group = next((g for g in ctx.answer.research if g.intervention == one.intervention), None)
        held = {statement.id for statement in _rows_of(group)}
        rows = [reads[name] for name in one.statement_ids if name in reads and name in held]
        if not rows or len(rows) != len(one.statement_ids):
            yield _fault(one, "names rows that do not stand under its heading")
            continue
        stated = [q for s in _rows_of(group) for q in s.qualifiers if q.kind is QualifierKind.CERTAINTY]
        if stated:
            yield _fault(one, f"worked out where a source states {stated[0].quote.text[:60]!r}")
        doubt = _doubt(_rows_of(group), {number for read in rows for number in read.statement.citations[:1]})
        if doubt:
            yield _fault(one, f"worked out where a source says {doubt.group()[:60]!r}")
        yield from _words(one)
        yield from _worked_out(one, rows)


def _doubt(rows: Sequence[Statement], sources: set[int]) -> re.Match[str] | None:
    """What one of these sources says against its own evidence."""
    own = (row for row in rows if sources.intersection(row.citations[:1]))
    return next((found for row in own if (found := _DOUBTED.search(row.quote.text))), None)


def _rows_of(group: ResearchGroup | None) -> tuple[Statement, ...]:
    return (*group.statements, *group.more) if group else ()


def _words(one: ProvisionalCertainty) -> Iterator[Fault]:
    if [reason.domain for reason in one.reasons] != _DOMAINS:
        yield _fault(one, "its reasons are not one for each domain")
    for reason in one.reasons:
        rule = CERTAINTY_RULES.get(reason.rule)
        ours = rule is not None and rule.domain is reason.domain and reason.because == PHRASES[rule.phrase]
        if not (ours and fits(reason.because, "rating")):
            yield Fault(FaultKind.WORDING_NOT_OURS, "", f"certainty: {reason.because[:200]!r}")


def _worked_out(one: ProvisionalCertainty, rows: Sequence[Read]) -> Iterator[Fault]:
    figures = [figure for read in rows if (figure := _figure(read, one.outcome))]
    if len(figures) != len(rows):
        yield _fault(one, f"rests on rows without an effect on {one.outcome!r}")
        return
    if any(read.statement.directness is not Directness.DIRECT for read in rows):
        yield _fault(one, "rests on indirect rows")
    given = {reason.domain: reason for reason in one.reasons}
    expected = {
        Domain.DESIGN: "randomised" if all(_of_trials(read) for read in rows) else "observational",
        Domain.DIRECTNESS: "direct",
        Domain.IMPRECISION: _precision(figures, [read.statement.n for read in rows]),
        Domain.INCONSISTENCY: _consistency(figures),
        Domain.NOT_JUDGED: "not judged",
    }
    for domain, rule in expected.items():
        if domain in given and given[domain].rule != rule:
            yield _fault(one, f"{domain.value}: {given[domain].rule!r} is shown, the rows say {rule!r}")
    start = CERTAINTY_RULES[expected[Domain.DESIGN]].steps
    down = sum(CERTAINTY_RULES[rule].steps for domain, rule in expected.items() if domain is not Domain.DESIGN)
    level = max(1, start - down)
    shown_down = sum(reason.steps_down for reason in one.reasons)
    if one.starts_at != start or one.level != level or shown_down != down:
        yield _fault(one, f"{one.level.label} is shown, the rows give {Certainty(level).label}")
    kinds = {read.statement.design.value for read in rows}
    untold = any(read.statement.design.value in _REVIEWS and not _of_trials(read) for read in rows)
    if untold or not kinds <= {Design.RCT.value, *_REVIEWS, *_OBSERVATION}:
        yield _fault(one, f"rests on {', '.join(sorted(kinds))}")


def _figure(read: Read, outcome: str) -> Figure | None:
    for figure in read.statement.figures:
        whole = figure.measure in NO_EFFECT and None not in (figure.low, figure.high)
        if figure.about == outcome and whole:
            return figure
    return None


def _of_trials(read: Read) -> bool:
    design = read.statement.design.value
    if design == "rct":
        return True
    said = f"{read.record.title if read.record else ''}\n{read.rendition.text if read.rendition else ''}"
    return design in _REVIEWS and _TRIALS.search(said) is not None


def _precision(figures: Sequence[Figure], people: Sequence[int | None]) -> str:
    reach = 2
    for figure in figures:
        none, low, high = NO_EFFECT[figure.measure or ""], figure.low or 0.0, figure.high or 0.0
        if none < low or high < none:
            if None in people:
                return "size unknown"
            return "precise" if sum(n or 0 for n in people) >= _ENOUGH else "small"
        reach = min(reach, 1 if none == 0.0 else int(low <= _BENEFIT) + int(high >= _HARM))
    return ("narrow", "imprecise", "very imprecise")[reach]


def _consistency(figures: Sequence[Figure]) -> str:
    if len(figures) == 1:
        return "single"
    sides = {_side(figure) for figure in figures}
    return "inconsistent" if {1, -1} <= sides else "consistent"


def _side(figure: Figure) -> int:
    none, low, high = NO_EFFECT[figure.measure or ""], figure.low or 0.0, figure.high or 0.0
    return (low > none) - (high < none)


def _fault(one: ProvisionalCertainty, detail: str) -> Fault:
    return Fault(FaultKind.FACT_WRONG, "", f"certainty of {one.intervention}, {one.outcome}: {detail}"[:400])
