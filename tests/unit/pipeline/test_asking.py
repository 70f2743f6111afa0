"""Questions on a small library: what is answered, refused, kept and forgotten."""

from pathlib import Path

import pytest

from quoth.errors import NotFound
from quoth.model import Abstention, Answer, FactKind, Reason, StudyFact, encode
from quoth.pipeline import (
    Parts,
    ask,
    check_stored,
    composing,
    forget,
    ingest,
    read_for,
    source,
    stored_page,
)
from tests.unit.pipeline.elbow import KNEE, pack_file


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
