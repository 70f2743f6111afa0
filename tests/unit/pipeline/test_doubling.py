"""Reports that are held twice: found with reasons, made one by an editor, made two again, held apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.errors import BadInput, NotFound
from quoth.library import keep, keep_notices, standings
from quoth.model import Answer, Ids, Notice, NoticeKind, RecordId, RetractionState
from quoth.pipeline import (
    Parts,
    ask,
    duplicates,
    export_library,
    hold_apart,
    import_library,
    merge_records,
    mergers,
    rebuild_index,
    source,
    stored_page,
    undo_merger,
    verify_library,
    verify_trail,
)
from tests.unit.library.library_factories import report
from tests.unit.pipeline.carried import library


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """One report under two PMIDs, a pack's copy of it under another title, and a report of its own."""
    with library(tmp_path / "a") as opened:
        keep(report(pmid="1", doi="10.1000/x", words="Pain fell by half."), opened.store)
        keep(report(pmid="2", doi="10.1000/x", words="Pain was reduced by half.", pages="7-9"), opened.store)
        keep(report(pmid="3", title="A quite different report on the wrists of climbers"), opened.store)
        rebuild_index(opened)
        yield opened


def test_what_may_be_one_is_shown_with_what_speaks_for_and_against(parts: Parts) -> None:
    """An editor decides; the reasons are on the table."""
    (pair,) = duplicates(parts)

    assert ("pmid-1", "pmid-2") == (pair.one, pair.other)
    assert pair.reasons == ("both carry DOI 10.1000/x", "the same title, of one year", "the same first author")
    assert pair.against == ("PMIDs differ: 1 and 2",)


SHARED: dict[str, object] = {"title": "Editorial comment on the knees of runners"}
TRIAL: dict[str, object] = {"other": (("ClinicalTrials.gov", "NCT01234567"),)}


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({"year": 2020}, {"year": 2021}, True),  # electronic one year, printed the next
        ({"year": 2010}, {"year": 2020}, False),  # an update of the same title
        (SHARED, SHARED, False),
        (TRIAL, TRIAL | {"title": "Second title of many words here"}, True),
        (TRIAL, TRIAL | {"title": "Second title of many words here", "authors": ("Other A",)}, False),
    ],
)  # fmt: skip
def test_titles_years_and_trials_make_a_pair_only_together(
    tmp_path: Path, first: dict[str, object], second: dict[str, object], found: bool
) -> None:
    """A heading, an update ten years on and two reports of one trial are no duplicates by themselves."""
    with library(tmp_path / "b") as parts:
        keep(report("RIS", pmid="1", **first), parts.store)
        keep(report("RIS", pmid="2", words="Other words.", **second), parts.store)

        assert found == bool(duplicates(parts))


def test_a_merged_source_answers_to_both_names_and_keeps_all_texts(parts: Parts) -> None:
    """Identifiers, addresses and passages of the one that went lead to the one that stayed."""
    merge_records("pmid-1", "PMID:2", parts, by="an editor", why="one report")
    record = parts.store.record(RecordId("pmid-2"))

    assert "pmid-1" == record.id
    assert "pmid-1" == source("2", parts).record.id == source("pmid-2", parts).record.id
    texts = parts.store.renditions(record.id, current_only=False)
    assert {"Pain fell by half.", "Pain was reduced by half."} == {text.rendition.text for text in texts}
    assert () == duplicates(parts)
    assert verify_library(parts).passed


def test_a_retraction_of_the_one_that_went_marks_the_one_that_stayed(parts: Parts) -> None:
    """A notice goes by an identifier, and every identifier of both still counts."""
    merge_records("pmid-1", "pmid-2", parts)
    keep_notices([Notice(NoticeKind.RETRACTION, Ids(pmid="2"), source="a list")], parts.store)
    record = parts.store.record(RecordId("pmid-1"))

    assert standings((record,), parts.store)[record.id].retraction is RetractionState.YES


def test_an_export_that_comes_again_joins_the_one_that_stayed(parts: Parts) -> None:
    """An editor's act is not undone by the next file."""
    merge_records("pmid-1", "pmid-2", parts)
    kept = keep(report("MEDLINE", pmid="2", words="Pain was halved.", doi="10.1000/y"), parts.store)

    assert ("pmid-1", False) == (kept.record_id, kept.is_new)
    assert "pmid-1" == parts.store.find(Ids(pmid="2"))


def test_undoing_restores_the_snapshot_and_both_sources(parts: Parts) -> None:
    """Facts, texts, ids: as if it had never been; the trail tells that it was."""
    before, holdings = parts.store.snapshot(), {h.record.id: h for h in parts.store.iter_holdings()}
    made = merge_records("pmid-2", "pmid-1", parts, by="an editor")
    assert before != parts.store.snapshot()
    undo_merger("pmid-1", parts, by="another")

    assert before == parts.store.snapshot()
    assert holdings == {h.record.id: h for h in parts.store.iter_holdings()}
    assert verify_library(parts).passed
    assert [made.id] == [one.id for one in mergers(parts) if not one.stands and one.undone_by == "another"]
    assert ["merged two sources", "undid a merger"] == [entry.act for entry in parts.store.audit()]
    assert "an editor" not in str(parts.store.audit())
    assert verify_trail(parts).passed
    with pytest.raises(NotFound, match="No merger"):
        undo_merger("pmid-1", parts)


def test_what_came_since_stays_with_the_kept_source(parts: Parts) -> None:
    """A full text that arrived under the one record is not lost when it becomes two again."""
    merge_records("pmid-1", "pmid-2", parts)
    keep(report("JATS", pmid="1", words="Pain fell by half, and stayed so.", funding="A fund"), parts.store)
    undo_merger("pmid-2", parts)
    mine = {text.rendition.text for text in parts.store.renditions(RecordId("pmid-1"), current_only=False)}
    theirs = {text.rendition.text for text in parts.store.renditions(RecordId("pmid-2"), current_only=False)}

    assert {"Pain fell by half.", "Pain fell by half, and stayed so."} == mine
    assert {"Pain was reduced by half."} == theirs
    assert "A fund" == parts.store.record(RecordId("pmid-1")).funding
    assert parts.store.record(RecordId("pmid-2")).funding is None
    assert verify_library(parts).passed


def test_mergers_are_undone_in_their_order(parts: Parts) -> None:
    """The second merger took the first one's record along."""
    merge_records("pmid-1", "pmid-2", parts)
    merge_records("pmid-3", "pmid-1", parts)
    with pytest.raises(BadInput, match="later merger first"):
        undo_merger("pmid-2", parts)
    undo_merger("pmid-1", parts)
    undo_merger("pmid-2", parts)

    assert 3 == parts.store.counts().records
    assert "pmid-2" == parts.store.record(RecordId("pmid-2")).id


def test_what_is_held_apart_is_not_offered_again(parts: Parts) -> None:
    """Two that look like one and are two."""
    hold_apart("pmid-2", "pmid-1", parts, why="two trials")

    assert () == duplicates(parts)


def test_one_record_cannot_be_merged_with_itself_and_an_unknown_one_not_at_all(parts: Parts) -> None:
    """By whatever name it goes."""
    with pytest.raises(BadInput, match="one record already"):
        merge_records("pmid-1", "PMID:1", parts)
    with pytest.raises(NotFound):
        merge_records("pmid-1", "pmid-77", parts)


def test_a_merged_library_travels(parts: Parts, tmp_path: Path) -> None:
    """The names of the one that went go with the export."""
    merge_records("pmid-1", "pmid-2", parts)
    export_library(tmp_path / "x", parts)
    with library(tmp_path / "b") as other:
        done = import_library(tmp_path / "x", other)

        assert done.snapshot == done.archive_snapshot
        assert "pmid-1" == other.store.find(Ids(pmid="2"))


def test_a_page_that_cites_the_one_that_went_still_opens(tmp_path: Path) -> None:
    """Its quotations are still spans of held texts, under the one record."""
    with library(tmp_path / "a", starter="yes") as parts:
        page = ask("Does taping the kneecap work?", parts).page
        assert isinstance(page, Answer)
        first, second = [ref.record_id for ref in page.references[:2]]
        merge_records(first, second, parts)
        shown = stored_page(page.id, parts)

        assert shown.page.id == page.id
        kinds = {fault.kind.value for fault in shown.verdict.faults}
        assert not kinds & {"source missing", "text changed"}
        assert source(second, parts).record.id == first
        undo_merger(second, parts)
        assert stored_page(page.id, parts).verdict.passed
