"""How rare a word is here: what a source may lack of a long question depends on it."""

import pytest

from quoth.search.terms import ContentWord, word_terms
from quoth.search.wording import Span


@pytest.mark.parametrize(("df", "rarity"), [(0, 1.0), (1999, 0.0), (2000, 0.0), (5000, 0.0), (44, 0.499)])
def test_rarity_runs_from_a_word_of_every_unit_to_one_of_none(df: int, rarity: float) -> None:
    """Inverse document frequency as a share of the largest."""
    (term,) = word_terms([ContentWord("tape", "tape", Span(0, 4))], {}, {"tape": df}, 1999)

    assert pytest.approx(rarity, abs=0.002) == term.rarity


def test_an_empty_library_knows_no_rarity() -> None:
    """Every word counts in full."""
    (term,) = word_terms([ContentWord("tape", "tape", Span(0, 4))], {}, {}, 0)

    assert 1.0 == term.rarity


def test_a_small_library_does_not_make_a_word_common() -> None:
    """All forty records that were fetched for a question hold its words: they are as telling as before."""
    (term,) = word_terms([ContentWord("tape", "tape", Span(0, 4))], {}, {"tape": 40}, 40)

    assert 0.4 < term.rarity < 0.6
