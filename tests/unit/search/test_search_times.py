"""A time is a time behind a word that tells when, and the thing itself anywhere else."""

import pytest

from quoth.search.times import times_of
from quoth.search.wording import read


def times(question: str) -> list[str]:
    """The stretches that tell when."""
    return [question[span.start : span.end] for span in times_of(read(question))]


@pytest.mark.parametrize(
    ("when", "question"),
    [
        (["breakfast", "bedtime"], "Is it swallowed with breakfast or at bedtime?"),
        (["spring"], "I had a heart attack in spring, and now this."),
        (["visit"], "May tablets wait until the next visit?"),
        (["two visits"], "162/104 on two visits, no symptoms"),
    ],
)
def test_a_word_that_tells_when_makes_a_time(when: list[str], question: str) -> None:
    """No source has to speak of it."""
    assert when == times(question)


@pytest.mark.parametrize(
    "question", ["Does bathing in spring water help?", "Would a breakfast of oats help?", "Do home visits help?"]
)
def test_what_may_be_taken_or_done_is_no_time(question: str) -> None:
    """Before what it belongs to, and without such a word, it may be what is asked about."""
    assert [] == times(question)
