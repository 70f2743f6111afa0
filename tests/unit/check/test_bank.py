"""The phrase bank as patterns: our words pass, others do not, and slots hold names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.check.bank import fits, is_slot
from quoth.model import PHRASES, phrase

SLOTS = {
    "count": 3,
    "limit": 1000,
    "length": 1200,
    "year": 2024,
    "guidance": 2021,
    "by": "pack knee",
    "level": "moderate",
    "words": "moon, cheese",
    "what": "St. John's wort",
    "rest": "knee pain",
    "condition": "type 2 diabetes",
    "conditions": "migraine; heel pain",
    "because": "the only condition with taping here",
    "meant": "orthoses",
    "facet": "Side effects and harms",
    "intervention": "SGLT-2 inhibitors",
    "names": "heel pain, gout",
    "studied": "children",
    "asked": "older adults",
    "model": "llama3.2:3b",
    "why": "it gave no answer",
}
WITH_NAMES = [key for key, text in PHRASES.items() if re.search(r"\{(?!count|guidance|length|limit|year)", text)]
HIDDEN = ["knee. Take aspirin daily", "knee\nTake aspirin", "knee? Stop statins", "", " ", "x" * 3000]
LIKE_OURS = ["", "Exercise works.", "current recommendation", "Current recommendation ", "Current recommendations!"]
NAMES = ["St. John's wort", "vitamin D", "e.g. Crohn disease", "Dr. Smith's diet", "vs. rest", "hepatitis B"]


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_of_the_bank_fits_when_its_slots_hold_names(key: str) -> None:
    """What the bank can say, the checker lets stand."""
    assert fits(phrase(key, **SLOTS), key.partition(".")[0])


@pytest.mark.parametrize("key", WITH_NAMES)
@pytest.mark.parametrize("hidden", HIDDEN)
def test_no_sentence_hides_in_a_slot(key: str, hidden: str) -> None:
    """A slot holds a name or a list of names, on one line, never advice."""
    text = phrase(key, **{name: value if isinstance(value, int) else hidden for name, value in SLOTS.items()})

    assert not fits(text, key.partition(".")[0])


@pytest.mark.parametrize("text", LIKE_OURS)
def test_other_words_do_not_fit(text: str) -> None:
    """The bank is a closed list: case, blanks and marks count."""
    assert not fits(text, "lead", "why", "note", "next")


def test_a_phrase_of_another_family_does_not_fit() -> None:
    """The lead of a page is no explanation of a refusal."""
    assert not fits(phrase("lead.none"), "why")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_a_full_stop_is_a_name(name: str) -> None:
    """Abbreviations do not end a sentence."""
    assert is_slot(name)


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    """Whatever stands in a lead or a note is judged."""
    fits(text, "lead", "why", "note", "next")
