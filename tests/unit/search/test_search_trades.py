"""A trade is whom a question is about where it stands as one, and nothing else is."""

import pytest

from quoth.search.trades import trades_of
from quoth.search.wording import read


def trades(question: str) -> set[str]:
    """The words read as trades."""
    return {question[span.start : span.end] for span in trades_of(read(question))}


@pytest.mark.parametrize(
    ("trade", "question"),
    [
        ("farmer", "Knee arthritis in a farmer of 66"),
        ("carpenter", "My carpenter husband has a sore back"),
        ("driver", "I'm a driver and sit all day"),
        ("teacher", "He is a retired teacher with sore knees"),
        ("Student", "Student, 21, low for months"),
    ],
)
def test_a_trade_is_told(trade: str, question: str) -> None:
    """Behind words that say who somebody is."""
    assert {trade} == trades(question)


@pytest.mark.parametrize(
    "question",
    [
        "Should I sleep in a recliner?",
        "Does a roller help?",
        "Is a trainer worth paying?",
        "Should I see a chiropractor?",
        "Does ginger help a bad back?",
    ],
)
def test_what_can_be_used_or_gone_to_is_none(question: str) -> None:
    """Not every word of that ending is a person, and not every person a patient."""
    assert set() == trades(question)
