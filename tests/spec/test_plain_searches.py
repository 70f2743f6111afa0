"""Short questions, as people type them at work and at home, are led by what answers them, or by nothing."""

import pytest

from quoth.model import Abstention
from quoth.pipeline import Parts, ask

# What was tried is told, and what comes then is not asked for in so many words.
NOT_HELPED = (
    ("Switch to or add", "depression not improved after 6 weeks on SSRI"),
    ("Switch to or add", "sertraline 100mg for 3 months not working depression"),
    ("SGLT-2", "T2DM failed metformin"),
    ("The second choice", "cystitis not getting better after 3 days antibiotics"),
    ("The second choice", "uti not responding to nitrofurantoin"),
    ("gepant", "migraine no response to propranolol"),
    ("gepant", "migraine still bad after propranolol"),
)
# Who must not take the one that is named asks for the others.
INSTEAD = (
    ("The second choice", "I'm allergic to trimethoprim, what can I take for a water infection"),
    ("The second choice", "cystitis, allergic to nitrofurantoin: options?"),
)
# Nobody tells there that it was tried: whether it works is the question.
ASKED_ABOUT = (
    ("tape", "does taping not work for kneecap pain"),
    ("glucosamine", "I heard glucosamine does not work for knee arthritis"),
    ("trimethoprim-sulfamethoxazole", "26% of E. coli resistant to co-trimoxazole, may I still give it in cystitis?"),
)
# Two treatments, held against each other, with advice on each.
EACH = (
    (("GLP-1 agonist", "SGLT-2 inhibitor"), "GLP-1 or SGLT2 which first"),
    (("glucocorticoid injection", "hyaluronic acid"), "steroid vs hyaluronic acid injection knee"),
    (("amitriptyline", "topiramate"), "amitriptyline vs topiramate migraine"),
)
OTHERS = (
    ("The first choice is nitrofurantoin", "first line drug for uti in young woman"),
    ("Start drug treatment at systolic 140", "blood pressure 150/95 do I need tablets"),
    ("glucocorticoid injection", "are injections good for knee oa"),
    ("Review if no better", "when to see doctor again ear infection not better"),
    ("Start one of: a beta-blocker", "migraine prevention first line drugs"),
    ("cut back activities", "kneecap pain when going downstairs in teenager"),
)
# Whether and when is not which; when is not where; how long to watch is not how long to take.
NOTHING = (
    ("Start drug treatment", "best BP drug for a 60 year old"),
    ("Start drug treatment", "which blood pressure tablets are best"),
    ("paracetamol", "when does a uti need hospital"),
    ("48 to 72 hours", "how long antibiotics otitis media 2 year old"),
    ("NSAID", "knee OA, allergic to ibuprofen, what can I use?"),
    ("beta-blocker", "I took 10 propranolol tablets for my migraine"),
    ("Structured education", "return to work back pain"),
    ("stretching", "Can I go back to work with heel pain"),
    ("prefer an SSRI", "depression not improved after 6 weeks on SSRI"),
    ("The first choice", "uti not responding to nitrofurantoin"),
)


def _led_by(question: str, parts: Parts) -> str:
    page = ask(question, parts).page
    return "" if isinstance(page, Abstention) else " / ".join(s.quote.text for s in page.bottom_line.statements)


@pytest.mark.parametrize(("words", "question"), [*NOT_HELPED, *INSTEAD, *ASKED_ABOUT, *OTHERS])
def test_what_answers_leads(words: str, question: str, parts: Parts) -> None:
    """The advice for this very case."""
    assert words in _led_by(question, parts)


@pytest.mark.parametrize(("words", "question"), EACH)
def test_advice_on_each_of_two_treatments_leads(words: tuple[str, str], question: str, parts: Parts) -> None:
    """Advice on one of them is half an answer."""
    led = _led_by(question, parts)
    assert all(word in led for word in words), led


@pytest.mark.parametrize(("words", "question"), NOTHING)
def test_what_answers_another_question_leads_nothing(words: str, question: str, parts: Parts) -> None:
    """Rather none than one that was not asked for."""
    assert words not in _led_by(question, parts)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Should I use the patch or gum to stop smoking?", {"nicotine patch", "fast-acting nicotine replacement"}),
        ("steroid or gel injection for knee arthritis", {"corticosteroid injection", "hyaluronic acid injection"}),
        ("injections for knee arthritis", {"joint injection"}),
        ("first line drug for type 2 diabetes", {"glucose-lowering drugs"}),
    ],
)
def test_half_a_name_and_a_name_of_another_condition_are_read_for_this_one(
    question: str, names: set[str], parts: Parts
) -> None:
    """A half that is said once for two, and a name that another condition has as well."""
    asked = ask(question, parts).page.question
    assert names == {mention.concept.name for mention in (*asked.interventions, *asked.comparators)}


def test_nobody_has_young(parts: Parts) -> None:
    """What somebody is like is no illness beside the one that is asked about."""
    asked = ask("urinary tract infection in healthy young women", parts).page.question
    assert not any("young" in mention.concept.name for mention in asked.populations)


def test_no_row_is_what_somebody_is_allergic_to(parts: Parts) -> None:
    """A penicillin under any name; who says that there is no allergy is shown it."""
    for question, shown in (
        ("allergic to penicillin, ear infection child what antibiotic", False),
        ("my child is not allergic to penicillin, which antibiotic for ear infection", True),
    ):
        page = ask(question, parts).page
        assert not isinstance(page, Abstention)
        rows = [row.statement.quote.text for row in (*page.actions, *page.more_actions)]
        assert shown == any("amoxicillin" in text for text in rows), rows
