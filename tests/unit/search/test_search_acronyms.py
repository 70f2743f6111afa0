"""Short forms are read as the library's own texts explain them."""

import pytest

from quoth.model import QueryTerm, Question
from quoth.search import explained

TNBC = "We treated triple-negative breast cancer (TNBC) in 20 women."


def asked(*words: str) -> Question:
    """A question of these words."""
    return Question(" ".join(words), terms=tuple(QueryTerm(word) for word in words))


def test_a_short_form_gets_the_long_form_that_texts_give_it() -> None:
    """The reader of "immunotherapy TNBC" finds texts that spell the words out."""
    question = explained(asked("immunotherapy", "TNBC"), lambda _: [TNBC, "Nothing here."])

    assert [(), ("triple-negative breast cancer",)] == [term.synonyms for term in question.terms]


def test_texts_that_disagree_leave_a_short_form_alone() -> None:
    """Letters that stand for several things are not guessed at."""
    texts = ["multiple sclerosis (MS)", "mitral stenosis (MS)", "mass spectrometry (MS)"]

    assert asked("MS") == explained(asked("MS"), lambda _: texts)


@pytest.mark.parametrize("word", ["knee", "Knee", "A", "TAPINGKNEES", "12", "PFP taping"])
def test_ordinary_words_are_not_looked_up(word: str) -> None:
    """Only a short word in capitals is a short form."""

    def never(_: str) -> list[str]:
        raise AssertionError

    assert asked(word) == explained(asked(word), never)
