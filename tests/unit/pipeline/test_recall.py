"""What was read of a library is read once, and never after the library has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from quoth.library import keep, passages
from quoth.model import (
    Candidate,
    Fidelity,
    Form,
    Ids,
    Notice,
    NoticeKind,
    NoticeList,
    Record,
    RecordId,
    Report,
    RetractionState,
    Standing,
    make_rendition,
)
from quoth.pipeline.recall import Recall
from quoth.store import MemoryStore


def report(number: int = 1, words: str = "Pain fell in both groups.") -> Report:
    """A report with one abstract."""
    record = Record(RecordId(f"r{number}"), f"Trial {number} of braces", Ids(pmid=str(number), pack=f"knee/r{number}"))
    return Report(record, (make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, words, origin="PubMed XML"),))


@contextmanager
def counted(store: MemoryStore, monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[list[Any]]:
    """Calls of one method of the store, as they come."""
    calls: list[Any] = []
    real = getattr(store, name)

    def method(*arguments: Any) -> Any:
        calls.append(arguments)
        return real(*arguments)

    monkeypatch.setattr(store, name, method)
    yield calls


def filled(*reports: Report) -> MemoryStore:
    """A library in memory."""
    store = MemoryStore()
    for one in reports:
        keep(one, store)
    return store


def test_what_is_asked_for_again_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second question on the same sources costs the store nothing."""
    store = filled(report())
    recall = Recall(store, store.revision())
    record_id = recall.pack_record("knee/r1")
    assert record_id is not None
    with counted(store, monkeypatch, "records_by_id") as reads:
        assert recall.records_by_id([record_id]) == recall.records_by_id([record_id])
    assert len(reads) == 1
    with counted(store, monkeypatch, "renditions") as reads:
        assert recall.renditions(record_id) == recall.renditions(record_id) != ()
    assert len(reads) == 1
    with counted(store, monkeypatch, "find_all") as reads:
        assert recall.pack_record("knee/r1") == record_id
        assert recall.pack_record("knee/none") is recall.pack_record("knee/none") is None
    assert len(reads) == 1


def test_the_sentences_of_a_text_are_laid_out_once() -> None:
    """Two questions that come to one text read the very same passages of it."""
    held = report(words="Pain fell in both groups. Nobody was harmed.")
    store = filled(held)
    recall = Recall(store, store.revision())
    text = next(store.iter_renditions()).rendition
    candidate = Candidate(held.record, text, Standing(), 0, len(text.text), 1.0, 1)

    assert passages(candidate) == recall.passages(candidate)
    assert recall.passages(candidate) is recall.passages(candidate)
    assert 2 == len(recall.passages(candidate))


def test_only_what_is_missing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many texts, those at hand stay at hand; the order is the one asked for, and unknown ids are left out."""
    store = filled(report(1), report(2, "Pain rose."))
    one, two = (held.rendition.id for held in store.iter_renditions())
    recall = Recall(store, store.revision())
    recall.renditions_by_id([two])
    with counted(store, monkeypatch, "renditions_by_id") as reads:
        assert list(recall.renditions_by_id([one, two])) == [one, two]
    assert reads == [([one],)]
    assert recall.records_by_id([RecordId("nobody")]) == {}


def test_a_retraction_is_seen_by_the_next_recall() -> None:
    """Standings are those of one revision; a notice makes another one."""
    store = filled(report())
    before = store.revision()
    (record,) = store.iter_records()
    recall = Recall(store, before)
    assert recall.standings([record])[record.id].retraction is RetractionState.NOT_CHECKED
    store.put_notices([Notice(NoticeKind.RETRACTION, Ids(pmid="1"), source="a list")])
    store.put_notice_list(NoticeList("a list", date(2026, 1, 2), "pmid"))
    assert store.revision() > before
    later = Recall(store, store.revision())
    assert later.standings([record])[record.id].retraction is RetractionState.YES


def test_texts_let_go_for_want_of_room_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is bounded, and being let go changes nothing but the time it takes."""
    monkeypatch.setattr("quoth.pipeline.recall._TEXT_CHARS", 1)
    store = filled(*(report(number, f"Pain fell by {number}.") for number in range(1, 9)))
    recall = Recall(store, store.revision())
    held = [text.rendition.id for text in store.iter_renditions()]
    assert [recall.renditions_by_id([one])[one].rendition.id for one in (*held, *held)] == [*held, *held]
