"""One question for advice and another behind it are told apart from one question with a turn in it."""

import pytest

from quoth.search.two_questions import first_of_two
from quoth.search.wording import read


def first(question: str) -> str | None:
    """The part that asks for advice, where there are two."""
    span = first_of_two(read(question))
    return question[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("part", "question"),
    [
        ("Is taping advised for kneecap pain", "Is taping advised for kneecap pain, and how many get a rash from it?"),
        ("Does NICE offer it", "Does NICE offer it, and what are the odds of thrush?"),
        ("May I take both?", "May I take both? How often do people stop?"),
        ("Are both first line", "Are both first line, and which had resolved more at four weeks?"),
    ],
)
def test_advice_and_something_else_are_two_questions(part: str, question: str) -> None:
    """The second may ask for a figure, a harm or a detail."""
    assert part == first(question)


@pytest.mark.parametrize(
    "question",
    [
        "Is taping advised for kneecap pain?",
        "How often does it upset the stomach, and does it last?",  # no advice is asked for
        "Must I relearn my gait, or is good advice enough?",  # an alternative
        "Is it all right to hold back? He is four and has an ear infection.",  # a story behind it
        "Is it advised, and is it offered to children?",  # advice twice
        "My doctor recommended taping and exercise. What else?",
    ],
)
def test_one_question_with_a_turn_stays_one(question: str) -> None:
    """Nothing of it may be left out by what leads."""
    assert first(question) is None
