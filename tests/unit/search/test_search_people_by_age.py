"""Who is asked about, where a number or a word could be taken for an age or for a patient."""

import pytest

from quoth.search.populations import populations_of
from quoth.search.wording import read


def people(text: str) -> list[str]:
    """The groups that a question names."""
    return [mention.concept.name for mention in populations_of(read(text))]


def test_a_woman_of_a_number_of_years_is_no_old_woman() -> None:
    """Without a number she is."""
    assert people("19 year old woman, sexually active") == []
    assert people("an old woman with a sore heel") == ["older people"]


def test_a_laboratory_value_below_a_number_is_no_age() -> None:
    """Children below ten are."""
    assert people("Anti-HBs below 10 after a vaccine") == []
    assert people("ibuprofen for children below 10") == ["children"]
    assert people("ibuprofen under 10") == ["children"]


@pytest.mark.parametrize("text", ["IUDs for somebody who never had a baby", "since having had a child"])
def test_whoever_gave_birth_is_no_child(text: str) -> None:
    """It is the child that is asked about where it is ill."""
    assert people(text) == []
    assert people("My baby has a fever") == ["infants"]


def test_an_age_in_words_tells_a_group_and_a_measured_value_tells_none() -> None:
    """A four year old is a child; an LDL above 70 is nobody of seventy."""
    assert people("my four year old has an earache") == ["children"]
    assert people("LDL above 70") == []
    assert people("She is 3 years after surgery") == []
