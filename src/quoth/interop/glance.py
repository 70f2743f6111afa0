"""The page in ten seconds: an index of what the guidance asks for, and what the page rests on.

Nothing here is advice of its own: each entry is the heading of a row and leads to it, with the numbers of its sources;
where a row holds under a condition only, the entry says that there is one.
"""

from dataclasses import dataclass

from quoth.interop.labels import counted
from quoth.interop.patient import limits_of
from quoth.model import Action, ActionRow, Answer, Design

__all__ = ["Entry", "Verb", "glance_of", "rests_on"]

ENTRIES_SHOWN = 6
_REVIEWS = (Design.NETWORK_META_ANALYSIS, Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that guidance speaks of."""

    name: str
    statement_id: str
    """Of its first row."""
    numbers: tuple[int, ...]
    limited: bool
    """Whether every row of it holds under a condition, or for some people, only."""


@dataclass(frozen=True, slots=True)
class Verb:
    """What is to be done with a number of things."""

    action: Action
    entries: tuple[Entry, ...]
    more: int
    """Further ones, that the list below has."""


def glance_of(page: Answer) -> tuple[Verb, ...]:
    """Do, consider, do not, uncertain, each with its things in the order of their rows."""
    rows = (*page.actions, *page.more_actions)
    made = []
    for action in Action:
        named: dict[str, list[ActionRow]] = {}
        for row in rows:
            if row.action is action:
                named.setdefault(row.intervention, []).append(row)
        entries = [_entry(name, found) for name, found in named.items()]
        if entries:
            made.append(Verb(action, tuple(entries[:ENTRIES_SHOWN]), max(0, len(entries) - ENTRIES_SHOWN)))
    return tuple(made)


def rests_on(page: Answer) -> tuple[str, ...]:
    """What kinds of sources the page uses and from which years, in words."""
    designs = [ref.design for ref in page.references]
    kinds = (
        (sum(d is Design.GUIDELINE for d in designs), "guideline"),
        (sum(d is Design.CONSENSUS for d in designs), "consensus statement"),
        (sum(d in _REVIEWS for d in designs), "systematic review"),
        (sum(d is Design.RCT for d in designs), "randomised trial"),
    )
    known = sum(n for n, _ in kinds)
    parts = [counted(n, name) for n, name in kinds if n]
    if len(designs) > known:
        parts.append(counted(len(designs) - known, "other source"))
    years = [ref.year for ref in page.references if ref.year]
    if years:
        parts.append(f"{min(years)} to {max(years)}" if min(years) != max(years) else str(years[0]))
    return tuple(parts)


def _entry(name: str, rows: list[ActionRow]) -> Entry:
    statements = [statement for row in rows for statement in (row.statement, *row.also)]
    numbers = dict.fromkeys(statement.citations[0] for statement in statements)
    return Entry(name, rows[0].statement.id, tuple(numbers), all(limits_of(statement) for statement in statements))
