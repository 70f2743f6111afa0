"""The page of reports that are held twice: for editors alone, with an act for each pair."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from quoth.library import keep
from quoth.pipeline import Parts, rebuild_index
from quoth.web import create_app
from tests.unit.library.library_factories import report
from tests.unit.pipeline.carried import library

PAGE = "/library/duplicates"


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """One report under two PMIDs, its title hostile."""
    with library(tmp_path) as opened:
        for pmid in ("1", "2"):
            found = report(pmid=pmid, doi="10.1000/x", title="A <b>trial</b> of exercise & rest for sore knees")
            keep(found, opened.store)
        rebuild_index(opened)
        yield opened


@pytest.fixture
def client(parts: Parts) -> Iterator[TestClient]:
    """A browser on this machine."""
    app = create_app(parts)
    with TestClient(app, base_url="http://localhost", client=("127.0.0.1", 5000), follow_redirects=False) as made:
        yield made


def test_a_pair_is_shown_merged_and_undone(client: TestClient, parts: Parts) -> None:
    """Reasons stand beside it, what a source says is text, and each act leads back to the page."""
    shown = client.get(PAGE).text
    assert "both carry DOI 10.1000/x" in shown
    assert "<b>trial</b>" not in shown
    merged = client.post(PAGE, data={"act": "merge", "one": "pmid-1", "other": "pmid-2", "why": "one <i>report</i>"})
    after = client.get(PAGE).text
    undone = client.post(PAGE, data={"act": "undo", "one": "pmid-2"})

    assert (303, 303) == (merged.status_code, undone.status_code)
    assert "No source looks as if it were held twice" in after
    assert "one &lt;i&gt;report" in after
    assert 2 == parts.store.counts().records


def test_a_pair_that_is_held_apart_is_gone_from_the_page(client: TestClient) -> None:
    """And an act that is none is told so."""
    client.post(PAGE, data={"act": "apart", "one": "pmid-1", "other": "pmid-2"})

    assert "No source looks as if it were held twice" in client.get(PAGE).text
    assert 422 == client.post(PAGE, data={"act": "burn", "one": "pmid-1"}).status_code
    assert 404 == client.post(PAGE, data={"act": "merge", "one": "pmid-1", "other": "nothing"}).status_code


def test_readers_from_elsewhere_merge_nothing(parts: Parts) -> None:
    """Reading stays open; changing the library does not."""
    with TestClient(create_app(parts, hosts=["ward.example"]), base_url="http://ward.example") as far:
        assert 403 == far.get(PAGE).status_code
        assert 403 == far.post(PAGE, data={"act": "merge", "one": "pmid-1", "other": "pmid-2"}).status_code
    assert 2 == parts.store.counts().records
