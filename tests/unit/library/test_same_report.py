"""Which reports are one: by identifiers, else by title, year and author; and by what name a record is held."""

import itertools

import pytest

from quoth.library import keep
from quoth.model import (
    Ids,
)
from quoth.store import MemoryStore, Store
from tests.unit.library.library_factories import report


@pytest.fixture
def store() -> Store:
    """An empty library."""
    return MemoryStore()


# --- identity --------------------------------------------------------------------------------------------------------
def test_ingesting_a_report_twice_is_ingesting_it_once(store: Store) -> None:
    """The same file again adds nothing and changes nothing."""
    first = keep(report(pmid="1", doi="10.1000/x"), store)
    before = (store.snapshot(), store.revision())
    again = keep(report(pmid="1", doi="10.1000/x"), store)

    assert (True, 1) == (first.is_new, len(first.renditions_new))
    assert (False, (), (), ()) == (
        again.is_new,
        again.renditions_new,
        again.renditions_changed,
        again.renditions_replaced,
    )
    assert before == (store.snapshot(), store.revision())


@pytest.mark.parametrize(
    ("facts", "record_id"),
    [
        ({"pmid": "12", "doi": "10.1000/x"}, "pmid-12"),
        ({"doi": "https://doi.org/10.1000/X.(y)"}, "doi-10.1000-x.-y"),
        ({"pmcid": "pmc33"}, "pmcid-PMC33"),
        ({"pack": "knee/a"}, "pack-knee-a"),
    ],
)
def test_a_record_is_named_by_its_best_identifier(store: Store, facts: dict[str, str], record_id: str) -> None:
    """Ids that a person can recognise, made once."""
    assert record_id == keep(report(**facts), store).record_id


def test_a_record_keeps_its_id_when_a_better_identifier_comes(store: Store) -> None:
    """Answers that cite the record go on to find it."""
    first = keep(report("RIS", doi="10.1000/x"), store)
    second = keep(report("PubMed XML", doi="10.1000/x", pmid="1"), store)

    assert first.record_id == second.record_id == store.find(Ids(pmid="1"))


@pytest.mark.parametrize("shared", [{"pmid": "1"}, {"doi": "10.1000/x"}, {"pmcid": "PMC1"}, {"pack": "knee/a"}])
def test_reports_with_one_identifier_in_common_are_one(store: Store, shared: dict[str, str]) -> None:
    """Each kind of identifier is enough when nothing stronger speaks against it."""
    keep(report(title="One title here for the first of them", **shared), store)

    assert not keep(report("RIS", title="Quite another title for the second", **shared), store).is_new


def test_one_doi_with_two_pmids_is_two_reports(store: Store) -> None:
    """PubMed gives some DOIs to several citations: an article and its comment must not become one."""
    keep(report(pmid="1", doi="10.1000/x"), store)

    assert keep(report(pmid="2", doi="10.1000/x", words="A comment."), store).is_new


def test_one_pmid_with_two_dois_is_one_report_that_keeps_both(store: Store) -> None:
    """A DOI is mistyped more often than a PMID; what loses is not thrown away."""
    keep(report("RIS", pmid="1", doi="10.1000/wrong"), store)
    kept = keep(report("PubMed XML", pmid="1", doi="10.1000/right"), store)

    ids = store.record(kept.record_id).ids
    assert ("10.1000/right", (("doi", "10.1000/wrong"),)) == (ids.doi, ids.other)


def test_a_report_that_proves_two_records_to_be_one_joins_them(store: Store) -> None:
    """The older id stays, the other goes on to name the record, and no text is lost."""
    older = keep(report("MEDLINE", doi="10.1000/x", words="From MEDLINE."), store)
    younger = keep(report("JATS", pmid="1", words="From JATS.", title="Another title altogether, typed by hand"), store)
    joined = keep(report("PubMed XML", pmid="1", doi="10.1000/x", words=None), store)

    assert (older.record_id, (younger.record_id,)) == (joined.record_id, joined.merged_with)
    assert store.record(younger.record_id) == store.record(older.record_id)
    assert 2 == len(store.renditions(older.record_id, current_only=False))
    assert ["PubMed XML", {"MEDLINE", "JATS", "PubMed XML"}] == [
        store.record(older.record_id).origin,
        {source for source, _ in store.entries(older.record_id)},
    ]


def test_no_identifier_is_lost_between_exports_of_one_catalogue() -> None:
    """One export knows the DOI, another the PMID: whichever entry is kept, the record is found by both."""
    exports = [
        report("MEDLINE", doi="10.1000/x", title="Zinc for colds in adults of any age", words=None),
        report("MEDLINE", pmid="1", title="Another title that was typed by hand", words=None),
        report("MEDLINE", pmid="1", doi="10.1000/x", words=None),
        report("MEDLINE", pmid="1", doi="10.1000/x", pmcid="PMC1", words=None),
    ]
    snapshots = set()
    for order in itertools.permutations(exports):
        store = MemoryStore()
        for each in (*order, *order):
            record_id = keep(each, store).record_id
        revision = store.revision()
        assert [False] * 4 == [keep(each, store).is_new for each in order]
        assert revision == store.revision()
        assert record_id == store.find(Ids(pmid="1"))
        snapshots.add(store.snapshot())
    assert 1 == len(snapshots)


def test_records_with_conflicting_identifiers_are_not_joined(store: Store) -> None:
    """A report that fits two records that cannot be one goes to the one of its strongest identifier."""
    first = keep(report("RIS", pmid="1", doi="10.1000/a"), store)
    other = keep(report("RIS", doi="10.1000/b", title="Something else that was studied here"), store)
    kept = keep(report("PubMed XML", pmid="1", doi="10.1000/b"), store)

    assert (first.record_id, ()) == (kept.record_id, kept.merged_with)
    assert other.record_id == store.record(other.record_id).id


# --- titles ----------------------------------------------------------------------------------------------------------
def test_reports_without_a_common_identifier_are_one_by_title_year_and_author(store: Store) -> None:
    """Case, dashes, accents, full stops and the writing of names make no difference."""
    first = keep(report("RIS", title="Exercise for knee pain – a Randomised trial.", authors=("Müller, Anna",)), store)
    same = report("PubMed XML", pmid="1", title="EXERCISE FOR KNEE PAIN-A RANDOMISED TRIAL", authors=("Muller AB",))

    assert first.record_id == keep(same, store).record_id


@pytest.mark.parametrize(
    "other",
    [
        {"year": 2021},
        {"year": None},
        {"authors": ("Stone C",)},
        {"authors": ()},
        {"title": "Exercise for patellofemoral pain in adolescents: a randomised trial"},
        {"pages": "900-910"},
        {"title_verified": False},
    ],
)
def test_a_title_alone_is_not_enough(store: Store, other: dict[str, object]) -> None:
    """Year and author must be there and agree; other pages mean another report; a described title proves nothing."""
    keep(report("RIS", pages="12-19"), store)

    assert keep(report("BibTeX", **({"doi": "10.1000/x"} | other)), store).is_new


@pytest.mark.parametrize(
    "title", ["Editorial", "Reply", "Erratum", "In reply to the letter of Moe and others on knees", "Pain"]
)
def test_titles_that_many_reports_share_never_match(store: Store, title: str) -> None:
    """Two editorials of one author and year are two editorials."""
    keep(report("RIS", title=title, doi="10.1000/a"), store)

    assert keep(report("RIS", title=title, doi="10.1000/b"), store).is_new
    assert keep(report("RIS", title=title, journal="J"), store).is_new


def test_a_note_without_identifier_or_telling_title_is_kept_once(store: Store) -> None:
    """Twice is once, even for what nothing tells apart but its content."""
    assert keep(report("RIS", title="Reply", journal="J", words=None), store).is_new
    assert not keep(report("RIS", title="Reply", journal="J", words=None), store).is_new
    assert keep(report("RIS", title="Reply", journal="K", words=None), store).is_new


def test_identifiers_that_differ_outweigh_a_common_title(store: Store) -> None:
    """Two PMIDs are two citations, whatever their titles say."""
    keep(report(pmid="1"), store)

    assert keep(report(pmid="2", words="Other words."), store).is_new
