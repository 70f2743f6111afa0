"""The words of a question are found where they stand, however they are spelled, and nowhere else."""

import pytest

from quoth.evidence.fitting.terms import Terms, has
from quoth.model import QueryTerm

FOUND = [
    ("knee pain", "Pain of the knee was measured."),
    ("knee pain", "Knees with pain"),
    ("haemorrhage", "Hemorrhages were rare."),
    ("hemorrhage", "Haemorrhage was rare."),
    ("edema", "Oedema was seen."),
    ("anaemia", "ANEMIA"),
    ("exercise", "Exercises helped."),
    ("PFP", "Adults with PFP were seen."),
    ("ACT", "ACT helped."),
    ("Ménière", "Meniere disease"),
    ("meniere", "Ménière’s disease"),
    ("vitamin D", "Vitamin-D was given."),
    ("type 2 diabetes", "Diabetes, type 2"),
    ("type 1 diabetes", "Type-1 diabetes and type 2 diabetes"),
    ("β-blocker", "A beta-blocker was used."),
    ("beta-blocker", "A β-blocker was used."),
]
NOT_FOUND = [
    ("knee pain", "Pain in the back was measured in forty adults, none of whom had a sore knee or a swollen joint."),
    ("ACT", "They act fast."),
    ("ear", "Hearing was tested early."),
    ("type 1 diabetes", "Type 2 diabetes, followed for 1 year"),
    ("exercise", ""),
    ("tape", "\x00\x01"),
]


@pytest.mark.parametrize(("words", "text"), FOUND)
def test_a_term_is_found_in_other_spellings(words: str, text: str) -> None:
    """Spelling, inflection, accents and word order do not hide a word."""
    terms = Terms([Terms.of_term(QueryTerm(words))])

    assert has(terms.sought[0], terms.read(text))


@pytest.mark.parametrize(("words", "text"), NOT_FOUND)
def test_a_term_is_not_found_in_other_words(words: str, text: str) -> None:
    """Words far apart, parts of words and small letters of an acronym do not count."""
    terms = Terms([Terms.of_term(QueryTerm(words))])

    assert not has(terms.sought[0], terms.read(text))


def test_a_stretch_holds_only_its_own_words() -> None:
    """What stands in one sentence is not counted for another."""
    text = "Tape helped. Exercise did not."
    terms = Terms([Terms.of_term(QueryTerm("tape")), Terms.of_term(QueryTerm("exercise"))])
    seen = terms.read(text)

    assert ["tape"] == [one.name for one in terms.found(seen.within(0, 12))]
    assert 0.5 == terms.coverage(terms.found(seen.within(0, 12)))


@pytest.mark.parametrize(("word", "text"), [("TGs", "patients with TGs above 500"), ("NP", "two NPs measured")])
def test_a_short_acronym_is_found_in_the_plural(word: str, text: str) -> None:
    """Two letters and an ending are no longer than the beginning by which texts are passed over."""
    terms = Terms([Terms.of(word, 1.0, [word])])

    assert terms.found(terms.read(text))
    assert terms.found(terms.read_kept(text))
