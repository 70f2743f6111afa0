"""Where a record stands, read anew from the notices against it: the checker believes no `Standing` that it is shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.model import Ids, MarkKind, Notice, NoticeKind, NoticeList, RetractionState

__all__ = ["UNUSABLE", "Truth", "truth_of"]

UNUSABLE = frozenset({MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.SUPERSEDED, MarkKind.WITHDRAWN})
"""Marks of a record that may not be offered as current."""

_MARKS = {
    NoticeKind.CONCERN: MarkKind.CONCERN,
    NoticeKind.CORRECTION: MarkKind.CORRECTED,
    NoticeKind.SUPERSEDED: MarkKind.SUPERSEDED,
    NoticeKind.WITHDRAWN: MarkKind.WITHDRAWN,
    NoticeKind.DELETED: MarkKind.WITHDRAWN,
}
_DATE = re.compile(r"(?<!\d)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")


@dataclass(frozen=True, slots=True)
class Truth:
    """What the store's notices come to for one record."""

    retraction: RetractionState
    checked_on: str | None
    """For a state of NO: the date of the newest list that would name the record."""
    notices: frozenset[Notice]
    marks: frozenset[MarkKind]
    """The marks that every use of the record has to wear."""

    @property
    def usable(self) -> bool:
        """Whether it may stand without a warning."""
        return not self.marks & UNUSABLE


def truth_of(ids: Ids, notices: Sequence[Notice], lists: Sequence[NoticeList]) -> Truth:
    """Where the record with these identifiers stands.

    A retraction stands until a reinstatement that is not older. A list that goes by an identifier which the record has,
    and that brought no retraction of it, says "not retracted" as of its date.
    """
    marks = {_MARKS[notice.kind] for notice in notices if notice.kind in _MARKS}
    if _retracted(notices):
        state, checked_on = RetractionState.YES, None
        marks.add(MarkKind.RETRACTED)
    else:
        dates = [one.as_of.isoformat() for one in lists if _covers(one, ids)]
        checked_on = max(dates, default=None)
        state = RetractionState.NO if checked_on else RetractionState.NOT_CHECKED
    return Truth(state, checked_on, frozenset(notices), frozenset(marks))


def _retracted(notices: Sequence[Notice]) -> bool:
    retractions = [_when(notice) for notice in notices if notice.kind is NoticeKind.RETRACTION]
    lifted = [_when(notice) for notice in notices if notice.kind is NoticeKind.REINSTATEMENT]
    return bool(retractions) and (not lifted or max(lifted) < max(retractions))


def _when(notice: Notice) -> tuple[int, int, int]:
    """Year, month and day as far as the source gives them; what is not given counts as the earliest."""
    found = _DATE.search(notice.on or "")
    year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return (year, month, day)


def _covers(notice_list: NoticeList, ids: Ids) -> bool:
    return bool({"doi": ids.doi, "pmid": ids.pmid, "pmcid": ids.pmcid, "pack": ids.pack}.get(notice_list.covers))
