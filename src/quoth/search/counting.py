"""A unit's terms as numbers, and how often the clauses of a query stand in many units, all at once."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from quoth.search.scoring import FIELD_QUARTERS, FIELDS, Bm25, Clause

__all__ = ["exact_scores", "number_of", "units_of"]

_NUMBER = np.dtype("<u8")
_NUMBER_BYTES = _NUMBER.itemsize
_KEPT = 1 << 18
_END = 0
"""Stands after each field, so that no phrase runs from one field or unit into the next."""
_QUARTERS = np.array(list(FIELD_QUARTERS.values()), dtype=np.int64)


def units_of(numbers: npt.NDArray[np.uint64]) -> Iterator[tuple[bytes, int]]:
    """Units as `exact_scores` takes them, and their weighted lengths.

    Args:
        numbers: of all terms of units, field by field in the order of `FIELDS`, each field closed by a zero.
    """
    ends = np.flatnonzero(numbers == _END)
    unit_ends = (ends[len(FIELDS) - 1 :: len(FIELDS)] + 1).tolist()
    for (start, end), length in zip(pairwise([0, *unit_ends]), _weighted(ends), strict=True):
        yield numbers[start:end].tobytes(), length


def exact_scores(
    packed: Sequence[bytes], clauses: Sequence[Clause], worth: Sequence[float], mean_length: float, bm25: Bm25
) -> list[float]:
    """The score of each unit, clause by clause in the order of the reference, so that the sums are the very same.

    Args:
        packed: units as `units_of` gives them.
        clauses: clauses of a query.
        worth: what a full match of each is worth.
        mean_length: over the whole index, in quarters of a term.
        bm25: the two knobs.
    """
    if not packed:
        return []
    counted, lengths = _frequencies(packed, clauses, bm25.kin)
    pivots = np.array([bm25.pivot(length, mean_length) for length in lengths])
    scores = np.zeros(len(packed))
    covered = np.zeros(len(packed))
    for column, value in enumerate(worth):
        scores += value * (counted[:, column] / (counted[:, column] + pivots))
        covered += value * (counted[:, column] > 0)
    whole = sum(worth)
    if whole:
        scores *= (1.0 - bm25.coverage) + bm25.coverage * (covered / whole)
    return list(map(float, scores))


def _frequencies(
    packed: Sequence[bytes], clauses: Sequence[Clause], kin: float
) -> tuple[npt.NDArray[np.float64], list[int]]:
    """float64[n_units, n_clauses], how often each clause stands in each unit, by field weight; and their lengths."""
    numbers = np.frombuffer(b"".join(packed), dtype=_NUMBER)
    ends = np.flatnonzero(numbers == _END)
    places = _places(numbers, clauses)

    def quarters(alternatives: Sequence[tuple[str, ...]]) -> npt.NDArray[np.float64]:
        found = np.zeros(len(packed))
        for alternative in alternatives:
            at = _starts(numbers, places, alternative)
            if at.size:
                field = np.searchsorted(ends, at)
                weights = _QUARTERS[field % len(FIELDS)]
                found += np.bincount(field // len(FIELDS), weights=weights, minlength=len(packed))
        return found

    counted = np.zeros((len(packed), len(clauses)), dtype=np.float64)
    for column, clause in enumerate(clauses):
        counted[:, column] = quarters(clause.alternatives) / 4
        if clause.kin:
            counted[:, column] += kin * (quarters([(term,) for term in clause.kin]) / 4)
    return counted, _weighted(ends)


def _weighted(ends: npt.NDArray[np.intp]) -> list[int]:
    """The lengths of units in quarters of a term, from where their fields end."""
    sizes = np.diff(ends, prepend=-1) - 1
    return list(map(int, (sizes.reshape(-1, len(FIELDS)) * _QUARTERS).sum(axis=1)))


def _places(numbers: npt.NDArray[np.uint64], clauses: Sequence[Clause]) -> dict[str, npt.NDArray[np.intp]]:
    """Where the first term of each alternative stands."""
    own = {alternative[0] for clause in clauses for alternative in clause.alternatives}
    firsts = sorted(own | {term for clause in clauses for term in clause.kin})
    values = np.array([_value(term) for term in firsts], dtype=_NUMBER)
    low = np.zeros(1 << 16, dtype=bool)
    low[values & np.uint64(0xFFFF)] = True
    likely = np.flatnonzero(low[(numbers & np.uint64(0xFFFF)).astype(np.intp)])
    seen = numbers[likely]
    return {term: likely[seen == value] for term, value in zip(firsts, values, strict=True)}


def _starts(
    numbers: npt.NDArray[np.uint64], places: dict[str, npt.NDArray[np.intp]], alternative: tuple[str, ...]
) -> npt.NDArray[np.intp]:
    at = places[alternative[0]]
    for offset, term in enumerate(alternative[1:], 1):
        at = at[at + offset < numbers.size]
        at = at[numbers[at + offset] == np.uint64(_value(term))]
    return at


def number_of(term: str) -> bytes:
    """The number of one term, worked out anew; never zero."""
    digest = blake2b(term.encode("utf-8", "surrogatepass"), digest_size=_NUMBER_BYTES).digest()
    return digest if any(digest) else b"\x01" + digest[1:]


def _value(term: str) -> int:
    return int.from_bytes(_NUMBERS[term], "little")


class _Numbers(dict[str, bytes]):
    """Numbers of terms, each worked out once; emptied when it holds too many, since any of them can be made again."""

    def __missing__(self, term: str) -> bytes:
        if len(self) >= _KEPT:
            self.clear()
        number = self[term] = number_of(term)
        return number


_NUMBERS = _Numbers()
