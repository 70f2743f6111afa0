"""Where a quotation may begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.check.boundaries import cuts_at

NUMBERS = (
    "fell by 1|.5 points",
    "fell by 1.|5 points",
    "in 1|,204 adults",
    "RR 0|·71",
    "mean difference -1.5| points",
    "dose of 5| mg daily",
    "dose of 5|mg daily",
    "in 12| weeks",
    "in 40|% of women",
    "(95%| CI 1.2 to 3.4)",
    "RR 0.8 (95% CI 0.7| to 0.9)",
    "RR 0.8 (95% CI 0.7 |to 0.9)",
    "RR 0.8| (95% CI 0.7 to 0.9)",
    "RR 0.8|, 95% CI 0.7 to 0.9",
    "0.8| [0.7; 0.9]",
    "p <| 0.001 for all",
    "P =| .03",
    "2.3 ±| 0.4",
    "2.3| ± 0.4",
    "30–|40 years",
    "30|–40 years",
    "from 30| to 40",
    "between 30 |and 40",
    "a change of -|3 on the scale",
    "10|/25 patients",
    "500| mg/day",
    "12 (4|8%) patients",
    "12| (48%) patients",
    "OR 1.9| (1.1-3.2)",
    "n =| 45",
    "hazard ratio 0.71| (95% confidence interval 0.60 to 0.84)",
    "an SMD of 0.4|; 95% CrI 0.1 to 0.7",
    "3| times a week",
)
WORDS = (
    "met|formin",
    "non|-inferior",
    "non-|inferior",
    "patient|'s knee",
    "knee|s",
    "SGLT|2",
    "cafe|\u0301",
    "naïv|e",
    "👩\u200d|⚕",
    "👩|\u200d⚕",
    "anti\u2010|TNF",
    "B|12 deficiency",
)
CLEAN = (
    "|Pain fell.",
    "Pain fell.|",
    "Pain fell.| It rose.",
    "Pain fell. |It rose.",
    "RESULTS:| Pain",
    "RESULTS: |95 adults",
    "It fell in 2010. |95% of patients gained",
    "(strength: |strong; certainty: low)",
    "(strength: strong|; certainty: low)",
    "(follow-up: |3-5 years)",
    "(follow-up: 3-5 years|)",
    "follow-up: |2 to 12 days",
    "by 1.5 points.|\nThen",
    "(|95% CI 1 to 2)",
    "(P < .03).| Two",
    "early.1,2| Subsequent",
    "痛みが減った。|機能が改善した。",
    "痛み|が減った",
    "ended in 2020;| none",
    "knee — |hip",
    "“|Offer taping.”",
    "grade A| (strong)",
    "dose of 5 mg.| Weeks later",
    "was 3.\n|4 weeks",
)


def cuts(shown: str) -> list[bool]:
    """What the place marked with a bar cuts: whether each of them is a number."""
    at = shown.index("|")
    return [cut.number for cut in cuts_at(shown.replace("|", "", 1), at)]


@pytest.mark.parametrize("shown", NUMBERS)
def test_a_number_is_not_cut_from_what_belongs_to_it(shown: str) -> None:
    """A number without its sign, unit, interval or other half is another number."""
    assert True in cuts(shown)


@pytest.mark.parametrize("shown", WORDS)
def test_a_word_is_not_cut(shown: str) -> None:
    """Half a word, a stem without its "non-", or a letter without its accent is another word."""
    assert cuts(shown)


@pytest.mark.parametrize("shown", CLEAN)
def test_a_place_between_words_is_no_cut(shown: str) -> None:
    """Sentences, qualifiers and words of scripts without spaces may begin and end where they do."""
    assert [] == cuts(shown)


@given(st.text(max_size=300), st.integers(-5, 305))
def test_any_text_and_place_are_answered(text: str, at: int) -> None:
    """No text and no place, inside or outside it, is beyond the rule."""
    list(cuts_at(text, at))


def test_a_long_run_of_digits_and_brackets_takes_no_time() -> None:
    """A hostile text cannot make the rule slow: it reads a short stretch on either side."""
    text = ("(" * 1000 + "1" * 1000 + " 95% CI " * 1000) * 100

    for at in range(0, len(text), len(text) // 200):
        list(cuts_at(text, at))
