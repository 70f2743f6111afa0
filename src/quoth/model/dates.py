"""Dates as bibliographies give them: a year, perhaps a month, perhaps a day, perhaps nothing."""

from msgspec import Struct

__all__ = ["UNKNOWN_DATE", "PartialDate"]


class PartialDate(Struct, frozen=True, order=True, gc=False):
    """A date known as far as the source gives it; `None` means not stated. Month and day are 1-based."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """The date as ISO 8601 allows it to be shortened ("2024", "2024-05"), or "year unknown"."""
        if self.year is None:
            return "year unknown"
        parts = [f"{self.year:04d}"]
        for part in (self.month, self.day):
            if part is None:
                break
            parts.append(f"{part:02d}")
        return "-".join(parts)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Larger is newer; what is unknown sorts as the oldest."""
        return (self.year or 0, self.month or 0, self.day or 0)


UNKNOWN_DATE = PartialDate()
