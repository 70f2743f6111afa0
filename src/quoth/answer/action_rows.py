"""Which rows the actions of a page have, in which order, what is folded beneath each, and what it stands under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.answer.bottom_line import is_main
from quoth.answer.fold import fold, words_of
from quoth.answer.readers import PREFERENCES
from quoth.answer.select import main_intervention, people_asked
from quoth.model import Action, Finding, Question, Slot

__all__ = ["ACTION_ORDER", "Row", "first_page", "heading_of", "rows_of"]

ACTION_ORDER = (Action.DO, Action.CONSIDER, Action.DO_NOT, Action.UNCERTAIN)
HEADING_MAX = 3
_RATHER_THAN = re.compile(r"\b(?:rather than|instead of|in preference to|in place of)\b", re.IGNORECASE)
ROWS_PER_ACTION = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the actions before its statements have numbers."""

    action: Action
    leading: Finding
    beneath: tuple[Finding, ...]


def rows_of(question: Question, recommendations: Sequence[Finding]) -> tuple[Row, ...]:
    """Rows by action; within one, by intervention in the order of their best row, near-duplicates folded.

    What does not speak of the people asked about comes after all that does, and what is not on the side asked for (how
    care is delivered, how outcome is measured) last.
    """
    named = bool(people_asked(question))
    main = [finding for finding in recommendations if finding.spoken or is_main(question, finding)]
    of_them = [finding for finding in main if named and Slot.POPULATION in finding.matched]
    general = [finding for finding in main if finding not in of_them]
    beside = [finding for finding in recommendations if finding not in main]
    rows = []
    for part in (of_them, general, beside):
        for action in ACTION_ORDER:
            chosen = [finding for finding in part if (finding.action or Action.UNCERTAIN) is action]
            places: dict[str, int] = {}
            for finding in chosen:
                places.setdefault(main_intervention(finding), len(places))
            first = PREFERENCES[question.role].first
            # What says what was asked comes before what is merely near it, whatever names either holds.
            together = sorted(
                chosen, key=lambda f: (-f.spoken, not first & set(f.facets), places[main_intervention(f)])
            )
            rows += [row for leading, beneath in fold(together) for row in _under_its_heading(action, leading, beneath)]
    return tuple(rows)


def _under_its_heading(action: Action, leading: Finding, beneath: Sequence[Finding]) -> list[Row]:
    """A row with what is folded beneath it; what stands under another heading of its own source gets its own row."""
    apart = [one for one in beneath if leading.under and one.under[:1] != leading.under[:1]]
    folded = tuple(one for one in beneath if one not in apart)
    return [Row(action, leading, folded), *(Row(action, one, ()) for one in apart)]


def first_page(rows: Sequence[Row], places: int) -> frozenset[int]:
    """Which rows stand open: a few of each action, so that no direction is hidden, and the rest from the top."""
    each = max(1, min(ROWS_PER_ACTION, places // len(ACTION_ORDER)))
    kept = [at for action in ACTION_ORDER for at in _of(action, rows)[:each]]
    others = [at for at in range(len(rows)) if at not in kept]
    return frozenset((*kept, *others[: max(0, places - len(kept))]))


def _of(action: Action, rows: Sequence[Row]) -> list[int]:
    return [at for at, row in enumerate(rows) if row.action is action]


def heading_of(finding: Finding) -> str:
    """What a row is about: its main intervention, and others that its own words name as what to do.

    "Varenicline rather than a patch" is no advice on the patch, which would stand under "Do".
    """
    said = words_of(_RATHER_THAN.split(finding.quote.text)[0])
    main, *rest = finding.under or (main_intervention(finding), *finding.interventions[1:])
    others = [name for name in rest if words_of(name) <= said]
    return ", ".join((main, *others[: HEADING_MAX - 1]))
