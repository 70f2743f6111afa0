"""A query in the engine's own words: finds the candidates, in an order near enough to the exact one."""

from collections.abc import Iterator, Sequence

import tantivy

from quoth.model import Filters
from quoth.search.engine.view import View
from quoth.search.scoring import Bm25, Clause

__all__ = ["first_pass"]

_Q = tantivy.Query
_SHOULD, _MUST = tantivy.Occur.Should, tantivy.Occur.Must
_TOGETHER = 0.3
"""What further alternatives of a clause add to the best one."""
_KIN_ALONE = 1.5
"""Kin count a little more here than in the exact score, where a word that comes with its kin soon stops counting.

They stand beside their word, in one flat sum: the engine runs through a sum of single terms twice as fast as through
sums of bests, and finds more of the exact order so (docs/decisions/0131).
"""


def first_pass(
    schema: tantivy.Schema,
    view: View,
    clauses: Sequence[Clause],
    worth: Sequence[float],
    filters: Filters,
    bm25: Bm25,
) -> tantivy.Query:
    """Every unit that the clauses match, inside the walls.

    Names of one thing stand under one clause, of which the best counts; kin stand beside their word, unless one of
    them has to be there.

    The engine multiplies a term by a rarity of its own; that is divided out, so that a clause is worth what we say.
    """
    parts: list[tuple[tantivy.Occur, tantivy.Query]] = []
    for clause, value in zip(clauses, worth, strict=True):
        said = [(alternative, value) for alternative in clause.alternatives]
        kin = [((term,), value * bm25.kin * _KIN_ALONE) for term in clause.kin]
        if clause.required:
            together = _any_of(schema, view, [*said, *kin], bm25)
            if together is None:
                return _Q.empty_query()
            parts.append((_MUST, together))
        else:
            held = (_any_of(schema, view, said, bm25), *(_any_of(schema, view, [one], bm25) for one in kin))
            parts += [(_SHOULD, one) for one in held if one is not None]
    if not parts:
        return _Q.empty_query()
    walls = list(_walls(schema, filters))
    if not walls:
        return _Q.boolean_query(parts)
    return _Q.boolean_query([(_MUST, _Q.boolean_query(parts)), *((_MUST, _Q.const_score_query(w, 0.0)) for w in walls)])


def _any_of(
    schema: tantivy.Schema, view: View, wanted: Sequence[tuple[tuple[str, ...], float]], bm25: Bm25
) -> tantivy.Query | None:
    """The sequences of terms that the index holds, each for what it is to be worth, or None where it holds none."""
    queries = [
        _Q.boost_query(_sequence(schema, terms), worth / native)
        for terms, worth in wanted
        if (native := _native_weight(view, terms, bm25)) > 0.0
    ]
    if len(queries) < 2:
        return queries[0] if queries else None
    return _Q.disjunction_max_query(queries, _TOGETHER)


def _native_weight(view: View, alternative: tuple[str, ...], bm25: Bm25) -> float:
    """What the engine multiplies this by on its own: the sum of its terms' rarities."""
    frequencies = [view.vocabulary.frequency(term) for term in alternative]
    return sum(bm25.idf(df, view.units) for df in frequencies) if all(frequencies) else 0.0


def _sequence(schema: tantivy.Schema, terms: tuple[str, ...]) -> tantivy.Query:
    if len(terms) == 1:
        return _Q.term_query(schema, "terms", terms[0], "freq")
    return _Q.phrase_query(schema, "terms", list(terms))


def _walls(schema: tantivy.Schema, filters: Filters) -> Iterator[tantivy.Query]:
    if filters.kinds:
        yield _Q.term_set_query(schema, "kind", list(filters.kinds))
    if filters.populations:
        yield _Q.term_set_query(schema, "population", list(filters.populations))
    if filters.year_from is not None or filters.year_to is not None:
        yield _Q.range_query(schema, "year", tantivy.FieldType.Integer, filters.year_from, filters.year_to)
