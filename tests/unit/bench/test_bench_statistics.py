"""Intervals are seeded, hold the figure, and shrink with the sample."""

import math

import pytest

pytest.importorskip("numpy", reason="numpy comes with the bench extra")

from quoth.bench import Measurement
from quoth.bench.statistics import f1_with_interval, mean_with_interval, percentile


def test_an_interval_holds_the_mean_and_is_the_same_for_the_same_seed() -> None:
    """Whoever reruns a benchmark gets the same interval."""
    values = [0.0, 1.0, 1.0, 0.5, 0.25, 1.0, 0.0, 0.75]

    one = mean_with_interval("m", values, seed=1)

    assert one == mean_with_interval("m", values, seed=1)
    assert one.low is not None
    assert one.high is not None
    assert one.low < one.value < one.high
    assert (one.value, one.n) == (0.5625, 8)


def test_an_interval_shrinks_with_the_sample() -> None:
    """More questions, surer figure."""
    few = mean_with_interval("m", [0.0, 1.0] * 10, seed=1)
    many = mean_with_interval("m", [0.0, 1.0] * 1000, seed=1)

    assert _width(many) < _width(few) / 5


def test_a_mean_over_nothing_is_not_a_number() -> None:
    """No questions is not a score of zero, and not one of one."""
    assert math.isnan(mean_with_interval("m", [], seed=1).value)
    assert math.isnan(percentile([], 95))


def test_f1_counts_over_all_texts() -> None:
    """Long texts weigh more than short ones: counts are added before the ratio is taken."""
    figure = f1_with_interval("f", [(9, 1, 1), (0, 0, 2)], seed=1)

    assert figure.value == pytest.approx(18 / 22)
    assert figure.n == 2


def test_a_percentile_is_interpolated() -> None:
    """p50 of an even sample lies between its middle values."""
    assert percentile([1.0, 2.0, 3.0, 4.0], 50) == 2.5


def _width(figure: Measurement) -> float:
    assert figure.high is not None
    assert figure.low is not None
    return figure.high - figure.low
