"""Every row stands where a row of its kind belongs, once; nothing that points elsewhere is put out of sight."""

from collections.abc import Iterator, Sequence

from quoth.check.context import Ctx
from quoth.model import (
    PHRASES,
    Action,
    Answer,
    Design,
    Directness,
    Fault,
    FaultKind,
    FindingKind,
    MarkKind,
    Span,
    Statement,
)

__all__ = ["guidance_apart", "leads_truly", "nothing_hidden", "once_each"]

_GUIDANCE = (Design.GUIDELINE, Design.CONSENSUS)
_NOTED = (FindingKind.RESULT, FindingKind.CONCLUSION, FindingKind.GUIDANCE)


def once_each(ctx: Ctx) -> Iterator[Fault]:
    """No words count twice: a row stands once in a layer, and one stretch of text is one statement."""
    page = ctx.answer
    if page is None:
        return
    for layer, rows in (
        ("bottom line", page.bottom_line.statements),
        ("actions", _actions(page)),
        ("guideline notes", page.guideline_notes),
        ("research", _research(page)),
        ("newer", page.newer),
    ):
        seen: set[str] = set()
        for statement in rows:
            if statement.id in seen:
                yield _fault(statement, f"stands twice in the {layer}")
            seen.add(statement.id)
    first: dict[Span, str] = {}
    for statement in page.statements():
        other = first.setdefault(statement.quote.span, statement.id)
        if other != statement.id:
            yield _fault(statement, f"the same words of the same text as {other}")


def guidance_apart(ctx: Ctx) -> Iterator[Fault]:
    """What guidelines say besides their recommendations is guidance, and what stands under the research is not."""
    page = ctx.answer
    if page is None:
        return
    for statement in page.guideline_notes:
        if statement.design not in _GUIDANCE or statement.kind not in _NOTED:
            yield _fault(statement, f"a {statement.kind.value} of a {statement.design.value} as a note of a guideline")
    for statement in _research(page):
        if statement.design in _GUIDANCE:
            yield _fault(statement, f"a {statement.design.value} under the research")


def leads_truly(ctx: Ctx) -> Iterator[Fault]:
    """What leads stands among the actions, or, where it is no recommendation, among the notes of guidelines.

    "None was found" stands over no guidance, "no direction" over no advice.
    """
    page = ctx.answer
    if page is None:
        return
    lead, led = page.bottom_line.lead, page.bottom_line.statements
    actions = {statement.id for statement in _actions(page)}
    noted = {statement.id for statement in page.guideline_notes}
    for statement in led:
        if statement.id not in (noted if lead == PHRASES["lead.guidance"] else actions):
            yield _fault(statement, "leads the page and stands nowhere in the layer of its kind")
        if lead == PHRASES["lead.indirect"] and statement.directness is Directness.DIRECT:
            yield _fault(statement, "called guidance on something else, and shown as direct")
        if (lead == PHRASES["lead.review"]) == (statement.design in _GUIDANCE):
            yield _fault(statement, f"a {statement.design.value} leads under words for another kind of source")
    guidance = [statement for statement in _actions(page) if statement.design in _GUIDANCE]
    if lead == PHRASES["lead.none"] and guidance:
        yield _fault(guidance[0], "no recommendation is said to be found, and this one stands among the actions")
    if lead == PHRASES["lead.beside"] and not guidance:
        yield Fault(FaultKind.STRUCTURE, "", "related advice is announced and none stands among the actions")
    definite = [statement for statement in led if statement.action not in (Action.UNCERTAIN, None)]
    if lead == PHRASES["lead.uncertain"] and definite:
        yield _fault(definite[0], "called unclear, and asks for something")
    if lead in (PHRASES["lead.many"], PHRASES["lead.both"]) and len(led) < 2:
        yield Fault(FaultKind.STRUCTURE, "", "several recommendations are announced, one stands there")


def nothing_hidden(ctx: Ctx) -> Iterator[Fault]:
    """No kind of advice stands under "show all" alone, and nothing indirect is listed as newer than the guidance."""
    page = ctx.answer
    if page is None:
        return
    open_to_all = {row.action for row in page.actions}
    chosen = page.guest is not None and bool(page.guest.chosen)  # a guest may leave out advice, and no warning
    for row in page.more_actions:
        if row.action not in open_to_all and (row.action is Action.DO_NOT or not chosen):
            yield _fault(row.statement, f"{row.action.value!r} stands under “show all” alone")
    for statement in page.newer:
        if any(mark.kind is MarkKind.INDIRECT for mark in statement.marks):
            yield _fault(statement, "indirect evidence listed as newer than the guidance")


def _actions(page: Answer) -> Sequence[Statement]:
    return [one for row in (*page.actions, *page.more_actions) for one in (row.statement, *row.also)]


def _research(page: Answer) -> Sequence[Statement]:
    return [one for group in page.research for one in (*group.statements, *group.more)]


def _fault(statement: Statement, detail: str) -> Fault:
    return Fault(FaultKind.STRUCTURE, statement.id, detail)
