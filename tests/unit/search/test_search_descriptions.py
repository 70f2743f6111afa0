"""A description is read from words of the body: "bring her back" is no back, and "the wee joints" no water."""

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind
from quoth.search.descriptions import described
from quoth.search.wording import read

LEXICON = Lexicon.build(
    (
        Concept("back pain", ConceptKind.CONDITION, descriptions=("back hurts",), origin="pack b 1"),
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
