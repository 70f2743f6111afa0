"""Recommendations are read from guidelines alone, by one table, with the issuer's own grade."""

import pytest

from quoth.evidence.recommendations import action_of, read_recommendation
from quoth.model import Action, QualifierKind, SectionRole
from tests.unit.evidence.evidence_factories import candidate, passages, record, rendition

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
]


@pytest.mark.parametrize(("sentence", "action"), ACTIONS)
def test_the_wording_decides_what_is_asked_for(sentence: str, action: Action) -> None:
    """Refusals are read before permissions and permissions before advice."""
    assert action is action_of(sentence)[0]


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


@pytest.mark.parametrize("sentence", NOT_RECOMMENDING)
def test_sentences_about_guidelines_are_no_recommendations(sentence: str) -> None:
    """A sentence on how recommendations were made recommends nothing."""
    hit = candidate(record(), rendition(sentence))

    assert read_recommendation(passages(hit), 0, hit.rendition, SectionRole.OTHER) is None


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("We recommend exercise for all adults (strong recommendation, moderate-quality evidence).", "(strong"),
        ("Clinicians should offer exercise (Grade B).", "(Grade B)"),
        ("The USPSTF recommends screening for depression in adults. (B recommendation) It applies to all.", "(B recom"),
        ("Exercise should be offered first.\n\nStrength of recommendation: A", "Strength of recommendation: A"),
    ],
)
def test_the_issuers_grade_travels_with_the_recommendation(text: str, grade: str) -> None:
    """The strength is the source's own string with its own place, in the sentence or right behind it."""
    hit = candidate(record(), rendition(text))

    read = read_recommendation(passages(hit), 0, hit.rendition, SectionRole.OTHER)

    assert read is not None
    assert read.strength[0].kind is QualifierKind.STRENGTH
    assert read.strength[0].quote.text.startswith(grade)
    span = read.strength[0].quote.span
    assert read.strength[0].quote.text == hit.rendition.text[span.start : span.end]
