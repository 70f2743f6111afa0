"""Which known name somebody probably meant."""

import pytest

from quoth.text.nearest import did_you_mean, nearest

COMMANDS = ("ask", "search", "ingest", "library", "review", "recommendations", "settings")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("serch", "search"), ("Search", "search"), ("libary", "library"), ("recomendations", "recommendations")],
)
def test_a_slip_finds_the_name_that_was_meant(typed: str, meant: str) -> None:
    """A letter too few, too many or in the wrong case."""
    assert meant == nearest(typed, COMMANDS)
    assert f" Did you mean {meant!r}?" == did_you_mean(typed, COMMANDS)


@pytest.mark.parametrize("typed", ["", "zzzz", "delete", "nonsense"])
def test_another_word_is_not_taken_for_a_name(typed: str) -> None:
    """Where nothing is near, nothing is suggested."""
    assert "" == nearest(typed, COMMANDS)
    assert "" == did_you_mean(typed, COMMANDS)


def test_nothing_known_is_nothing_near() -> None:
    """An empty list of names suggests nothing."""
    assert "" == nearest("search", ())
