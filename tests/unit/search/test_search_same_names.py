"""Names of the very same thing: known where the library writes another of them, and said by a text that says one."""

from collections.abc import Sequence

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Question
from quoth.search import understand
from quoth.search.everyday_names import same_names


def asked(text: str, **units: int) -> Question:
    """A question to a library in which words stand in so many units."""

    def frequency(words: Sequence[str]) -> tuple[int, ...]:
        return tuple(units.get(word.replace(" ", "_").casefold(), 0) for word in words)

    concepts = (Concept("migraine", ConceptKind.CONDITION),)
    return understand(text, Lexicon.build(concepts), frequency=frequency, n_units=3_000)


def test_a_word_is_known_by_another_name_that_the_library_writes() -> None:
    """A library that writes meperidine speaks of pethidine; one that writes neither does not."""
    known = asked("pethidine for crises", meperidine=4, crises=9)

    assert known.unknown == ()
    assert next(term.same for term in known.terms if term.words == "pethidine") == ("meperidine",)
    assert asked("pethidine for crises", crises=9).unknown == ("pethidine",)


def test_a_name_of_several_words_is_one_thing() -> None:
    """What is written oftener is searched for as well."""
    question = asked("Does a child need glasses for lazy eye?", lazy=9, eye=40, glasses=5, amblyopia=6)
    term = next(term for term in question.terms if term.words == "lazy eye")

    assert (term.synonyms, term.same) == (("amblyopia",), ("amblyopia",))


def test_a_name_of_several_words_is_known_though_one_of_them_stands_nowhere() -> None:
    """The word "colon" need not stand in a library on colorectal cancer; it is not asked of them beside the name."""
    question = asked("Does aspirin prevent colon cancer?", aspirin=9, cancer=40, colorectal_cancer=6)

    assert question.unknown == ()
    assert ["colorectal cancer"] == [name for term in question.terms for name in term.same]
    assert "colon" not in [term.words for term in question.terms]
    assert asked("Does aspirin prevent colon cancer?", aspirin=9, cancer=40).unknown == ("colon",)


@pytest.mark.parametrize("name", ["tomosynthesis", "meperidine hydrochloride", "hip", "aspirin"])
def test_a_name_that_stands_on_no_line_has_no_other(name: str) -> None:
    """Only whole names count."""
    assert name not in same_names()


def test_no_line_holds_a_name_of_another() -> None:
    """A name on two lines would make their things one."""
    assert [key for key, row in same_names().items() if len(row) > len(dict(row))] == []


@pytest.mark.parametrize(("typed", "written"), [("sterilized", "sterilisation"), ("randomisation", "randomised")])
def test_who_had_a_thing_done_is_known_by_the_deed(typed: str, written: str) -> None:
    """In one English spelling, as the index folds it."""
    assert not asked(f"what should {typed} women be told", **{written: 3}).unknown
    assert asked(f"what should {typed} women be told", **{"sterile": 3}).unknown
