"""Units by what they mean: each of a few thousand is compared with the question, and nothing is estimated.

Reading again what words have found cannot bring what shares no word with the question. For guidance, of which there is
little and which a page is asked for first, every vector is looked at: a product of matrices, no index to keep.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from quoth.model import Hit, Run
from quoth.search.dense.encoder import Vectors
from quoth.search.dense.rerank import reranked

__all__ = ["Nearest"]

_DIGITS = 6


class Nearest:
    """Units with their vectors. Can be shared between threads."""

    def __init__(self, units: Sequence[Hit], owners: Sequence[int], vectors: Vectors) -> None:
        """Take units and vectors.

        Args:
            units: each once, with score 0 and match 0.
            owners: for each vector, the place of its unit; a unit may have several.
            vectors: float32[len(owners), dimensions].
        """
        self._units = tuple(units)
        self._owners = np.asarray(owners, dtype=np.intp)
        self._vectors = vectors

    def __len__(self) -> int:
        return len(self._units)

    def joined(self, run: Run, asked: Vectors, *, k: int, weight: float, found: Iterable[Hit] = ()) -> Run:
        """A run of words and the units nearest in meaning, in one order, as `reranked` orders.

        Args:
            run: best first; what no vector is held of counts as not near.
            asked: float32[dimensions], of the question.
            k: how many of the nearest join, by the nearest vector of each, ties by unit id.
            weight: what nearness counts, 0 to 1.
            found: hits of words elsewhere: a unit that is among them joins with its score and its match.

        Returns:
            The hits of both. What only its meaning brought has score 0 before they are ordered, and a match of 0: that
            it holds a word of the question is not said.
        """
        near = np.full(len(self._units), -np.inf)
        np.maximum.at(near, self._owners, np.round(self._vectors @ asked, _DIGITS))
        order = sorted(range(len(near)), key=lambda place: (-near[place], self._units[place].unit_id))[:k]
        by_words = {hit.unit_id: hit for hit in (*found, *run.hits)}
        own = {hit.unit_id: hit for hit in run.hits}
        come = (by_words.get(hit.unit_id, hit) for hit in (self._units[place] for place in order))
        hits = sorted((own | {hit.unit_id: hit for hit in come}).values(), key=lambda hit: (-hit.score, hit.unit_id))
        both = replace(run, hits=tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, 1)))
        nearness = {unit.unit_id: float(value) for unit, value in zip(self._units, near, strict=True)}
        return reranked(both, [nearness.get(hit.unit_id, 0.0) for hit in hits], weight=weight)
