"""The smallest difference that matters, where a sentence says how large it is."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.evidence import study_facts
from quoth.evidence.study.minimal_difference import minimal_differences
from quoth.model import FactKind, Fidelity, Form, make_rendition
from tests.unit.evidence.evidence_factories import record

Read = tuple[str, float | None, float | None, float | None, str | None]


def read(sentence: str) -> list[Read]:
    """What is said, with its numbers and unit."""
    return [(sentence[f.start : f.end], f.value, f.low, f.high, f.unit) for f in minimal_differences(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "We took a minimal clinically important difference of 1.5 points.",
            ("minimal clinically important difference of 1.5 points", 1.5, None, None, "points"),
        ),
        (
            "The MCID for the foot scale has been reported to be 12 mm.",
            ("MCID for the foot scale has been reported to be 12 mm", 12.0, None, None, "mm"),
        ),
        ("This exceeds the MCID (≥4 points).", ("MCID (≥4 points)", 4.0, None, None, "points")),
        (
            "A change of 0.5 points was considered the minimal important difference (MID).",
            ("0.5 points was considered the minimal important difference (MID)", 0.5, None, None, "points"),
        ),
        (
            "It lies within the minimally important difference of 2.5 to 5 points.",
            ("minimally important difference of 2.5 to 5 points", None, 2.5, 5.0, "points"),
        ),
        ("The MCID is between 5 and 7 points.", ("MCID is between 5 and 7 points", None, 5.0, 7.0, "points")),
        ("The MCID was 6·1 points.", ("MCID was 6·1 points", 6.1, None, None, "points")),
    ],
)
def test_a_stated_difference_is_read_with_its_number(sentence: str, found: Read) -> None:
    """In the words that authors use, with their range and unit."""
    assert [found] == read(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "More people reached the MCID (20 mg 49%, placebo 25%).",
        "The gain was below the minimal important change [20].",
        "A minimum clinically relevant difference between the 2 groups was sought.",
        "At 6-months, the MID was reached by all.",
        "Changes above the MCID at 12 months were few.",
        "Men | PRE: 4.7 | MID: 5.1 | POST: 5.1",
        "The minimal clinically important differences give effect sizes of 0.6.",
        "Pain fell by 1.5 points, less than the minimal clinically important difference.",
        "The MCID, taken with an alpha of 0.05, was not reached.",
    ],
)
def test_a_name_without_its_own_number_says_nothing(sentence: str) -> None:
    """Arms, references, times and other numbers are no size of a difference."""
    assert [] == read(sentence)


def test_it_is_told_of_the_study_with_its_sentence_and_number() -> None:
    """A reader holds the result against it."""
    text = "Pain fell by 1.0 points. The minimal important difference of the scale is 2.0 points."
    facts = study_facts(record("A trial"), [make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text)])
    found = next(fact for fact in facts if fact.kind is FactKind.DIFFERENCE)

    assert "The minimal important difference of the scale is 2.0 points." == found.words
    assert found.figure
    assert (2.0, "minimal important difference of the scale is 2.0 points") == (
        found.figure.value,
        found.words[found.figure.start : found.figure.end],
    )


@given(st.lists(st.sampled_from([
    "minimal clinically important difference", "MCID", "(MID)", "of", "was", "4 points", "≥", "−1.5", "2.5 to 5",
    "(", ")", "[20]", "between", "and", "6·1", "%", "12 months", "as the", "é",
]), max_size=10), st.sampled_from([" ", ""]))  # fmt: skip
def test_every_offset_lies_in_the_sentence_and_holds_name_and_number(parts: list[str], joint: str) -> None:
    """Whatever a sentence is put together from."""
    sentence = joint.join(parts)
    found = minimal_differences(sentence)

    for figure in found:
        words = sentence[figure.start : figure.end]
        assert 0 <= figure.start < figure.end <= len(sentence)
        assert "minimal" in words or "M" in words
        assert any(map(str.isdigit, words))
        assert (figure.value is None) is (figure.low is not None) is (figure.high is not None)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(sentence: str) -> None:
    """Every input is hostile."""
    minimal_differences(sentence)
