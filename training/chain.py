"""A linear-chain conditional random field over sparse features, trained by L-BFGS. numpy and scipy only; deterministic.

A sentence may allow several labels (partial labels): then the likelihood of the allowed paths is what is maximised.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

__all__ = ["FORBIDDEN", "Chain", "Grammar", "fit"]

Floats = NDArray[np.float64]
FORBIDDEN = -60.0
"""The score of a move or label that cannot be: e to this power is as good as nothing."""
_L2_MOVES = 0.1
_L2_GIVEN = 1.0


@dataclass(frozen=True)
class Grammar:
    """What may follow what: 0 or `FORBIDDEN`. `moves[n_states, n_states]` (from, to), `starts[n_states]`."""

    moves: Floats
    starts: Floats


@dataclass(frozen=True)
class Chain:
    """`weights[n_features, n_states]`, `moves[n_states, n_states]` (from, to), `of_given[n_given, n_states]`."""

    weights: Floats
    moves: Floats
    of_given: Floats


def fit(
    rows: sparse.csr_matrix,
    given: Floats,
    lengths: Sequence[int],
    allowed: NDArray[np.bool_],
    grammar: Grammar,
    *,
    l2: float,
    iterations: int,
) -> Chain:
    """Train on sequences laid end to end.

    Args:
        rows: features of every sentence, in order.
        given: `float64[n_rows, n_given]`, what an earlier model says of each sentence; weighed, hardly penalised.
        lengths: sentences of each sequence; they add up to the rows.
        allowed: `bool[n_rows, n_states]`, the states that each sentence may have.
        grammar: moves and starts that cannot be.
        l2: strength of the penalty on squared weights.
        iterations: most L-BFGS steps.
    """
    n_features, n_states, n_given = rows.shape[1], allowed.shape[1], given.shape[1]
    batch = _Batch(lengths, n_states, grammar.starts)
    barred = np.where(allowed, 0.0, FORBIDDEN)
    turned = rows.T.tocsr()
    sizes = np.cumsum([n_features * n_states, n_states * n_states])

    def parts(flat: Floats) -> Chain:
        weights, moves, of_given = np.split(flat, sizes)
        return Chain(
            weights.reshape(n_features, n_states), moves.reshape(n_states, -1), of_given.reshape(n_given, n_states)
        )

    def loss(flat: Floats) -> tuple[float, Floats]:
        at = parts(flat)
        scores = rows @ at.weights + given @ at.of_given
        free, free_marginals, free_pairs = batch.marginals(scores, at.moves + grammar.moves)
        held, held_marginals, held_pairs = batch.marginals(scores + barred, at.moves + grammar.moves)
        over = free_marginals - held_marginals
        gradient = (
            turned @ over + 2 * l2 * at.weights,
            free_pairs - held_pairs + 2 * _L2_MOVES * at.moves,
            given.T @ over + 2 * _L2_GIVEN * at.of_given,
        )
        squares = ((l2, at.weights), (_L2_MOVES, at.moves), (_L2_GIVEN, at.of_given))
        penalty = sum(strength * float((values**2).sum()) for strength, values in squares)
        return free - held + penalty, np.concatenate([part.ravel() for part in gradient])

    start = np.zeros(int(sizes[-1]) + n_given * n_states)
    best = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations, "maxcor": 6})
    return parts(best.x)


class _Batch:
    """Sequences side by side, padded to the longest; forward and backward run over all of them at once."""

    def __init__(self, lengths: Sequence[int], n_states: int, starts: Floats) -> None:
        self.count, self.longest, self.n_states = len(lengths), max(lengths), n_states
        self.sequence = np.repeat(np.arange(self.count), lengths)
        self.step = np.concatenate([np.arange(length) for length in lengths])
        self.mask = np.zeros((self.longest, self.count), dtype=bool)
        self.mask[self.step, self.sequence] = True
        self.starts = np.exp(starts)

    def marginals(self, scores: Floats, moves: Floats) -> tuple[float, Floats, Floats]:
        """The summed log partition, `float64[n_rows, n_states]` state marginals, and summed pair marginals.

        Each step is divided by its sum, so that nothing overflows; the sums add up to the partition.
        """
        padded = np.zeros((self.longest, self.count, self.n_states))
        padded[self.step, self.sequence] = scores
        top = padded.max(axis=2, keepdims=True)
        chances, moving = np.exp(padded - top), np.exp(moves)
        forward, sums = np.empty_like(padded), np.ones((self.longest, self.count))
        here = chances[0] * self.starts
        sums[0] = here.sum(axis=1)
        forward[0] = here / sums[0][:, None]
        for t in range(1, self.longest):
            on = self.mask[t]
            here = (forward[t - 1] @ moving) * chances[t]
            sums[t] = np.where(on, here.sum(axis=1), 1.0)
            forward[t] = np.where(on[:, None], here / sums[t][:, None], forward[t - 1])
        total = float((np.log(sums) + top[:, :, 0])[self.mask].sum())
        backward = np.ones_like(padded)
        pairs = np.zeros((self.n_states, self.n_states))
        for t in range(self.longest - 2, -1, -1):
            on = self.mask[t + 1]
            onward = chances[t + 1] * backward[t + 1] / sums[t + 1][:, None]
            backward[t] = np.where(on[:, None], onward @ moving.T, 1.0)
            pairs += moving * (forward[t][on].T @ onward[on])
        return total, (forward * backward)[self.step, self.sequence], pairs
