"""Which illnesses a text names, and which of them somebody has."""

import pytest

from quoth.lexicon.illnesses import illness_stems, illnesses_had, illnesses_in
from quoth.model.illness_rules import ILLNESS_NAMES, NO_ILLNESS


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("inhaled steroids in asthma", ["asthma"]),
        ("Return to play after concussions", ["concussions"]),
        ("topiramate with kidney stones", ["kidney stones"]),
        ("heart failure and coeliac disease", ["heart failure", "coeliac disease"]),
        ("Crohn's disease or Bell's palsy", ["Crohn's disease", "Bell's palsy"]),
        ("pneumonitis, aphakia, sialadenitis", ["pneumonitis", "sialadenitis"]),
        ("a severe disease", []),
        ("my infections come back", []),
        ("the diagnosis, under hypnosis", []),
        ("does it cut attacks, or is it wear and tear?", []),
        ("pain, cough and a fever in pregnancy", []),
        ("", []),
        ("methadone for opioid dependence", ["opioid dependence"]),
    ],
)
def test_illnesses_are_named_by_a_list_an_ending_or_a_head_with_its_kind(text: str, named: list[str]) -> None:
    """In reading order, none within another, as they stand in the text."""
    assert [text[start:end] for start, end in illnesses_in(text)] == named


@pytest.mark.parametrize(
    ("text", "had"),
    [
        ("exercise with osteoporosis", True),
        ("exercise without osteoporosis", False),
        ("exercise to prevent osteoporosis", False),
        ("osteoporosis prevention", False),
        ("a drug that raises the risk of stroke", False),
        ("she has never had a stroke", False),
        ("she had a stroke last year", True),
    ],
)
def test_what_is_denied_or_to_be_prevented_nobody_has(text: str, *, had: bool) -> None:
    """Nor what a treatment may bring."""
    assert bool(illnesses_had(text)) is had
    assert bool(illness_stems(text)) is had


def test_the_table_holds_each_name_once_and_names_nothing_that_it_says_is_none() -> None:
    """A name twice, or on both lists, is a slip of the pen."""
    names = [" ".join(name.split()) for name in ILLNESS_NAMES.split(",")]

    assert names == sorted(set(names))
    assert NO_ILLNESS.isdisjoint(names)
