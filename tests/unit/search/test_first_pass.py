"""What the engine is asked: quick to run through, and never another meaning of the query."""

from pathlib import Path

import pytest

from quoth.model import Query, QueryClause, RecordId, RenditionId, Unit
from quoth.search.engine.first_pass import first_pass
from quoth.search.engine.index import TantivyIndex
from quoth.search.engine.schema import schema
from quoth.search.engine.view import View
from quoth.search.scoring import Bm25, clauses_of, weigh

TEXTS = ("Infection of the knee.", "Infected knees.", "Taping the knee.", "Walking.", "Swimming and cycling.")


@pytest.fixture
def view(tmp_path: Path) -> View:
    """A small index, in which "infection" has kin."""
    index = TantivyIndex(tmp_path / "index")
    index.add(
        Unit(f"{number}#0-{len(text)}", RecordId(str(number)), RenditionId(str(number)), 0, len(text), "", text)
        for number, text in enumerate(TEXTS)
    )
    return index._view()


def _asked(view: View, *clauses: QueryClause) -> str:
    query, bm25 = Query(clauses), Bm25()
    read = clauses_of(query, view.vocabulary)
    assert any(clause.kin for clause in read) or len(clauses[0].alternatives) > 1
    worth = [weigh(clause, view.vocabulary, view.units, bm25) for clause in read]
    return repr(first_pass(schema(), view, read, worth, query.filters, bm25))


def test_kin_stand_beside_their_word_in_one_flat_sum(view: View) -> None:
    """The engine has a quick way for a sum of single terms; one nested clause would take it from the whole query."""
    asked = _asked(view, QueryClause(("infection",), 1.0), QueryClause(("knee",), 1.0))

    assert "Disjunction" not in asked
    assert 1 == asked.count("BooleanQuery")


def test_a_word_that_must_be_there_is_there_by_its_kin_too(view: View) -> None:
    """Beside it, none of them would be a must."""
    assert "Disjunction" in _asked(view, QueryClause(("infection",), 1.0, required=True))


def test_names_of_one_thing_count_once(view: View) -> None:
    """A text that uses two names of a condition is not twice about it."""
    assert "Disjunction" in _asked(view, QueryClause(("walking", "swimming"), 1.0))
