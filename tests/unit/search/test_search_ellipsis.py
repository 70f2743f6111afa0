"""Heads of names that stand for the whole, and what becomes of the other words of such a question."""

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Question
from quoth.search import understand

KNEE = Concept("knee arthritis", ConceptKind.CONDITION, origin="pack knee")
KNOWN = (
    Concept("topical NSAIDs", ConceptKind.INTERVENTION, lay=("anti-inflammatory gel",), origin="pack knee"),
    Concept("proton-pump inhibitor", ConceptKind.INTERVENTION, origin="pack knee"),
    Concept("oral NSAIDs", ConceptKind.INTERVENTION, clinical=("anti-inflammatory agent",), origin="pack knee"),
)


def understood(text: str) -> Question:
    """Against a library that holds every word."""
    treats = {one.name: frozenset({KNEE.name}) for one in KNOWN}
    words = Lexicon.build((KNEE, *KNOWN))
    return understand(text, words, frequency=lambda forms: (1,) * len(forms), n_units=9, treats=treats)


@pytest.mark.parametrize("head", ["inhibitor", "agent"])
def test_how_a_medicine_acts_names_none(head: str) -> None:
    """Any inhibitor may be meant, and not only the one that the pack lists."""
    named = [mention.concept.name for mention in understood(f"Does an {head} help knee arthritis?").interventions]

    assert not {one.name for one in KNOWN} & set(named)


def test_a_pack_completes_a_word_that_a_vocabulary_has_a_heading_for() -> None:
    """MeSH knows gels of every kind, and a condition that is told by one; the knee's pack knows which gel is meant."""
    mesh = (
        Concept("gels", ConceptKind.INTERVENTION, lay=("gel",), origin="MeSH 2021"),
        Concept("gel burns", ConceptKind.CONDITION, origin="MeSH 2021"),
    )
    words = Lexicon.build((KNEE, *KNOWN, *mesh))
    treats = {one.name: frozenset({KNEE.name}) for one in KNOWN}
    asked = "Does a gel help knee arthritis?"
    question = understand(asked, words, frequency=lambda forms: (1,) * len(forms), n_units=9, treats=treats)

    assert ["topical NSAIDs"] == [mention.concept.name for mention in question.interventions]


def test_a_brand_that_a_vocabulary_lists_is_no_gel_of_the_pack() -> None:
    """MeSH has a gel among the names of ibuprofen, which the pack knows as tablets: "a gel" still is the pack's gel."""
    mesh = Concept("ibuprofen", ConceptKind.INTERVENTION, clinical=("trauma dolgit gel",), origin="MeSH 2021")
    tablets = Concept("ibuprofen", ConceptKind.INTERVENTION, lay=("ibuprofen tablets",), origin="pack knee")
    words = Lexicon.build((KNEE, *KNOWN, mesh, tablets))
    treats = {one.name: frozenset({KNEE.name}) for one in (*KNOWN, tablets)}
    asked = "Is a gel good for knee arthritis?"
    question = understand(asked, words, frequency=lambda forms: (1,) * len(forms), n_units=9, treats=treats)

    assert ["topical NSAIDs"] == [mention.concept.name for mention in question.interventions]


def test_a_medicine_that_the_library_holds_stays_known_beside_a_head() -> None:
    """It was first read as a name by its ending, and is a word again once the head has been completed."""
    assert () == understood("rofecoxib, a gel, for knee arthritis").unknown


def test_a_head_word_stands_for_its_name_once_the_condition_is_known() -> None:
    """Whoever has named the knee says "gel" for the gel that the knee's pack knows; without a condition nobody does."""
    knee = Concept("knee arthritis", ConceptKind.CONDITION, origin="pack knee")
    gels = (
        Concept("topical NSAIDs", ConceptKind.INTERVENTION, lay=("anti-inflammatory gel",), origin="pack knee"),
        Concept("topical diclofenac", ConceptKind.INTERVENTION, lay=("diclofenac gel",), broader=("topical NSAIDs",)),
    )
    words = Lexicon.build((knee, *gels))
    treats = {gel.name: frozenset({"knee arthritis"}) for gel in gels}

    def understood(text: str) -> list[str]:
        question = understand(text, words, frequency=lambda forms: (1,) * len(forms), n_units=9, treats=treats)
        return [mention.concept.name for mention in question.interventions]

    assert ["topical NSAIDs"] == understood("Does a gel help knee arthritis?")
    assert [] == understood("Does a gel help?")


def test_a_head_word_of_several_things_is_left_alone() -> None:
    """A word that ends the names of different things names none of them."""
    knee = Concept("knee arthritis", ConceptKind.CONDITION)
    pills = tuple(Concept(f"{name} pastilles", ConceptKind.INTERVENTION) for name in ("chondroitin", "ibuprofen"))
    treats = {pill.name: frozenset({"knee arthritis"}) for pill in pills}

    question = understand(
        "Do pastilles help knee arthritis?",
        Lexicon.build((knee, *pills)),
        frequency=lambda forms: (1,) * len(forms),
        n_units=9,
        treats=treats,
    )

    assert () == question.interventions
