"""The few statistics that results need: intervals by bootstrap, percentiles, F1."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from quoth.bench.measurement import Measurement

__all__ = ["f1_with_interval", "mean_with_interval", "percentile"]

RESAMPLES = 2000
_CHUNK = 100
"""Resamples drawn at once, so that memory stays small on large samples."""


def mean_with_interval(name: str, values: Sequence[float], *, seed: int) -> Measurement:
    """The mean with its 95% percentile-bootstrap interval; not a number for an empty sample."""
    if not values:
        return Measurement(name, float("nan"), n=0)
    sample = np.asarray(values, dtype=np.float64)
    means = np.concatenate([sample[rows].mean(axis=1) for rows in _draws(len(sample), seed)])
    low, high = np.percentile(means, (2.5, 97.5))
    return Measurement(name, float(sample.mean()), float(low), float(high), len(sample))


def f1_with_interval(name: str, counts: Sequence[tuple[int, int, int]], *, seed: int) -> Measurement:
    """Micro-averaged F1 over texts, with its 95% interval by drawing whole texts.

    Args:
        name: of the figure.
        counts: (right, wrongly found, missed) for each text.
        seed: of the draws.
    """
    if not counts:
        return Measurement(name, float("nan"), n=0)
    table = np.asarray(counts, dtype=np.float64)
    drawn = np.concatenate([_f1(table[rows].sum(axis=1)) for rows in _draws(len(table), seed)])
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Measurement(name, float(_f1(table.sum(axis=0)[None])[0]), float(low), float(high), len(table))


def percentile(values: Sequence[float], percent: float) -> float:
    """The percentile of a sample, by linear interpolation; not a number for an empty sample."""
    return float(np.percentile(np.asarray(values, dtype=np.float64), percent)) if values else float("nan")


def _f1(sums: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """float64[n, 3] of right, wrong, missed to float64[n]; nothing found and nothing missed is perfect."""
    right, wrong, missed = sums[:, 0], sums[:, 1], sums[:, 2]
    below = 2 * right + wrong + missed
    return np.where(below > 0, 2 * right / np.maximum(below, 1), 1.0)


def _draws(size: int, seed: int) -> list[npt.NDArray[np.int64]]:
    random = np.random.default_rng(seed)
    return [random.integers(0, size, size=(_CHUNK, size)) for _ in range(RESAMPLES // _CHUNK)]
