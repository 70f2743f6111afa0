"""A word beside a condition's name can make it another condition, in a question and in a text alike."""

import pytest

from quoth.lexicon import other_condition

OTHER = [
    ("treatment of pulmonary hypertension", "hypertension", "pulmonary hypertension"),
    ("insulin in type 1 diabetes", "diabetes", "type 1 diabetes"),
    ("Type-I diabetes", "diabetes", "Type-I diabetes"),
    ("diabetes insipidus", "diabetes", "diabetes insipidus"),
    ("Diabetes Mellitus, Type 1", "Diabetes", "Diabetes Mellitus, Type 1"),
    ("bipolar depression", "depression", "bipolar depression"),
    ("hand osteoarthritis", "osteoarthritis", "hand osteoarthritis"),
]
SAME = [
    ("oral diabetes drugs", "diabetes"),
    ("resistant hypertension", "hypertension"),
    ("diabetes, type 2", "diabetes"),
    ("severe depression", "depression"),
    ("diabetes type 15", "diabetes"),
    ("hypertension", "hypertension"),
]


@pytest.mark.parametrize(("text", "name", "whole"), OTHER)
def test_a_site_cause_or_kind_makes_it_another_condition(text: str, name: str, whole: str) -> None:
    """Advice on high blood pressure does not treat pulmonary hypertension."""
    start = text.index(name)
    found = other_condition(text, start, start + len(name))

    assert found is not None
    assert whole == text[slice(*found)]


@pytest.mark.parametrize(("text", "name"), SAME)
def test_other_words_beside_it_leave_it_what_it_is(text: str, name: str) -> None:
    """A route, a degree or a stage does not change the disease."""
    start = text.index(name)

    assert other_condition(text, start, start + len(name)) is None
