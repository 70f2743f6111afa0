"""A multinomial logistic model of which features are present: what the small models of words are fitted by."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

__all__ = ["fitted"]

Floats = NDArray[np.float64]


def fitted(
    rows: Sequence[Sequence[int]], labels: Sequence[int], *, features: int, classes: int, l2: float, iterations: int
) -> Floats:
    """The weights, float64[features, classes], with a penalty on large ones (L2); the same for the same input.

    Args:
        rows: of each example the places of its features; each is scaled to length 1.
        labels: of each example the place of its class.
        features: how many there are.
        classes: how many there are.
        l2: the penalty.
        iterations: of L-BFGS, at most.
    """
    columns = np.array([place for row in rows for place in row])
    pointers = np.cumsum([0, *map(len, rows)])
    values = np.concatenate([np.full(len(row), max(1, len(row)) ** -0.5) for row in rows])
    matrix = sparse.csr_matrix((values, columns, pointers), shape=(len(rows), features))
    turned, truth = matrix.T.tocsr(), np.eye(classes)[list(labels)]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, classes)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        raised = np.exp(scores)
        total = raised.sum(axis=1, keepdims=True)
        value = float((np.log(total) - (scores * truth).sum(axis=1, keepdims=True)).sum())
        gradient = turned @ (raised / total - truth) + 2 * l2 * weights
        return value + l2 * float((weights**2).sum()), gradient.ravel()

    start = np.zeros(features * classes)
    best = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations})
    found: Floats = best.x.reshape(-1, classes)
    return found
