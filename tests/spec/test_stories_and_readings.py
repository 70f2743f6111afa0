"""One figure of a blood pressure tells the illness, and a question for whatever there is asks nothing of its story."""

import pytest

from quoth.model import Abstention, Answer
from quoth.pipeline import Parts, ask


@pytest.mark.parametrize(
    ("condition", "question"),
    [
        ("hypertension", "Did people faint more when their systolic was pushed under 120?"),
        ("hypertension", "Her pressure has been near 180 for months. What should be done?"),
        ("chronic low back pain", "My back has ached for years: would Pilates pay off?"),
        ("smoking cessation", "My boss smokes like a chimney and wants to quit before his wedding. Best tablet?"),
        ("plantar heel pain", "Plantar fasciitis for a year, marathon in May. What is left to try?"),
        ("hypertension", "Newly hypertensive at 61. What do we start with and how soon do we recheck?"),
        ("plantar heel pain", "Stubborn plantar fasciitis in a postman, what helps?"),
        ("knee osteoarthritis", "Knee arthritis in a farmer of 66: paracetamol or a topical NSAID?"),
        ("knee osteoarthritis", "Dietitian here - does losing 5% of weight help knee arthritis pain?"),
        ("patellofemoral pain", "School coach: one of my runners has sore kneecaps, should she sit out the season?"),
    ],
)
def test_a_story_and_a_single_reading_are_understood(condition: str, question: str, parts: Parts) -> None:
    """What somebody does or has before them is no treatment that is asked about."""
    page = ask(question, parts).page

    assert isinstance(page, Answer), page.explanation
    assert page.question.conditions[0].concept.name == condition


@pytest.mark.parametrize(
    "question",
    [
        "Pulmonary artery systolic pressure of 95: which drug?",
        "Eye pressure of 140, which drops?",
        "Is a tyre pressure of 120 dangerous?",
        "I drink celery juice for my blood pressure. Better than pills?",
        "I heard of a helmet against migraine. Best brand?",
        "I take ashwagandha for low mood. Any alternatives?",
        "Copper socks for plantar fasciitis, marathon in May. What is left to try, magnets or reflexology?",
        "Wearing copper for knee osteoarthritis: NNT?",
        "Should a farmer with low back pain sleep in a recliner?",
        "Would a butcher's apron help a postman with low back pain?",
    ],
)
def test_another_pressure_and_a_thing_that_is_pointed_at_are_refused(question: str, parts: Parts) -> None:
    """The same words around something that the library does not hold."""
    assert isinstance(ask(question, parts).page, Abstention)


def test_how_the_illness_is_in_a_story_is_no_outcome_that_is_asked_for(parts: Parts) -> None:
    """Asked in one sentence, the same words are what has to be told."""
    told = ask("Eight migraine days a month, never treated. What comes first?", parts).page.question
    asked = ask("Does propranolol lower migraine days?", parts).page.question

    assert () == told.outcomes
    assert asked.outcomes


def test_what_else_was_had_in_a_story_still_counts(parts: Parts) -> None:
    """Advice for people who never had it does not lead."""
    page = ask("I had a heart attack in May, and my systolic sits at 134. What should be done?", parts).page

    assert isinstance(page, Answer)
    bounds = [one.quote.text for led in page.bottom_line.statements for one in led.qualifiers]
    assert not any(bound.startswith("no cardiovascular disease") for bound in bounds)


def test_what_a_lady_takes_besides_is_not_passed_over(parts: Parts) -> None:
    """Advice that does not speak of the pill does not lead for who is on it."""
    page = ask("Pharmacist asking: can a lady on the pill take topiramate for migraine?", parts).page

    assert isinstance(page, Abstention) or not page.bottom_line.statements
