"""Advice is that of those who speak; who makes a page and who checks it read that alike."""

import pytest

from quoth.check.whose_advice import of_others
from quoth.evidence.guideline.recommendations import recommends
from quoth.evidence.guideline.whose import is_no_own_advice

ISSUER = "American College of Knee Surgeons"
NO_OWN = [
    "Up to 2012 this panel recommended stopping aspirin before surgery.",
    "The edition of 2006 advised bed rest.",
    "Formerly, all infants should have been given water between feeds.",
    "Advice used to be to avoid eggs in the first year.",
    "We no longer hold that statins should be given at night, as we once advised.",
    "This replaces our statement that everyone should be screened yearly.",
    "The Canadian society recommends yearly eye checks.",
    "Most textbooks suggest that rest should come first.",
    "The manufacturer advises a loading dose of 600 mg.",
    "A consensus of rheumatologists elsewhere recommends ultrasound.",
    "Several blogs recommend cold showers.",
    "One insurer recommends telephone follow-up.",
    "Trials of shorter courses should be done in children.",
    "We recommend that future studies compare the two drugs.",
    "Cohorts should be set up to follow treated women.",
    "It should be investigated whether yoga prevents relapse.",
    "The effect of weekly dosing needs to be studied in the elderly.",
    "Percentage of adults offered a statin.",
    "Audit criterion: all patients should have a weight recorded.",
    "Performance target: 90% of women offered screening.",
    "The indicator counts patients given thrombolysis within an hour.",
    "Proportion of smokers advised to quit at each visit.",
    "Units score a point if antibiotics are given in time.",
    "Three panellists would have recommended surgery.",
    "One author recommends starting at 40, against the others.",
    "A stakeholder suggested that all should be offered acupuncture.",
    "In its comments, a company recommended its own device.",
    "The motion that everyone be screened was lost.",
    "Professor X recommends high doses.",
    "Case 4: Mr Smith should be given 5 mg.",
    'Example letter: "You should take one tablet a day."',
    "Imagine a girl of nine; offer her the low dose.",
    "In this scenario the nurse should call the surgeon.",
    "A model answer reads: offer aspirin and refer.",
    "Quiz: which drug should be offered first to Anna?",
]
OWN = [
    "We recommend exercise for all adults.",
    "The panel suggests taping over rest.",
    "The American College of Knee Surgeons recommends early repair.",
    "ACKS recommends against arthroscopy.",
    "Patients should be evaluated for depression.",
    "The dose should be reduced in kidney disease.",
    "Offer exercise to adults with knee pain.",
    "There is insufficient evidence to recommend for or against taping.",
    "Severe pain on injection suggests that the needle should be moved.",
    "A trial of exercise should be offered before surgery.",
    "If a family member would prefer it, consider home care.",
    "Routine laboratory work is recommended before surgery.",
]


@pytest.mark.parametrize("sentence", NO_OWN)
def test_what_others_advise_or_was_advised_is_no_advice(sentence: str) -> None:
    """Former editions, other bodies, calls for research, measures, the view of a few and examples."""
    assert is_no_own_advice(sentence, ISSUER)


@pytest.mark.parametrize("sentence", OWN)
def test_the_issuers_own_advice_is_advice(sentence: str) -> None:
    """By its name, its letters, "we" or "the panel"; and advice that names nobody."""
    assert not is_no_own_advice(sentence, ISSUER)
    assert of_others(sentence, ISSUER) is None


def test_a_named_body_is_left_in_peace_where_nobody_knows_the_issuer() -> None:
    """It may be the one that speaks."""
    assert of_others("The AAN recommends rest.", "") is None
    assert of_others("The AAN recommends rest.", ISSUER)
    assert of_others("Most textbooks recommend rest.", "")


def test_a_measure_does_not_recommend() -> None:
    """What is no advice is none of a guideline's recommendations either."""
    assert not recommends("Audit criterion: all patients should have a weight recorded.")
