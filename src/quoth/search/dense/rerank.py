"""The first hits of a run in a better order: what the words say and what an encoder says, added up.

On the development halves a weighted sum of the two was as good as any fusion of ranks, and reordering 50 hits as good
as searching all vectors (docs/decisions/0052). Ranks below the reordered hits stay as they were.
"""

from collections.abc import Sequence
from dataclasses import replace

from quoth.model import Hit, Run

__all__ = ["blended", "reranked"]

_DIGITS = 6
"""Scores are rounded before they are compared, so that a last bit of float arithmetic never decides an order."""


def reranked(run: Run, similarity: Sequence[float], *, weight: float) -> Run:
    """The run with its first hits reordered.

    Args:
        run: hits, best first.
        similarity: cosine of the question with each of the first hits; as many as are to be reordered.
        weight: what similarity counts, 0 to 1; the rest is the hit's score as a share of the best one's.

    Returns:
        The same hits. Scores of reordered hits are the old scores handed out again in the new order, so that what
        reads scores as strengths of a lexical match is not misled by another scale.
    """
    head, tail = run.hits[: len(similarity)], run.hits[len(similarity) :]
    if not head or weight == 0:
        return run
    order = blended(run, similarity, weight=weight)
    moved = [replace(head[place], score=head[rank].score) for rank, place in enumerate(order)]
    hits: list[Hit] = [replace(hit, rank=rank) for rank, hit in enumerate((*moved, *tail), 1)]
    return replace(run, hits=tuple(hits))


def blended(run: Run, similarity: Sequence[float], *, weight: float) -> list[int]:
    """The places of the first hits in their new order; arguments as in `reranked`."""
    head = run.hits[: len(similarity)]
    best = head[0].score or 1.0
    sums = [
        round((1.0 - weight) * hit.score / best + weight * near, _DIGITS)
        for hit, near in zip(head, similarity, strict=True)
    ]
    return sorted(range(len(head)), key=lambda place: (-sums[place], head[place].unit_id))
