"""Retracted is yes, no or not checked, and each of these can be shown to be so."""

from datetime import date

import pytest

from quoth.library import RETRACTION_CHECKED, keep, keep_notice_list, keep_notices, standings
from quoth.model import Ids, Notice, NoticeKind, NoticeList, PartialDate, Record, RetractionState, Standing
from quoth.store import MemoryStore, Store
from tests.unit.library.library_factories import record, report

YES, NO, NOT_CHECKED = RetractionState.YES, RetractionState.NO, RetractionState.NOT_CHECKED


@pytest.fixture
def store() -> Store:
    """An empty library."""
    return MemoryStore()


def standing(store: Store, one: Record) -> Standing:
    """Where one record stands."""
    return standings([one], store)[one.id]


def notice(kind: NoticeKind, on: str | None = None, *, by: Ids | None = None, **target: str) -> Notice:
    """A notice against what carries these identifiers."""
    return Notice(kind, Ids(**(target or {"pmid": "1"})), by=by, on=on, source="a list")


def test_nothing_said_is_not_checked(store: Store) -> None:
    """Silence is never taken for soundness."""
    assert NOT_CHECKED is standing(store, record(pmid="1")).retraction


def test_a_retraction_stands_whether_it_came_before_or_after_the_report(store: Store) -> None:
    """A list that is ingested first marks what comes later."""
    keep_notices([notice(NoticeKind.RETRACTION, "2024-03-01", doi="https://doi.org/10.1000/X")], store)
    kept = keep(report(pmid="1", doi="10.1000/x"), store)

    found = standing(store, store.record(kept.record_id))
    assert (YES, "2024-03-01", False) == (found.retraction, found.checked_on, found.usable)


def test_a_list_says_no_only_for_the_identifier_that_it_goes_by(store: Store) -> None:
    """A list of DOIs says nothing of a report without one; the newest list gives the date."""
    for name, day in (("old", date(2025, 1, 1)), ("new", date(2026, 8, 1))):
        keep_notice_list(NoticeList(name, day, "doi"), store)

    with_doi, without = standing(store, record(doi="10.1000/x")), standing(store, record(pmid="1"))
    assert ((NO, "2026-08-01"), (NOT_CHECKED, None)) == (
        (with_doi.retraction, with_doi.checked_on),
        (without.retraction, without.checked_on),
    )


def test_an_editor_who_looked_can_say_no(store: Store) -> None:
    """A pack's "no" is a check with a date, and a later retraction outweighs it."""
    looked = record(pmid="1", dates=((RETRACTION_CHECKED, PartialDate(2026, 11, 23)),))
    assert (NO, "2026-11-23") == (standing(store, looked).retraction, standing(store, looked).checked_on)

    keep_notices([notice(NoticeKind.RETRACTION)], store)
    assert YES is standing(store, looked).retraction


@pytest.mark.parametrize(
    ("retracted", "reinstated", "state"),
    [
        ("2020-01-01", "2021-01-01", NOT_CHECKED),
        ("2021-01-01", "2020-01-01", YES),
        ("2020-01-01", None, YES),
        (None, "2021-01-01", YES),
        ("Jan 2020", "2021-01-01", YES),
        ("2020-01-01", "2020-01-01", NOT_CHECKED),
    ],
)
def test_only_a_reinstatement_known_to_be_later_takes_a_retraction_back(
    store: Store, retracted: str | None, reinstated: str | None, state: RetractionState
) -> None:
    """Where the dates do not say which came last, the report stays marked."""
    keep_notices([notice(NoticeKind.RETRACTION, retracted), notice(NoticeKind.REINSTATEMENT, reinstated)], store)

    assert state is standing(store, record(pmid="1")).retraction


@pytest.mark.parametrize("kind", [NoticeKind.CONCERN, NoticeKind.WITHDRAWN, NoticeKind.SUPERSEDED, NoticeKind.DELETED])
def test_what_speaks_against_a_report_makes_it_unusable_without_a_mark(store: Store, kind: NoticeKind) -> None:
    """Concern, withdrawal, succession and deletion are all shown; a correction alone does not bar."""
    keep_notices([notice(kind), notice(NoticeKind.CORRECTION, pmid="2")], store)

    assert not standing(store, record(pmid="1")).usable
    assert standing(store, record(pmid="2")).usable
    assert standing(store, record(pmid="2")).has(NoticeKind.CORRECTION)


def test_the_newest_held_successor_is_named(store: Store) -> None:
    """A review that was updated twice points at the latest update in the library, never at itself or at nothing."""
    for pmid, year in (("2", 2021), ("3", 2024)):
        keep(report(pmid=pmid, year=year, title=f"The review updated in the year {year}"), store)
    keep(report(pmid="1"), store)
    successors = [Ids(pmid=pmid) for pmid in ("2", "3", "1", "99")]
    keep_notices([notice(NoticeKind.SUPERSEDED, by=by) for by in successors], store)

    found = store.find(Ids(pmid="1"))
    assert found is not None
    assert "pmid-3" == standing(store, store.record(found)).superseded_by
    keep_notices([notice(NoticeKind.SUPERSEDED, by=Ids(pmid="98"), pmid="4")], store)
    assert standing(store, record(pmid="4")).superseded_by is None


def test_many_records_are_answered_in_a_fixed_number_of_reads() -> None:
    """A page with sixty sources costs what one source costs."""

    class Counting(MemoryStore):
        reads = 0

        def notices(self, ids):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            self.reads += 1
            return super().notices(ids)

        def notice_lists(self):  # type: ignore[no-untyped-def]  # noqa: ANN202
            self.reads += 1
            return super().notice_lists()

    store = Counting()
    records = [record(pmid=str(number), id=f"r{number}") for number in range(1, 60)]
    assert 59 == len(standings(records, store))
    assert 2 == store.reads


def test_a_notice_that_targets_nothing_is_not_kept(store: Store) -> None:
    """Without an identifier there is nothing to stand against."""
    assert 0 == keep_notices([Notice(NoticeKind.RETRACTION, Ids(pmid="none"))], store)
