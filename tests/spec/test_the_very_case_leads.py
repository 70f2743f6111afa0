"""Advice on the very case leads where none answers strictly; advice on another thing than what is compared does not."""

import pytest

from quoth.model import Abstention, Answer
from quoth.pipeline import Parts, ask

LED = (
    ("contraception", "On Topamax for migraine and planning a pregnancy: anything to know?"),
    (
        "children and adolescents",
        "My fifteen-year-old has kneecap pain, should she cut down on sport?",
    ),
    ("decongestants", "Pseudoephedrine for a toddler's ear infection?"),
    ("proton-pump", "Knee arthritis, needs diclofenac tablets, stomach ulcer years ago. What should be added?"),
    ("45 or older", "Dad is 66 with knee arthritis pain on stairs. Does the diagnosis need an X-ray?"),
    ("Anterior Knee Pain Scale", "Which scales for patellofemoral pain?"),
    ("130-139", "I have had a heart attack and my systolic is 136. Do I need a tablet for hypertension?"),
    ("weak opioid", "Acute low back pain and I must not take anti-inflammatories because of a stomach ulcer: codeine?"),
    ("patch rather than varenicline alone", "Varenicline plus a patch to quit smoking, do I get better chances?"),
    ("too thin", "I am pregnant and want to stop smoking. Is nicotine gum fine?"),
    ("imaging", "Would an MRI tell me more about my patellofemoral pain?"),
    ("monoclonal", "Migraine, six migraine days a month, propranolol not tolerated. What comes next?"),
)
UNLED = (
    "Metformin against a sulfonylurea in type 2 diabetes: who dies less often?",
    "St John's wort against an antidepressant for depression, which helps more people?",
    "Morning or evening for antihypertensives?",
    "Antihypertensives at bedtime versus in the morning, fewer deaths?",
)
READ = (
    ("systemic corticosteroids", "Prednisone for sciatica?"),
    ("hyaluronic acid injection", "Are Hyalgan injections worth it for knee osteoarthritis?"),
    ("vaginal oestrogen", "Vagifem after the menopause against repeated urine infections?"),
    ("urine alkalinising agents", "Does Cystopurin treat cystitis?"),
    ("corticosteroid injection", "Kenalog for plantar fasciitis?"),
)


@pytest.mark.parametrize(("words", "question"), LED)
def test_advice_on_the_case_leads(words: str, question: str, parts: Parts) -> None:
    """By the people, the illness besides, the test or the words that are asked about."""
    page = ask(question, parts).page

    assert isinstance(page, Answer), page.explanation
    said = [(s.quote.text, *(q.quote.text for q in s.qualifiers)) for s in page.bottom_line.statements]
    assert any(words in text for texts in said for text in texts), said


@pytest.mark.parametrize("question", UNLED)
def test_advice_on_one_side_of_a_comparison_does_not_lead(question: str, parts: Parts) -> None:
    """Nor does what says nothing of the hour, where hours are compared."""
    page = ask(question, parts).page

    assert isinstance(page, Answer), page.explanation
    assert page.bottom_line.statements == ()


@pytest.mark.parametrize(("name", "question"), READ)
def test_a_brand_is_read_as_what_it_is(name: str, question: str, parts: Parts) -> None:
    """And answered."""
    page = ask(question, parts).page

    assert isinstance(page, Answer), page.explanation
    assert name in [mention.concept.name for mention in page.question.interventions]


@pytest.mark.parametrize(
    "question",
    [
        "I am pregnant and want to stop smoking. Is melatonin fine?",
        "Topiramate for migraine with glaucoma, is turmeric safe?",
    ],
)
def test_what_nobody_here_knows_is_still_refused(question: str, parts: Parts) -> None:
    """The people and the illness besides let no unknown treatment in."""
    assert isinstance(ask(question, parts).page, Abstention)
