"""One slip of the keyboard, and no more."""

import pytest

from quoth.search.spelling import corrected, one_slip_apart


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("metformin", "metfromin", True),
        ("metformin", "metformn", True),
        ("metformin", "mettformin", True),
        ("metformin", "metformim", True),
        ("metformin", "metformin", False),
        ("metformin", "metfrmn", False),
        ("", "a", True),
        ("ab", "ba", True),
        ("abc", "cba", False),
    ],
)
def test_one_slip_is_a_letter_added_left_out_changed_or_swapped(one: str, other: str, near: bool) -> None:
    """The four slips that Damerau counted, in both directions."""
    assert near is one_slip_apart(one, other)
    assert near is one_slip_apart(other, one)


def test_two_different_neighbours_mean_no_guess() -> None:
    """A word between two known ones is neither; two inflections of one word are one."""
    assert corrected("cefixome", {"cefixime": "cefixime", "cefixoma": "cefixoma"}) is None
    assert "migraine" == corrected("migrainee", {"migraine": "migraine", "migraines": "migraine"})
    assert corrected("gaut", {"gout": "gout"}) is None


def test_of_two_neighbours_the_one_that_is_an_illness_of_the_library_is_meant() -> None:
    """Diabets is diabetes, and not the brand of a drug that no text here names; of two illnesses it is neither."""
    known = {"diabetes": "diabetes", "diabeta": "diabeta"}

    assert "diabetes" == corrected("diabets", known, lambda word: word == "diabetes")
    assert corrected("diabets", known, lambda _: True) is None
    assert corrected("diabets", known, lambda _: False) is None


def test_two_slips_are_mended_in_long_words_alone() -> None:
    """A long word has no second neighbour by chance; a short one has many."""
    known = {word: word for word in ("chiropractor", "antidepressants", "insoles", "insulin")}

    assert "chiropractor" == corrected("chiroprakter", known)
    assert "antidepressants" == corrected("antidepresents", known)
    assert corrected("indole", known) is None
    assert corrected("inulin", known) is None
    assert corrected("insalins", known) is None
