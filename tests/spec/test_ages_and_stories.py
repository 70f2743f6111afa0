"""Numbers of years that are nobody's age, and stories that ask nothing by themselves."""

import pytest

from quoth.model import QuestionKind
from tests.unit.search.search_words import asked


@pytest.mark.parametrize(
    "question",
    [
        "aspirin for 5 years in atrial fibrillation",
        "colonoscopy every 3 years",
        "statin for a 10-year CVD risk of 12%",
        "5 years of bisphosphonates for osteoporosis",
        "metformin at 3 years of follow-up",
    ],
)
def test_a_span_of_years_is_no_age(question: str) -> None:
    """Else advice on five years of a medicine is sought among children."""
    assert () == asked(question).populations


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("My 5 year old has an ear infection", "children"),
        ("asthma in a 7 year girl", "children"),
        ("otitis at 3 years of age", "children"),
        ("my son is 3, ear infection", "children"),
        ("she is 83 and has migraine", "older people"),
        ("16 yo with asthma", "adolescents"),
        ("a 70-year-old man with asthma", "older people"),
        ("patient aged 66 with gout", "older people"),
    ],
)
def test_an_age_is_somebodys(question: str, people: str) -> None:
    """Said to be one, or of somebody."""
    assert people in [mention.concept.name for mention in asked(question).populations]


@pytest.mark.parametrize("story", ["she is 83 and has migraine", "my son is 3, ear infection", "he has psoriasis"])
def test_a_story_asks_what_to_do(story: str) -> None:
    """A verb behind the one who is told of asks nothing."""
    question = asked(story)

    assert (QuestionKind.TREATMENT, ()) == (question.kind, question.facets)
