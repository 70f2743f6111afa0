"""Recommendations are read from guidelines alone, by one table, with the issuer's own grade."""

import pytest

from quoth.check.asks import why_not_asked
from quoth.evidence.guideline.recommendations import action_of, recommends
from quoth.model import Action

ACTIONS = [
    ("Offer exercise to people with knee pain.", Action.DO),
    ("We recommend exercise for all adults.", Action.DO),
    ("Exercise should be offered.", Action.DO),
    ("The Task Force recommends screening adults for depression.", Action.DO),
    ("Treatment is indicated in severe disease.", Action.DO),
    ("Do not offer imaging for low back pain.", Action.DO_NOT),
    ("Opioids should not be offered.", Action.DO_NOT),
    ("We recommend against routine imaging.", Action.DO_NOT),
    ("We suggest against surgery.", Action.DO_NOT),
    ("The USPSTF recommends against screening in adults.", Action.DO_NOT),
    ("Imaging is not recommended.", Action.DO_NOT),
    ("Avoid long courses.", Action.DO_NOT),
    ("Long-term use is generally not recommended.", Action.DO_NOT),
    ("Surgery is neither necessary nor recommended.", Action.DO_NOT),
    ("The drug is contraindicated in pregnancy.", Action.DO_NOT),
    ("Injections may be considered in people in whom tablets are contraindicated.", Action.CONSIDER),
    ("Patients who do not respond should be referred.", Action.DO),
    ("Testing should be done only when the history suggests a cause.", Action.DO),
    ("Tape should be considered for short-term relief.", Action.CONSIDER),
    ("Consider taping for short-term relief.", Action.CONSIDER),
    ("We suggest a trial of tape.", Action.CONSIDER),
    ("Bracing may be considered.", Action.CONSIDER),
    ("It is reasonable to start with one drug.", Action.CONSIDER),
    ("The current evidence is insufficient to assess the balance of benefits and harms.", Action.UNCERTAIN),
    ("No recommendation can be made for or against taping.", Action.UNCERTAIN),
    ("Tape is white.", Action.UNCERTAIN),
    ("Neither tape nor braces should be used in children.", Action.DO_NOT),
    ("Neither tape nor a brace is recommended.", Action.DO_NOT),
    ("No child should be given codeine.", Action.DO_NOT),
    ("In acute pain, none of these drugs should be used.", Action.DO_NOT),
    ("Nobody under 18 should be given aspirin.", Action.DO_NOT),
    ("No imaging is required in the first weeks.", Action.DO_NOT),
    ("Under no circumstances should both be taken.", Action.DO_NOT),
    ("Codeine should no longer be used in children.", Action.DO_NOT),
    ("They are ill. Nor should they be exercised.", Action.DO_NOT),
    ("Use neither tape nor braces.", Action.DO_NOT),
    ("The panel recommends not to use imaging.", Action.DO_NOT),
    ("We recommend not taping knees.", Action.DO_NOT),
    ("We recommend that tape not be used in children.", Action.DO_NOT),
    ("The panel suggests no routine imaging.", Action.DO_NOT),
    ("We recommend avoiding tape on broken skin.", Action.DO_NOT),
    ("We recommend withholding codeine.", Action.DO_NOT),
    ("We do not suggest tape.", Action.DO_NOT),
    ("We cannot recommend tape.", Action.DO_NOT),
    ("Clinicians should refrain from imaging.", Action.DO_NOT),
    ("There is no role for tape in heel pain.", Action.DO_NOT),
    ("An X-ray need not be done.", Action.DO_NOT),
    ("Patients should be advised not to drive.", Action.DO_NOT),
    ("Do not delay exercise; start it early.", Action.DO),
    ("Never stop beta-blockers abruptly.", Action.DO),
    ("We recommend not delaying exercise.", Action.DO),
    ("We recommend that relief not be withheld.", Action.DO),
    ("We recommend no more than two injections.", Action.DO),
    ("We recommend tape rather than codeine, which should not be used in children.", Action.DO),
    ("Do not use tape, which may do harm, in children.", Action.DO_NOT),
    ("No one should be denied pain relief.", Action.DO),
    ("Neither age nor frailty should be a reason to withhold surgery.", Action.DO),
    ("In no case should antibiotics be delayed.", Action.DO),
    ("If there is no improvement, imaging should be done.", Action.DO),
    ("In patients with no symptoms, screening should be offered.", Action.DO),
    ("No fewer than six sessions should be offered.", Action.DO),
    ("Patients who respond to neither drug nor rest should be referred.", Action.DO),
    ("No single drug is recommended.", Action.UNCERTAIN),
    ("There is no evidence to suggest for or against tape.", Action.UNCERTAIN),
]


@pytest.mark.parametrize(("sentence", "action"), ACTIONS)
def test_the_wording_decides_what_is_asked_for(sentence: str, action: Action) -> None:
    """Refusals are read before permissions and permissions before advice."""
    assert action is action_of(sentence)[0]


@pytest.mark.parametrize(("sentence", "action"), ACTIONS)
def test_the_checker_bears_what_the_table_says(sentence: str, action: Action) -> None:
    """Two readings, each with its own code, of the same words."""
    assert why_not_asked(action, sentence) is None


def test_the_mapping_names_the_words_it_rests_on() -> None:
    """A reader can argue with the mapping."""
    assert "from 'should not'" == action_of("Opioids should not be offered.")[1]


NOT_RECOMMENDING = [
    "The recommendations were graded by the panel.",
    "Further research should compare tape with braces.",
    "This guideline is intended for clinicians.",
    "Knee pain is common in runners.",
    "Which exercises should be offered?",
    "The panel recommends against the service.",
    "Refer to the original guideline document for details.",
]


OF_OTHERS = [
    "The best estimates from randomized trials suggest that one in five is overdiagnosed.",
    "However, data from one registry suggest that the risk doubles.",
    "Other professional organizations recommend that people with a family history be screened earlier.",
    "Diagnostic guidelines recommend surgical removal of the ovary.",
    "Vitamins are often recommended for older women.",
    "In its 2009 recommendation, the group extended the recommendation to age 74 years.",
]
OF_THE_BODY = [
    "Based on experience we suggest a trial of tape.",
    "For people with limited data, the panel suggests tape.",
    "In most people the group recommends exercise.",
    "The evidence suggests a benefit, and exercise should be offered.",
]


@pytest.mark.parametrize("sentence", [*NOT_RECOMMENDING, *OF_OTHERS])
def test_sentences_about_guidelines_evidence_and_others_are_no_recommendations(sentence: str) -> None:
    """How recommendations were made, what evidence suggests and what others recommend is no advice of this body."""
    assert not recommends(sentence)


@pytest.mark.parametrize("sentence", OF_THE_BODY)
def test_what_the_body_itself_suggests_is_advice(sentence: str) -> None:
    """Evidence that is named beside it takes nothing away."""
    assert recommends(sentence)
