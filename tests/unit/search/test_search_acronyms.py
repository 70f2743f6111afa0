"""Short forms are read as the library's own texts explain them."""

from collections.abc import Sequence

import pytest

from quoth.model import QueryTerm, Question
from quoth.search import explained

TNBC = "We treated triple-negative breast cancer (TNBC) in 20 women."


def nowhere(words: Sequence[str]) -> tuple[int, ...]:
    """A library in which nothing stands."""
    return tuple(0 for _ in words)


def asked(*words: str) -> Question:
    """A question of these words."""
    return Question(" ".join(words), terms=tuple(QueryTerm(word) for word in words))


def test_a_short_form_gets_the_long_form_that_texts_give_it() -> None:
    """The reader of "immunotherapy TNBC" finds texts that spell the words out."""
    question = explained(asked("immunotherapy", "TNBC"), lambda _: [TNBC, "Nothing here."], nowhere)

    assert [(), ("triple-negative breast cancer",)] == [term.synonyms for term in question.terms]


def test_texts_that_disagree_leave_a_short_form_alone() -> None:
    """Letters that stand for several things are not guessed at."""
    texts = ["multiple sclerosis (MS)", "mitral stenosis (MS)", "mass spectrometry (MS)"]

    assert asked("MS") == explained(asked("MS"), lambda _: texts, nowhere)


@pytest.mark.parametrize("word", ["knee", "Knee", "A", "TAPINGKNEES", "12", "PFP taping"])
def test_ordinary_words_are_not_looked_up(word: str) -> None:
    """Only a short word in capitals is a short form."""

    def never(_: str) -> list[str]:
        raise AssertionError

    assert asked(word) == explained(asked(word), never, nowhere)


def test_the_plural_of_a_short_form_is_read_as_the_short_form() -> None:
    """A person writes "UTIs" where texts explain "UTI"; both are looked for, with what they stand for."""
    question = explained(asked("UTIs"), lambda _: ["Urinary tract infection (UTI) is common."], lambda _: (1,))

    assert [("UTI", "Urinary tract infection")] == [term.synonyms for term in question.terms]


@pytest.mark.parametrize(("short", "words", "found"), [(30, 10, True), (29, 10, False), (0, 0, True)])
def test_words_get_the_short_form_where_the_library_mostly_writes_that(short: int, words: int, found: bool) -> None:
    """Who asks for "diffusion tensor imaging" finds texts that say DTI, unless the words are as common."""
    texts = ["Diffusion-tensor imaging (DTI) was used.", "Imaging (MRI) was used."]

    def frequency(asked_for: Sequence[str]) -> tuple[int, ...]:
        assert ["DTI", "diffusion tensor imaging"] == list(asked_for)
        return (short, words)

    question = Question(
        "Does diffusion tensor imaging of stroke help?",
        terms=tuple(QueryTerm(word) for word in ("diffusion", "tensor", "imaging", "stroke")),
    )
    added = explained(question, lambda run: texts if "tensor" in run else [], frequency).terms[4:]

    assert ([QueryTerm("diffusion tensor imaging", ("DTI",))] if found else []) == list(added)
