"""What a measure hands back: named figures, with how sure they are, and notes for whoever reads the results."""

from dataclasses import dataclass

__all__ = ["Measured", "Measurement"]


@dataclass(frozen=True, slots=True)
class Measurement:
    """One figure. `low` and `high` bound its 95% confidence interval, where it is an estimate over a sample."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None
    """How many things the figure was taken over."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All figures of one run of an experiment."""

    figures: tuple[Measurement, ...]
    notes: tuple[str, ...] = ()
    """What the figures were taken on, and what did not hold; one line each."""
