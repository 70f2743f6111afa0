"""Advice leads where advice is asked for, although something else is asked in the same breath; and the page says so."""

import pytest

from quoth.model import Answer, phrase
from quoth.pipeline import Parts, ask

TWO = (
    ("Is an SGLT2 inhibitor advised in type 2 diabetes", "and what are the odds of thrush?"),
    ("Is varenicline recommended to stop smoking", "and how many people feel sick on it?"),
    ("Does NICE offer CBT for depression", "and by how much does it beat a waiting list?"),
)


@pytest.mark.parametrize(("first", "second"), TWO)
def test_the_one_for_advice_is_led_and_quoted(first: str, second: str, parts: Parts) -> None:
    """The note says which half the lead answers."""
    page = ask(f"{first}, {second}", parts).page

    assert isinstance(page, Answer), page.explanation
    assert page.bottom_line.statements
    assert phrase("note.asks_first", what=first) in page.notes


@pytest.mark.parametrize(("first", "second"), TWO)
def test_the_second_alone_is_held_to_what_it_asks(first: str, second: str, parts: Parts) -> None:
    """Nothing leads for it that would not lead without the first."""
    name = {
        "thrush": "SGLT2 inhibitors in type 2 diabetes",
        "sick": "Varenicline to stop smoking",
        "beat": "CBT for depression",
    }
    thing = next(words for key, words in name.items() if key in second)
    page = ask(f"{thing}: {second.removeprefix('and ')}", parts).page

    assert isinstance(page, Answer), page.explanation
    assert not page.bottom_line.statements
    assert not page.question.asks_first
