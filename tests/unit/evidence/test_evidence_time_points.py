"""At what time an effect was measured: told where it is plain, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.evidence.study.figures import figures
from quoth.evidence.study.time_points import time_points, with_times


def told(sentence: str) -> list[str | None]:
    """The time of each effect, in words."""
    found = [figure for figure in with_times(figures(sentence), sentence) if figure.p or figure.low is not None]
    return [sentence[f.when.start : f.when.end] if f.when else None for f in found]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("At 12 weeks, pain fell more with tape (MD -1.5, 95% CI -2.0 to -1.0).", ["At 12 weeks"]),
        ("Pain fell more with tape (MD -1.5, 95% CI -2.0 to -1.0) at 12 weeks.", ["at 12 weeks"]),
        ("Pain (p=0.01) and function (p=0.03) were better after 6 months.", ["after 6 months", "after 6 months"]),
        (
            "Pain was lower at 6 weeks (MD -1.5, 95% CI -2.0 to -1.0) but not at 1 year (MD -0.1, 95% CI -0.8 to 0.6).",
            ["at 6 weeks", None],
        ),
        ("Risk was lower at week 4 (RR 0.5, 95% CI 0.3 to 0.8) than later.", ["at week 4"]),
        ("The 30-day mortality was lower (OR 0.70, 95% CI 0.55 to 0.89).", ["30-day mortality"]),
        ("It fell during a follow-up of 4.2 years (HR 0.7, 95% CI 0.5 to 0.9).", ["during a follow-up of 4.2 years"]),
    ],
)  # fmt: skip
def test_an_effect_is_given_its_time(sentence: str, times: list[str | None]) -> None:
    """An effect at six weeks and one at a year are two results."""
    assert times == told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A 12-week programme helped (MD -1.5, 95% CI -2.0 to -1.0).",
        "Treatment for 12 weeks helped (MD -1.5, 95% CI -2.0 to -1.0).",
        "Operations took longer by 3.3 minutes (p = 0.002).",
        "Scores were better at 6 and 12 months (p = 0.002).",
        "Scores were better at 6- and 12-month visits (p = 0.002).",
        "Relief was better at six, and at 12 hours (p = 0.002).",
        "Adults over 60 years had more falls (p = 0.002).",
        "Infant weight at 1 month was associated with disability (OR 0.82, 95% CI 0.71 to 0.95).",
        "The benefit had not been present at 4 months (p = 0.046).",
        "Tablets were taken every 3 days at 8 hours (p = 0.04) and 2 weeks later.",
        "Deaths were fewer by days 2 (p = 0.04), 7 and 90.",
        "Stays were shorter (p < 0.001), and more women gave birth within 12 hours (p = 0.01).",
    ],
)
def test_what_is_not_plain_is_not_told(sentence: str) -> None:
    """How long a treatment lasted, an age, a list of times, another clause: a wrong time misleads."""
    assert told(sentence)[0] is None


@given(st.lists(st.sampled_from([
    "At 12 weeks", "at week 4", "after 6 months", "(MD -1.5, 95% CI -2.0 to -1.0)", "p < 0.01", "pain fell", ",", ";",
    "and", "30-day mortality", "RR 0.80 (0.71-0.90)", "at six", "12", "weeks", "é", "−", "\u2009",
]), max_size=12), st.sampled_from([" ", "", ", "]))  # fmt: skip
def test_every_offset_lies_in_the_sentence_and_holds_a_time(parts: list[str], joint: str) -> None:
    """Whatever a sentence is put together from: a time is a stretch of it, and changes nothing else of a figure."""
    sentence = joint.join(parts)
    before = figures(sentence)
    after = with_times(before, sentence)
    points = time_points(sentence)

    assert [(f.start, f.end, f.value, f.low, f.high, f.p) for f in before] == [
        (f.start, f.end, f.value, f.low, f.high, f.p) for f in after
    ]
    for extent in (*points, *(figure.when for figure in after if figure.when)):
        assert 0 <= extent.start < extent.end <= len(sentence)
        assert any(unit in sentence[extent.start : extent.end].lower() for unit in ("week", "month", "day"))


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(sentence: str) -> None:
    """Every input is hostile."""
    assert len(figures(sentence)) == len(with_times(figures(sentence), sentence))
