"""What a service said that it has and did not give: never silence, always a line that a reader understands."""

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Fetched", "Shortfall"]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Less came than there is. `missing` counts records; `None` where nobody can say how many."""

    source: str
    why: str
    missing: int | None = None

    def __str__(self) -> str:
        """The line for a page."""
        if self.missing is None:
            return f"{self.source} could not be searched: {self.why}"
        records = "record" if self.missing == 1 else "records"
        return f"{self.missing:,} {records} of {self.source} could not be fetched: {self.why}"


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes of records in a format that `quoth.sources` reads."""

    source: str
    body: bytes
    fetched_at: datetime
    """UTC; of the first time, where the answer came from what is kept."""
    ids: tuple[str, ...] = ()
    """The records in it, by the ids that were asked for."""
    shortfall: Shortfall | None = None
    licence: str | None = None
    """Of a full text, in the service's own words."""
