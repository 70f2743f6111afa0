"""What the words of a question hint at, where nothing in it is named."""

import json
from pathlib import Path

import pytest

from quoth.errors import LibraryDamaged
from quoth.model import EVERY_READING
from quoth.search import hinted, said_together
from quoth.search.hints import HINTS_MAX
from quoth.search.lay_features import features_of
from quoth.search.lay_model import LayModel, pack_lay, unpack_lay

SHIPPED = Path(__file__).parents[3] / "src" / "quoth" / "data" / "lay.model"


def _first(text: str, n: int = 3) -> list[str]:
    return [name for hint in hinted(text)[:n] for name in hint.names]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("every honeymoon I've had it, every single time", "urinary tract infection"),
        ("climbing the walls, day three, gasping", "smoking cessation"),
        ("the bus conductor limps from his bed to the wash basin, then it wears off", "plantar heel pain"),
        ("grandfather drinks jug after jug and his toes prickle", "type 2 diabetes"),
        ("she lies with a towel over her eyes and a basin beside her", "migraine"),
        ("the sailor weeps and will not leave his bunk", "depression"),
    ],
)
def test_who_has_no_name_for_an_illness_is_heard_by_what_is_said_of_it(asked: str, name: str) -> None:
    """No name stands in these, and no list holds the sentence."""
    assert name in _first(asked)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("a stone is passing, pain in waves from my side to my groin", "kidney stones"),
        ("ears stopped up with brown wax, shall I have them syringed", "cerumen"),
        ("hand goes dead at night and I shake it awake", "carpal tunnel syndrome"),
        ("it hurts to lie on my hip", "hip pain"),
        ("heart races in the shop and I think I shall die of fright, a panic", "panic disorder"),
    ],
)
def test_who_describes_another_illness_of_the_same_part_is_read_as_speaking_of_that(asked: str, name: str) -> None:
    """Of a library's own topics none is likelier."""
    assert name in _first(asked, 1)


def test_a_slip_of_the_pen_hides_nothing() -> None:
    """Pieces of words are told as well."""
    assert "migraine" in _first("terible hedache and vomitting, curtans drawn", 1)


@pytest.mark.parametrize("asked", ["", "?!", "zzz " * 300])
def test_words_that_nobody_described_anything_with_hint_at_nothing(asked: str) -> None:
    """There is nothing to go by."""
    assert hinted(asked) == ()


def test_hints_are_few_in_the_order_of_their_chances_and_the_same_every_time() -> None:
    """Ties are broken by place."""
    asked = "kid tired night cream needle rash belly hand"
    hints = hinted(asked)
    chances = [hint.chance_0_1 for hint in hints]
    assert len(hints) == HINTS_MAX
    assert chances == sorted(chances, reverse=True)
    assert 0 < sum(chances) <= 1
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


def test_the_shipped_model_survives_the_round_trip_byte_for_byte() -> None:
    """What is written is what is read, and the same each time; its head says what it learned from."""
    data = SHIPPED.read_bytes()

    assert data == pack_lay(unpack_lay(data), trained_on=json.loads(data.splitlines()[0])["trained_on"])
    assert len(data) < 1_000_000


def test_a_feature_without_weight_is_not_written() -> None:
    """A file holds what counts."""
    model = LayModel((("gout",), ("croup",)), {"toe": {0: 1.5, 1: 0.01}, "the": {1: 0.02}})

    assert unpack_lay(pack_lay(model, trained_on="a test")).weights == {"toe": {0: 1.5}}
    assert model.read(features_of("the toe"))[0] > 0.5
    assert model.read(features_of("a nose")) == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        b'{"quoth_lay": 1, "features_version": 0, "names": []}\n',
        pack_lay(LayModel((("gout",),), {"toe": {0: 1.0}}), trained_on="a test") + b"heel\t1:5\n",
    ],
)
def test_a_damaged_model_is_refused_in_words(data: bytes) -> None:
    """Nothing is guessed from a broken file."""
    with pytest.raises(LibraryDamaged, match="model of descriptions"):
        unpack_lay(data)
