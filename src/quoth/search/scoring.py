"""How a unit's score is worked out from counts. Every back end ranks by this, so that all of them rank alike.

BM25 over one weighted bag of fields: a term's frequencies in the fields are added up by weight before they saturate, as
are the lengths. Source: Robertson, Zaragoza, Taylor, CIKM 2004, doi:10.1145/1031171.1031181. A clause stands for one
thing: the frequencies of its alternatives are added, and it is as rare as its commonest alternative, so that a rare
synonym never outweighs the usual word.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quoth.model import Query, Unit
from quoth.search.analysis import analyse

__all__ = ["FIELDS", "FIELD_QUARTERS", "Bm25", "Clause", "clauses_of", "field_terms", "weigh", "weighted_length"]

FIELD_QUARTERS: Mapping[str, int] = {"title": 4, "text": 4, "mesh": 2, "keywords": 2, "interventions": 4}
"""Weight of each field in quarters, whole numbers so that sums do not depend on their order.

Titles weigh as the text does, because many units repeat theirs; MeSH and keywords count half: on PubMed questions that
was a little better than leaving them out and than counting them in full.
"""
FIELDS = tuple(FIELD_QUARTERS)


@dataclass(frozen=True, slots=True)
class Bm25:
    """The two knobs. `k1`: how slowly repeats stop counting; `b`: how much long units are held back.

    0.9 and 0.4 are Anserini's defaults; on abstracts they were better on average than 1.2 and 0.75.
    """

    k1: float = 0.9
    b: float = 0.4

    def idf(self, df: int, units: int) -> float:
        """How much a term that stands in `df` of `units` tells; never negative."""
        return math.log(1.0 + (units - df + 0.5) / (df + 0.5))

    def pivot(self, length: float, mean_length: float) -> float:
        """What a frequency is held against in a unit of this length."""
        return self.k1 * (1.0 - self.b + self.b * length / mean_length)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a query after analysis: sequences of terms, any of which will do."""

    alternatives: tuple[tuple[str, ...], ...]
    weight: float
    required: bool


def field_terms(unit: Unit) -> tuple[list[str], ...]:
    """The terms of each field of a unit, in the order of `FIELDS`."""
    return tuple(analyse(getattr(unit, field)) for field in FIELDS)


def weighted_length(terms: Sequence[Sequence[str]]) -> int:
    """A unit's length in quarters of a term."""
    return sum(len(words) * weight for words, weight in zip(terms, FIELD_QUARTERS.values(), strict=True))


def clauses_of(query: Query) -> tuple[Clause, ...]:
    """The clauses of a query as the index sees them; those without a single term are left out."""
    clauses = []
    for clause in query.clauses:
        alternatives = _shortest(sorted({terms for words in clause.alternatives if (terms := tuple(analyse(words)))}))
        if alternatives:
            clauses.append(Clause(alternatives, clause.weight, clause.required))
    return tuple(clauses)


def weigh(clause: Clause, df: Callable[[str], int], units: int, bm25: Bm25) -> float:
    """What a full match of the clause is worth: its weight times its rarity; 0 when no alternative can match.

    A phrase is rarer than its rarest term, and less rare than if its terms met by chance, which is what adding up all
    rarities would say. It counts in between: the rarest in full, the others by half. Counting phrases exactly would
    cost a search each.
    """
    rarities = []
    for alternative in clause.alternatives:
        terms = sorted((bm25.idf(frequency, units) for term in alternative if (frequency := df(term))), reverse=True)
        if len(terms) == len(alternative):
            rarities.append(min(terms[0] + 0.5 * sum(terms[1:]), bm25.idf(1, units)))
    return clause.weight * min(rarities) if rarities else 0.0


def _shortest(alternatives: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Without those that contain another: wherever "exercise therapy" stands, "exercise" has been counted."""
    return tuple(one for one in alternatives if not any(other != one and _within(other, one) for other in alternatives))


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
