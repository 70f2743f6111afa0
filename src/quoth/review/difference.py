"""Two revisions of a page side by side: which rows stayed, went, came or changed, in the order of the newer one."""

from dataclasses import dataclass
from enum import StrEnum

from quoth.model import Answer, Statement

__all__ = ["Change", "RowChange", "compare"]


class Change(StrEnum):
    """What became of a row."""

    SAME = "unchanged"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row in both revisions; a side is missing where the row is."""

    change: Change
    before: Statement | None
    after: Statement | None
    what: tuple[str, ...] = ()
    """What changed around the words: the words of a quote never do."""


_FACTS = {
    "qualifiers": "what travels with it",
    "action": "action",
    "marks": "marks",
    "fidelity": "kind of text",
    "issuer": "issuer",
    "year": "year",
    "design": "design",
    "direction": "direction",
    "plain": "everyday words",
}


def compare(before: Answer, after: Answer) -> tuple[RowChange, ...]:
    """Every row of either revision: those of the newer one in its order, then those that are gone."""
    old = {statement.quote.span: statement for statement in before.statements()}
    new = {statement.quote.span: statement for statement in after.statements()}
    rows = [_row(old.get(span), statement) for span, statement in new.items()]
    gone = [RowChange(Change.GONE, statement, None) for span, statement in old.items() if span not in new]
    return (*rows, *gone)


def _row(before: Statement | None, after: Statement) -> RowChange:
    if before is None:
        return RowChange(Change.NEW, None, after)
    what = tuple(words for name, words in _FACTS.items() if getattr(before, name) != getattr(after, name))
    return RowChange(Change.CHANGED if what else Change.SAME, before, after, what)
