"""Which condition a question speaks of by all its words together, where it names none."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.model import Abstention
from quoth.pipeline import Parts, ask
from quoth.pipeline.composing import understood
from quoth.search.lay_model import pack_lay, unpack_lay
from tests.kept import library_in_memory

_MAT = "My gran cannot get down on the mat for the exercises, her knees refuse. Is the pool any good?"
SHIPPED = Path(__file__).parents[3] / "src" / "quoth" / "data" / "conditions.model"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library in memory."""
    with library_in_memory(tmp_path_factory.mktemp("home")) as opened:
        yield opened


def _read(asked: str, parts: Parts) -> list[str]:
    return [mention.concept.name for mention in understood(asked, parts, guess=True).conditions]


@pytest.mark.parametrize(
    ("asked", "condition"),
    [
        (
            "Two rollies a day and vape between. Is it right to tell him to swap the rollies altogether?",
            "smoking cessation",
        ),
        ("The ear would mend alone, said the doctor; day nine and no change. Back to him?", "acute otitis media"),
        (
            _MAT,
            "knee osteoarthritis",
        ),
    ],
)
def test_words_that_name_nothing_tell_together_what_is_spoken_of(asked: str, condition: str, parts: Parts) -> None:
    """Nothing is read at first; the guess is one of the library's conditions and is called a guess."""
    (mention,) = understood(asked, parts, guess=True).conditions

    assert understood(asked, parts).conditions == ()
    assert mention.concept.name == condition
    assert "guess" in (mention.inferred_because or "")


@pytest.mark.parametrize(
    "asked",
    [
        "Varenicline to stop drinking?",
        "Amoxicillin for my chest?",
        "Metformin for the ovaries?",
        "Tension-type headache: does amitriptyline prevent it?",
        "Could fluoxetine help me last longer in bed? No depression.",
        "My labrador has an arthritic stifle, how many paracetamol may he have?",
        "Does taping work?",
        "lisinopril dose",
        "bed-wetting at nine, amitriptyline?",
    ],
)
def test_another_aim_another_illness_and_a_treatment_alone_are_not_guessed_at(asked: str, parts: Parts) -> None:
    """What a treatment is used for here says nothing of what somebody else wants of it."""
    assert _read(asked, parts) == []


def test_a_reader_takes_the_guess_back(parts: Parts) -> None:
    """Words that are to be read as nothing else are read as nothing else."""
    asked = _MAT

    assert understood(asked, parts, guess=True, literal=("*",)).conditions == ()


def test_what_leads_without_a_guess_is_not_asked_again(parts: Parts) -> None:
    """A guess takes no answer's place, and a page that rests on one says so."""
    named = ask("What comes first in migraine prevention?", parts).page
    guessed = ask(_MAT, parts).page

    assert all(not mention.inferred_because for mention in named.question.conditions)
    assert not isinstance(guessed, Abstention)
    assert any("guess" in (mention.inferred_because or "") for mention in guessed.question.conditions)


def test_the_shipped_model_survives_the_round_trip_byte_for_byte() -> None:
    """What is written is what is read; its head says what it learned from."""
    data = SHIPPED.read_bytes()

    assert data == pack_lay(unpack_lay(data), trained_on=json.loads(data.splitlines()[0])["trained_on"])
    assert len(data) < 1_000_000
