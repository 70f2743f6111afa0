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


def test_a_medicine_that_the_library_holds_stays_known_beside_a_head() -> None:
    """It was first read as a name by its ending, and is a word again once the head has been completed."""
    assert () == understood("rofecoxib, a gel, for knee arthritis").unknown
