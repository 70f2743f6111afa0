"""A linear-chain conditional random field over sparse features, trained by L-BFGS. numpy and scipy only; deterministic.

A sentence may allow several labels (partial labels): then the likelihood of the allowed paths is what is maximised.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

__all__ = ["Chain", "fit"]

Floats = NDArray[np.float64]
_FORBIDDEN = -1e4


@dataclass(frozen=True)
class Chain:
    """Weights `float64[n_features, n_labels]` and transitions `float64[n_labels, n_labels]` (from, to)."""

    weights: Floats
    transitions: Floats


def fit(
    rows: sparse.csr_matrix, lengths: Sequence[int], allowed: NDArray[np.bool_], *, l2: float, iterations: int
) -> Chain:
    """Train on sequences laid end to end.

    Args:
        rows: features of every sentence, in order.
        lengths: sentences of each sequence; they add up to the rows.
        allowed: `bool[n_rows, n_labels]`, the labels that each sentence may have.
        l2: strength of the penalty on squared weights.
        iterations: most L-BFGS steps.
    """
    n_features, n_labels = rows.shape[1], allowed.shape[1]
    batch = _Batch(lengths, n_labels)
    barred = np.where(allowed, 0.0, _FORBIDDEN)
    turned = rows.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat[: n_features * n_labels].reshape(n_features, n_labels)
        transitions = flat[n_features * n_labels :].reshape(n_labels, n_labels)
        scores = rows @ weights
        free, free_marginals, free_pairs = batch.marginals(scores, transitions)
        held, held_marginals, held_pairs = batch.marginals(scores + barred, transitions)
        gradient = turned @ (free_marginals - held_marginals) + 2 * l2 * weights
        pairs = free_pairs - held_pairs + 2 * l2 * transitions
        penalty = l2 * (float((weights**2).sum()) + float((transitions**2).sum()))
        return free - held + penalty, np.concatenate([gradient.ravel(), pairs.ravel()])

    start = np.zeros(n_features * n_labels + n_labels * n_labels)
    best = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations, "maxcor": 8})
    return Chain(
        best.x[: n_features * n_labels].reshape(n_features, n_labels),
        best.x[n_features * n_labels :].reshape(n_labels, n_labels),
    )


class _Batch:
    """Sequences side by side, padded to the longest; forward and backward run over all of them at once."""

    def __init__(self, lengths: Sequence[int], n_labels: int) -> None:
        self.count, self.longest, self.n_labels = len(lengths), max(lengths), n_labels
        self.sequence = np.repeat(np.arange(self.count), lengths)
        self.step = np.concatenate([np.arange(length) for length in lengths])
        self.mask = np.zeros((self.longest, self.count), dtype=bool)
        self.mask[self.step, self.sequence] = True

    def marginals(self, scores: Floats, transitions: Floats) -> tuple[float, Floats, Floats]:
        """The summed log partition, `float64[n_rows, n_labels]` label marginals, and summed pair marginals."""
        padded = np.zeros((self.longest, self.count, self.n_labels))
        padded[self.step, self.sequence] = scores
        alpha = np.empty_like(padded)
        alpha[0] = padded[0]
        for t in range(1, self.longest):
            moved = _log_sum(alpha[t - 1][:, :, None] + transitions[None], axis=1) + padded[t]
            alpha[t] = np.where(self.mask[t][:, None], moved, alpha[t - 1])
        total = _log_sum(alpha[-1], axis=1)
        beta = np.zeros_like(padded)
        pairs = np.zeros((self.n_labels, self.n_labels))
        for t in range(self.longest - 2, -1, -1):
            here = self.mask[t + 1]
            onward = padded[t + 1] + beta[t + 1]
            moved = _log_sum(transitions[None] + onward[:, None, :], axis=2)
            beta[t] = np.where(here[:, None], moved, 0.0)
            joint = alpha[t][:, :, None] + transitions[None] + onward[:, None, :] - total[:, None, None]
            pairs += np.exp(joint[here]).sum(axis=0)
        marginals = np.exp(alpha + beta - total[None, :, None])[self.step, self.sequence]
        return float(total.sum()), marginals, pairs


def _log_sum(values: Floats, axis: int) -> Floats:
    top = values.max(axis=axis, keepdims=True)
    summed: Floats = np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)
    return summed
