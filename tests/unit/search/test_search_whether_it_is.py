"""Whether somebody has an illness is a question for its diagnosis, not for its treatment."""

import pytest

from quoth.model import Facet
from tests.unit.search.search_words import asked


@pytest.mark.parametrize(
    "question",
    [
        "Could this be plantar fasciitis?",
        "My knee hurts on the stairs, is it runner's knee?",
        "does this sound like a water infection",
        "Has my brother got migraine?",
        "is that really gout or something else",
    ],
)
def test_whether_it_is_an_illness_asks_for_the_diagnosis(question: str) -> None:
    """Advice on treating it would answer what nobody asked."""
    assert (Facet.DIAGNOSIS,) == asked(question).facets


@pytest.mark.parametrize(
    "question",
    [
        "Is it bad for knee arthritis?",
        "Could this be treated with taping in runner's knee?",
        "Is it gout and what helps?",
        "Is this exercise good for migraine?",
        "What helps, is it exercise?",
        "I have had gout for years. What now?",
    ],
)
def test_other_questions_in_the_same_words_do_not(question: str) -> None:
    """A treatment, a harm, or a second question decides."""
    assert Facet.DIAGNOSIS not in asked(question).facets
