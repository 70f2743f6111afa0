"""A figure is held against what its experiment expects of it."""

import pytest

from quoth.bench import Better, Expectation, Measurement, Status, judge


def _status(value: float, **expected: object) -> Status:
    row = Expectation(name="f", what="a figure", **expected)  # type: ignore[arg-type]
    return judge((row,), (Measurement("f", value),))[0].status


@pytest.mark.parametrize(
    ("value", "better", "status"),
    [
        (0.70, Better.HIGHER, Status.HOLDS),
        (0.69, Better.HIGHER, Status.HOLDS),
        (0.71, Better.HIGHER, Status.HOLDS),
        (0.68, Better.HIGHER, Status.DRIFTED),
        (0.72, Better.HIGHER, Status.BETTER),
        (0.72, Better.LOWER, Status.DRIFTED),
        (0.68, Better.LOWER, Status.BETTER),
        (0.72, Better.NEITHER, Status.DRIFTED),
        (0.68, Better.NEITHER, Status.DRIFTED),
    ],
)
def test_drift_fails_in_the_bad_direction_alone(value: float, better: Better, status: Status) -> None:
    """Within the tolerance a figure holds; beyond it the worse side fails and the better side is told."""
    assert status is _status(value, better=better, expected=0.70, tolerance=0.01)


def test_a_bar_comes_before_the_expected_value() -> None:
    """A figure within its tolerance still fails when it misses a bar."""
    assert Status.BAR_MISSED is _status(0.69, expected=0.70, tolerance=0.05, at_least=0.70)
    assert Status.BAR_MISSED is _status(101.0, at_most=100.0)
    assert Status.HOLDS is _status(100.0, at_most=100.0)


def test_a_figure_without_expectation_is_only_reported() -> None:
    """What depends on the machine alone never fails."""
    assert Status.REPORTED is _status(12345.0)


def test_a_figure_that_was_not_measured_fails() -> None:
    """An experiment cannot pass by measuring less than it declares, or nothing at all."""
    row = Expectation(name="f", what="a figure")

    assert judge((row,), ())[0].status is Status.NOT_MEASURED
    assert _status(float("nan"), at_most=1.0) is Status.NOT_MEASURED


def test_a_figure_that_nobody_declared_fails() -> None:
    """A figure without a row in the experiment would never be looked at again."""
    judged = judge((), (Measurement("new", 1.0),))

    assert [(row.name, row.status, row.status.failed) for row in judged] == [("new", Status.NOT_DECLARED, True)]
