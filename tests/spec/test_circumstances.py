"""What else somebody has or takes is never passed over: no advice leads a page that does not speak of it."""

import re

import pytest

from quoth.evidence.fitting.people import about_people
from quoth.model import Abstention, Answer
from quoth.pipeline import Parts, ask

# What the starter library holds nothing on, as somebody's illness or medicine beside the one that is asked about.
NOT_HELD = (
    ("warfarin", "NSAIDs for back pain while on warfarin"),
    ("warfarin", "NSAIDs for back pain on warfarin"),
    ("warfarin", "What helps back pain while taking warfarin?"),
    ("apixaban", "topical diclofenac for knee arthritis, I am on apixaban"),
    ("levothyroxine", "can my wife on levothyroxine take amitriptyline to prevent migraine"),
    ("lithium", "exercise for depression in patients taking lithium"),
    ("glaucoma", "duloxetine for depression with glaucoma"),
    ("asthma", "NSAIDs for back pain with severe asthma"),
    ("asthma", "propranolol for migraine in asthma"),
    ("asthma", "beta-blockers in severe asthma to prevent migraine"),
    ("pacemaker", "exercise for knee arthritis with a pacemaker"),
    ("psoriasis", "does tape help my kneecap pain, I have had psoriasis for years"),
    ("cirrhosis", "NSAIDs for back pain when I have cirrhosis"),
    ("bypass", "with a history of gastric bypass, metformin for type 2 diabetes"),
)
# What some text of the library may speak of, and no advice on the treatment that is asked about.
SPOKEN_OF_ELSEWHERE = (
    "varenicline to stop smoking, I have epilepsy",
    "varenicline to stop smoking with epilepsy",
    "exercise for kneecap pain after a fracture",
    "antibiotics for urinary tract infection with a catheter",
    "nicotine patches after a heart attack",
)
# Advice that is bound to the other sex answers nobody of this one.
OF_THE_OTHER_SEX = (
    ("antibiotics for cystitis in men", "women", r"\bmen\b"),
    ("nitrofurantoin for a urine infection in men", "women", r"\bmen\b"),
)
# Illnesses of the organs that clear medicines: silence about them is no evidence, whatever words they are told in.
KIDNEYS_OR_LIVER = (
    "metformin in kidney disease",
    "can I take metformin if I have kidney disease",
    "can i take metformin, my kidneys are failing",
    "is ibuprofen safe for my knee arthritis with bad kidneys",
    "oral NSAIDs for knee osteoarthritis in renal impairment",
    "paracetamol for back pain with liver problems",
)
# Words behind the same cues that are nobody's illness or medicine.
ANSWERED = (
    "help with kneecap pain on stairs",
    "It hurts round my kneecap every time I take the stairs, what should I do about it?",
    "I have tried tape for kneecap pain, what else?",
    "Does taping with exercise help kneecap pain?",
    "SSRI vs TCA for depression in primary care",
    "I am struggling with my kneecap pain, which exercises should I do?",
    "blood pressure drugs in people with kidney disease: when to start?",
)
OUTCOMES = (
    ("to lower death, kidney disease progression and heart failure admission", "kidney disease"),
    ("to slow the progression of kidney disease", "kidney disease"),
    ("fewer heart failure events", "heart failure"),
    ("lower risk of stroke", "stroke"),
)


@pytest.mark.parametrize(("word", "question"), NOT_HELD)
def test_an_illness_or_medicine_that_is_not_held_refuses(word: str, question: str, parts: Parts) -> None:
    """The word is named, and nothing is offered in its place."""
    page = ask(question, parts).page

    assert isinstance(page, Abstention)
    assert word in page.explanation


@pytest.mark.parametrize("question", SPOKEN_OF_ELSEWHERE)
def test_advice_that_does_not_speak_of_it_does_not_lead(question: str, parts: Parts) -> None:
    """The question is refused, or what stands on the page is said to be beside it."""
    page = ask(question, parts).page

    assert isinstance(page, Abstention) or not page.bottom_line.statements


@pytest.mark.parametrize(("question", "other", "own"), OF_THE_OTHER_SEX)
def test_advice_for_the_other_sex_does_not_lead(question: str, other: str, own: str, parts: Parts) -> None:
    """Nor is it called direct. "Pregnant women and men" names both."""
    page = ask(question, parts).page
    led = () if isinstance(page, Abstention) else page.bottom_line.statements

    bounds = [qualifier.quote.text for one in led for qualifier in one.qualifiers]
    assert not [words for words in bounds if other in words and not re.search(own, words)]


@pytest.mark.parametrize("question", KIDNEYS_OR_LIVER)
def test_silence_about_kidneys_and_liver_is_no_evidence(question: str, parts: Parts) -> None:
    """A source that does not speak of them answers nothing."""
    assert isinstance(ask(question, parts).page, Abstention)


@pytest.mark.parametrize("question", ANSWERED)
def test_other_words_behind_the_same_cues_do_not_refuse(question: str, parts: Parts) -> None:
    """Stairs are no illness, and a body that speaks of kidney disease is heard."""
    page = ask(question, parts).page

    assert isinstance(page, Answer)
    assert page.bottom_line.statements


@pytest.mark.parametrize(("words", "illness"), OUTCOMES)
def test_an_illness_that_is_measured_is_not_who_is_studied(words: str, illness: str) -> None:
    """And people who have it are."""
    assert illness not in about_people(words)
    assert illness in about_people(f"adults with {illness}")


def test_who_is_said_not_to_have_it_does_not_have_it() -> None:
    """Advice for people without a catheter is none for people with one."""
    assert "catheter" not in about_people("adults with lower UTI and no catheter")
    assert "catheter" in about_people("adults with a catheter")


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("cystitis after sex", "people after sex"),
        ("migraine prevention with epilepsy", "people with epilepsy"),
        ("back pain while taking steroids", "people taking steroids"),
    ],
)
def test_what_somebody_has_been_through_is_named_as_it_was_asked(question: str, people: str, parts: Parts) -> None:
    """Nobody is "people with sex"; and what no source speaks of is said once."""
    page = ask(question, parts).page

    assert people in [mention.concept.name for mention in page.question.populations]
    if isinstance(page, Abstention):
        named = page.explanation.rpartition("answers on ")[2].rstrip(".").split(", ")
        assert len(set(named)) == len(named)
