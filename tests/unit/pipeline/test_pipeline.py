"""The story as a whole, on small libraries in memory and on disk."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.errors import LibraryBusy, NotFound
from quoth.model import Abstention, Answer, FactKind, Query, QueryClause, Reason, StudyFact, encode
from quoth.pipeline import (
    Options,
    Parts,
    ask,
    check_stored,
    composing,
    forget,
    ingest,
    read_for,
    rebuild_index,
    source,
    stored_page,
)
from quoth.pipeline.ingesting import writer_lock
from quoth.settings import load_settings
from quoth.wiring import open_parts, starter_packs
from tests.kept import library_on_disk

KNEE = "Does taping the kneecap work?"
PACK = """
quoth_pack: 1
pack: {pack}
version: '{version}'
title: Elbow pain
rendition: summary
editor: {editor}
as_of: 2026-11-23
licence: CC-BY-4.0
condition: elbow pain
question: What helps elbow pain?
common_questions: []
concepts:
  - {{name: elbow pain, kind: condition, lay: [sore elbow], clinical: [lateral elbow pain]}}
  - {{name: elbow brace, kind: intervention, group: braces, lay: [elbow strap]}}
differences: []
records:
  - id: guide-2020
    type: guideline
    issuer: Elbow Society
    title: Guide to the elbow
    title_verified: true
    authors: [Doe J]
    journal: Elbow
    year: 2020
    retraction: not checked
    seen: full text
    conditions: [elbow pain]
    population: adults with elbow pain
    interventions: [elbow brace]
    figures_usable: true
    key_results: []
    conclusion: {{text: A brace is an option., interventions: [elbow brace], facets: [benefit]}}
    recommendations:
      - text: {words}
        strength: weak
        certainty: low
        interventions: [elbow brace]
        action: consider
        action_by: editor, from 'may'
        facets: [benefit]
"""


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library on disk."""
    home = tmp_path_factory.mktemp("library")
    with library_on_disk(home) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Parts]:
    """An empty library on disk."""
    with open_parts(load_settings({}, {"home": str(tmp_path / "home"), "starter": "no"})) as opened:
        yield opened


def pack_file(folder: Path, *, words: str = "An elbow brace may be tried.", **given: str) -> Path:
    """A pack of one guideline with one recommendation."""
    values = {"pack": "elbow", "version": "1.0", "editor": "a hospital"} | given
    file = folder / f"{values['pack']}-{values['version']}.yaml"
    file.write_text(PACK.format(words=words, **values), encoding="utf-8")
    return file


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


def test_every_page_passed_the_checker_and_is_kept(parts: Parts) -> None:
    """What is shown was checked, and can be opened and checked again under its id."""
    outcome = ask(KNEE, parts)

    assert outcome.verdict.passed
    assert encode(outcome.page) == encode(stored_page(outcome.page.id, parts).page)
    assert check_stored(parts, [outcome.page.id])[0].passed


def test_a_forgotten_page_is_gone(parts: Parts) -> None:
    """Deleting works."""
    page = ask(KNEE, parts).page
    forget(page.id, parts)

    with pytest.raises(NotFound):
        stored_page(page.id, parts)


def test_a_page_that_cites_a_source_retracted_since_fails_its_check(empty: Parts, tmp_path: Path) -> None:
    """A retraction takes the page's standing away by itself."""
    ingest([pack_file(tmp_path)], empty)
    page = ask("Does an elbow brace help elbow pain?", empty).page
    text = pack_file(tmp_path, version="1.1").read_text(encoding="utf-8").replace("not checked", "yes")
    newer = tmp_path / "retracted.yaml"
    newer.write_text(text, encoding="utf-8")
    ingest([newer], empty)

    assert not check_stored(empty, [page.id])[0].passed
    assert isinstance(ask("Does an elbow brace help elbow pain?", empty).page, Abstention)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY_QUESTION),
        ("  \n\t ", Reason.EMPTY_QUESTION),
        ("ß∂ƒ©˙∆˚¬…æ " * 900, Reason.TOO_LONG),
        ("treatment of hyperkalaemia", Reason.UNKNOWN_WORDS),
        ("is the moon made of cheese", None),
        ("🙂🙂🙂", Reason.NOT_CLINICAL),
        ("'; DROP TABLE records; --", None),
        ("\x00\x1b[2J\u202e", None),
    ],
)
def test_what_no_library_answers_is_refused(parts: Parts, text: str, reason: Reason | None) -> None:
    """A confident page on what the library does not cover is the worst fault there is."""
    page = ask(text, parts).page

    assert isinstance(page, Abstention), page
    assert reason is None or reason is page.reason


def test_a_follow_up_carries_the_condition_over_and_says_so(parts: Parts) -> None:
    """A bare "and surgery?" is understood after a question on the kneecap, and the page shows what was carried."""
    first = ask("What are the interventions for patellofemoral pain?", parts).page
    page = ask("and surgery?", parts, previous=first.question).page

    assert ("patellofemoral pain",) == page.question.carried_over
    assert isinstance(page, Answer)
    assert any("Carried over" in note for note in page.notes)


def test_a_source_is_found_by_any_of_its_identifiers(parts: Parts) -> None:
    """PMID, DOI and record id lead to the same record."""
    by_doi = source("10.2519/jospt.2019.0302", parts).record.id

    assert by_doi == source("31475628", parts).record.id == source(by_doi, parts).record.id


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


def test_a_short_form_is_read_as_the_librarys_texts_explain_it(empty: Parts, tmp_path: Path) -> None:
    """Letters that a text explains find texts that spell the words out, and the page shows how they were read."""
    texts = [
        "Women with triple-negative breast cancer (TNBC) received immunotherapy. Survival was longer with it.",
        "Immunotherapy in triple-negative breast cancer was followed by longer survival. We conclude that it helps.",
    ]
    records = [f"PMID- {n}\nTI  - Immunotherapy trial {n}.\nAB  - RESULTS: {text}" for n, text in enumerate(texts, 1)]
    file = tmp_path / "two.nbib"
    file.write_text("\n\n".join(records) + "\n", encoding="utf-8")
    ingest([file], empty)

    page = ask("immunotherapy TNBC", empty).page

    assert ("TNBC", ("triple-negative breast cancer",)) in page.method.synonyms


def test_a_body_part_in_the_question_forbids_guessing_the_condition(parts: Parts) -> None:
    """Whoever says "my back" has said where it hurts: no page on the knee may stand in for it."""
    page = ask("My back has been killing me for months, would a chiropractor sort it out?", parts).page

    assert "knee osteoarthritis" not in {mention.concept.name for mention in page.question.conditions}


def test_a_source_is_read_for_a_question_in_its_own_words(parts: Parts) -> None:
    """Every sentence shown is a passage of the source, and what speaks of the question comes first."""
    name = "10.2519/jospt.2019.0302"
    read = read_for(name, KNEE, parts, k=3)
    texts = {stored.rendition.id: stored.rendition.text for stored in source(name, parts).renditions}

    assert 3 == len(read.passages)
    assert read.speaks_of_it
    assert "tap" in read.passages[0].passage.text.lower()
    for one in read.passages:
        assert one.passage.text == texts[one.passage.rendition_id][one.passage.start : one.passage.end]


def test_a_source_that_says_nothing_of_a_question_is_not_made_to(parts: Parts) -> None:
    """What is shown then is not offered as speaking of it."""
    assert not read_for("10.2519/jospt.2019.0302", "beriberi", parts).speaks_of_it


def test_a_fact_that_the_checker_refuses_takes_no_row_with_it(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is written again without what studies say of themselves, and shown."""
    question = "Does taping help patellofemoral pain?"
    honest = ask(question, parts).page
    invented = StudyFact(FactKind.FUNDING, "Grant 7 of nobody")
    monkeypatch.setattr(composing, "study_facts", lambda record, texts, each: (invented,))

    outcome = ask(question, parts)

    assert outcome.verdict.passed
    assert isinstance(outcome.page, Answer)
    assert isinstance(honest, Answer)
    assert [s.quote for s in honest.statements()] == [s.quote for s in outcome.page.statements()]
    assert not any(reference.facts for reference in outcome.page.references)
