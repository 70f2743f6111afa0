"""The people bench shortens a question to a few of its words and the people that it names, the same way each time."""

import pytest

pytest.importorskip("numpy", reason="numpy comes with the bench extra")

from quoth.bench.people import shortened
from quoth.lexicon import Lexicon
from quoth.search import understand

TEXT = "Syncope during bathing in infants, a form of water-induced urticaria?"


def test_a_short_question_keeps_its_people_and_so_many_words() -> None:
    """Whatever is drawn, who is asked about is asked about."""
    question = understand(TEXT, Lexicon.build(()), frequency=lambda words: tuple(1 for _ in words), n_units=10)

    for words in (1, 2, 3):
        short = shortened(question, words, seed=1).split()
        assert "infants" == short[-1]
        assert words + 1 == len(short)
        assert all(word in TEXT for word in short)
    assert shortened(question, 2, seed=1) == shortened(question, 2, seed=1)
