"""One committed state of the index, with what was worked out from it: counts, mean length, families of words."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import tantivy

from quoth.search.kinship import KIN_MAX, root
from quoth.search.scoring import Vocabulary

__all__ = ["View", "count_of", "look"]

_KEPT = 1 << 16


@dataclass(frozen=True, slots=True)
class View:
    """What a reader sees until the next commit."""

    searcher: tantivy.Searcher
    units: int
    mean_length: float
    """In quarters of a term."""
    vocabulary: Vocabulary
    unsaid: Callable[[str], int]
    """In how many units a term stands in plain wording alone."""


def look(index: tantivy.Index, schema: tantivy.Schema) -> View:
    """The state that was committed last."""
    searcher = index.searcher()
    everything = tantivy.Query.all_query()
    units = searcher.num_docs
    total = searcher.aggregate(everything, {"total": {"sum": {"field": "length"}}}) if units else {}
    mean_length = total["total"]["value"] / units if units else 0.0
    deleted = searcher.doc_freq("every", "1") != units
    frequency = _frequencies(searcher, schema, "terms", deleted=deleted)
    unsaid = _frequencies(searcher, schema, "unsaid", deleted=deleted)
    return View(searcher, units, mean_length, Vocabulary(frequency, _families(searcher, frequency)), unsaid)


def count_of(result: tantivy.SearchResult) -> int:
    """How many units matched; the engine's type notes leave this attribute out."""
    return int(result.count)  # type: ignore[attr-defined]


def _frequencies(
    searcher: tantivy.Searcher, schema: tantivy.Schema, field: str, *, deleted: bool
) -> Callable[[str], int]:
    @lru_cache(maxsize=_KEPT)
    def frequency(term: str) -> int:
        known: int = searcher.doc_freq(field, term)
        if known and deleted:  # the cheap number counts texts that are gone
            query = tantivy.Query.term_query(schema, field, term, "basic")
            known = count_of(searcher.search(query, 1))
        return known

    return frequency


def _families(searcher: tantivy.Searcher, frequency: Callable[[str], int]) -> Callable[[str], tuple[str, ...]]:
    @lru_cache(maxsize=_KEPT)
    def kin(term: str) -> tuple[str, ...]:
        stem = root(term)
        held = (one for one, _ in searcher.terms_with_prefix("terms", stem)) if stem else ()
        family = [(frequency(one), one) for one in held if one != term and root(one) == stem]
        return tuple(one for count, one in sorted(family, key=lambda pair: (-pair[0], pair[1]))[:KIN_MAX] if count)

    return kin
