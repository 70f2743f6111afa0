"""What a figure should be: an expected value with its tolerance, bars that must hold, and which way is better."""

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from quoth.bench.measurement import Measurement

__all__ = ["Better", "Expectation", "Judged", "Status", "judge"]


class Better(StrEnum):
    """Which way a figure should go. Drift the good way is told; drift the bad way fails."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Expectation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of an experiment's figures."""

    name: str
    what: str
    unit: str = ""
    better: Better = Better.HIGHER
    expected: float | None = None
    """What the last accepted run measured; `None` where the figure depends on the machine."""
    tolerance: float = 0.0
    """How far from `expected` is still no drift, in the figure's unit."""
    at_least: float | None = None
    at_most: float | None = None

    def words(self) -> str:
        """The expectation as a person reads it: "0.700 ± 0.010, at least 0.65"."""
        parts = [] if self.expected is None else [f"{shown(self.expected)} ± {shown(self.tolerance)}"]
        parts += [] if self.at_least is None else [f"at least {shown(self.at_least)}"]
        parts += [] if self.at_most is None else [f"at most {shown(self.at_most)}"]
        return ", ".join(parts) or "reported only"


class Status(StrEnum):
    """How a figure stands to its expectation."""

    HOLDS = "holds"
    REPORTED = "reported"
    BETTER = "better than expected"
    DRIFTED = "drifted"
    BAR_MISSED = "misses its bar"
    NOT_MEASURED = "not measured"
    NOT_DECLARED = "not declared"

    @property
    def failed(self) -> bool:
        """Whether `bench check` fails on it."""
        return self in (Status.DRIFTED, Status.BAR_MISSED, Status.NOT_MEASURED, Status.NOT_DECLARED)


@dataclass(frozen=True, slots=True)
class Judged:
    """One figure beside its expectation. One of the two is missing where they do not belong together."""

    name: str
    status: Status
    measurement: Measurement | None
    expectation: Expectation | None


def judge(expectations: tuple[Expectation, ...], figures: tuple[Measurement, ...]) -> tuple[Judged, ...]:
    """Every expected figure in its order, then every figure that nobody expected. Bars come before drift."""
    measured = {figure.name: figure for figure in figures}
    declared = {row.name for row in expectations}
    judged = [
        Judged(row.name, _status(row, measured.get(row.name)), measured.get(row.name), row) for row in expectations
    ]
    return (
        *judged,
        *(Judged(f.name, Status.NOT_DECLARED, f, None) for f in figures if f.name not in declared),
    )


def shown(value: float) -> str:
    """A figure as the results print it: whole numbers from 1000 on, else up to three decimals."""
    if value != value:
        return "not a number"
    if abs(value) >= 1000 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 100 else f"{value:.3f}"


def _status(row: Expectation, figure: Measurement | None) -> Status:
    if figure is None or figure.value != figure.value:
        return Status.NOT_MEASURED
    if (row.at_least is not None and figure.value < row.at_least) or (
        row.at_most is not None and figure.value > row.at_most
    ):
        return Status.BAR_MISSED
    if row.expected is None:
        return Status.HOLDS if row.at_least is not None or row.at_most is not None else Status.REPORTED
    drift = figure.value - row.expected
    if abs(drift) <= row.tolerance + 1e-9:  # decimal figures of a YAML file are not exact in binary
        return Status.HOLDS
    if row.better is Better.NEITHER or (drift > 0) is not (row.better is Better.HIGHER):
        return Status.DRIFTED
    return Status.BETTER
