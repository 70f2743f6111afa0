"""Everyday names find texts that use medicine's names, where the library mostly uses those."""

from collections.abc import Sequence

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, QueryTerm, Question
from quoth.search import understand
from quoth.search.everyday_names import everyday_names
from quoth.text import match_tokens, stem

NO_WORDS = Lexicon.build(())


def asked(text: str, lexicon: Lexicon = NO_WORDS, **units: int) -> Question:
    """A question to a library of 1,000 units, of which so many hold each word."""

    def frequency(words: Sequence[str]) -> tuple[int, ...]:
        return tuple(min(units.get(token.form, 0) for token in match_tokens(word)) for word in words)

    return understand(text, lexicon, frequency=frequency, n_units=1_000)


def test_a_word_gets_the_name_that_the_library_uses() -> None:
    """Texts say "patella"; who says "kneecaps" finds them, and the page shows the name beside the word."""
    question = asked("Do sore kneecaps heal?", kneecaps=2, patella=30, sore=5)

    assert ("patella",) == next(term.synonyms for term in question.terms if term.words == "kneecaps")


def test_a_name_of_several_words_is_searched_for_as_one() -> None:
    """Neither "water" nor "pill" alone is what was meant."""
    question = asked("Does a water pill lower it?", water=90, pill=40, diuretic=200, drug=900)

    assert QueryTerm("water pill", ("diuretic", "diuretic drug")) in question.terms


@pytest.mark.parametrize("patella", [0, 29])
def test_a_word_that_the_library_uses_as_often_stays_as_it_is(patella: int) -> None:
    """Other names only help where the library says it otherwise."""
    assert [()] == [term.synonyms for term in asked("kneecap", kneecap=10, patella=patella).terms]


def test_what_names_a_concept_is_not_looked_up() -> None:
    """A pack says itself what else its concepts are called."""
    lexicon = Lexicon.build([Concept("kneecap", ConceptKind.CONDITION, clinical=("rotula",))])

    assert [("rotula",)] == [term.synonyms for term in asked("kneecap", lexicon, patella=100).terms]


def test_words_apart_are_no_name() -> None:
    """A comma between two words keeps them two things."""
    question = asked("water, pill", water=9, pill=9, diuretic=200, drug=900)

    assert ["water", "pill"] == [term.words for term in question.terms]


def test_an_unknown_word_stays_unknown_whatever_else_it_is_called() -> None:
    """A list made by machine must not decide that the library knows a treatment."""
    question = asked("Does altace help?", ramipril=50)

    assert ("altace",) == question.unknown
    assert [("ramipril",)] == [term.synonyms for term in question.terms]


def test_names_are_listed_by_the_stems_that_questions_are_read_by() -> None:
    """The list is made with the same stems as today's, and every name on it leads to another one."""
    table = everyday_names()

    assert [] == [
        n for row in table.values() for key, n in row if key != " ".join(stem(t.form) for t in match_tokens(n))
    ]
    assert all(any(other != key for other, _ in row) for key, row in table.items())
