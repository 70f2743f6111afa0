"""Ages in words: for which ages a recommendation holds."""

import pytest

from quoth.text.ages import ages_in


@pytest.mark.parametrize(
    ("words", "within", "beyond"),
    [
        ("women aged 50 to 74 years", (50, 62, 74), (49, 75)),
        ("between the ages of 40 and 49 years", (40, 49), (39, 50)),
        ("screening in women prior to age 50 years", (43,), (50,)),
        ("women aged 75 years or older", (75, 90), (74,)),
        ("children ages 6 to 24 months", (0.5, 1.5, 2.0), (0.25, 3)),
        ("females aged 24 years or younger", (19, 24), (25,)),
        ("children younger than 3 years", (2, 0.5), (3,)),
        ("children and adolescents 6 years and older", (6, 17), (5,)),
        ("persons aged 6 months to 24 years", (0.5, 24), (25,)),
        ("adults older than 24 years", (40,), (20,)),
        ("severe disease, older than 6 months", (0.75, 3), (0.4,)),
        ("18 months or older", (2,), (1,)),
        ("a woman aged ≥35 years who smokes", (37,), (34,)),
    ],
)
def test_advice_says_for_which_ages_it_holds(words: str, within: tuple[float, ...], beyond: tuple[float, ...]) -> None:
    """Both ends count as within."""
    (ages,) = ages_in(words)

    assert all(ages.holds(age) for age in within)
    assert not any(ages.holds(age) for age in beyond)


@pytest.mark.parametrize(
    "words",
    ["every 2 to 3 years", "quit within the past 15 years", "less than 5 patches", "after 24 weeks of gestation"],
)
def test_a_time_is_no_age(words: str) -> None:
    """Nobody is left out because of an interval."""
    assert ages_in(words) == ()
