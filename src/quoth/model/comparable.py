"""Effects that may stand in one picture: the same outcome in the same measure, each as its source prints it.

Nothing is pooled here or anywhere: a set is a way of looking at rows of the page, and holds no number of its own.
"""

from dataclasses import dataclass

from quoth.model.evidence import Figure

__all__ = ["NO_EFFECT", "ComparableRow", "ComparableSet"]

# Ratios say "no effect" with 1, differences with 0: Cochrane Handbook 6.4, sections 6.4.1 and 6.5.1.
NO_EFFECT: dict[str, float] = {
    "RR": 1.0,
    "OR": 1.0,
    "HR": 1.0,
    "IRR": 1.0,
    "MD": 0.0,
    "SMD": 0.0,
    "WMD": 0.0,
    "RD": 0.0,
}


@dataclass(frozen=True, slots=True)
class ComparableRow:
    """One effect of the set. Source, year, design and n are those of its statement."""

    statement_id: str
    figure: Figure
    """One of that statement's own figures, with its estimate and both ends of its interval."""


@dataclass(frozen=True, slots=True)
class ComparableSet:
    """At least two effects of different sources, in the order of the page."""

    intervention: str
    """The family that the rows stand under."""
    outcome: str
    """The outcome's name in this library; every row's words speak of it."""
    measure: str
    """One of `NO_EFFECT`."""
    no_effect: float
    rows: tuple[ComparableRow, ...]
    comparator: str = ""
    """What all rows compare with, where their sources' editors say; "" where that is not known."""
    unit: str | None = None
    """Of all rows; `None` for ratios and standardised differences."""
