"""What single words hint at, where nothing is said beside them."""

import pytest

from quoth.model import EVERY_READING
from quoth.search import hinted, said_together
from quoth.search.hints import HINTS_MAX


def _first(text: str, n: int = 4) -> list[str]:
    return [hint.name for hint in hinted(text)[:n]]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("every honeymoon I've had it, every single time", "postcoital"),
        ("climbing the walls, day three, gasping", "nicotine dependence"),
        ("the podiatrist made me an insole", "foot orthoses"),
        ("is jelly from a rooster any good", "topical NSAID"),
        ("my boyfriend again", "urinary tract infection"),
    ],
)
def test_a_word_hints_at_what_stands_on_its_lines_oftener_than_anywhere(asked: str, name: str) -> None:
    """No line of the list fits these, and all of them hold a word of a family that is said of few things."""
    assert name in [hint.name for hint in hinted(asked)]


def test_what_several_words_speak_for_comes_first() -> None:
    """A cot and a head say "child" and "head"; what both have lines on is an ear, no migraine."""
    assert "otitis media" in _first("crying in the cot, burning hot, side of her head")


@pytest.mark.parametrize("asked", ["", "?!", "the senate voted", "zzz " * 300])
def test_words_of_no_family_hint_at_nothing(asked: str) -> None:
    """There is nothing to go by."""
    assert hinted(asked) == ()


def test_hints_are_few_weighed_against_the_strongest_and_the_same_every_time() -> None:
    """Ties are broken by name."""
    asked = "kid head night tablet needle heart sugar knee stairs sex"
    hints = hinted(asked)
    weights = [hint.weight_0_1 for hint in hints]
    assert len(hints) == HINTS_MAX
    assert weights[0] == 1.0
    assert weights == sorted(weights, reverse=True)
    assert hints == hinted(asked)


def test_a_word_that_was_taken_back_hints_at_nothing() -> None:
    """The reader said that it stands for itself."""
    assert hinted("honeymoon") != ()
    assert hinted("honeymoon", ("honeymoon",)) == ()
    assert hinted("every honeymoon with my boyfriend", (EVERY_READING,)) == ()
    assert hinted("honeymoon boyfriend", ("honeymoon",)) != ()


def test_a_kind_is_looked_for_by_the_thing_as_well() -> None:
    """A guideline on infections of the urinary tract need not say that they come again."""
    names = {
        name for term in said_together("I keep getting it after being with my boyfriend") for name in term.synonyms
    }
    assert {"recurrent urinary tract infection", "urinary tract infection"} <= names
