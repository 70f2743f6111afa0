"""The page hangs together: one id a statement, every layer holds what belongs there, the banner says what is so."""

import re
from collections.abc import Iterator

from quoth.check.context import Ctx, Read, placed_statements
from quoth.model import (
    PHRASES,
    Action,
    Answer,
    Fault,
    FaultKind,
    FindingKind,
    MarkKind,
    ReviewStatus,
    Statement,
)

__all__ = ["bottom_line", "ids", "layers", "review"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r"s[1-9]\d{0,5}")
_SIGNED = (ReviewStatus.APPROVED, ReviewStatus.OUT_OF_DATE, ReviewStatus.WITHDRAWN)
_NOTHING_LEADS = ("lead.none", "lead.beside", "lead.figure")
_CURRENT = ("lead.one", "lead.many", "lead.both", "lead.against")


def ids(ctx: Ctx) -> Iterator[Fault]:
    """A statement's id is its own, wherever the statement stands on the page."""
    seen: dict[str, Statement] = {}
    for layer, statement in placed_statements(ctx.page):
        if not _ID.fullmatch(statement.id):
            yield _fault(statement.id, f"{statement.id[:40]!r} is no id of a statement")
        if seen.setdefault(statement.id, statement) != statement:
            yield _fault(statement.id, f"two different statements go by this id; one stands in the {layer}")


def layers(ctx: Ctx) -> Iterator[Fault]:
    """Each layer holds its own kind, and what is said to be missing is."""
    page = ctx.answer
    if page is None:
        return
    research = {statement for group in page.research for statement in (*group.statements, *group.more)}
    for statement in page.newer:
        if statement not in research:
            yield _fault(statement.id, "newer evidence that does not stand under the research")
        if not any(mark.kind is MarkKind.NEWER_THAN_GUIDELINE for mark in statement.marks):
            yield _fault(statement.id, "listed as newer than the guidance without that mark")
    for layer, statement in placed_statements(page):
        beside = layer == "bottom line" and page.bottom_line.lead == PHRASES["lead.guidance"]
        wanted = FindingKind.GUIDANCE if beside else FindingKind.RECOMMENDATION
        if layer in ("bottom line", "actions") and statement.kind is not wanted:
            yield _fault(statement.id, f"a {statement.kind.value} in the {layer}")
        if layer in ("research", "newer") and statement.kind not in (FindingKind.RESULT, FindingKind.CONCLUSION):
            yield _fault(statement.id, f"a {statement.kind.value} under the research")
    yield from _rows(page)
    for difference in page.differences:
        if difference.note and difference.note.kind is not FindingKind.DIFFERENCE:
            yield _fault(difference.note.id, f"a {difference.note.kind.value} as a note on a difference")
    present = {facet for _, statement in placed_statements(page) for facet in statement.facets}
    for facet in page.not_found:
        if facet in present:
            yield _fault("", f"{facet.value} is listed as not found and stands on the page")
    for facet in page.question.facets:
        if facet not in present and facet not in page.not_found:
            yield _fault("", f"{facet.value} was asked for, stands nowhere and is not listed as not found")


def bottom_line(ctx: Ctx) -> Iterator[Fault]:
    """The lead is true of what stands under it."""
    page = ctx.answer
    if page is None:
        return
    lead, statements = page.bottom_line.lead, page.bottom_line.statements
    if (lead in [PHRASES[key] for key in _NOTHING_LEADS]) != (not statements):
        yield _fault("", f"the lead is {lead[:80]!r} over {len(statements)} statement(s)")
    if lead == PHRASES["lead.one"] and len(statements) != 1:
        yield _fault("", f"{lead!r} over {len(statements)} statements")
    against = bool(statements) and all(statement.action is Action.DO_NOT for statement in statements)
    if (lead == PHRASES["lead.against"]) != against and lead in [PHRASES[key] for key in _CURRENT]:
        yield _fault("", f"{lead!r} over actions that say otherwise")
    shown = set(statements)
    for read in ctx.reads:
        if read.statement in shown:
            yield from _lead_over(read, lead)


def review(ctx: Ctx) -> Iterator[Fault]:
    """Signatures and approval stand where the status says so, and nowhere else."""
    page = ctx.answer
    if page is None:
        return
    line = page.review
    if line.status not in _SIGNED and (line.signed_by or line.signed_on):
        yield _fault("", f"{line.status.value!r} with the signature of {', '.join(line.signed_by) or line.signed_on}")
    if line.status is ReviewStatus.APPROVED and (not line.signed_by or not line.signed_on):
        yield _fault("", "approved, without who signed it and when")
    if line.status is ReviewStatus.APPROVED and line.changed_since:
        yield _fault("", f"approved, though it has changed since: {line.changed_since[0][:80]!r}")
    if line.status is not ReviewStatus.NOT_SUBMITTED and line.revision < 1:
        yield _fault("", f"{line.status.value!r}, of a page that was never submitted")
    if line.signed_on is not None and not _DAY.fullmatch(line.signed_on):
        yield _fault("", f"signed on {line.signed_on[:40]!r}, which is no day")
    if line.signed_by and not all(name.strip() for name in line.signed_by):
        yield _fault("", "signed by nobody")


def _rows(page: Answer) -> Iterator[Fault]:
    for row in (*page.actions, *page.more_actions):
        for statement in (row.statement, *row.also):
            if (statement.action or Action.UNCERTAIN) is not row.action:
                shown = statement.action.value if statement.action else "no action"
                yield _fault(statement.id, f"says {shown!r} and stands under {row.action.value!r}")


def _lead_over(read: Read, lead: str) -> Iterator[Fault]:
    """Whether what is called current stands, and what is called superseded does not."""
    current = lead in [PHRASES[key] for key in (*_CURRENT, "lead.uncertain", "lead.topic")]
    if current and read.truth and not read.truth.usable:
        yield _fault(read.statement.id, f"called {lead!r}, but the source is {', '.join(sorted(read.truth.marks))}")
    if current and any(mark.kind is MarkKind.INDIRECT for mark in read.statement.marks):
        yield _fault(read.statement.id, f"called {lead!r}, but it is indirect evidence")
    besides = lead in (PHRASES["lead.guidance"], PHRASES["lead.review"])
    if besides and not (read.truth and read.truth.usable):
        yield _fault(read.statement.id, f"leads as {lead!r}, and its source does not stand")
    if besides and any(mark.kind is MarkKind.INDIRECT for mark in read.statement.marks):
        yield _fault(read.statement.id, f"leads as {lead!r}, but it is indirect evidence")
    if lead == PHRASES["lead.superseded"] and read.truth and read.truth.usable:
        yield _fault(read.statement.id, f"called {lead!r}, but the source stands")


def _fault(name: str, detail: str) -> Fault:
    return Fault(FaultKind.STRUCTURE, name, detail)
