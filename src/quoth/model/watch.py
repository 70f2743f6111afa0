"""Topics that are watched, and what each run of a watch brought."""

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.record import RecordId

__all__ = ["Digest", "NewReport", "Place", "Touched", "TouchedHow", "Watch"]


class Place(StrEnum):
    """Where a new report stands for the watched topic, by the ranking that every answer goes by."""

    ON_PAGE = "on the page"
    READ = "read, not on the page"
    APART = "not about the topic"


class TouchedHow(StrEnum):
    """What a new report, or a notice, does to an answer."""

    RETRACTED = "cites a report that was retracted"
    CONCERN = "cites a report under an expression of concern"
    CORRECTED = "cites a report that was corrected"
    SUPERSEDED = "cites a report that was superseded"
    CONTRADICTS = "a new result points the other way"
    NEWER_THAN_GUIDELINE = "new evidence is newer than its guidance"
    ADDS = "new evidence would stand on it"
    FELL_BACK = "lost its approval"


@dataclass(frozen=True, slots=True)
class Watch:
    """One topic, its search, and how far it has been followed."""

    id: str
    """Random; in addresses in place of the topic."""
    name: str
    """As it was typed; unique, whatever the case of its letters."""
    words: str
    """The search, in PubMed's language."""
    every_days: int = 7
    made_at: str = ""
    """ISO time, UTC, like every time of these nouns."""
    ran_at: str = ""
    """When it last ran to its end; empty before the first run."""
    seen: tuple[str, ...] = ()
    """PMIDs that were met, so that none is new twice."""

    @property
    def about(self) -> str:
        """What it is looked up by besides its id."""
        return self.name.casefold()

    @property
    def until(self) -> str:
        """A watch ends by hand."""
        return ""


@dataclass(frozen=True, slots=True)
class NewReport:
    """One report that a run brought."""

    record_id: RecordId
    pmid: str
    title: str
    year: int | None
    place: Place
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Touched:
    """One kept answer that something new bears upon. It is marked, never changed."""

    answer_id: str
    question: str
    how: TouchedHow
    record_id: RecordId | None
    detail: str
    """The report's title, or the reason, in a line."""
    approved: bool = False
    """Whether the page was approved when this was found."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What one run of one watch brought."""

    id: str
    """Random."""
    watch_id: str
    watch: str
    """The topic's name."""
    at: str
    found: int
    """Reports that PubMed has for the search since the last run."""
    new: tuple[NewReport, ...] = ()
    touched: tuple[Touched, ...] = ()
    shortfalls: tuple[str, ...] = ()
    """What did not come, a line each; empty when all came."""
    retractions_as_of: str = ""
    """The day of the list of retractions that the library held."""

    @property
    def about(self) -> str:
        """Looked up by its watch."""
        return self.watch_id

    @property
    def until(self) -> str:
        """A digest goes with its watch."""
        return ""
