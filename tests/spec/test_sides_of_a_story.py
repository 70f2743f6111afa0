"""What a story tells of is not what its question asks for, and a score is no treatment."""

import pytest

from quoth.model import Answer, Facet
from quoth.pipeline import Parts, ask


@pytest.mark.parametrize(
    "question",
    [
        "Strictly diagnosed plantar fasciitis: shock wave versus sham?",
        "Newly diagnosed depression in a man of 40, which treatment first?",
        "Eight weeks on a decent dose of citalopram and still depressed. What are the choices now?",
        "What is advised first for runners with kneecap pain?",
    ],
)
def test_what_is_told_is_not_asked_for(question: str, parts: Parts) -> None:
    """Neither a test, nor a dose, nor a definition."""
    page = ask(question, parts).page

    assert isinstance(page, Answer), page.explanation
    assert not {Facet.DIAGNOSIS, Facet.DOSE, Facet.DEFINITION} & set(page.question.facets)


@pytest.mark.parametrize(
    "question", ["How is plantar fasciitis diagnosed?", "Can depression be diagnosed by a questionnaire?"]
)
def test_a_diagnosis_that_is_asked_for_still_is(question: str, parts: Parts) -> None:
    """The same word, where it is what the question is after."""
    assert Facet.DIAGNOSIS in ask(question, parts).page.question.facets


def test_a_score_with_its_value_is_no_treatment(parts: Parts) -> None:
    """Without a value it is a thing that can be done."""
    scored = ask("Low mood, PHQ-9 of 12. What is tried first?", parts).page.question
    done = ask("Should I do the PHQ-9 in low mood?", parts).page.question

    assert () == scored.interventions
    assert done.interventions


def test_who_is_said_not_to_have_an_illness_is_not_asked_about(parts: Parts) -> None:
    """Non-diabetics are no diabetics."""
    assert "type 2 diabetes" not in {
        mention.concept.name
        for mention in ask("Blood pressure target in non-diabetics?", parts).page.question.conditions
    }
