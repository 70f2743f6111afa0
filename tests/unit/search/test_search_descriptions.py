"""A description is read from words of the body: "bring her back" is no back, and "the wee joints" no water."""

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind
from quoth.search.descriptions import described
from quoth.search.wording import read

LEXICON = Lexicon.build(
    (
        Concept("back pain", ConceptKind.CONDITION, descriptions=("back hurts",), origin="pack b 1"),
        Concept(
            "high pressure", ConceptKind.CONDITION, descriptions=("pressure up", "pressure high"), origin="pack p 1"
        ),
        Concept("water infection", ConceptKind.CONDITION, descriptions=("wee burns",), origin="pack w 1"),
    )
)


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("my back aches at night", "back pain"),
        ("I went back to work and my back aches", "back pain"),
        ("it burns when I have a wee", "water infection"),
        ("the wee burns", "water infection"),
        ("when do you take a child back if the ear aches", None),
        ("bring him back when the ache returns", None),
        ("the wee joints that they burn", None),
        ("a wee lad with a burn", None),
    ],
)
def test_a_way_back_and_a_small_thing_are_no_part_of_a_body(words: str, condition: str | None) -> None:
    """Whatever hurts or burns beside them."""
    mention = described(read(words), LEXICON)
    assert (mention.concept.name if mention else None) == condition


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("my pressure has gone up", "high pressure"),
        ("my pressure is up, I am told", "high pressure"),
        ("the pressure in my eye, I see it when I get up", None),
        ("low blood pressure, I faint when I stand up", None),
        ("pressure in my eye too high", None),
        ("high pressure on the bladder", None),
        ("my pressure in the morning is high", "high pressure"),
        ("low pressure with a high pulse", None),
        ("my pressure is high when I sit", "high pressure"),
    ],
)
def test_standing_up_raises_no_pressure_and_a_low_one_is_not_high(words: str, condition: str | None) -> None:
    """A small word that belongs to a verb says nothing of a reading."""
    mention = described(read(words), LEXICON)
    assert (mention.concept.name if mention else None) == condition
