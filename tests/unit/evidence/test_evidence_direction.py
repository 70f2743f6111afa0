"""A direction is told only where the sentence's own words and numbers tell it."""

import pytest

from quoth.evidence.direction import direction
from quoth.model import Direction

NO = Direction.NO_DIFFERENCE
FOR = Direction.FAVOURS_INTERVENTION
AGAINST = Direction.FAVOURS_COMPARATOR
OPEN = Direction.UNCLEAR

TABLE = [
    ("There was no significant difference in pain between the groups.", NO),
    ("Function did not differ between groups at 12 weeks (p = 0.43).", NO),
    ("No statistically significant differences were found in mortality.", NO),
    ("Pain scores were similar in both groups.", NO),
    ("The groups did not significantly differ in pain.", NO),
    ("Bracing failed to reduce pain.", NO),
    ("The risk of relapse was 0.95 (RR 0.95, 95% CI 0.80 to 1.12).", NO),
    ("MD 0.4, 95% CI -0.3 to 1.1 for pain.", NO),
    ("Adding arthroscopy brought no extra benefit.", NO),
    ("Exercise significantly reduced pain compared with usual care (p < 0.001).", FOR),
    ("Pain was significantly lower in the exercise group than in the control group (P=0.01).", FOR),
    ("Tape was more effective than sham tape for pain.", FOR),
    ("Mortality was lower with the drug (HR 0.72, 95% CI 0.56 to 0.93).", FOR),
    ("Survival was longer in the treated group (p=0.02).", FOR),
    ("Quality of life improved in the treated group.", FOR),
    ("Pain increased more in the brace group (p = 0.03).", AGAINST),
    ("Survival was shorter in the treated group (p=0.02).", AGAINST),
    ("The brace was less effective than exercise.", AGAINST),
    ("The primary outcome was reached in 40% of patients.", OPEN),
    ("Exercise may reduce pain.", OPEN),
    ("We aimed to assess whether tape reduces pain.", OPEN),
    ("Pain improved but function did not differ between groups.", OPEN),
    ("Scores were higher in the exercise group.", OPEN),
    ("", OPEN),
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE)
def test_a_sentence_points_where_its_words_point(sentence: str, expected: Direction) -> None:
    """In doubt the direction is not stated: a wrong sign misleads, a missing one does not."""
    assert expected is direction(sentence)[0]


def test_the_words_that_show_the_direction_are_words_of_the_sentence() -> None:
    """A reader can see on what the direction rests."""
    sentence = "There was no significant difference in pain between the groups."

    _, words = direction(sentence)

    assert words
    assert words in sentence


@pytest.mark.parametrize("noise", ["no " * 5_000, "not significant " * 5_000, "lower higher " * 5_000, "\x00" * 9_000])
def test_hostile_sentences_get_an_answer(noise: str) -> None:
    """Noise is unclear or a plain reading, never an exception."""
    assert isinstance(direction(noise)[0], Direction)
