"""Ages in words: whose age is asked about, and for which ages a recommendation holds."""

import pytest

from quoth.evidence.ages import age_asked, ages_in


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


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("My dad is 62, smoked a pack a day for 35 years", 62),
        ("19 year old woman", 19),
        ("lung scans in 30 year olds", 30),
        ("Does a child of four need an eye test?", 4),
        ("I'm 43. Do I need a mammogram yet?", 43),
        ("Mammograms after 75?", 75),
        ("depression screening at age 10", 10),
        ("an 8-week-old", 8 / 52),
    ],
)
def test_a_question_says_how_old_somebody_is(words: str, age: float) -> None:
    """In digits or in words, in years."""
    assert age_asked(words) == pytest.approx(age)


@pytest.mark.parametrize(
    "words",
    [
        "She is 41 weeks pregnant",
        "a temperature of 39",
        "my son is 5 and my daughter is 9",
        "she is 3 years after surgery",
    ],
)
def test_what_is_no_one_persons_age_is_none(words: str) -> None:
    """Of two ages neither decides."""
    assert age_asked(words) is None
