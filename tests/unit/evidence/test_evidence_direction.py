"""A direction is told only where the sentence's own words and numbers tell it."""

import pytest

from quoth.evidence.study.direction import direction
from quoth.evidence.study.direction_significance import figure_shows_none
from quoth.model import Direction, Figure

NO = Direction.NO_DIFFERENCE
FOR = Direction.FAVOURS_INTERVENTION
AGAINST = Direction.FAVOURS_COMPARATOR
SOME = Direction.DIFFERENCE
OPEN = Direction.UNCLEAR

TABLE = [
    ("There was no significant difference in pain between the groups.", NO),
    ("Function did not differ between groups at 12 weeks (p = 0.43).", NO),
    ("No statistically significant differences were found in mortality.", NO),
    ("Pain scores were similar in both groups.", NO),
    ("The groups did not significantly differ in pain.", NO),
    ("Bracing failed to reduce pain.", NO),
    ("The risk of relapse was 0.95 (RR 0.95, 95% CI 0.80 to 1.12).", NO),
    ("MD 0.4, 95% CI -0.3 to 1.1 for pain.", NO),
    ("Adding arthroscopy brought no extra benefit.", NO),
    ("Exercise significantly reduced pain compared with usual care (p < 0.001).", FOR),
    ("Pain was significantly lower in the exercise group than in the control group (P=0.01).", FOR),
    ("Tape was more effective than sham tape for pain.", FOR),
    ("Mortality was lower with the drug (HR 0.72, 95% CI 0.56 to 0.93).", FOR),
    ("Survival was longer in the treated group (p=0.02).", FOR),
    ("Quality of life improved in the treated group.", FOR),
    ("Pain increased more in the brace group (p = 0.03).", AGAINST),
    ("Survival was shorter in the treated group (p=0.02).", AGAINST),
    ("The brace was less effective than exercise.", AGAINST),
    ("The between-group difference was 1.1 (95% CI -7.4 to 5.2), not significant.", NO),
    ("SMD -0.20 (95% CI -0.45 to 0.05) for function.", NO),
    ("OR 1.10 (0.80 to 1.40) for return to sport.", NO),
    ("Peak torque was 0.17 units (95% CI -0.14, 0.49) higher with tape.", NO),
    ("Pain fell by 6% with tape, but this was not statistically significant.", NO),
    ("Pain fell in both groups, with no difference between groups (p = 0.37).", NO),
    ("Pain fell significantly in both groups (p < 0.001), with no difference between the groups (p = 0.37).", NO),
    ("Scores rose from baseline with both (p = 0.01), but the difference between treatments was not significant.", NO),
    ("Scores rose in both groups, but significantly more with tape than in the control group (p = 0.02).", SOME),
    ("Scores fell from baseline; the difference between the groups was significant (p = 0.03).", SOME),
    ("SMD -0.50, 95% CI -0.85 to -0.15, for step length.", SOME),
    ("RR 0.80 (0.71-0.90) for early return.", SOME),
    ("Scores were significantly higher in the exercise group.", SOME),
    ("Scores were 12 with tape and 19 without (p = 0.02).", SOME),
    ("Scores rose significantly from baseline (p = 0.02).", OPEN),
    ("Scores rose in both groups (p < 0.001).", OPEN),
    ("Scores rose more in both groups than with placebo (p = 0.01), with no difference between the groups.", OPEN),
    ("Scores rose in both groups (p = 0.01); no difference between groups was found but at week 4 (p = 0.02).", OPEN),
    ("There was no significant difference in side effects between the two groups.", OPEN),
    ("In all groups except the third, scores were significantly higher than in the control group.", OPEN),
    ("At baseline scores were significantly higher in all arms than in the control group.", OPEN),
    ("Scores tended to be higher with tape (p = 0.04).", OPEN),
    ("Scores were significantly higher with tape, but strength did not differ.", OPEN),
    ("Age and sex were similar between the groups at baseline.", OPEN),
    ("No serious adverse effects were seen.", OPEN),
    ("The primary outcome was reached in 40% of patients.", OPEN),
    ("Exercise may reduce pain.", OPEN),
    ("Of two trials one favoured tape for pain, one found no difference for function.", OPEN),
    ("Some trials showed less pain with tape, and others found no difference.", OPEN),
    ("We aimed to assess whether tape reduces pain.", OPEN),
    ("Pain improved but function did not differ between groups.", OPEN),
    ("Scores were higher in the exercise group.", OPEN),
    ("", OPEN),
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE)
def test_a_sentence_points_where_its_words_point(sentence: str, expected: Direction) -> None:
    """In doubt the direction is not stated: a wrong sign misleads, a missing one does not."""
    assert expected is direction(sentence)


@pytest.mark.parametrize("noise", ["no " * 5_000, "not significant " * 5_000, "lower higher " * 5_000, "\x00" * 9_000])
def test_hostile_sentences_get_an_answer(noise: str) -> None:
    """Noise is unclear or a plain reading, never an exception."""
    assert isinstance(direction(noise), Direction)


@pytest.mark.parametrize(
    ("low", "high", "measure", "expected"),
    [
        (0.8, 1.2, "RR", True),
        (0.7, 0.9, "HR", False),
        (-0.3, 1.1, "MD", True),
        (0.2, 1.1, "SMD", False),
        (-7.4, 5.2, None, True),
        (1.0, 5.2, None, None),
    ],
)
def test_no_effect_is_one_for_ratios_and_nought_for_differences(
    low: float, high: float, measure: str | None, expected: bool | None
) -> None:
    """An interval that holds nought is one of a difference; without a measure nothing else can be told."""
    assert expected is figure_shows_none(Figure(0, 1, measure, None, low, high, 95.0))
