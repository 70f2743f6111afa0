"""What did not help is asked about no more: advice for those whom it did not help leads, and no other."""

import pytest

from quoth.model import Abstention
from quoth.pipeline import Parts, ask

# Words of the advice that comes then, as its guideline bounds it.
COMES_NEXT = (
    ("Switch to or add", "sertraline at full dose for two months and no response, what next"),
    ("Switch to or add", "citalopram eight weeks, no improvement, what comes next?"),
    ("Switch to or add", "escitalopram maxed out for 10 weeks and still depressed: options?"),
    ("Switch to or add", "My antidepressant isn't doing anything. What can the doctor try next?"),
    ("Switch to or add", "Fluoxetine has not made a difference to my depression. What next?"),
    ("gepant", "propranolol and amitriptyline failed for my migraines, now what does the ACP say"),
    ("gepant", "topiramate failed for migraine, what next?"),
    ("pivmecillinam", "nitrofurantoin did not work for my cystitis, what now?"),
    (
        "add-on to exercise",
        "I did the exercises for three months and my kneecap pain is just as bad as ever. What now?",
    ),
    ("SGLT-2", "metformin isn't enough for my type 2 diabetes, what next?"),
    ("weak opioid", "pulled my back at the weekend and cannot take ibuprofen, is codeine alright"),
    ("acupuncture", "how many acupuncture sessions if topiramate and propranolol have both been useless"),
    ("High-energy shock wave", "8 months of plantar fasciitis, stretching, insoles and ice all failed. Shock wave?"),
)
# Advice that names what was tried, or is for those whom something else did not help.
NEVER_LEADS = (
    ("Use topiramate", "topiramate failed for migraine, what next?"),
    ("prefer an SSRI", "Ten weeks of sertraline at full dose and he is no better, moderate depression. What now?"),
    ("antidepressant", "CBT did nothing for my depression. what else?"),
    ("Offer shock wave", "shock wave did not help my plantar fasciitis. next?"),
    ("High-energy", "Stretching and taping did nothing for my heel pain after 6 weeks, what follows?"),
    ("needling", "acupuncture made my back pain worse, what now"),
    ("knee-targeted exercise", "exercise and tape failed for her kneecap pain: next step?"),
)
# What is said of a treatment that did not help takes nothing from another that is asked about by name.
STILL_ASKED = (
    ("patellofemoral pain", "I cannot take ibuprofen. does tape help my kneecap pain?"),
    ("migraine", "failed metoprolol and amitriptyline for migraine: erenumab next?"),
    ("patellofemoral pain", "I have tried tape for kneecap pain, what else?"),
)
# Half a name beside a cuff's figures is read whole, and a reading is about the pressure of whoever has the rest.
PRESSURE = (
    ("Start drug treatment", "150/95, do I need tablets?"),
    ("Start drug treatment", "blood pressure 155/98, should I be medicated"),
    ("without delay", "BP 162/101 found today. Start pills straight away?"),
    ("130-139", "systolic of 134 with type 2 diabetes, treat the pressure?"),
    ("130-139", "133 systolic, diabetic, no heart disease - medicate?"),
)


def _led_by(question: str, parts: Parts) -> str:
    page = ask(question, parts).page
    return "" if isinstance(page, Abstention) else " / ".join(s.quote.text for s in page.bottom_line.statements)


@pytest.mark.parametrize(("words", "question"), [*COMES_NEXT, *PRESSURE])
def test_what_comes_then_leads(words: str, question: str, parts: Parts) -> None:
    """The advice that its guideline gives for this very case."""
    assert words in _led_by(question, parts)


@pytest.mark.parametrize(("words", "question"), NEVER_LEADS)
def test_what_was_tried_does_not_lead(words: str, question: str, parts: Parts) -> None:
    """Nobody is told to take what did not help, nor what is for others."""
    assert words not in _led_by(question, parts)


@pytest.mark.parametrize(("condition", "question"), STILL_ASKED)
def test_another_treatment_is_asked_about_as_before(condition: str, question: str, parts: Parts) -> None:
    """The page is on it."""
    page = ask(question, parts).page
    assert not isinstance(page, Abstention)
    assert condition in [mention.concept.name for mention in page.question.conditions]


def test_a_heart_that_is_well_is_not_among_the_people(parts: Parts) -> None:
    """Advice for people with heart disease leads nobody who says that they have none."""
    assert "heart benefit" not in _led_by("type 2 diabetes, no heart disease, which drug?", parts)


# Everyday and clinical names of what the packs hold, and words of a body that name no treatment by themselves.
NAMED = (
    ("Patient with schizophrenia wants to stop smoking: varenicline or patch", "varenicline rather than a patch"),
    ("lifting belt for a warehouse worker with chronic low back pain?", "belts"),
    ("GLP-1 or SGLT2 on top of metformin?", "SGLT-2 inhibitor"),
    ("taping the arch for plantar fasciitis", "tape"),
)
NOT_NAMED = (
    ("spinal manipulation", "My neighbour had ozone put in next to his spine for chronic back pain. Sound?"),
    ("knee-targeted exercise", "Botox into the outer thigh muscle for anterior knee pain?"),
    ("taping", "does the arch of my foot cause plantar fasciitis"),
)


@pytest.mark.parametrize(("question", "words"), NAMED)
def test_other_names_are_read(question: str, words: str, parts: Parts) -> None:
    """The advice on what is named leads."""
    assert words in _led_by(question, parts)


@pytest.mark.parametrize(("name", "question"), NOT_NAMED)
def test_a_part_of_the_body_is_no_treatment(name: str, question: str, parts: Parts) -> None:
    """A name that holds an article is a verb and a place, and the place alone names nothing."""
    asked = ask(question, parts).page.question
    assert name not in [mention.concept.name for mention in (*asked.interventions, *asked.comparators)]
