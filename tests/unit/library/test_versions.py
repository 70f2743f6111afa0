"""Chains of succession: a Cochrane review and its updates, editions of a guideline, held or merely named."""

import pytest

from quoth.library import keep, keep_notices, standings, versions
from quoth.model import Ids, Notice, NoticeKind, RecordId
from quoth.store import MemoryStore, Store
from tests.unit.library.library_factories import report


@pytest.fixture
def store() -> Store:
    """Three versions of a review of 2010, 2015 and 2020, each said to be followed by the next; a fourth is named."""
    store = MemoryStore()
    for pmid, year in (("1", 2010), ("2", 2015), ("3", 2020), ("9", 2020)):
        keep(report(pmid=pmid, year=year, title=f"Version {pmid} of a review on exercise for knees"), store)
    keep_notices([after("1", Ids(pmid="2")), after("2", Ids(pmid="3")), after("3", Ids(doi="10.1000/cd4"))], store)
    return store


def after(pmid: str, by: Ids) -> Notice:
    """PubMed says that this was updated in that."""
    return Notice(NoticeKind.SUPERSEDED, Ids(pmid=pmid), by=by, source="PubMed")


@pytest.mark.parametrize("pmid", ["1", "2", "3"])
def test_every_version_shows_the_whole_chain_newest_first(store: Store, pmid: str) -> None:
    """From whichever version one comes, also from the newest back; one that is not held is named."""
    found = versions(store.record(RecordId(f"pmid-{pmid}")), store)

    assert ["pmid-3", "pmid-2", "pmid-1", None] == [one.record_id for one in found]
    assert [False, False, False, True] == [one.stands for one in found]
    assert "10.1000/cd4" == found[-1].ids.doi


def test_the_successor_of_the_first_version_is_the_newest_that_is_held(store: Store) -> None:
    """A reader of the version of 2010 is led to that of 2020 and not to another superseded one."""
    first = store.record(RecordId("pmid-1"))

    assert "pmid-3" == standings([first], store)[first.id].superseded_by


def test_a_newest_version_that_is_held_stands(store: Store) -> None:
    """The fourth has come: it leads, and the others do not stand."""
    keep(report(pmid="4", doi="10.1000/cd4", year=2024, title="Version 4 of a review on exercise for knees"), store)
    first = store.record(RecordId("pmid-1"))
    found = versions(first, store)

    assert ["pmid-4", "pmid-3", "pmid-2", "pmid-1"] == [one.record_id for one in found]
    assert [True, False, False, False] == [one.stands for one in found]
    assert "pmid-4" == standings([first], store)[first.id].superseded_by


def test_a_report_without_ties_has_no_versions(store: Store) -> None:
    """A common title is no tie."""
    assert () == versions(store.record(RecordId("pmid-9")), store)


def test_a_ring_of_notices_comes_to_an_end(store: Store) -> None:
    """Two sources that each say the other one is newer, and one that supersedes itself."""
    keep_notices([after("3", Ids(pmid="1")), after("9", Ids(pmid="9"))], store)
    first = store.record(RecordId("pmid-1"))

    assert {"pmid-1", "pmid-2", "pmid-3"} <= {one.record_id for one in versions(first, store)}
    assert standings([first], store)[first.id].superseded_by in ("pmid-2", "pmid-3")
    nine = store.record(RecordId("pmid-9"))
    assert standings([nine], store)[nine.id].superseded_by is None
