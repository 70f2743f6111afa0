"""What medicine calls the things that a question names in everyday words."""

from importlib.resources import files

import pytest

from quoth.search import medical_names
from quoth.text import match_tokens


def _lines() -> list[tuple[list[str], list[str]]]:
    """Everyday words and the words of medicine, line by line."""
    text = (files("quoth") / "data" / "medical_names.txt").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line and line[0] not in "#["]
    return [(said.split(", "), meant.split(", ")) for said, _, meant in (row.partition(": ") for row in rows)]


def test_a_thing_is_named_as_medicine_names_it_in_any_inflection() -> None:
    """Singular, plural, and whatever stands around it."""
    for asked in ("Can I stop my water tablets?", "water tablet"):
        (found,) = [term for term in medical_names(asked) if term.words.startswith("water")]
        assert "diuretic" in found.synonyms


def test_the_longest_name_wins_and_names_stand_in_reading_order() -> None:
    """A bladder infection is no bladder and no infection, and a kneecap behind it stays a kneecap."""
    found = [term.words for term in medical_names("A bladder infection, and a sore, old kneecap")]

    assert ["bladder infection", "sore", "kneecap"] == found


@pytest.mark.parametrize("text", ["", "?!", "metformin", "patella", "zzz " * 300])
def test_what_medicine_has_no_other_name_for_is_left_as_it_is(text: str) -> None:
    """Nothing is made up; noise is no reason to fail."""
    assert () == medical_names(text)


def test_every_line_of_the_list_can_be_found_and_read() -> None:
    """A line has words on both sides, none is longer than what is looked for, and none says a thing twice."""
    for said, meant in _lines():
        assert all(said)
        assert all(meant)
        assert len(said) == len(set(said))
        assert len(meant) == len(set(meant))
        for words in said:
            assert words == words.strip()
            assert [len(match_tokens(words))] == [len(match_tokens(term.words)) for term in medical_names(words)], words


def test_no_everyday_name_stands_on_two_lines() -> None:
    """Two lines for one name would both be read, and a reviewer would find only one of them."""
    every = [words for said, _ in _lines() for words in said]

    assert [] == sorted({words for words in every if every.count(words) > 1})
