"""How a unit's score is worked out from counts. Every back end ranks by this, so that all of them rank alike.

BM25 over one weighted bag of fields: a term's frequencies in the fields are added up by weight before they saturate, as
are the lengths. Source: Robertson, Zaragoza, Taylor, CIKM 2004, doi:10.1145/1031171.1031181. A clause stands for one
thing: the frequencies of its alternatives are added, those of their kin by a part, and it is as rare as its commonest
alternative, so that a rare synonym never outweighs the usual word. Two things were added because they were measured
(docs/decisions/0050): rare words tell a little more than their logarithm says, and of two units with the same sum the
one that holds more of the question is better.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from quoth.model import Query, Unit
from quoth.search.analysis import analyse
from quoth.search.kinship import KIN_WEIGHT

__all__ = [
    "FIELDS",
    "FIELD_QUARTERS",
    "Bm25",
    "Clause",
    "Vocabulary",
    "clauses_of",
    "field_terms",
    "share_of",
    "unsaid",
    "weigh",
    "weighted_length",
]

FIELD_QUARTERS: Mapping[str, int] = {
    "title": 4,
    "text": 4,
    "mesh": 2,
    "keywords": 2,
    "interventions": 4,
    "plain": 1,
}
"""Weight of each field in quarters, whole numbers so that sums do not depend on their order.

Titles weigh as the text does, because many units repeat theirs; MeSH and keywords count half: on PubMed questions that
was a little better than leaving them out and than counting them in full. Plain wording leads to a guideline, and ranks
little (docs/decisions/0088).
"""
FIELDS = tuple(FIELD_QUARTERS)


_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Bm25:
    """The knobs, all measured on the development halves (docs/explanation/search.md has the curve)."""

    k1: float = 0.9
    """How slowly repeats stop counting."""
    b: float = 0.75
    """How much long units are held back."""
    rarity: float = 1.2
    """The power of a term's rarity; 1 is the usual BM25."""
    coverage: float = 0.4
    """How much of a score hangs on the share of the question that a unit holds."""
    kin: float = KIN_WEIGHT
    """What a word of the same family counts."""

    def idf(self, df: int, units: int) -> float:
        """How much a term that stands in `df` of `units` tells; never negative."""
        return math.log(1.0 + (units - df + 0.5) / (df + 0.5))

    def pivot(self, length: float, mean_length: float) -> float:
        """What a frequency is held against in a unit of this length."""
        return self.k1 * (1.0 - self.b + self.b * length / mean_length)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What an index knows of its words."""

    frequency: Callable[[str], int]
    """In how many units a term stands."""
    kin: Callable[[str], tuple[str, ...]]
    """Other terms of its family, commonest first."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a query after analysis: sequences of terms, any of which will do."""

    alternatives: tuple[tuple[str, ...], ...]
    weight: float
    required: bool
    kin: tuple[str, ...] = ()
    """Single terms that count by a part."""


def field_terms(unit: Unit) -> tuple[list[str], ...]:
    """The terms of each field of a unit, in the order of `FIELDS`."""
    return tuple(analyse(getattr(unit, field)) for field in FIELDS)


def unsaid(terms: Sequence[Sequence[str]]) -> frozenset[str]:
    """Of the terms of each field, in the order of `FIELDS`, those that stand in plain wording alone.

    The source does not say them: a unit is found by them, and that does not make them known to a library.
    """
    said = {term for field, words in zip(FIELDS, terms, strict=True) if field != "plain" for term in words}
    return frozenset(terms[FIELDS.index("plain")]) - said


def weighted_length(terms: Iterable[int]) -> int:
    """A unit's length in quarters of a term, from the number of terms in each field, in the order of `FIELDS`."""
    return sum(map(mul, terms, FIELD_QUARTERS.values()))


def clauses_of(query: Query, vocabulary: Vocabulary) -> tuple[Clause, ...]:
    """The clauses of a query as the index sees them; those without a single term are left out."""
    clauses = []
    for clause in query.clauses:
        alternatives = _alternatives(tuple(clause.alternatives))
        if alternatives:
            kin = _kin(alternatives, vocabulary)
            clauses.append(Clause(alternatives, clause.weight, clause.required, kin))
    return tuple(clauses)


def weigh(clause: Clause, vocabulary: Vocabulary, units: int, bm25: Bm25) -> float:
    """What a full match of the clause is worth: its weight times its rarity; 0 when no alternative can match.

    A phrase is rarer than its rarest term, and less rare than if its terms met by chance, which is what adding up all
    rarities would say. It counts in between: the rarest in full, the others by half. Counting phrases exactly would
    cost a search each. A single word is as common as its family.
    """
    family = sum(vocabulary.frequency(term) for term in clause.kin)
    rarities = []
    for alternative in clause.alternatives:
        known = [vocabulary.frequency(term) for term in alternative]
        if len(alternative) == 1 and known[0] + family:
            rarities.append(bm25.idf(min(units, known[0] + family), units))
        elif all(known):
            terms = sorted((bm25.idf(frequency, units) for frequency in known), reverse=True)
            rarities.append(min(terms[0] + 0.5 * sum(terms[1:]), bm25.idf(1, units)))
    return clause.weight * min(rarities) ** bm25.rarity if rarities else 0.0


def share_of(score: float, full: float) -> float:
    """A score as a share of what all clauses are worth together, rounded so that sums in any order give the same."""
    return round(score / full, _DIGITS) if full else 0.0


def _kin(alternatives: tuple[tuple[str, ...], ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Kin of a clause that is one word. Names of several words have their synonyms listed, and need none."""
    if len(alternatives) != 1 or len(alternatives[0]) != 1:
        return ()
    return vocabulary.kin(alternatives[0][0])


@lru_cache(maxsize=2_048)
def _alternatives(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The terms of each phrase, kept: a condition is asked about again and again, under dozens of names."""
    return _shortest(sorted({terms for words in phrases if (terms := tuple(analyse(words)))}))


def _shortest(alternatives: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Without those that contain another: wherever "exercise therapy" stands, "exercise" has been counted."""
    return tuple(one for one in alternatives if not any(other != one and _within(other, one) for other in alternatives))


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
