"""A warning says what the bank says, filled with years and names of the store: none is worded down or up.

Notices, doubts and reasons for indirectness have words of their own, which `marks`, `doubts` and `wording` hold.
"""

from collections.abc import Iterator, Sequence

from quoth.check.context import Ctx, held_references
from quoth.check.directness import guidance_year
from quoth.model import Fault, FaultKind, Mark, MarkKind, Record, Rendition, phrase

__all__ = ["mark_words"]

_FIXED = (MarkKind.YEAR_UNKNOWN, MarkKind.TITLE_UNVERIFIED, MarkKind.DESIGN_INFERRED)
_DATED = (MarkKind.NEWER_THAN_GUIDELINE, MarkKind.OLDER_THAN_GUIDELINE)


def mark_words(ctx: Ctx) -> Iterator[Fault]:
    """What a mark tells of year, title, design or summary is the bank's phrase, with years and names that are so."""
    guidance = guidance_year(ctx)
    for read in ctx.reads:
        yield from _worded(read.statement.id, read.statement.marks, read.record, read.rendition, guidance)
    for name, reference, record in held_references(ctx):
        yield from _worded(name, reference.marks, record, None, guidance)


def _worded(
    name: str, marks: Sequence[Mark], record: Record | None, rendition: Rendition | None, guidance: int | None
) -> Iterator[Fault]:
    for mark in marks:
        if mark.kind in _FIXED and mark.text != phrase(f"mark.{mark.kind.value}"):
            yield Fault(FaultKind.WORDING_NOT_OURS, name, f"mark: {mark.text[:200]!r}")
        if mark.kind in _DATED and record is not None and guidance is not None:
            year = record.published.year
            if mark.text != phrase(f"mark.{mark.kind.value}", year=year, guidance=guidance):
                detail = f"{mark.text[:120]!r} of a record of {year} beside the guidance of {guidance}"
                yield Fault(FaultKind.MARK_UNTRUE, name, detail)
        by = (rendition.origin if rendition else None) or "an editor"
        if mark.kind is MarkKind.SUMMARY and rendition is not None and mark.text != phrase("mark.summary", by=by):
            yield Fault(FaultKind.WORDING_NOT_OURS, name, f"mark: {mark.text[:200]!r}")
    if len({(mark.kind, mark.text) for mark in marks}) != len(marks):
        yield Fault(FaultKind.MARK_UNTRUE, name, "the same warning twice")
