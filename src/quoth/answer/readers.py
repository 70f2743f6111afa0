"""What the reader's role changes of the composition: how many rows open at once, and which of them come first.

No role changes a word, a mark or what may lead the page; every row that one reader gets, another can open.
"""

from dataclasses import dataclass, replace

from quoth.answer.ground import Limits
from quoth.model import Facet, Role

__all__ = ["PREFERENCES", "Preference", "limits_for"]


@dataclass(frozen=True, slots=True)
class Preference:
    """One reader's."""

    rows_share: float = 1.0
    """Of the usual number of rows before "show all"."""
    first: frozenset[Facet] = frozenset()
    """Among the rows of one action, those on these sides come first."""


PREFERENCES: dict[Role, Preference] = {
    Role.ANYONE: Preference(),
    Role.PATIENT: Preference(0.6, frozenset({Facet.HARMS, Facet.RED_FLAGS, Facet.REFERRAL})),
    Role.CLINICIAN: Preference(1.0, frozenset({Facet.DOSE, Facet.MONITORING, Facet.CONTRAINDICATIONS})),
    Role.STUDENT: Preference(1.0, frozenset({Facet.DEFINITION, Facet.BENEFIT})),
    Role.LIBRARIAN: Preference(2.0),
    Role.GUIDELINE_MAKER: Preference(2.0),
}


def limits_for(role: Role, limits: Limits) -> Limits:
    """The limits of a page for its reader."""
    share = PREFERENCES[role].rows_share
    return limits if share == 1.0 else replace(limits, rows_max=max(5, round(limits.rows_max * share)))
