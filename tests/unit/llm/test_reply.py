"""A reply is parsed strictly, once more after its fault was named, and then never."""

import msgspec
import pytest

from quoth.errors import GuestFailed
from quoth.llm import Ask, Budget, Message, Scripted, parsed

ASK = Ask([Message("user", "Numbers, please.")], 100)


class Numbers(msgspec.Struct, forbid_unknown_fields=True):
    """What is wanted."""

    statements: list[int]


def say(*lines: str | Exception, budget: Budget | None = None, seconds: float = 5) -> tuple[Numbers, Scripted]:
    """The outcome of a script, and the script."""
    llm = Scripted(lines)
    return parsed(llm, ASK, Numbers, budget=budget or Budget(200_000), seconds_left=lambda: seconds), llm


@pytest.mark.parametrize("reply", ['{"statements": [1, 2]}', ' ```json\n{"statements": [1, 2]}\n``` '])
def test_json_alone_or_fenced_is_read(reply: str) -> None:
    """A code fence is the one thing that is forgiven."""
    assert [1, 2] == say(reply)[0].statements


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "Here you are: {}",
        '{"statements": ["1"]}',
        '{"statements": [1], "and": "more"}',
        '{"statements": [1], "statements": [2]}',
        '{"statements": [NaN]}',
        '{"statements": [1',
        "[1, 2]",
        "[" * 100_000,
        "日本語の返事",
        '{"statements": [1]}' + " " * 70_000,
    ],
)
def test_a_reply_that_cannot_be_read_is_asked_for_again_once(bad: str) -> None:
    """The retry names the fault without repeating a hostile text at length; then it is over."""
    found, llm = say(bad, '{"statements": [3]}')
    assert [3] == found.statements
    assert "could not be read" in llm.asked[1].messages[-1].text
    assert len(llm.asked[1].messages[-1].text) < 500
    with pytest.raises(GuestFailed) as fault:
        say(bad, bad)
    assert "unreadable" == fault.value.reason


def test_tokens_are_counted_and_bounded() -> None:
    """A call that could go beyond the budget is not made."""
    budget = Budget(10_000)
    say("no JSON", '{"statements": []}', budget=budget)
    assert budget.tokens_in > 0 < budget.tokens_out
    with pytest.raises(GuestFailed) as fault:
        say('{"statements": []}', budget=Budget(50))
    assert "budget" == fault.value.reason


def test_no_call_is_made_when_no_time_is_left() -> None:
    """The retry shares the time of the first call."""
    with pytest.raises(GuestFailed) as fault:
        say("x", seconds=0)
    assert "late" == fault.value.reason
