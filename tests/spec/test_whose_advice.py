"""What stands beside advice in guidance and reads like it is not shown as advice, and advice still is."""

import pytest

from quoth.check.whose_advice import _why_none
from quoth.evidence.guideline.recommendations import recommends

NO_ADVICE = (
    "Randomised trials should compare the drug with placebo in older adults.",
    "More and better studies are needed before the test is recommended.",
    "The best dose should be investigated further.",
    "Proportion of adults with diabetes who should have had a foot check and had one.",
    "Audit standard: all patients should be offered a review.",
    "Should clinicians offer the vaccine to adults over 60?",
    "Question 3: should steroids be used in mild disease?",
    "Two of the panel members felt that screening should start at 40.",
    "A minority of the authors would have recommended the drug.",
    "For example, a 60-year-old man with angina should be offered a beta-blocker.",
    "Until 2009 the panel recommended screening all adults.",
    "Members of the guideline panel who dissented would have recommended the drug.",
    "Mrs Brown should be offered a home visit.",
    "The previous edition of this guideline recommended weekly doses.",
    "In other recommendation statements, the task force had recommended screening for high blood pressure.",
    "The task force has made other recommendations relevant to prevention, including aspirin use.",
    "Refer to the NGC summary of the division's chronic pain disorder medical treatment guidelines.",
    "For more information, see the section on dosing, which should be read first.",
    "Refer to Exhibit 5 in the original guideline document, where treatments are recommended.",
    "In addition to the current summary, the following are available and should be consulted.",
)
ADVICE = (
    "Clinicians should offer the vaccine to adults over 60.",
    "We recommend against routine screening.",
    "Do not use antibiotics for viral infection.",
    "Consider a lower dose in older people, for example 5 mg a day.",
    "The drug is no longer recommended for children.",
    "Offer review to all patients whose quality of life is poor.",
    "People with one or more risk factors should be tested.",
    "Screening should be offered every two years.",
    "Members of the household should be vaccinated.",
    "Use the drug in other people with the same risk.",
    "Some household members should be considered for treatment.",
    "MS should be treated early.",
    "Offer counselling to people at high risk (e.g., a patient with two affected relatives).",
    "People for whom the vaccine was previously recommended should be vaccinated.",
    "MR angiography should be performed.",
    "Validated outcome measures should be used at each visit.",
    "The number of antenatal visits should be at least eight.",
    "In 2016 the committee recommended one dose for adults, which should be given in autumn.",
    "Refer to a nephrologist when the section of the kidney that works is small.",
    "Refer people with retinopathy to a specialist clinic.",
    "Consult a surgeon about the treatment that is recommended.",
)


@pytest.mark.parametrize("sentence", NO_ADVICE)
def test_what_stands_beside_advice_is_none(sentence: str) -> None:
    """Neither taken for advice, nor let through by the checker as such."""
    assert not recommends(sentence)
    assert _why_none(sentence)


@pytest.mark.parametrize("sentence", ADVICE)
def test_advice_stays_advice(sentence: str) -> None:
    """Words of the table in another sense change nothing."""
    assert recommends(sentence)
    assert _why_none(sentence) is None
