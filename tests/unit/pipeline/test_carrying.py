"""A library as one file, and into another one: nothing lost, nothing doubled, nothing let in."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.errors import BadInput
from quoth.library import keep
from quoth.model import Answer, Report
from quoth.pipeline import (
    ask,
    export_library,
    import_library,
    rebuild_index,
    recommendations,
    verify_library,
)
from tests.unit.library.library_factories import abstract, record, report
from tests.unit.pipeline.carried import library, manifest


def test_an_import_into_an_empty_library_gives_the_identical_snapshot(archive: Path, tmp_path: Path) -> None:
    """Records by source, texts, editions, decisions, words, notices and searches all arrive."""
    with library(tmp_path / "b") as parts:
        done = import_library(archive, parts)

        assert done.snapshot == done.archive_snapshot == manifest(archive)["snapshot"]
        assert verify_library(parts).passed
        ruled = recommendations("10.1000/guide", parts).texts[0].proposals
        assert [("accepted", "as printed"), ("proposed", "")] == [
            (p.status.value, p.decisions[-1].why if p.decisions else "") for p in ruled
        ]
        assert ["PubMed XML", "RIS"] == [source for source, _ in parts.store.entries(parts.store.record("pmid-77").id)]
        assert ("knee AND pain", "") == (parts.store.strategy("knees").text, parts.store.strategy("knees").owner)
        page = ask("Does taping the kneecap work?", parts).page
        assert isinstance(page, Answer)


def test_the_same_archive_again_changes_nothing(archive: Path, tmp_path: Path) -> None:
    """Importing is safe to repeat, and that is how an interrupted import goes on."""
    with library(tmp_path / "b") as parts:
        first = import_library(archive, parts)
        parts.store.put_strategy(replace(parts.store.strategy("knees"), owner="whoever tends it here"))
        stamp = parts.store.revision()
        again = import_library(archive, parts)

        assert (0, 0, 0) == (again.records_new, again.texts_new, again.notices_new)
        assert first.notes == again.notes
        assert first.records_new == again.records_known
        assert (first.snapshot, stamp) == (again.snapshot, parts.store.revision())


def test_an_import_that_was_cut_off_is_gone_on_with(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was committed stays, and the next import ends where an uninterrupted one would have."""
    for module in ("carrying", "importing"):
        monkeypatch.setattr(f"quoth.pipeline.{module}.HOLDINGS_AT_ONCE", 40)
    calls = []

    def cut(step: object) -> None:
        calls.append(step)
        if len(calls) == 8:
            raise KeyboardInterrupt

    with library(tmp_path / "b") as parts:
        with pytest.raises(KeyboardInterrupt):
            import_library(archive, parts, progress=cut)
        held = parts.store.counts().records
        done = import_library(archive, parts)

        assert 0 < held < parts.store.counts().records
        assert done.snapshot == done.archive_snapshot
        assert verify_library(parts).passed


def test_what_is_held_already_is_merged_and_not_doubled(archive: Path, tmp_path: Path) -> None:
    """The archive's record joins the one that is here by its identifier, with both texts and the archive's notice."""
    with library(tmp_path / "b") as parts:
        keep(report("MEDLINE", pmid="77", words="Pain fell."), parts.store)
        keep(
            report("RIS", doi="10.1000/other", title="Something else that nobody else has here", words=None),
            parts.store,
        )
        rebuild_index(parts)
        done = import_library(archive, parts)

        here = parts.store.record("pmid-77")
        assert ["MEDLINE", "PubMed XML", "RIS"] == [source for source, _ in parts.store.entries(here.id)]
        assert here.ids.doi == "10.1000/seven"
        texts = [t.rendition.text for t in parts.store.renditions(here.id, current_only=False)]
        assert {"Pain fell.", "Pain fell by half. Function rose."} <= set(texts)
        assert done.snapshot != done.archive_snapshot
        assert verify_library(parts).passed
        assert "accepted" == recommendations("10.1000/guide", parts).texts[0].proposals[0].status.value


def test_an_older_edition_of_a_pack_in_an_archive_does_not_replace_the_newer_one(archive: Path, tmp_path: Path) -> None:
    """What a library keeps of two editions is the newer one, whichever way it came."""
    with library(tmp_path / "b", starter="yes") as parts:
        before = {state.pack: state.version for state in parts.store.pack_states()}
        state = next(iter(parts.store.iter_words()))
        from dataclasses import replace

        parts.store.put_words(replace(state.words, version="2999.1.1"), site=False)
        done = import_library(archive, parts)

        after = {one.pack: one.version for one in parts.store.pack_states()}
        assert {**before, state.words.pack: "2999.1.1"} == after
        assert any("newer version 2999.1.1" in line for line in done.notes)


def test_two_reports_with_the_same_words_stay_two(tmp_path: Path) -> None:
    """A text id that another record holds here is told apart, and so are its proposals."""
    same = abstract("The very same words, republished elsewhere.")
    with library(tmp_path / "a") as one, library(tmp_path / "b") as other:
        keep(Report(record(pmid="1", title="First report of the very same words here"), (same,)), one.store)
        keep(Report(record(pmid="2", title="Second report of the very same words here"), (same,)), other.store)
        export_library(tmp_path / "a.quoth", one)
        done = import_library(tmp_path / "a.quoth", other)

        assert 1 == done.records_new
        assert 2 == other.store.counts().records
        assert [1, 1] == [len(other.store.renditions(each.id)) for each in other.store.iter_records()]
        assert verify_library(other).passed


def test_a_file_that_is_there_is_not_written_over(archive: Path, tmp_path: Path) -> None:
    """A mistyped name never destroys a file, and a failed export leaves none behind."""
    (tmp_path / "x").write_bytes(b"mine")
    with library(tmp_path / "b") as parts:
        with pytest.raises(BadInput, match="exists"):
            export_library(tmp_path / "x", parts)
        with pytest.raises(BadInput, match="cannot be written"):
            export_library(tmp_path / "none" / "x", parts)
        export_library(tmp_path / "x", parts, overwrite=True)

    assert zipfile.is_zipfile(tmp_path / "x")
    assert ["b", "x"] == sorted(entry.name for entry in tmp_path.iterdir())
