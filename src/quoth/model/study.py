"""What a report says of itself besides its findings, in its own words or as its catalogue entry has it."""

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.evidence import Figure
from quoth.model.passage import Quote

__all__ = ["FactKind", "StudyFact"]


class FactKind(StrEnum):
    """What a fact is about. The order of the members is the order in which they are shown."""

    SIZE = "people studied"
    SETTING = "setting"
    REGISTRATION = "registration"
    BIAS = "care against bias"
    DIFFERENCE = "smallest difference that matters"
    FUNDING = "funding"
    CONFLICTS = "conflicts of interest"


@dataclass(frozen=True, slots=True)
class StudyFact:
    """One fact in the source's words. Without a quote it is from the catalogue entry, which no text can show."""

    kind: FactKind
    words: str
    quote: Quote | None = None
    figure: Figure | None = None
    """Of a smallest difference that matters: its number, as `start` and `end` count in `words`."""
