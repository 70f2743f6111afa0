"""Short forms that a text introduces itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.search import abbreviations


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("People with patellofemoral pain (PFP) were treated.", [("PFP", "patellofemoral pain")]),
        ("AKP (anterior knee pain) is common.", [("AKP", "anterior knee pain")]),
        ("randomised controlled trials (RCTs) of SGLT2 inhibitors", [("RCTs", "randomised controlled trials")]),
        ("the angiotensin-converting enzyme (ACE) inhibitor", [("ACE", "angiotensin-converting enzyme")]),
        ("body mass index [BMI], waist", [("BMI", "body mass index")]),
        ("tumour necrosis factor (TNF; 12 trials)", [("TNF", "tumour necrosis factor")]),
        (
            "heart failure with reduced ejection fraction (HFrEF)",
            [("HFrEF", "heart failure with reduced ejection fraction")],
        ),
        ("Pain was less. Confidence interval (CI) was wide.", [("CI", "Confidence interval")]),
        ("a chronic disease (COPD)", []),
        ("in most patients (see Table 2) and (n = 20)", []),
        ("phase III (iv) and NNT (number of people seen)", []),
        ("WHO (in Geneva) said", []),
        ("(PFP) at the start", []),
        ("", []),
    ],
)
def test_pairs_are_found_in_either_order(text: str, pairs: list[tuple[str, str]]) -> None:
    """Long (short) as Schwartz and Hearst describe, and short (long) where the bracket holds the long form alone."""
    assert pairs == abbreviations(text)


def test_each_pair_comes_once_in_reading_order() -> None:
    """A text that repeats itself adds nothing."""
    text = "knee pain (KP) and back pain (BP), again knee pain (KP)"

    assert [("KP", "knee pain"), ("BP", "back pain")] == abbreviations(text)


@given(st.text(alphabet="aAbB ()[].,é𝔸İ", max_size=80))
def test_pairs_are_words_of_the_text(text: str) -> None:
    """Nothing is made up, whatever the text."""
    for short, long in abbreviations(text):
        assert short in text
        assert long in text
