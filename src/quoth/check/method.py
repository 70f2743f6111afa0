"""How the page was found is told in counts that are so, and by sources that were left out under their own names."""

from collections.abc import Iterator

from quoth.check.bank import is_slot
from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind, RecordId

__all__ = ["counted", "left_out"]

_COUNTED = ("records in the library", "texts found", "texts read", "used on this page")
LONGEST_REASON = 500


def counted(ctx: Ctx) -> Iterator[Fault]:
    """What is counted is one of four things, once each; as many sources are used as there are references."""
    counts = ctx.page.method.counts
    names = [what for what, _ in counts]
    if len(set(names)) != len(names) or not set(names) <= set(_COUNTED):
        yield Fault(FaultKind.WORDING_NOT_OURS, "", f"counted: {', '.join(names)[:200]!r}")
    if any(count < 0 for _, count in counts):
        yield Fault(FaultKind.STRUCTURE, "", "fewer than none were counted")
    used = dict(counts).get("used on this page")
    if ctx.answer is not None and used is not None and used != len(ctx.answer.references):
        detail = f"{used} used on this page, which has {len(ctx.answer.references)} references"
        yield Fault(FaultKind.STRUCTURE, "", detail)


def left_out(ctx: Ctx) -> Iterator[Fault]:
    """A source that was left out has its title as the catalogue says, a reason on one line, and is not on the page.

    What a refusal shows as coming near was left out of an answer, and the reason tells why.
    """
    exclusions = ctx.page.method.exclusions
    records = ctx.store.records_by_id([RecordId(one.record_id) for one in exclusions if _askable(one.record_id)])
    shown = {read.statement.quote.span for read in ctx.reads}
    used = {ctx.own_id(reference.record_id) for reference in ctx.references.values()}
    for one in exclusions:
        record = records.get(RecordId(one.record_id))
        if record is None:
            yield Fault(FaultKind.SOURCE_MISSING, "", f"left out: no record {one.record_id[:80]!r} in this library")
        elif one.title != record.title:
            detail = f"left out: {one.title[:80]!r}, the record says {record.title[:80]!r}"
            yield Fault(FaultKind.REFERENCE_WRONG, "", detail)
        if not is_slot(one.reason) or len(one.reason) > LONGEST_REASON:
            yield Fault(FaultKind.WORDING_NOT_OURS, "", f"left out because: {one.reason[:200]!r}")
        if ctx.answer and (one.span in shown or (one.span is None and ctx.own_id(one.record_id) in used)):
            yield Fault(FaultKind.STRUCTURE, "", f"said to be left out, and shown: {one.title[:80]!r}")


def _askable(name: str) -> bool:
    return 0 < len(name) <= LONGEST_REASON and name.isprintable()
