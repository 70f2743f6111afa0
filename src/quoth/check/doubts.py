"""Promise 3: every doubt about a source stands beside its words, and a summary is called one."""

from collections.abc import Iterator, Sequence

from quoth.check.context import Ctx, held_references
from quoth.model import Doubt, DoubtKind, Fault, FaultKind, Fidelity, Mark, MarkKind, Record

__all__ = ["doubts", "fidelity"]


def doubts(ctx: Ctx) -> Iterator[Fault]:
    """Every doubt of the record, and of the annotated statement, stands beside the row and the reference."""
    for read in ctx.reads:
        if read.record:
            own = read.annotation.doubts if read.annotation else ()
            yield from _dropped(read.statement.id, read.record, (*read.record.doubts, *own), read.statement.marks)
    for name, reference, record in held_references(ctx):
        yield from _dropped(name, record, record.doubts, reference.marks)


def fidelity(ctx: Ctx) -> Iterator[Fault]:
    """A summary is labelled as one, and only a source's own words are called verbatim."""
    for read in ctx.reads:
        if read.rendition is None:
            continue
        shown, held = read.statement.fidelity, read.rendition.fidelity
        if shown is not held:
            kind = FaultKind.SUMMARY_AS_QUOTE if held is Fidelity.SUMMARY else FaultKind.FACT_WRONG
            yield Fault(kind, read.statement.id, f"shown as {shown.value}, the text is {held.value}")
        if held is Fidelity.SUMMARY and not _wears(read.statement.marks, MarkKind.SUMMARY):
            yield Fault(FaultKind.SUMMARY_AS_QUOTE, read.statement.id, "a summary without its mark")


def _dropped(name: str, record: Record, held: Sequence[Doubt], marks: Sequence[Mark]) -> Iterator[Fault]:
    shown = {mark.text for mark in marks if mark.kind is MarkKind.DOUBT}
    for doubt in held:
        if doubt.kind is not DoubtKind.TITLE_UNVERIFIED and doubt.text not in shown:
            yield Fault(FaultKind.DOUBT_DROPPED, name, f"not shown: {doubt.text[:120]}")
    if not record.title_verified and not _wears(marks, MarkKind.TITLE_UNVERIFIED):
        yield Fault(FaultKind.DOUBT_DROPPED, name, "the title was not verified, and no mark says so")
    if record.published.year is None and not _wears(marks, MarkKind.YEAR_UNKNOWN):
        yield Fault(FaultKind.DOUBT_DROPPED, name, "the year is not known, and no mark says so")


def _wears(marks: Sequence[Mark], kind: MarkKind) -> bool:
    return any(mark.kind is kind for mark in marks)
