"""Weeks of a pregnancy and a kidney's rate tell who is asked about; a contraceptive pill is no tablet of a pack."""

import pytest

from quoth.model import Abstention
from quoth.pipeline import Parts, ask
from quoth.search.populations import populations_of, with_failing_organs
from quoth.search.wording import read

# Advice on people in general that would be wrong in a pregnancy, or with such kidneys, or says nothing of the pill.
NOT_LED = (
    "back pain at 30 weeks: ibuprofen?",
    "heel pain at 34 weeks, insoles?",
    "migraine at 16 weeks: topiramate?",
    "cystitis at 20 weeks: nitrofurantoin?",
    "UTI 30+2 weeks trimethoprim?",
    "165/105 at 36 weeks, treat?",
    "Labetalol or nifedipine at 34 weeks, 165/110?",
    "34/40, BP 150/95, calcium channel blocker?",
    "metformin with eGFR 28",
    "ibuprofen for back pain with eGFR of 40",
    "SGLT2 inhibitor type 2 diabetes, creatinine clearance 25",
    "metformin and kidneys not working well",
    "combined pill and smoking over 35",
    "Can a 37-year-old who smokes 20 cigarettes a day take the combined pill?",
    "smoker on the pill, is it safe",
    "Is the mini pill ok if I smoke?",
)
LED = (
    "Cystitis, eGFR 40: nitrofurantoin ok?",  # the advice names the rate that it asks for
    "Macrobid for cystitis, 34F, eGFR 70: dose and days under NICE",
    "Is the pill or the patch better for stopping smoking?",
    "which tablets help smokers",
    "is exercise good for kneecap pain, even 34 weeks after it started",
)
PREGNANT = (
    "heel pain at 34 weeks",
    "I'm 30 weeks, back hurts",
    "34/40 with a UTI",
    "UTI, 30+2",
    "28 weeks gone, low mood",
)
NOT_PREGNANT = (
    "cortisone in the heel, mm less pain at 4 weeks vs dummy",
    "does the injection still work at 12 weeks",
    "my husband is at 6 weeks, heel no better",
    "baby at 6 weeks, ear infection",
    "vision 20/40, migraine",
    "BP 134/40",
    "gait retraining, review at 12 weeks",
    "twice a day at 200 weeks",
)


@pytest.mark.parametrize("question", NOT_LED)
def test_advice_on_people_in_general_leads_none_of_these(question: str, parts: Parts) -> None:
    """Nobody who is pregnant, has failing kidneys or asks about contraception is led by advice for others."""
    page = ask(question, parts).page
    assert isinstance(page, Abstention) or not page.bottom_line.statements


@pytest.mark.parametrize("question", LED)
def test_advice_that_fits_leads_as_before(question: str, parts: Parts) -> None:
    """A figure that the advice itself names, a healthy rate, and a tablet against smoking keep their lead."""
    page = ask(question, parts).page
    assert not isinstance(page, Abstention)
    assert page.bottom_line.statements


@pytest.mark.parametrize("question", PREGNANT)
def test_weeks_alone_tell_of_a_pregnancy(question: str) -> None:
    """As people write them: at so many weeks, over forty, with days."""
    assert "pregnancy" in [mention.concept.name for mention in populations_of(read(question))]


@pytest.mark.parametrize("question", NOT_PREGNANT)
def test_weeks_since_something_began_are_no_pregnancy(question: str) -> None:
    """What a study found by then, how long it goes on, a man, a baby, an eye chart."""
    assert "pregnancy" not in [mention.concept.name for mention in populations_of(read(question))]


@pytest.mark.parametrize(("question", "low"), [("eGFR 28", True), ("GFR of 59", True), ("eGFR 60", False)])
def test_a_low_rate_tells_of_kidneys(question: str, low: bool) -> None:
    """KDIGO: below 60."""
    assert bool(with_failing_organs(read(question))) is low
