"""Where a record stands, read anew from the notices against it: the checker believes no `Standing` that it is shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.model import RETRACTION_CHECKED, Ids, MarkKind, Notice, NoticeKind, NoticeList, Record, RetractionState

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
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Truth:
    """What the store's notices come to for one record."""

    retraction: RetractionState
    checked_on: frozenset[str | None]
    """Dates that may stand beside the state: of the newest check for NO, of the retractions for YES."""
    notices: frozenset[Notice]
    marks: frozenset[MarkKind]
    """The marks that every use of the record has to wear."""

    @property
    def usable(self) -> bool:
        """Whether it may stand without a warning."""
        return not self.marks & UNUSABLE


def truth_of(record: Record, notices: Sequence[Notice], lists: Sequence[NoticeList]) -> Truth:
    """Where a record stands.

    A retraction stands until a reinstatement that is known to be no older. A list that goes by an identifier which the
    record has, and that brought no retraction of it, says "not retracted" as of its date, as does an editor who looked.
    """
    marks = {_MARKS[notice.kind] for notice in notices if notice.kind in _MARKS}
    retractions = [notice.on for notice in notices if notice.kind is NoticeKind.RETRACTION]
    if _stands(retractions, [notice.on for notice in notices if notice.kind is NoticeKind.REINSTATEMENT]):
        marks.add(MarkKind.RETRACTED)
        return Truth(RetractionState.YES, frozenset({None, *retractions}), frozenset(notices), frozenset(marks))
    checks = [one.as_of.isoformat() for one in lists if _covers(one, record.ids)]
    checks += [str(day) for name, day in record.dates if name == RETRACTION_CHECKED and day.year]
    state = RetractionState.NO if checks else RetractionState.NOT_CHECKED
    return Truth(state, frozenset({max(checks, default=None)}), frozenset(notices), frozenset(marks))


def _stands(retracted: Sequence[str | None], reinstated: Sequence[str | None]) -> bool:
    """Whether a retraction is not known to have been taken back: dates that cannot be read take nothing back."""
    lifted = max((_when(on) for on in reinstated), default=())
    return any(not lifted or not _when(on) or _when(on) > lifted for on in retracted)


def _when(on: str | None) -> tuple[int, ...]:
    """Year, month and day as far as they are given; nothing for what is no ISO date."""
    return tuple(int(part) for part in on.split("-")) if on and _DATE.fullmatch(on) else ()


def _covers(notice_list: NoticeList, ids: Ids) -> bool:
    return bool({"doi": ids.doi, "pmid": ids.pmid, "pmcid": ids.pmcid, "pack": ids.pack}.get(notice_list.covers))
