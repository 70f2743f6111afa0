"""Advice beside a refusal that fails the checker costs no other advice."""

from collections.abc import Callable, Iterator

from quoth.model import Abstention, Directness, Fault, FaultKind, NearFinding, Question, Reason, Verdict
from quoth.pipeline.sound_advice import with_sound_advice
from tests.unit.answer.factories import finding

REFUSAL = Abstention("a1", Question("zorbium?"), Reason.UNKNOWN_WORDS, "why")


def near(read: list[int]) -> Iterator[NearFinding]:
    """Six pieces, nearest first; `read` is told which were asked for."""
    for number in range(1, 7):
        read.append(number)
        yield NearFinding(finding(f"Offer tape {number}.", record=f"r{number}", directness=Directness.UNKNOWN), ())


def refusing(*numbers: int, names_the_row: bool = True) -> Callable[[Abstention], Verdict]:
    """A checker that finds a fault in these pieces."""

    def verify(page: Abstention) -> Verdict:
        faults = tuple(
            Fault(FaultKind.STRUCTURE, one.id if names_the_row else "", "planted")
            for one in page.statements()
            if one.quote.text in {f"Offer tape {number}." for number in numbers}
        )
        return Verdict(page.id, len(page.statements()), faults)

    return verify


def quoted(page: Abstention) -> list[str]:
    """What stands beside the refusal."""
    return [one.quote.text for one in page.statements()]


def test_a_piece_at_fault_makes_room_for_the_next_nearest() -> None:
    """It took the two sound ones with it."""
    read: list[int] = []
    page, verdict = with_sound_advice(REFUSAL, near(read), refusing(2))

    assert quoted(page) == ["Offer tape 1.", "Offer tape 3.", "Offer tape 4."]
    assert verdict.passed
    assert read == [1, 2, 3, 4]
    assert [one.record_id for one in page.references] == ["r1", "r3", "r4"]


def test_no_more_is_read_than_stands_there() -> None:
    """Reading a recommendation in its document costs time."""
    read: list[int] = []
    page, _ = with_sound_advice(REFUSAL, near(read), refusing())

    assert len(quoted(page)) == len(read) == 3


def test_the_refusal_stands_alone_where_fault_goes_on() -> None:
    """Also where the fault is not in a row: nothing would be better the next time."""
    for verify in (refusing(1, 2, 3, 4, 5, 6), refusing(2, names_the_row=False)):
        page, verdict = with_sound_advice(REFUSAL, near([]), verify)

        assert page == REFUSAL
        assert verdict.passed
