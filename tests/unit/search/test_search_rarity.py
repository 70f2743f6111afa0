"""How rare a word is here: what a source may lack of a long question depends on it."""

import pytest

from quoth.search.terms import ContentWord, word_terms
from quoth.search.wording import Span


@pytest.mark.parametrize(("df", "rarity"), [(0, 1.0), (999, 0.0), (1000, 0.0), (5000, 0.0), (31, 0.498)])
def test_rarity_runs_from_a_word_of_every_unit_to_one_of_none(df: int, rarity: float) -> None:
    """Inverse document frequency as a share of the largest."""
    (term,) = word_terms([ContentWord("tape", "tape", Span(0, 4))], {}, {"tape": df}, 999)

    assert pytest.approx(rarity, abs=0.002) == term.rarity


def test_an_empty_library_knows_no_rarity() -> None:
    """Every word counts in full."""
    (term,) = word_terms([ContentWord("tape", "tape", Span(0, 4))], {}, {}, 0)

    assert 1.0 == term.rarity
