"""What a row is said to report has to stand in its words; the checker allows all that evidence reads."""

import pytest

from quoth.check.directions import _why_not
from quoth.evidence.study.direction import direction
from quoth.evidence.study.figures import figures
from quoth.model import Direction

SENTENCES = [
    "Pain fell more with tape than with placebo (P = 0.01).",
    "Pain did not differ between the groups (P = 0.40).",
    "Mortality was significantly lower with the drug (RR 0.70, 95% CI 0.55 to 0.89).",
    "The risk of stroke was similar in both groups.",
    "Quality of life improved more with exercise.",
    "Recovery was significantly slower with rest (P < .001).",
    "The risk ratio was 0.98 (95% CI 0.80 to 1.20).",
    "No significant increase in bleeding was seen, but pain was lower.",
    "Thirty adults took part.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_evidence_reads_is_allowed(sentence: str) -> None:
    """An honest page is never refused for its own reading."""
    numbers = figures(sentence)

    assert _why_not(direction(sentence, numbers), sentence, numbers) is None


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Pain fell more with tape than with placebo (P = 0.01).", Direction.NO_DIFFERENCE),
        ("Pain did not differ between the groups (P = 0.40).", Direction.DIFFERENCE),
        ("Pain did not differ between the groups (P = 0.40).", Direction.FAVOURS_INTERVENTION),
        ("Mortality was significantly lower with the drug.", Direction.FAVOURS_COMPARATOR),
        ("Survival was significantly longer with the drug.", Direction.FAVOURS_COMPARATOR),
        ("Mortality was significantly higher with the drug.", Direction.FAVOURS_INTERVENTION),
        ("The risk ratio was 0.60 (95% CI 0.45 to 0.80).", Direction.NO_DIFFERENCE),
        ("The risk ratio was 0.98 (95% CI 0.80 to 1.20).", Direction.DIFFERENCE),
        ("Thirty adults took part.", Direction.DIFFERENCE),
        ("Function was no better with the drug, and rest was worse.", Direction.FAVOURS_INTERVENTION),
        ("Pain was lower with tape (RR 0.98, 95% CI 0.80 to 1.20).", Direction.DIFFERENCE),
    ],
)
def test_a_direction_that_the_words_do_not_bear_is_refused(sentence: str, said: Direction) -> None:
    """The label beside a quote may not turn it."""
    assert _why_not(said, sentence, figures(sentence))


def test_a_direction_that_is_not_stated_is_always_allowed() -> None:
    """A missing sign misleads nobody."""
    assert all(_why_not(Direction.UNCLEAR, sentence, ()) is None for sentence in SENTENCES)
