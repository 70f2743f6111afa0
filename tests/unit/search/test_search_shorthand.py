"""Shorthand of clinics is written in full before a question is read."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.lexicon import Lexicon
from quoth.lexicon.shorthand import short_form
from quoth.model import EVERY_READING, Concept, ConceptKind
from quoth.search import understand
from quoth.search.shorthand import in_full

EMPTY = Lexicon.build(())
HELD = (
    "blood urea nitrogen",
    "transesophageal echocardiography",
    "opioid use disorder",
    "pulmonary embolism",
    "mild traumatic brain injury",
    "trigger point injection",
)


def library(*held: str) -> object:
    """How often words stand in a library that holds these."""
    return lambda words: tuple(int(word.casefold() in {one.casefold() for one in held}) for word in words)


def written(text: str, *held: str, lexicon: Lexicon = EMPTY, literal: Sequence[str] = ()) -> str:
    """The text as it is read."""
    return in_full(text, lexicon, library(*(held or HELD)), literal)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("pt w/ mTBI, sx > 3 mo, f/u?", "patient with mild traumatic brain injury, symptoms > 3 mo, follow-up?"),
        ("oud w/o pain", "opioid use disorder without pain"),
        ("TPI bid, tds or qds", "trigger point injection twice a day, three times a day or four times a day"),
        ("screen q1y or q2y, BP q6h", "screen every year or every 2 years, BP every 6 hours"),
        ("w/pain", "with pain"),
        ("55F, asx", "55 year old woman, asymptomatic"),
        ("F 55 or M/45", "55 year old woman or 45 year old man"),
        ("7 y/o M", "7 year old boy"),
        ("asx adult s/p PE", "asymptomatic adult after pulmonary embolism"),
        ("PO before i.v.", "oral before intravenous"),
        ("FHx, 2nd line after 1st, inj q3mo", "family history, second line after first, injection every 3 months"),
        ("3rd-line for OUD", "third-line for opioid use disorder"),
    ],
)
def test_shorthand_is_written_out(typed: str, read: str) -> None:
    """Notes always, names where the library holds what they stand for."""
    assert read == written(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "pe lessons at school",  # an English speaker's word in small letters stays one
        "a fit child on a mat with a cap",
        "stage IV or type IV",
        "6M baby, 101F, 95 F, 55f, a 3M dressing",
        "mTBI-related dizziness",
        "the ptosis of a sxy pony",
        "my big toe and a bun in the oven",  # their capitals are tests of the heart and the blood
        "HFrEF",  # this library has no such thing
        "",
    ],
)
def test_what_is_no_shorthand_stays(typed: str) -> None:
    """Words, numerals, parts of words, and names of what the library does not hold."""
    assert typed == written(typed, "pulmonary embolism in", "fecal immunochemical test", "intravenous")


def test_of_several_meanings_the_one_that_the_library_holds_is_read() -> None:
    """Where it holds both, the letters are nobody's guess."""
    assert written("PE, what next", "prolonged exposure") == "prolonged exposure, what next"
    assert written("PE, what next", "prolonged exposure", "pulmonary embolism") == "PE, what next"


def test_what_packs_or_the_library_call_so_is_left_to_them() -> None:
    """Their own names come first."""
    lexicon = Lexicon.build((Concept("over-use disease", ConceptKind.CONDITION, clinical=("OUD",)),))
    assert written("OUD", lexicon=lexicon) == "OUD"
    assert written("OUD", "OUD", "opioid use disorder") == "OUD"


def test_a_reader_takes_it_back() -> None:
    """One short form, or all."""
    assert written("OUD w/ pain", literal=("OUD",)) == "OUD with pain"
    assert written("OUD w/ pain", literal=(EVERY_READING,)) == "OUD w/ pain"


def test_the_question_keeps_what_was_typed() -> None:
    """It is read in full, and places of what it names are in the text that was read."""
    lexicon = Lexicon.build((Concept("opioid use disorder", ConceptKind.CONDITION, origin="pack oud"),))
    question = understand("OUD tx?", lexicon, frequency=library(*HELD), n_units=9)  # type: ignore[arg-type]
    (mention,) = question.conditions

    assert ("OUD tx?", "opioid use disorder treatment?") == (question.text, question.as_read)
    assert question.shorthand == (("OUD", "opioid use disorder"), ("tx", "treatment"))
    assert question.as_read[mention.start : mention.end] == mention.words == "opioid use disorder"


def test_a_question_without_shorthand_is_read_as_typed() -> None:
    """Nothing is said to have been written out."""
    question = understand("Does taping help?", EMPTY, frequency=library(), n_units=9)  # type: ignore[arg-type]
    assert (question.in_full, question.shorthand, question.as_read) == ("", (), "Does taping help?")


@given(st.text(alphabet="pt wsx/oqd1PE.bi-", max_size=60))
def test_only_shorthand_changes(text: str) -> None:
    """Whatever is typed: each pair is of the table, and without its short forms the text is what it was."""
    whole, pairs = in_full(text, EMPTY, library(*HELD))  # type: ignore[arg-type]
    for short, long in pairs:
        form = short_form(short)
        assert form is not None
        assert long in form.long
        assert short in text
    assert bool(pairs) == (whole != text)
