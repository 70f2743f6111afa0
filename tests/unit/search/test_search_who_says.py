"""Who is asked is no part of what is asked about, and a placebo is one under any of its names."""

import pytest

from quoth.search.controls import controls_of
from quoth.search.who_says import who_says
from quoth.search.wording import Span, read
from tests.unit.search.search_words import asked


def said(question: str, *treatments: str) -> set[str]:
    """The words that name who is asked."""
    places = [Span(question.index(name), question.index(name) + len(name)) for name in treatments]
    return {question[span.start : span.end] for span in who_says(read(question), places)}


@pytest.mark.parametrize(
    ("who", "question"),
    [
        ("American pediatricians", "Per the American pediatricians, treat it or wait?"),
        ("thoracic society", "Does the thoracic society still start with tablets?"),
        ("chest physicians", "Varenicline, if it is up to the chest physicians?"),
        ("Canadian or Dutch rules", "Is a scan wanted under the Canadian or Dutch rules?"),
        ("World Health Organization", "Is that something the World Health Organization wants?"),
        ("physical therapists' 2023 guideline", "What leads in the physical therapists' 2023 guideline?"),
        ("American", "What is the new American blood pressure guideline shooting for?"),
        ("urologists", "What would urologists start with?"),
        ("English service", "What is an English service supposed to offer?"),
        ("My cardiologist", "My cardiologist wants my pressure lower. Why?"),
        ("the practice nurse", "Should I do as the practice nurse suggested?"),
        ("Nurse prescriber", "Nurse prescriber: how often is blood pressure checked?"),
        ("Physio student", "Physio student. How long until exercises help?"),
        ("Practice nurse", "Practice nurse: how often is blood pressure checked?"),
        ("As a GP trainee", "As a GP trainee, when should I refer chronic back pain?"),
        ("Dietitian here", "Dietitian here - does losing weight help a knee?"),
        ("Physio student", "Physio student: which tests confirm kneecap pain?"),
    ],
)
def test_bodies_professions_and_countries_are_who_is_asked(who: str, question: str) -> None:
    """No source has to speak of them, and none of them is a treatment."""
    assert who in said(question)


@pytest.mark.parametrize(
    "question",
    [
        "Is Swedish massage any good for my back?",
        "Does a German spa help?",
        "Would a physiotherapist help my knee?",
        "Should I see a chiropractor?",
        "Does the honey board help?",
        "My nurse: should she syringe my ears?",
        "Physio for kneecap pain?",
    ],
)
def test_what_may_be_asked_about_stays(question: str) -> None:
    """A country before a treatment says which kind is meant, and who treats stands for what is done."""
    assert set() == said(question)


def test_a_country_right_before_a_treatment_says_which_kind_is_meant() -> None:
    """Even where a guideline follows."""
    assert set() == said("Is Swedish massage guidance out?", "massage")


@pytest.mark.parametrize(
    "question",
    ["How many heal on it, and how many on a dummy?", "better than a sugar pill", "versus dummy tablets", "sham"],
)
def test_a_placebo_is_known_under_any_of_its_names(question: str) -> None:
    """It is searched under the name that reports give it."""
    assert controls_of(read(question))
    assert () == asked(f"taping for kneecap pain, {question}").unknown
    assert "placebo" in {name for term in asked(f"taping for kneecap pain, {question}").terms for name in term.synonyms}


def test_a_babys_dummy_is_no_placebo() -> None:
    """Sucking one is an exposure, and nothing that a drug is compared with."""
    assert () == controls_of(read("Does my baby get ear infections from a dummy?"))
    assert ("dummy",) == asked("Does a dummy bring ear infections?").unknown
