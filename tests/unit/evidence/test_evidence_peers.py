"""Rare words tell advice from its peers."""

from quoth.evidence.weighing.laid_out import Words
from quoth.evidence.weighing.peers import rare_words

PEERS = ("Treat the shoulder with a strap.", "Treat the shoulder.", "Treat the knee and rest.")


def worth(*asked: str) -> list[float]:
    """By piece of advice."""
    return list(rare_words(Words.of(" ".join(asked)).roots, [Words.of(one) for one in PEERS]))


def test_a_word_that_few_hold_tells_more_than_one_that_many_do() -> None:
    """One stands in all of them, one points at one."""
    strap, shoulder, treat = worth("strap"), worth("shoulder"), worth("treat")

    assert strap[0] > shoulder[0] > treat[0] > 0.0
    assert strap[1:] == [0.0, 0.0]


def test_the_same_word_in_fewer_words_counts_more_and_nothing_counts_nothing() -> None:
    """What says less else is more on it."""
    assert worth("shoulder")[1] > worth("shoulder")[0]
    assert worth("zorbium") == [0.0, 0.0, 0.0]
    assert not list(rare_words(frozenset({"strap"}), []))
