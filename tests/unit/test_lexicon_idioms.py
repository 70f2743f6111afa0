"""A treatment's name in a phrase about something else names nothing."""

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind

WORDS = Lexicon.build((Concept("exercise", ConceptKind.INTERVENTION), Concept("rest", ConceptKind.INTERVENTION)))


@pytest.mark.parametrize(
    "text",
    [
        "Clinicians should exercise their clinical judgment in deciding whom to screen.",
        "Exercise caution with opioids.",
        "The rest of the patients were seen at home.",
    ],
)
def test_a_phrase_about_something_else_names_no_treatment(text: str) -> None:
    """Nobody is told to move, or to lie down."""
    assert () == WORDS.mentions(text)


@pytest.mark.parametrize(
    "text", ["Exercise is advised.", "exercise with care by a physiotherapist", "bed rest", "Rest."]
)
def test_the_treatment_itself_is_found(text: str) -> None:
    """Also where care comes along with it."""
    assert 1 == len(WORDS.mentions(text))
