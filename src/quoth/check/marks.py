"""Promise 4: what the library's notices say stands on the page, and no mark says what the store does not."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quoth.check.context import Ctx, held_references
from quoth.check.standing import UNUSABLE, Truth
from quoth.model import (
    Design,
    Doubt,
    DoubtKind,
    Fault,
    FaultKind,
    Fidelity,
    Mark,
    MarkKind,
    Notice,
    NoticeKind,
    Record,
    Reference,
    RetractionState,
)

__all__ = ["standing_of_references", "standing_of_statements", "true_marks"]

_FAULT_BY_MARK = {
    MarkKind.RETRACTED: FaultKind.UNMARKED_RETRACTION,
    MarkKind.CONCERN: FaultKind.UNMARKED_RETRACTION,
    MarkKind.SUPERSEDED: FaultKind.UNMARKED_SUPERSEDED,
    MarkKind.WITHDRAWN: FaultKind.UNMARKED_SUPERSEDED,
    MarkKind.CORRECTED: FaultKind.DOUBT_DROPPED,
}


def standing_of_statements(ctx: Ctx) -> Iterator[Fault]:
    """Every statement wears the marks that the notices against its record call for."""
    for read in ctx.reads:
        if read.truth:
            yield from _unmarked(read.statement.id, read.truth, read.statement.marks)


def standing_of_references(ctx: Ctx) -> Iterator[Fault]:
    """Every reference wears those marks too, and shows the state and the notices that the store holds."""
    for name, reference, record in held_references(ctx):
        truth = ctx.truth(record.id)
        if truth is None:
            continue
        yield from _unmarked(name, truth, reference.marks)
        shown = reference.standing
        if shown.retraction is not truth.retraction:
            kind = (
                FaultKind.UNMARKED_RETRACTION if truth.retraction is RetractionState.YES else FaultKind.REFERENCE_WRONG
            )
            detail = f"retraction is shown as {shown.retraction.value!r}, the store says {truth.retraction.value!r}"
            yield Fault(kind, name, detail)
        elif shown.checked_on not in truth.checked_on:
            detail = f"{shown.retraction.value!r} as of {shown.checked_on!r} is shown, the store says otherwise"
            yield Fault(FaultKind.REFERENCE_WRONG, name, detail)
        if frozenset(shown.notices) != truth.notices:
            yield Fault(FaultKind.REFERENCE_WRONG, name, "the notices shown are not those that the store holds")
        yield from _successor(ctx, name, record, reference, truth)


def true_marks(ctx: Ctx) -> Iterator[Fault]:
    """No row or reference wears a mark that the store does not bear out, in words that it does not hold."""
    for read in ctx.reads:
        if read.record and read.truth:
            replaced = read.stored is not None and not read.stored.current
            extra = {MarkKind.SUPERSEDED, MarkKind.CORRECTED} if replaced else set()
            if read.rendition and read.rendition.fidelity is Fidelity.SUMMARY:
                extra.add(MarkKind.SUMMARY)
            if read.record.design is None:
                extra.add(MarkKind.DESIGN_INFERRED)
            held = (*read.record.doubts, *(read.annotation.doubts if read.annotation else ()))
            allowed = extra | {MarkKind.INDIRECT, MarkKind.NEWER_THAN_GUIDELINE, MarkKind.OLDER_THAN_GUIDELINE}
            allowed |= {MarkKind.SUBGROUP, MarkKind.SPIN}  # judged in `emphasis`
            yield from _untrue(read.statement.id, read.record, read.truth, read.statement.marks, held, allowed)
    for name, reference, record in held_references(ctx):
        truth = ctx.truth(record.id)
        if truth:
            allowed = {MarkKind.INDIRECT} if record.indirect or record.design is Design.ANIMAL else set()
            yield from _untrue(name, record, truth, reference.marks, record.doubts, allowed)


def _unmarked(name: str, truth: Truth, marks: Sequence[Mark]) -> Iterator[Fault]:
    for kind in sorted(truth.marks):
        if not _wears(marks, kind):
            yield Fault(_FAULT_BY_MARK[kind], name, f"the store holds a notice for the mark {kind.value!r}")


def _successor(ctx: Ctx, name: str, record: Record, reference: Reference, truth: Truth) -> Iterator[Fault]:
    """The successor that is shown is one that a notice leads to, in one step or several."""
    shown = reference.standing.superseded_by
    if shown is None:
        return
    seen: set[str] = {record.id}
    edge = [notice for notice in truth.notices if notice.kind is NoticeKind.SUPERSEDED]
    while edge:
        reached = {found for notice in edge if notice.by and (found := ctx.store.find(notice.by))} - seen
        if shown in reached:
            return
        seen |= reached
        held = ctx.store.records_by_id(sorted(reached))
        further = ctx.store.notices([one.ids for one in held.values()]) if held else ()
        edge = [notice for notices in further for notice in notices if notice.kind is NoticeKind.SUPERSEDED]
    yield Fault(FaultKind.REFERENCE_WRONG, name, f"no notice says that it is superseded by {shown!r}")


def _untrue(
    name: str, record: Record, truth: Truth, marks: Sequence[Mark], held: Sequence[Doubt], allowed: set[MarkKind]
) -> Iterator[Fault]:
    borne_out = truth.marks | allowed
    if record.published.year is None:
        borne_out |= {MarkKind.YEAR_UNKNOWN}
    if not record.title_verified or any(doubt.kind is DoubtKind.TITLE_UNVERIFIED for doubt in held):
        borne_out |= {MarkKind.TITLE_UNVERIFIED}
    texts = {doubt.text for doubt in held}
    for mark in marks:
        if mark.kind is MarkKind.DOUBT:
            if mark.text not in texts:
                yield Fault(FaultKind.MARK_UNTRUE, name, f"no such doubt is held: {mark.text[:120]}")
        elif mark.kind not in borne_out:
            yield Fault(FaultKind.MARK_UNTRUE, name, f"nothing in the store calls for the mark {mark.kind.value!r}")
        elif mark.kind in UNUSABLE or mark.kind is MarkKind.CORRECTED:
            yield from _invented_dates(name, mark, truth)


def _invented_dates(name: str, mark: Mark, truth: Truth) -> Iterator[Fault]:
    """The words and numbers of a notice's mark are those of a notice, with the kind of notice among them."""
    said = " ".join(repr((notice.on, notice.note, notice.by, notice.source)) for notice in truth.notices)
    if truth.notices and not _told(mark, truth.notices):
        yield Fault(FaultKind.MARK_UNTRUE, name, f"no notice says so: {mark.text[:120]}")
    for number in re.findall(r"\d+", mark.text):
        if truth.notices and not re.search(rf"(?<!\d){number}(?!\d)", said):
            yield Fault(FaultKind.MARK_UNTRUE, name, f"no notice says {number}: {mark.text[:120]}")


def _told(mark: Mark, notices: Iterable[Notice]) -> bool:
    """Whether a mark names a notice's kind and says nothing that the notice does not."""
    said = set(re.findall(r"[^\W\d_]+", mark.text.casefold()))
    for notice in notices:
        kind = re.findall(r"[^\W\d_]+", f"{notice.kind.value} {mark.kind.value}".casefold())
        held = f"{notice.on or ''} {notice.note or ''} {notice.source or ''} {notice.by!r}".casefold()
        if said & set(kind) and said <= {*kind, *re.findall(r"[^\W\d_]+", held), "on", "by", "checked"}:
            return True
    return False


def _wears(marks: Sequence[Mark], kind: MarkKind) -> bool:
    return any(mark.kind is kind for mark in marks)
