"""People told by what they have, medicines whose class is taken for something else, and weeks that are a time."""

from collections.abc import Sequence

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Mention, Question
from quoth.search import understand, uses_of

C, INT = ConceptKind.CONDITION, ConceptKind.INTERVENTION
LEXICON = Lexicon.build(
    (
        Concept("smoking", C, lay=("smoker", "smokers", "quit smoking"), origin="pack smoke"),
        Concept(
            "hypertension", C, lay=("high blood pressure", "hypertensives", "hypertensive patient"), origin="pack h"
        ),
        Concept("type 2 diabetes", C, lay=("diabetic", "diabetics"), origin="pack d"),
        Concept("migraine", C, lay=("migraine sufferers",), origin="pack m"),
        Concept("varenicline", INT, origin="pack smoke"),
        Concept("aspirin", INT, origin="pack m"),
        Concept("ACE inhibitors", INT, origin="pack medicines; pack h"),
        Concept("triptans", INT, origin="pack medicines; pack m"),
        Concept("lisinopril", INT, broader=("ACE inhibitors",), origin="pack m"),
        Concept("sumatriptan", INT, broader=("triptans",), origin="pack m"),
        Concept("antibiotics", INT, origin="pack u"),
        Concept("penicillins", INT, broader=("antibiotics",), origin="pack medicines; pack u"),
        Concept("amoxicillin", INT, broader=("penicillins", "antibiotics"), origin="pack o"),
        Concept("ramipril", INT, broader=("ACE inhibitors",), origin="pack h"),
    )
)
TREATS = {
    "varenicline": frozenset({"smoking"}),
    "ACE inhibitors": frozenset({"hypertension"}),
    "triptans": frozenset({"migraine"}),
    "lisinopril": frozenset({"migraine"}),
    "sumatriptan": frozenset({"migraine"}),
    "antibiotics": frozenset({"urinary tract infection", "otitis"}),
    "penicillins": frozenset({"urinary tract infection"}),
    "amoxicillin": frozenset({"otitis"}),
    "ramipril": frozenset({"hypertension"}),
}


def asked(text: str) -> Question:
    """The question as understood, in a library that knows every word."""

    def often(words: Sequence[str]) -> list[int]:
        return [5 for _ in words]

    return understand(text, LEXICON, frequency=often, n_units=100, treats=TREATS)


def names(mentions: Sequence[Mention]) -> list[str]:
    """The names of concepts, in their order."""
    return [mention.concept.name for mention in mentions]


@pytest.mark.parametrize(
    ("text", "conditions", "people"),
    [
        ("smoker with hypertension, which drug first?", ["hypertension"], ["smoking"]),
        ("hypertension in smokers: what is the target?", ["hypertension"], ["smoking"]),
        ("diabetic with high blood pressure, which drug first?", ["hypertension"], ["type 2 diabetes"]),
        ("migraine in hypertensives", ["migraine"], ["hypertension"]),
        ("hypertensive patient with migraine", ["migraine"], ["hypertension"]),
        ("high blood pressure in migraine sufferers", ["hypertension"], ["migraine"]),
        # about these very people
        ("what helps smokers most?", ["smoking"], []),
        ("varenicline for a smoker with hypertension", ["smoking", "hypertension"], []),
        ("smoker with hypertension wants to quit", ["smoking", "hypertension"], []),
        ("diabetic smokers", ["type 2 diabetes", "smoking"], []),
        ("type 2 diabetes and hypertension", ["type 2 diabetes", "hypertension"], []),
    ],
)
def test_a_word_for_who_has_an_illness_tells_the_people_beside_another(
    text: str, conditions: list[str], people: list[str]
) -> None:
    """Nobody asks about stopping to smoke who says whose blood pressure it is."""
    question = asked(text)
    assert (names(question.conditions), names(question.populations)) == (conditions, people)


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("lisinopril", []),
        ("lisinopril dose", []),
        ("lisinopril for high blood pressure", ["hypertension"]),
        ("lisinopril for migraine", ["migraine"]),
        ("sumatriptan", ["migraine"]),
        ("ramipril", ["hypertension"]),
    ],
)
def test_a_medicine_whose_class_is_used_for_another_illness_is_not_narrowed(text: str, conditions: list[str]) -> None:
    """That only one pack names lisinopril does not make it a medicine for migraine."""
    assert names(asked(text).conditions) == conditions


def test_the_uses_of_a_class_count_only_where_none_is_the_medicines_own() -> None:
    """A member of its class's use adds nothing; what has no use of its own is left as it was."""
    assert uses_of("lisinopril", TREATS, LEXICON) == {"migraine", "hypertension"}
    assert uses_of("sumatriptan", TREATS, LEXICON) == {"migraine"}
    assert uses_of("amoxicillin", TREATS, LEXICON) == {"otitis"}
    assert uses_of("aspirin", TREATS, LEXICON) == frozenset()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("at 24 weeks, which drug lowers blood pressure most?", []),
        ("at 12 weeks, which one cut attacks of migraine by half?", []),
        ("at 24 weeks treatment, is migraine gone?", []),
        ("at 34 weeks, which drug for high blood pressure?", ["pregnancy"]),
        ("how is blood pressure lowered at 34 weeks?", ["pregnancy"]),
        ("migraine at 12 weeks, aspirin?", ["pregnancy"]),
    ],
)
def test_weeks_by_which_something_changed_most_are_no_pregnancy(text: str, people: list[str]) -> None:
    """A measure of how far it went by then is what a study tells."""
    assert names(asked(text).populations) == people
