"""A guideline by hand through the pages: its facts in a form, by file or by name; and how its licence is kept to."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from quoth.library import standings
from quoth.model import Design, Record
from quoth.pipeline import Parts
from quoth.web import create_app
from tests.unit.pipeline.carried import GUIDE, library

FACTS = {
    "title": "Patellofemoral pain: a guideline", "issuer": "Knee Society", "year": "2025", "kind": "guideline",
    "doi": "10.1000/guide", "supersedes": "10.1000/older, 12345678", "conditions": "patellofemoral pain; knee pain",
    "licence": "All rights reserved", "quote": "words", "quote_words": "12", "status": "draft",
}  # fmt: skip


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """An empty library."""
    with library(tmp_path) as opened:
        yield opened


@pytest.fixture
def client(parts: Parts) -> Iterator[TestClient]:
    """A browser on this machine."""
    app = create_app(parts, hosts=["ward.example"])
    with TestClient(app, base_url="http://localhost", client=("127.0.0.1", 5000), follow_redirects=False) as made:
        yield made


def sent(client: TestClient, data: dict[str, str], *files: str) -> str:
    """Send the form, and wait for its job. Returns the page of the job."""
    reply = client.post(
        "/library/add", data=data, files=[("files", (f"g{n}.html", text)) for n, text in enumerate(files)]
    )
    assert 303 == reply.status_code, reply.text
    for _ in range(200):
        page = client.get(reply.headers["location"]).text
        if "library: done" in page or "library: failed" in page:
            return page
        time.sleep(0.05)
    raise AssertionError(page)


def guide(parts: Parts) -> Record:
    """What was added."""
    (record,) = parts.store.iter_records()
    return record


def test_a_file_is_added_with_the_facts_of_the_form(client: TestClient, parts: Parts) -> None:
    """Who speaks, when, what it takes the place of, how much may be quoted."""
    sent(client, FACTS, GUIDE)
    record = guide(parts)

    assert (FACTS["title"], "Knee Society", 2025) == (record.title, record.issuer, record.published.year)
    assert record.design is Design.GUIDELINE
    assert ("patellofemoral pain", "knee pain") == record.conditions
    assert "All rights reserved; quote 12 words" == record.licence
    assert "A draft: it may still change." in [doubt.text for doubt in record.doubts]
    assert {"10.1000/older", "12345678"} == {n.target.doi or n.target.pmid for n in parts.store.iter_notices()}


def test_a_withdrawn_document_is_marked_so(client: TestClient, parts: Parts) -> None:
    """What is kept for the record must not look like what holds."""
    sent(client, {"title": "An old guideline on knees", "issuer": "Knee Society", "status": "withdrawn"}, GUIDE)

    assert not standings((guide(parts),), parts.store)[guide(parts).id].usable


@pytest.mark.parametrize(
    ("data", "files", "words"),
    [
        ({}, 0, "nothing was named"),
        ({"year": "last"}, 1, "is no year"),
        ({"year": "20²5"}, 1, "is no year"),
        ({"quote": "words", "quote_words": "2²"}, 1, "was not given"),
        ({"quote": "words"}, 1, "was not given"),
        ({"title": "One title"}, 2, "several files"),
        ({"names": "10.1000/x"}, 1, "given together"),
    ],
)
def test_what_cannot_be_used_is_told_at_once(
    client: TestClient, parts: Parts, data: dict[str, str], files: int, words: str
) -> None:
    """And nothing is added."""
    reply = client.post("/library/add", data=data, files=[("files", (f"g{n}.html", GUIDE)) for n in range(files)])

    assert 422 == reply.status_code
    assert words in reply.text
    assert 0 == parts.store.counts().records


def test_a_value_that_its_reader_refuses_is_told_by_the_job(client: TestClient, parts: Parts) -> None:
    """A DOI that is none."""
    assert "is none" in sent(client, FACTS | {"doi": "not a doi"}, GUIDE)
    assert 0 == parts.store.counts().records


@pytest.mark.parametrize("name", ["https://guidelines.example/knee.html", "PMID:12345678", "http://127.0.0.1/x"])
def test_a_name_needs_a_source_or_host_that_is_allowed(client: TestClient, parts: Parts, name: str) -> None:
    """Nothing is asked of the network before an operator said so, and the page says which setting it is."""
    page = client.get("/library/add").text
    told = sent(client, {"names": name})

    assert "setting add_hosts" in page
    assert "failed" in told
    assert "add_hosts" in told or "pubmed" in told
    assert 0 == parts.store.counts().records


def test_a_limited_text_is_not_shown_whole_to_readers(client: TestClient, parts: Parts) -> None:
    """The source's page says how much may be quoted; a passage within the limit stands alone; an editor sees it all."""
    sent(client, FACTS, GUIDE)
    record = guide(parts)
    text = parts.store.renditions(record.id)[0].rendition
    start = text.text.index("Offer exercise")
    end = text.text.index(".", start) + 1
    with TestClient(create_app(parts, hosts=["ward.example"]), base_url="http://ward.example") as reader:
        source = reader.get(f"/source/{record.id}").text
        passage = reader.get(f"/passage/{text.id}/{start}-{end}").text
        everything = reader.get(f"/passage/{text.id}/0-{len(text.text)}").text

    assert "at most 12 words a page" in source
    assert "Offer exercise" not in source
    assert "Offer exercise" in passage
    assert "panel suggests" not in passage
    assert "Offer exercise" not in everything
    assert "Offer exercise" in client.get(f"/source/{record.id}").text
