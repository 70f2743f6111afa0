"""A question for yes or no on something that is no treatment is not one on treatment."""

import pytest

from quoth.model import QuestionKind
from tests.unit.search.search_words import asked

SOMETHING_ELSE = (
    "Should I tell my employer about my gout?",
    "Is gout a disease?",
    "Would my neighbour understand my gout?",
    "Shouldn't I tell my employer about my gout?",
)
TREATMENT = (
    "Should gout be treated at eighty?",
    "Can I do anything about gout?",
    "Do I need tablets for gout?",
    "Should my husband's high blood pressure be brought down?",
    "gout in my neighbour",
    "My neighbour has gout, what now?",
    "Does metformin suit my neighbour's diabetes?",
)


@pytest.mark.parametrize("text", SOMETHING_ELSE)
def test_what_is_neither_named_nor_treatment_is_something_else(text: str) -> None:
    """Advice on treatment would answer "should I tell my employer" with a medicine."""
    question = asked(text)

    assert question.kind is QuestionKind.OTHER
    assert question.conditions
    assert question.asks_something_else


@pytest.mark.parametrize("text", TREATMENT)
def test_names_alone_and_words_of_treating_ask_for_treatment(text: str) -> None:
    """Whoever is told of besides."""
    assert not asked(text).asks_something_else
