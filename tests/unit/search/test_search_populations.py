"""Groups of people that a question names in general words or by an age."""

import pytest

from quoth.search.populations import populations_of
from quoth.search.wording import read

NAMED = [
    ("a 7 year old with asthma", "children"),
    ("my daughter is 6 years and has asthma", "children"),
    ("vaccines at 2 years", "children"),
    ("for children aged 5 years", "children"),
    ("for 12 years and over", "children and adolescents"),
    ("at 5 years of age", "children"),
    ("over 65 years", "older people"),
    ("treating high blood pressure after 60", "older people"),
    ("high blood pressure over 60", "older people"),
    ("lactating women", "breastfeeding"),
]
NOBODY = [
    "Does dulaglutide lower HbA1c after 2 years?",
    "joint damage over 5 years",
    "golimumab: 5 years results",
    "1 year outcomes of knee replacement",
    "who relapsed within the first 3 years",
    "blood lactate levels on antipsychotics",
]


@pytest.mark.parametrize(("text", "group"), NAMED)
def test_an_age_names_a_group(text: str, group: str) -> None:
    """Who is asked about decides what evidence is direct."""
    assert group in {mention.concept.name for mention in populations_of(read(text))}


@pytest.mark.parametrize("text", NOBODY)
def test_how_long_something_lasts_is_no_age_and_a_salt_is_nobody(text: str) -> None:
    """Evidence on adults after two years of treatment is not refused for being silent on children of two years."""
    assert () == populations_of(read(text))
