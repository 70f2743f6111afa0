"""The people of a question as MeSH's check tags name them."""

import pytest

from quoth.lexicon import Lexicon
from quoth.search import tags_asked, understand


@pytest.mark.parametrize(
    ("asked", "tag"),
    [
        ("asthma in my toddler", "Infant"),
        ("asthma in children", "Child, Preschool"),
        ("asthma at 15 years old", "Adolescent"),
        ("asthma in the elderly", "Aged"),
        ("asthma at 70 years old", "Aged, 80 and over"),
        ("asthma in pregnancy", "Pregnancy"),
    ],
)
def test_people_have_their_check_tags(asked: str, tag: str) -> None:
    """By name and by age."""
    question = understand(asked, Lexicon.build(()), frequency=lambda words: tuple(1 for _ in words), n_units=10)

    assert tag in tags_asked(question)


def test_a_question_on_nobody_in_particular_asks_for_no_tag() -> None:
    """Adults are whom most reports are about, and few of them say so."""
    question = understand(
        "asthma and paracetamol", Lexicon.build(()), frequency=lambda words: (1,) * len(words), n_units=10
    )

    assert frozenset() == tags_asked(question)
