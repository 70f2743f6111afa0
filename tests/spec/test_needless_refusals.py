"""Words that can name no treatment refuse nothing: numbers, idioms, the family of the illness, figures off a cuff."""

import pytest

from quoth.model import Abstention, Answer
from quoth.pipeline import Parts, ask

ANSWERED = (
    ("depression", "Could hypericum from the health food shop lift my mood, I am depressed?"),
    ("smoking cessation", "Smoking cessation pharmacotherapy: varenicline or bupropion?"),
    ("acute otitis media", "Is it ok to hold the antibiotic back? He is four with an ear infection."),
    ("hypertension", "BP 150/96 and otherwise fit as a fiddle, which drug first?"),
    ("knee osteoarthritis", "Knee arthritis: are steroid injections money down the drain?"),
    ("acute otitis media", "Will an infected ear clear up by itself?"),
    ("knee osteoarthritis", "Daily ceiling of paracetamol in knee arthritis, and do liver tests go wrong on it?"),
    ("acute otitis media", "How do I know if my child's ear infection needs antibiotics?"),
)
# The same shapes around something that the library does not hold.
REFUSED = (
    "Two spoons of honey for an ear infection?",
    "BP 150/96: does hibiscus tea help?",
    "Is honey money down the drain for depression?",
    "Is depressed mood helped by ashwagandha?",
)


@pytest.mark.parametrize(("condition", "question"), ANSWERED)
def test_words_that_name_nothing_refuse_nothing(condition: str, question: str, parts: Parts) -> None:
    """The page is on the condition that is meant."""
    page = ask(question, parts).page

    assert isinstance(page, Answer), page.explanation
    assert page.question.conditions[0].concept.name == condition


@pytest.mark.parametrize("question", REFUSED)
def test_what_is_not_held_is_refused_in_the_same_words(question: str, parts: Parts) -> None:
    """Idioms and figures let nothing in."""
    assert isinstance(ask(question, parts).page, Abstention)


def test_a_refusal_names_the_side_that_is_missing_and_not_a_treatment_that_is_there(parts: Parts) -> None:
    """The library speaks of exercise for a worn knee on page after page, and of no referral."""
    page = ask("exercise for knee osteoarthritis: when to refer", parts).page

    assert isinstance(page, Abstention)
    assert "referral" in page.explanation
    assert "exercise" not in page.explanation
