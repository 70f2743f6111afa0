"""An illness that comes again is asked about as such, where the library has a name for its coming again."""

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Question, QuestionKind
from quoth.search import understand

CONDITION = ConceptKind.CONDITION
LEXICON = Lexicon.build(
    (
        Concept("urinary tract infection", CONDITION, lay=("water infection", "UTI")),
        Concept("cystitis", CONDITION, broader=("urinary tract infection",)),
        Concept(
            "recurrent urinary tract infection", CONDITION, lay=("recurring UTI",), broader=("urinary tract infection",)
        ),
        Concept("migraine", CONDITION, lay=("migraines",)),
        Concept("hypertension", CONDITION, lay=("high blood pressure",)),
        Concept("diabetes", CONDITION),
        Concept("blood pressure target", ConceptKind.INTERVENTION),
        Concept("recurrence", ConceptKind.OUTCOME, lay=("coming back", "keeps coming back")),
    )
)
TREATS = {"blood pressure target": frozenset({"hypertension"})}
AGAIN = "recurrent urinary tract infection"


def asked(text: str) -> Question:
    """A question to a library that holds every word."""
    return understand(text, LEXICON, frequency=lambda words: [3 for _ in words], n_units=50, treats=TREATS)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("My cystitis keeps coming back, what can I do?", AGAIN),
        ("How do I stop water infections from coming back?", AGAIN),
        ("third cystitis this year: an antibiotic every night?", AGAIN),
        ("UTI again and again after sex", AGAIN),
        ("four UTIs in a year, what helps", AGAIN),
        ("a water infection every few months", AGAIN),
        ("recurring cystitis", AGAIN),
        ("Can cystitis come back after treatment?", "cystitis"),
        ("three days of antibiotics for cystitis", "cystitis"),
        ("cystitis for two months", "cystitis"),
        ("My migraines keep coming back", "migraine"),
    ],
)
def test_what_is_said_to_come_again_is_its_recurrent_kind(text: str, condition: str) -> None:
    """In any way of saying so, by any name of it or of a kind of it; nothing becomes what the library cannot name."""
    assert [mention.concept.name for mention in asked(text).conditions] == [condition]


def test_what_says_that_it_comes_again_asks_for_nothing_else() -> None:
    """It keeps coming back: that is neither an outcome to look for nor a question whether it will."""
    question = asked("My cystitis keeps coming back, what can I do?")

    assert (question.outcomes, question.facets) == ((), ())
    assert question.kind is QuestionKind.TREATMENT


def test_whoever_wants_it_to_stop_coming_back_asks_how_to_prevent_it() -> None:
    """Not how likely it is to come back."""
    assert asked("how to stop migraines coming back").kind is QuestionKind.PREVENTION
    assert asked("will migraines come back").kind is QuestionKind.PROGNOSIS


def test_a_target_of_one_condition_is_asked_about_in_people_with_another() -> None:
    """Advice on blood pressure answers, for those who have diabetes; alone, its condition is its own."""
    question = asked("blood pressure target in diabetes")

    assert [mention.concept.name for mention in question.conditions] == ["hypertension"]
    assert [mention.concept.name for mention in question.populations] == ["diabetes"]
    assert question.conditions[0].inferred_because
