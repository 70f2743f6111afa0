"""Words that the reader says are to be read as nothing else."""

import pytest

from quoth.model import EVERY_READING, QueryTerm, Question
from quoth.search.literal import is_literal, is_no_name, stands_in, with_literal_terms


def test_words_are_compared_as_people_type_them() -> None:
    """Case and spaces tell no words apart; a part of the words is not the words."""
    assert is_literal("Water  tablets", ["water tablets"])
    assert not is_literal("water", ["water tablets"])
    assert not is_literal("water", [])


def test_every_reading_leaves_names_what_they_are() -> None:
    """All readings are taken back, and "metformin" is a medicine all the same; named by itself it is none."""
    assert is_literal("metformin", [EVERY_READING])
    assert not is_no_name("metformin", [EVERY_READING])
    assert is_no_name("metformin", ["metformin"])


@pytest.mark.parametrize(("words", "holds"), [("sore … lug", True), ("sore lug", False), ("…", False), ("eye", False)])
def test_words_with_others_between_them_stand_in_a_question(words: str, holds: bool) -> None:
    """A reading can hold words that stand apart."""
    assert stands_in(words, "A sore left lug") is holds


def test_a_term_taken_literally_is_searched_as_typed() -> None:
    """Other names go, and those of a concept stay."""
    question = Question(
        "sore lug",
        terms=(QueryTerm("lug", ("ear",), same=("ears",)), QueryTerm("sore", ("pain",), concept="pain")),
        literal=("lug", "sore"),
    )

    assert (QueryTerm("lug"), QueryTerm("sore", ("pain",), concept="pain")) == with_literal_terms(question).terms
