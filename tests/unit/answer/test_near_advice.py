"""Advice beside a refusal: three pieces at most, under the reasons that leave something to be near to."""

import pytest

from quoth.answer import with_advice
from quoth.model import Abstention, Directness, NearFinding, Question, Reason
from tests.unit.answer.factories import finding

NEAR = (Reason.UNKNOWN_WORDS, Reason.NO_DIRECT_EVIDENCE, Reason.NO_CONDITION)
FOUND = [
    NearFinding(finding(f"Offer tape {number}.", record=f"r{number}", directness=Directness.UNKNOWN), ("zorbium",))
    for number in (1, 1, 2, 3, 4)
]


def refusal(reason: Reason) -> Abstention:
    """Without anything beside it."""
    return Abstention("a1", Question("zorbium?"), reason, "why")


@pytest.mark.parametrize("reason", NEAR)
def test_the_first_three_stand_there_numbered_in_reading_order(reason: Reason) -> None:
    """One reference a source, whatever is quoted from it."""
    page = with_advice(refusal(reason), FOUND[1:])

    assert ["Offer tape 1.", "Offer tape 2.", "Offer tape 3."] == [one.quote.text for one in page.statements()]
    assert [(1,), (2,), (3,)] == [one.citations for one in page.statements()]
    assert ["r1", "r2", "r3"] == [one.record_id for one in page.references]
    assert all(one.lacks == ("zorbium",) for one in page.advice)


@pytest.mark.parametrize("reason", sorted(set(Reason) - set(NEAR)))
def test_other_reasons_leave_nothing_to_be_near_to(reason: Reason) -> None:
    """An empty question, an empty library, a page that the checker stopped."""
    assert not with_advice(refusal(reason), FOUND).advice


def test_the_same_words_of_the_same_text_stand_once() -> None:
    """What two looks brought is one row."""
    page = with_advice(refusal(Reason.UNKNOWN_WORDS), FOUND)

    assert len(page.advice) == len({one.statement.id for one in page.advice}) == 3
