"""The marks and features of the learned direction: whose side is whose."""

from pathlib import Path

import pytest

from quoth.bench.training_scripts import training_script

ROOT = Path(__file__).parents[3]
ARMS = training_script(ROOT, "direction_arms")
FEATURES = training_script(ROOT, "direction_features")


def named(prompt: object, text: str) -> list[tuple[str, str]]:
    """What each mark is of, and its words."""
    return [(kind, text[start:end]) for start, end, kind in prompt.marks(text)]  # type: ignore[attr-defined]


def test_each_part_of_the_prompt_is_marked_by_its_own_words() -> None:
    """Words of control stand for the arm that is one."""
    prompt = ARMS.Prompt("metformin", "placebo", "weight loss")

    assert named(prompt, "Weight loss was greater with metformin than in controls.") == [
        ("O", "Weight loss"),
        ("I", "metformin"),
        ("C", "controls"),
    ]


def test_an_abbreviation_of_the_report_names_its_arm() -> None:
    """Nobody writes a long name twice."""
    prompt = ARMS.Prompt(
        "continuous glucose monitoring", "finger sticks", "HbA1c", "We gave real glucose gauges (RGG)."
    )
    known = ARMS.Prompt(
        prompt.intervention, prompt.comparator, prompt.outcome, "Continuous glucose monitoring (CGM) was used."
    )

    assert named(known, "CGM lowered HbA1c.") == [("I", "CGM"), ("O", "HbA1c")]
    assert named(prompt, "CGM lowered HbA1c.") == [("O", "HbA1c")]


def test_of_one_treatment_and_the_same_with_more_the_plain_name_is_the_lesser_arm() -> None:
    """Of "A plus B" and "B", B alone is the comparator."""
    prompt = ARMS.Prompt("rituximab and bendamustine", "bendamustine", "survival")

    assert (
        named(prompt, "Survival was longer with rituximab and bendamustine than with bendamustine alone.")[-1][0] == "C"
    )


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("Pain was lower with tape than with gel.", "votes:-1"),
        ("Compared with gel, tape reduced pain.", "votes:-1"),
        ("Pain was lower with gel than with tape.", "votes:1"),
        ("The reduction in pain was greater with tape than with gel.", "votes:-1"),
        ("Pain was not lower with tape than with gel.", "votes:0"),
    ],
)
def test_a_change_is_told_of_an_arm(text: str, votes: str) -> None:
    """Exchanging the arms turns the vote; a denial takes it back."""
    prompt = ARMS.Prompt("tape", "gel", "pain")

    assert votes in FEATURES.features_of(text, prompt.marks(text), prompt.outcome)
