"""The story as a whole, on small libraries in memory and on disk."""

from dataclasses import replace
from pathlib import Path

import pytest

from quoth.errors import LibraryBusy
from quoth.model import Abstention, Answer, Query, QueryClause, encode
from quoth.pipeline import (
    Options,
    Parts,
    ask,
    ingest,
    rebuild_index,
)
from quoth.pipeline.ingesting import writer_lock
from quoth.settings import load_settings
from quoth.wiring import open_parts, starter_packs
from tests.unit.pipeline.elbow import KNEE, pack_file


def body(page: Answer | Abstention) -> bytes:
    """A page without its random id."""
    return encode(replace(page, id=""))


def test_same_question_same_library_same_page(parts: Parts) -> None:
    """Asked twice, the page differs in nothing but its random id."""
    assert body(ask(KNEE, parts).page) == body(ask(KNEE, parts).page)


def test_an_index_made_anew_gives_the_identical_page(parts: Parts) -> None:
    """The index is derived: rebuilding it changes no answer."""
    before = body(ask(KNEE, parts).page)

    assert rebuild_index(parts) > 0
    assert before == body(ask(KNEE, parts).page)


def test_packs_in_another_order_give_the_identical_page(parts: Parts, empty: Parts) -> None:
    """What a library says does not depend on the order in which it was filled."""
    ingest(list(reversed(starter_packs())), empty)

    assert parts.store.snapshot() == empty.store.snapshot()
    assert body(ask(KNEE, parts).page) == body(ask(KNEE, empty).page)


def test_ingesting_a_file_twice_changes_nothing(empty: Parts, tmp_path: Path) -> None:
    """The same bytes again are the same library."""
    file = pack_file(tmp_path)
    first = ingest([file], empty)
    again = ingest([file], empty)

    assert 1 == first.files[0].records_new
    assert 0 == again.files[0].records_new
    assert first.snapshot == again.snapshot


def test_a_hospitals_own_pack_answers_in_its_own_words(empty: Parts, tmp_path: Path) -> None:
    """Whoever brings a pack can ask it at once, condition and synonyms included."""
    ingest([pack_file(tmp_path)], empty)

    page = ask("Does an elbow strap help a sore elbow?", empty).page

    assert isinstance(page, Answer)
    assert ["An elbow brace may be tried."] == [s.quote.text for s in page.bottom_line.statements]
    assert "weak" in [q.quote.text for q in page.bottom_line.statements[0].qualifiers]


def test_a_newer_edition_replaces_what_the_older_said(empty: Parts, tmp_path: Path) -> None:
    """After an update the old wording is no longer on the page, and its index entry is gone."""
    ingest([pack_file(tmp_path), pack_file(tmp_path, version="1.1", words="Do not use an elbow brace.")], empty)

    page = ask("Does an elbow brace help elbow pain?", empty).page

    assert isinstance(page, Answer)
    assert "An elbow brace may be tried." not in {s.quote.text for s in page.statements()}
    assert "Do not use an elbow brace." in {s.quote.text for s in page.statements()}


def test_an_index_left_behind_is_caught_up_at_the_next_start(tmp_path: Path) -> None:
    """A kill between the library's commit and the index loses nothing: the next start notices."""
    settings = load_settings({}, {"home": str(tmp_path / "home"), "starter": "no"})
    with open_parts(settings) as first:
        ingest([pack_file(tmp_path)], first)
        first.index.clear()
        first.index.set_stamp("")
    with open_parts(settings) as second:
        assert isinstance(ask("Does an elbow brace help elbow pain?", second).page, Answer)


def test_a_text_that_is_replaced_before_it_was_indexed_is_not_found(empty: Parts, tmp_path: Path) -> None:
    """A file that brings a record and its revision, as a year of updates does, leaves the revision to be found."""
    words = ("Braces lowered pain.", "Braces lowered pain in half of them, and nobody was harmed by them.")
    file = tmp_path / "revised.nbib"
    file.write_text("".join(f"PMID- 7\nTI  - A trial of elbow braces.\nAB  - {text}\n\n" for text in words))
    ingest([file], empty)

    assert 1 == len(empty.index)
    hits = empty.index.search(Query((QueryClause(("braces",)),)), k=5).hits
    assert [words[1]] == [empty.store.rendition(hit.rendition_id).rendition.text for hit in hits]


def test_what_is_kept_is_indexed_even_when_a_load_breaks_off(
    empty: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Batches wait for each other to be indexed; an error on the way does not leave them waiting."""
    monkeypatch.setattr("quoth.pipeline.ingesting.BATCH_ITEMS", 2)
    file = tmp_path / "few.nbib"
    file.write_text("\n\n".join(f"PMID- {n}\nTI  - Elbow study {n}.\nAB  - Pain {n}." for n in range(1, 6)) + "\n")
    seen: list[int] = []

    def stop(_: object) -> None:
        seen.append(len(empty.index))
        if len(seen) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest([file], empty, progress=stop)
    assert [0, 0] == seen, "nothing waited: the test shows nothing"
    assert 2 == len(empty.index) == empty.store.counts().records
    assert empty.index.stamp() == empty.store.snapshot()


def test_an_index_that_could_not_be_written_is_not_taken_for_whole(
    empty: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library keeps what it has, and the next start makes the index anew."""

    def fail(*_: object, **__: object) -> int:
        raise LibraryBusy("The index is held by another process.")

    with monkeypatch.context() as broken:
        broken.setattr(empty.index, "exchange", fail)
        with pytest.raises(LibraryBusy):
            ingest([pack_file(tmp_path)], empty)
    assert empty.index.stamp() != empty.store.snapshot()
    ingest([], empty)
    assert len(empty.index) > 0
    assert empty.index.stamp() == empty.store.snapshot()


def test_a_reader_is_served_while_another_writes(parts: Parts) -> None:
    """Asking needs no lock; writing beside a writer is refused with a clear error."""
    with writer_lock(parts):
        assert isinstance(ask(KNEE, parts).page, Answer)
        with pytest.raises(LibraryBusy, match="writing"):
            ingest([], parts)


def test_an_interrupted_file_goes_on_where_it_stopped(
    empty: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was committed stays; the rerun takes the rest and ends with the same library."""
    monkeypatch.setattr("quoth.pipeline.ingesting.BATCH_ITEMS", 500)
    records = "\n\n".join(
        f"PMID- {n}\nTI  - Title {n} of a study on elbows.\nAB  - Pain fell by {n}." for n in range(1, 1300)
    )
    file = tmp_path / "many.nbib"
    file.write_text(records + "\n", encoding="utf-8")

    class Stop(Exception):
        """A kill between two batches."""

    def stop(_: object) -> None:
        raise Stop

    with pytest.raises(Stop):
        ingest([file], empty, progress=stop)
    kept = empty.store.counts().records
    report = ingest([file], empty, options=Options())

    assert 0 < kept < 1299
    assert 1299 == empty.store.counts().records == kept + report.files[0].records_new
