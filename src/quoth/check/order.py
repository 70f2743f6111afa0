"""Promise 4: strongest and newest first. What stands is before what does not, and direct before the rest."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quoth.check.context import Ctx, Read
from quoth.model import RANK_BY_DESIGN, Action, ActionRow, Answer, Directness, Fault, FaultKind, Statement

__all__ = ["order"]

_ACTIONS = (Action.DO, Action.CONSIDER, Action.DO_NOT, Action.UNCERTAIN)


def order(ctx: Ctx) -> Iterator[Fault]:
    """Research and guideline notes stand by strength and year within their list, actions in the order of the page.

    The table of actions has two parts: what answers the side that was asked, then what stands beside it. Where people
    are named it has three: what is about them comes before what is about people in general.
    """
    page = ctx.answer
    if page is None:
        return
    reads = {read.statement: read for read in ctx.reads}
    chosen = page.guest.chosen if page.guest else ()
    first = [] if chosen else [group.statements for group in page.research]
    lists = [page.guideline_notes, *first, *(group.more for group in page.research)]
    for rows in lists:
        for one, other in pairwise(rows):
            if _strength(reads, other) < _strength(reads, one):
                detail = f"stronger or newer than {one.id}, which stands before it"
                yield Fault(FaultKind.ORDER_WRONG, other.id, detail)
    for table in (page.more_actions,) if chosen else (page.actions, page.more_actions):
        yield from _actions(table, parts=3 if page.question.populations else 2)
    if chosen:
        yield from _as_chosen(page, chosen)


def _as_chosen(page: Answer, chosen: Sequence[str]) -> Iterator[Fault]:
    """The rows that a guest chose come first and in its order, and no warning was put away for them."""
    place = {name: at for at, name in enumerate(chosen)}
    tables = [[(row.statement, *row.also) for row in page.actions]]
    tables += [[(statement,) for statement in group.statements] for group in page.research]
    for table in tables:
        places = [min((place[each.id] for each in row if each.id in place), default=len(place)) for row in table]
        for at in range(1, len(places)):
            if places[at] < places[at - 1]:
                yield Fault(FaultKind.ORDER_WRONG, table[at][0].id, "stands behind a row that was chosen after it")
    for row in page.more_actions:
        if any(each.id in place for each in (row.statement, *row.also)):
            yield Fault(FaultKind.ORDER_WRONG, row.statement.id, "was chosen and stands under “show all”")


def _strength(reads: Mapping[Statement, Read], statement: Statement) -> tuple[bool, bool, int, int]:
    """Lower is better: usable by the store's notices, direct, the rank of the design, the year of the record."""
    read = reads[statement]
    usable = read.truth is not None and read.truth.usable
    year = read.record.published.year if read.record else None
    direct = statement.directness is Directness.DIRECT
    return (not usable, not direct, RANK_BY_DESIGN[statement.design], -(year or 0))


def _actions(rows: Sequence[ActionRow], *, parts: int) -> Iterator[Fault]:
    places = [_ACTIONS.index(row.action) for row in rows]
    falls = [at for at in range(1, len(places)) if places[at] < places[at - 1]]
    for at in falls[parts - 1 :]:
        detail = f"{rows[at].action.value!r} stands behind {rows[at - 1].action.value!r} again"
        yield Fault(FaultKind.ORDER_WRONG, rows[at].statement.id, detail)
