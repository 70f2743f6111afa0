"""What is kept of a report: facts merged by care, texts side by side, deletions, and ids that stay."""

import itertools

import pytest

from quoth.errors import BadFile, NotFound
from quoth.library import delete_citation, keep, keep_notices
from quoth.model import (
    Design,
    Doubt,
    DoubtKind,
    Fidelity,
    Form,
    Ids,
    Notice,
    NoticeKind,
    PartialDate,
    RecordId,
    RenditionId,
    Report,
)
from quoth.model.rendition import make_rendition
from quoth.store import MemoryStore, Store
from tests.unit.library.library_factories import TITLE, abstract, pack_report, record, report


@pytest.fixture
def store() -> Store:
    """An empty library."""
    return MemoryStore()


# --- facts -----------------------------------------------------------------------------------------------------------
def test_facts_come_from_the_most_careful_catalogue_in_any_order(store: Store) -> None:
    """PubMed goes before JATS, MEDLINE, RIS, BibTeX and packs; a gap is filled from the next."""
    sources = [
        report("pack knee 1", pack="knee/a", doi="10.1000/x", title="As the pack has it", volume="9", words=None),
        report("BibTeX", doi="10.1000/x", title="As BibTeX has it", volume="8", issue="7", words=None),
        report("RIS", doi="10.1000/x", title="As RIS has it", volume="6", pages="5", words=None),
        report("PubMed XML", doi="10.1000/x", title="As PubMed has it", pmid="1", words=None),
    ]
    found = set()
    for order in itertools.permutations(sources):
        store = MemoryStore()
        for each in order:
            record_id = keep(each, store).record_id
        one = store.record(record_id)
        assert ("As PubMed has it", "6", "7", "5", "PubMed XML") == (
            one.title,
            one.volume,
            one.issue,
            one.pages,
            one.origin,
        )
        found.add(store.snapshot())
    assert 1 == len(found)


def test_a_title_in_its_own_language_is_kept_whichever_source_states_it(store: Store) -> None:
    """A full text without it, read beside PubMed's citation, does not take it away."""
    for order in itertools.permutations(("PubMed XML", "JATS", "RIS")):
        store = MemoryStore()
        for origin in order:
            own = "Un essai." if origin == "JATS" else None
            record_id = keep(report(origin, pmid="1", vernacular_title=own, words=None), store).record_id
        assert "Un essai." == store.record(record_id).vernacular_title


def test_what_an_editor_mapped_survives_and_is_united(store: Store) -> None:
    """A doubt is never lost in a merge; lists of two packs are both kept."""
    seen = Doubt(DoubtKind.PARTLY_READ, "Only the abstract was read.")
    other = Doubt(DoubtKind.NOTE, "The dose differs in print.")
    mapped = {"design": Design.RCT, "issuer": "A body", "population": "Adults", "n_participants": 40}
    keep(pack_report(doi="10.1000/x", conditions=("knee pain",), doubts=(seen,), indirect="on hips", **mapped), store)
    keep(
        pack_report("hip", doi="10.1000/x", conditions=("Knee pain", "hip pain"), doubts=(other,), indirect="on knees"),
        store,
    )
    kept = keep(report("PubMed XML", doi="10.1000/x", pmid="1"), store)

    one = store.record(kept.record_id)
    assert (Design.RCT, "A body", "Adults", 40) == (one.design, one.issuer, one.population, one.n_participants)
    assert (("Knee pain", "hip pain"), (other, seen)) == (one.conditions, one.doubts)
    assert "on knees; on hips" == one.indirect
    assert TITLE == one.title
    assert {"knee/a", "hip/a"} == {one.ids.pack, dict(one.ids.other)["pack"]}
    assert kept.record_id == store.find(Ids(pack="knee/a")) == store.find(Ids(pack="hip/a"))


def test_evidence_that_is_direct_for_one_pack_keeps_the_other_packs_words(store: Store) -> None:
    """Where one editor files a report as indirect and another does not, the words become a doubt."""
    keep(pack_report("knee", doi="10.1000/x", conditions=("knee pain",)), store)
    kept = keep(pack_report("kneecap", doi="10.1000/x", conditions=("kneecap pain",), indirect="on knees"), store)

    one = store.record(kept.record_id)
    assert one.indirect is None
    assert any("on knees" in doubt.text for doubt in one.doubts)


def test_a_catalogue_title_settles_the_doubt_about_an_editors_description(store: Store) -> None:
    """Once the true title is known, it is shown without the warning; other doubts stay."""
    doubts = (Doubt(DoubtKind.TITLE_UNVERIFIED, "Described."), Doubt(DoubtKind.NOTE, "Read in a digest."))
    first = keep(pack_report(pmid="1", title_verified=False, doubts=doubts), store)
    assert 2 == len(store.record(first.record_id).doubts)

    keep(report("PubMed XML", pmid="1"), store)
    one = store.record(first.record_id)
    assert (TITLE, True, doubts[1:]) == (one.title, one.title_verified, one.doubts)


def test_a_stale_revision_does_not_replace_a_newer_one(store: Store) -> None:
    """A baseline file read after an update file changes nothing."""
    new = report(pmid="1", title="Corrected title of the whole trial", dates=(("revised", PartialDate(2024, 2, 1)),))
    old = report(pmid="1", dates=(("revised", PartialDate(2023, 1, 1)),), words="Misprinted words.")
    for order in ((new, old), (old, new)):
        store = MemoryStore()
        for each in order:
            record_id = keep(each, store).record_id
        assert "Corrected title of the whole trial" == store.record(record_id).title
        assert ["Pain fell. Function rose."] == [one.rendition.text for one in store.renditions(record_id)]


def test_a_site_edition_of_the_facts_goes_before_every_catalogue(store: Store) -> None:
    """What the operator says of a record is never overwritten by a download."""
    keep(report("RIS", pmid="1", journal="J of Local Corrections", words=None), store, as_site=True)
    kept = keep(report("PubMed XML", pmid="1", journal="J"), store)

    assert "J of Local Corrections" == store.record(kept.record_id).journal


# --- texts -----------------------------------------------------------------------------------------------------------
def test_texts_are_never_merged_and_stand_side_by_side(store: Store) -> None:
    """A pack's summary, the abstract and the full text are three texts of one record."""
    full = make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, "All of it.", origin="JATS")
    keep(pack_report(pmid="1"), store)
    keep(report("PubMed XML", pmid="1"), store)
    kept = keep(
        Report(record("JATS", pmid="1"), (full, abstract("The JATS abstract is longer than PubMed's.", "JATS"))), store
    )

    assert ["All of it.", "Pain fell. Function rose.", "Offer exercise."] == [
        one.rendition.text for one in store.renditions(kept.record_id)
    ]
    assert 4 == len(store.renditions(kept.record_id, current_only=False))


def test_a_citation_without_text_steps_back_for_an_abstract_in_any_order(store: Store) -> None:
    """A mere title is not offered beside the words themselves."""
    citation = make_rendition(Form.CITATION, Fidelity.VERBATIM, TITLE, origin="RIS")
    both = (Report(record("RIS", pmid="1"), (citation,)), report("BibTeX", pmid="1"))
    for order in (both, both[::-1]):
        store = MemoryStore()
        for each in order:
            record_id = keep(each, store).record_id
        assert [Form.ABSTRACT] == [one.rendition.form for one in store.renditions(record_id)]


def test_abstracts_in_two_languages_are_both_current(store: Store) -> None:
    """A translation does not displace the original; English under any code is one language."""
    texts = (abstract("Pain fell.", language="eng"), abstract("La douleur a diminué.", language="fre"))
    kept = keep(Report(record(pmid="1"), texts), store)
    keep(Report(record("RIS", pmid="1"), (abstract("Pain", "RIS", language="en"),)), store)

    assert {"Pain fell.", "La douleur a diminué."} == {one.rendition.text for one in store.renditions(kept.record_id)}


def test_one_abstract_printed_twice_stands_under_both_records(store: Store) -> None:
    """A retracted article and its republication carry the same words; each has its own."""
    first = keep(report(pmid="1"), store)
    second = keep(report(pmid="2"), store)
    again = keep(report(pmid="2"), store)

    texts = [store.renditions(kept.record_id)[0].rendition for kept in (first, second)]
    assert texts[0].text == texts[1].text
    assert texts[0].id != texts[1].id
    assert () == again.renditions_new


def test_what_an_index_must_do_is_told(store: Store) -> None:
    """New texts are added, texts whose record changed are read anew, replaced ones are taken out."""
    first = keep(report("RIS", pmid="1", words="Short."), store)
    second = keep(report("MEDLINE", pmid="1", words="Short and long."), store)
    third = keep(report("MEDLINE", pmid="1", words="Short and long.", keywords=("knee",)), store)

    assert (first.renditions_new, 1) == (second.renditions_replaced, len(second.renditions_new))
    assert ((), second.renditions_new) == (third.renditions_new, third.renditions_changed)


# --- what must stay out ----------------------------------------------------------------------------------------------
def test_a_citation_that_pubmed_deleted_stays_out_whichever_comes_first(store: Store) -> None:
    """A DeleteCitation holds, in update files that are read in any order."""
    notice = Notice(NoticeKind.DELETED, Ids(pmid="1"), source="PubMed")
    keep_notices([notice], store)
    assert "PubMed deleted citation 1" == keep(report(pmid="1"), store).ignored

    other = MemoryStore()
    kept = keep(report(pmid="1"), other)
    keep_notices([notice], other)
    assert (kept.record_id,) == delete_citation(notice, other)
    assert store.snapshot() == other.snapshot()
    with pytest.raises(NotFound):
        other.record(kept.record_id)


def test_a_deleted_citation_that_other_sources_hold_stays_with_its_notice(store: Store) -> None:
    """PubMed speaks for its citation, not for a full text or an editor's summary."""
    keep(report(pmid="1"), store)
    kept = keep(pack_report(pmid="1"), store)

    assert () == delete_citation(Notice(NoticeKind.DELETED, Ids(pmid="1")), store)
    assert kept.record_id == store.find(Ids(pmid="1"))


def test_half_a_character_is_refused_with_its_record(store: Store) -> None:
    """A lone surrogate would break the store at some later moment; it is named at once."""
    with pytest.raises(BadFile, match="lone surrogate"):
        keep(report(pmid="1", title="Broken \ud800 title"), store)


@pytest.mark.parametrize("pmid", ["0", "12a", "1234567890", "", "\x00", "１２"])
def test_what_is_no_pmid_never_names_a_record(store: Store, pmid: str) -> None:
    """A malformed identifier is kept aside and matches nothing."""
    kept = keep(report("RIS", pmid=pmid), store)

    assert kept.record_id.startswith("title-")
    assert store.record(kept.record_id).ids.pmid is None


def test_ids_that_would_be_spelled_alike_stay_apart(store: Store) -> None:
    """Two DOIs that differ in their marks alone are two records."""
    first = keep(report("RIS", doi="10.1000/a-b"), store)
    second = keep(report("RIS", doi="10.1000/a/b", title="Another report on another matter"), store)

    assert first.record_id != second.record_id
    assert [first.record_id, second.record_id] == [store.find(Ids(doi=doi)) for doi in ("10.1000/a-b", "10.1000/a/b")]


def test_a_text_id_is_never_reused_for_other_words(store: Store) -> None:
    """The id names the content, so the text behind a span is the one that was cited."""
    kept = keep(report(pmid="1"), store)
    keep(report(pmid="1", words="Revised words, longer than before."), store)

    assert "Pain fell. Function rose." == store.rendition(RenditionId(kept.renditions_new[0])).rendition.text
    assert RecordId("pmid-1") == kept.record_id
