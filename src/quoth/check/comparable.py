"""Effects shown side by side are those of their rows, on one outcome and in one measure; no number is the set's own."""

import re
from collections.abc import Iterator

from quoth.check.context import Ctx, Read
from quoth.model import NO_EFFECT, ComparableRow, ComparableSet, Fault, FaultKind, MarkKind

__all__ = ["sets_hold_their_rows"]

_SHAKY = (MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.WITHDRAWN, MarkKind.INDIRECT, MarkKind.SUPERSEDED)
_NO_UNITS = re.compile(r"(?:points?|sds?|sessions?)", re.IGNORECASE)
_WITH_UNITS = ("MD", "WMD")


def sets_hold_their_rows(ctx: Ctx) -> Iterator[Fault]:
    """Every set has two sources at least, and each of its rows is an effect of a row of the research."""
    if ctx.answer is None:
        return
    reads = {read.statement.id: read for read in ctx.reads}
    families = {
        statement.id: group.intervention
        for group in ctx.answer.research
        for statement in (*group.statements, *group.more)
    }
    for one in ctx.answer.comparable:
        yield from _set(one)
        sources = [reads[row.statement_id].statement.citations[0] for row in one.rows if row.statement_id in reads]
        treatments = {
            reads[row.statement_id].statement.interventions[:1] for row in one.rows if row.statement_id in reads
        }
        if len(treatments) > 1:
            yield _fault("", f"{one.outcome!r} in {one.measure}: effects of different treatments side by side")
        if len(set(sources)) != len(one.rows) or len(sources) < 2:
            yield _fault("", f"{one.outcome!r} in {one.measure}: {len(set(sources))} sources in {len(one.rows)} rows")
        for row in one.rows:
            read = reads.get(row.statement_id)
            if read is None or families.get(row.statement_id) != one.intervention:
                yield _fault(row.statement_id, f"an effect of no row under {one.intervention!r}")
            else:
                yield from _row(ctx, one, row, read)


def _set(one: ComparableSet) -> Iterator[Fault]:
    if NO_EFFECT.get(one.measure) != one.no_effect:
        yield _fault("", f"no effect at {one.no_effect} for the measure {one.measure!r}")
    bare = one.unit is None or _NO_UNITS.fullmatch(one.unit)
    if one.measure in _WITH_UNITS and bare:
        yield _fault("", f"mean differences side by side in {one.unit!r}, which may be points of different scales")


def _row(ctx: Ctx, one: ComparableSet, row: ComparableRow, read: Read) -> Iterator[Fault]:
    """The effect is its statement's, whole, in this measure and unit, and its words or its editor name the outcome."""
    figure, statement = row.figure, read.statement
    if figure not in statement.figures:
        yield _wrong(read, "an effect side by side with others that is none of the row's figures")
        return
    ends = (figure.low, figure.value, figure.high)
    if None in ends or sorted(end for end in ends if end is not None) != list(ends):
        yield _wrong(read, "an effect without its estimate inside its interval")
    if figure.measure != one.measure or figure.about != one.outcome:
        yield _wrong(read, f"{figure.measure} on {figure.about!r} among {one.measure} on {one.outcome!r}")
    if one.unit is not None and " ".join((figure.unit or "").split()) != one.unit:
        yield _wrong(read, f"in {figure.unit!r} among effects in {one.unit!r}")
    tagged = read.annotation.outcomes if read.annotation else ()
    if one.outcome not in tagged and not ctx.links.speaks_of_outcome(statement.quote.text, one.outcome):
        yield _wrong(read, f"nothing in it speaks of {one.outcome!r}")
    if one.comparator and (read.annotation is None or read.annotation.comparators != (one.comparator,)):
        yield _wrong(read, f"it is not annotated as against {one.comparator!r}")
    if any(mark.kind in _SHAKY for mark in statement.marks):
        yield _wrong(read, "an effect that may not be compared: its source is in doubt or indirect")


def _fault(name: str, detail: str) -> Fault:
    return Fault(FaultKind.STRUCTURE, name, detail)


def _wrong(read: Read, detail: str) -> Fault:
    return Fault(FaultKind.FACT_WRONG, read.statement.id, detail)
