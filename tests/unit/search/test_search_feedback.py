"""An exhaustive search adds what sets its best hits apart, and nothing that the question says already."""

from collections.abc import Sequence

from quoth.model import Filters, Query, QueryClause
from quoth.search import with_feedback

QUERY = Query(
    (QueryClause(("kneecap pain", "patellofemoral pain"), 3.0), QueryClause(("taping",), 1.0)), Filters(("rct",))
)
TEXTS = ("Taping the patella and quadriceps strength.", "Patella alignment, quadriceps strength and pain; pain.")
UNITS = {"patella": 40, "quadriceps": 30, "strength": 90, "alignment": 1, "and": 900}


def frequency(words: Sequence[str]) -> tuple[int, ...]:
    """In a library of 1,000 units."""
    return tuple(UNITS.get(word, 0) for word in words)


def test_the_words_of_the_best_hits_join_at_a_part_of_the_weight() -> None:
    """Words of the question, function words, words of one text alone in the library and very common ones do not."""
    wider, words = with_feedback(QUERY, TEXTS, frequency, 1_000)

    assert {"patella", "quadriceps", "strength"} == set(words)
    assert "strength" == words[-1]
    assert QUERY.clauses == wider.clauses[:2]
    assert QUERY.filters == wider.filters
    assert [(word,) for word in words] == [clause.alternatives for clause in wider.clauses[2:]]
    assert abs(0.8 * 4.0 - sum(clause.weight for clause in wider.clauses[2:])) < 0.01


def test_hits_without_new_words_leave_the_query_alone() -> None:
    """Nothing found, or nothing but the question found again."""
    assert (QUERY, ()) == with_feedback(QUERY, (), frequency, 1_000)
    assert (QUERY, ()) == with_feedback(QUERY, ("Taping: kneecap pain!",), frequency, 1_000)
    assert (QUERY, ()) == with_feedback(QUERY, ("12 \U0001f9b5 \x00 zzz",), frequency, 0)
