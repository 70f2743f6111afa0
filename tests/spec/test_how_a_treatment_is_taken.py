"""Advice to give a treatment does not lead where it is asked how often, how soon, at what hour, or to stop it."""

import pytest

from quoth.model import Abstention, Answer
from quoth.pipeline import Parts, ask

NOT_TOLD = (
    "steroid injection knee arthritis how often",
    "How many sessions of exercise does depression take, and how often?",
    "how long before a migraine preventer works",
    "how soon do antidepressants help depression",
    "stopping antidepressants slowly",
    "how do I come off sertraline for depression",
    "can I stop my blood pressure tablets",
    "antihypertensives in the evening or morning",
    "blood pressure tablets: best time of day to take them?",
)
TOLD = (
    ("up to 3 sessions", "how often can you have shock wave therapy for heel pain"),
    ("about 4 weeks", "how long until taping helps kneecap pain"),
    ("varenicline", "give up smoking with varenicline"),
)


@pytest.mark.parametrize("question", NOT_TOLD)
def test_advice_that_does_not_tell_it_does_not_lead(question: str, parts: Parts) -> None:
    """It stands below, under a lead that says so."""
    page = ask(question, parts).page

    assert isinstance(page, Abstention) or not page.bottom_line.statements


@pytest.mark.parametrize(("words", "question"), TOLD)
def test_advice_that_tells_it_leads(words: str, question: str, parts: Parts) -> None:
    """By the words of the statement itself."""
    page = ask(question, parts).page

    assert isinstance(page, Answer), page.explanation
    assert any(words in statement.quote.text for statement in page.bottom_line.statements)


def test_a_kind_of_medicine_named_against_an_illness_is_for_that_one(parts: Parts) -> None:
    """Antidepressants are used for back pain here as well: the reading is told, and one press takes it back."""
    page = ask("do antidepressants work", parts).page

    assert [mention.concept.name for mention in page.question.conditions] == ["depression"]
    assert page.question.conditions[0].inferred_because
    assert not ask("nortriptyline or duloxetine?", parts).page.question.conditions


def test_two_treatments_for_different_conditions_are_known_all_the_same(parts: Parts) -> None:
    """The refusal names what the library holds on each, and offers the question for each."""
    page = ask("can I stop metformin if I lose weight", parts).page

    assert isinstance(page, Abstention)
    assert "metformin" in page.explanation
    assert "type 2 diabetes" in page.explanation
    assert page.suggestions[0].question == "can I stop metformin if I lose weight (type 2 diabetes)?"
