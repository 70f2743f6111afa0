"""Where a record stands, by the checker's own reading of notices and lists."""

from datetime import date

import pytest

from quoth.check.standing import truth_of
from quoth.model import (
    Ids,
    MarkKind,
    Notice,
    NoticeKind,
    NoticeList,
    PartialDate,
    Record,
    RecordId,
    RetractionState,
)

IDS = Ids(pmid="1", doi="10.1/a")
RETRACTED, REINSTATED = NoticeKind.RETRACTION, NoticeKind.REINSTATEMENT


def record(*, ids: Ids = IDS, looked: str | None = None) -> Record:
    """A record, perhaps with the date on which an editor looked for a retraction."""
    day = (("retraction checked", PartialDate(*map(int, looked.split("-")))),) if looked else ()
    return Record(RecordId("r"), "A trial", ids, dates=day)


def notice(kind: NoticeKind, on: str | None = None) -> Notice:
    """A notice against the record."""
    return Notice(kind, IDS, on=on)


def listed(as_of: date, covers: str = "doi") -> NoticeList:
    """A list of retractions."""
    return NoticeList("list", as_of, covers)


@pytest.mark.parametrize(
    ("notices", "expected"),
    [
        ([(RETRACTED, "2020-01-01")], RetractionState.YES),
        ([(RETRACTED, None)], RetractionState.YES),
        ([(RETRACTED, "2020-01-01"), (REINSTATED, "2021-01-01")], RetractionState.NOT_CHECKED),
        ([(RETRACTED, "2020-01-01"), (REINSTATED, "2020-01-01")], RetractionState.NOT_CHECKED),
        ([(RETRACTED, "2020-01-01"), (REINSTATED, "2019-01-01")], RetractionState.YES),
        ([(RETRACTED, "2020-01-01"), (REINSTATED, None)], RetractionState.YES),
        ([(RETRACTED, "2020-01-01"), (REINSTATED, "some time later")], RetractionState.YES),
        ([(RETRACTED, "last spring"), (REINSTATED, "2021-01-01")], RetractionState.YES),
        ([(RETRACTED, None), (REINSTATED, "2021-01-01")], RetractionState.YES),
        ([(RETRACTED, "2020"), (REINSTATED, "2021-01-01"), (RETRACTED, "2022-05")], RetractionState.YES),
        ([(REINSTATED, "2021-01-01")], RetractionState.NOT_CHECKED),
        ([(NoticeKind.CONCERN, "2021-01-01")], RetractionState.NOT_CHECKED),
    ],
)
def test_a_retraction_stands_until_a_reinstatement_is_known_to_be_no_older(
    notices: list[tuple[NoticeKind, str | None]], expected: RetractionState
) -> None:
    """In doubt a source stays retracted."""
    truth = truth_of(record(), [notice(kind, on) for kind, on in notices], [])

    assert expected is truth.retraction
    assert (MarkKind.RETRACTED in truth.marks) == (expected is RetractionState.YES)


@pytest.mark.parametrize(
    ("ids", "looked", "lists", "state", "dates"),
    [
        (IDS, None, [], RetractionState.NOT_CHECKED, {None}),
        (IDS, None, [listed(date(2026, 8, 15))], RetractionState.NO, {"2026-08-15"}),
        (Ids(pmid="1"), None, [listed(date(2026, 8, 15))], RetractionState.NOT_CHECKED, {None}),
        (IDS, None, [listed(date(2026, 8, 15)), listed(date(2025, 1, 1), "pmid")], RetractionState.NO, {"2026-08-15"}),
        (IDS, "2026-11-23", [listed(date(2026, 8, 15))], RetractionState.NO, {"2026-11-23"}),
        (Ids(pack="p/r"), "2026-11-23", [], RetractionState.NO, {"2026-11-23"}),
        (IDS, None, [listed(date(2026, 8, 15), "shelf mark")], RetractionState.NOT_CHECKED, {None}),
    ],
)
def test_only_a_list_that_would_name_it_says_that_a_record_is_not_retracted(
    ids: Ids, looked: str | None, lists: list[NoticeList], state: RetractionState, dates: set[str | None]
) -> None:
    """Not having looked is not the same as having found nothing."""
    truth = truth_of(record(ids=ids, looked=looked), [], lists)

    assert state is truth.retraction
    assert dates == truth.checked_on


@pytest.mark.parametrize("kind", [k for k in NoticeKind if k is not NoticeKind.REINSTATEMENT])
def test_every_notice_calls_for_a_mark(kind: NoticeKind) -> None:
    """No kind of notice passes in silence; a correction alone leaves a source usable."""
    truth = truth_of(record(), [notice(kind)], [])

    assert truth.marks
    assert truth.usable == (kind is NoticeKind.CORRECTION)
