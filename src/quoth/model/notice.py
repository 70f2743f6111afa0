"""What has been said about a report since it appeared: retractions, corrections, successors."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quoth.model.record import Ids, RecordId

__all__ = ["RETRACTION_CHECKED", "Notice", "NoticeKind", "NoticeList", "RetractionState", "Standing"]


RETRACTION_CHECKED = "retraction checked"
"""Among a record's dates: the day on which an editor looked for a retraction and found none."""


class NoticeKind(StrEnum):
    """The kinds of notice that change how a report may be used."""

    RETRACTION = "retraction"
    CONCERN = "expression of concern"
    CORRECTION = "correction"
    REINSTATEMENT = "reinstatement"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice against one report, kept whether or not the library holds that report yet."""

    kind: NoticeKind
    target: Ids
    by: Ids | None = None
    """The notice itself or the successor, where it has identifiers."""
    on: str | None = None
    """When, as the source gives it (ISO date or free text)."""
    note: str | None = None
    source: str = ""
    """Who says so, such as "PubMed", "Retraction Watch" or a pack."""


@dataclass(frozen=True, slots=True)
class NoticeList:
    """A list of retractions that was ingested: what it does not name, it says is not retracted, as of its date."""

    name: str
    as_of: date
    covers: str
    """The identifier that it goes by: "doi" or "pmid"."""


class RetractionState(StrEnum):
    """Yes, no or not checked; never a guess."""

    YES = "yes"
    NO = "no"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one record stands, as the library's notices say."""

    retraction: RetractionState = RetractionState.NOT_CHECKED
    checked_on: str | None = None
    """ISO date of the newest check that the state rests on."""
    notices: tuple[Notice, ...] = ()
    superseded_by: RecordId | None = None
    """The successor, when the library holds it."""

    def has(self, kind: NoticeKind) -> bool:
        """Whether any notice of this kind stands against the record."""
        return any(notice.kind is kind for notice in self.notices)

    @property
    def usable(self) -> bool:
        """False when the record may only be shown with a mark: retracted, under concern, superseded, withdrawn."""
        blocking = (
            NoticeKind.RETRACTION,
            NoticeKind.CONCERN,
            NoticeKind.SUPERSEDED,
            NoticeKind.WITHDRAWN,
            NoticeKind.DELETED,
        )
        return self.retraction is not RetractionState.YES and not any(self.has(kind) for kind in blocking)
