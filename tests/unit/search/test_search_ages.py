"""How old somebody is whom a question asks about, read once for who that is and for which advice holds."""

import pytest

from quoth.search.ages import age_asked
from quoth.search.wording import read
from tests.unit.search.search_words import asked


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("My dad is 62, smoked a pack a day for 35 years", 62),
        ("19 year old woman", 19),
        ("75F with hypertension", 75),
        ("warfarin, 78 M", 78),
        ("lung scans in 30 year olds", 30),
        ("Does a child of four need an eye test?", 4),
        ("I'm 43. Do I need a mammogram yet?", 43),
        ("Mammograms after 75?", 75),
        ("depression screening at age 10", 10),
        ("an 8-week-old", 8 / 52),
        ("ear infection both ears baby 10 months", 10 / 12),
        ("fever in a 5 month baby", 5 / 12),
        ("antibiotics for a baby under 6 months with an ear infection", 5.5 / 12),
        ("ear infection below 6 months of age", 5.5 / 12),
        ("my daughter is 8 months", 8 / 12),
        ("my friend is 70 and falls", 70),
        ("62 yo with gout", 62),
        ("My fourteen-year-old daughter", 14),
        ("My 13 year old gets kneecap pain", 13),
        ("a 40 year old gardener", 40),
        ("a seventy-two-year-old man", 72),
        ("she is sixty", 60),
        ("is it worth having a knee replacement at 80?", 80),
    ],
)
def test_a_question_says_how_old_somebody_is(words: str, age: float) -> None:
    """In digits or in words, in years."""
    assert age_asked(read(words)) == pytest.approx(age)


@pytest.mark.parametrize(
    "words",
    [
        "She is 41 weeks pregnant",
        "a temperature of 39",
        "breathless after 100 m",
        "45M walk",
        "my son is 5 and my daughter is 9",
        "she is 3 years after surgery",
        "My INR is 5. What now?",
        "a statin when LDL is above 70?",
        "aged 50-74",
        "my mum is 90 kg",
        "he is one of those who faint",
        "my son 3 months after grommets",
        "baby 2 days of fever",
        "low back pain under 6 weeks, imaging?",
        "toddler 2 weeks cough",
        "my son is 3 weeks into antibiotics",
    ],
)
def test_what_is_no_one_persons_age_is_none(words: str) -> None:
    """Of two ages neither decides."""
    assert age_asked(read(words)) is None


def test_a_follow_up_about_the_same_person_keeps_the_age() -> None:
    """Whoever is carried over is still as old; somebody else is not."""
    first = asked("Antibiotics for ear infection in my 5 year old?")

    assert first.age == 5
    assert asked("and how long?", first).age == 5
    assert asked("and in teenagers?", first).age is None
