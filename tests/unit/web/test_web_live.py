"""Searching beyond the library in a browser: shown first, sent on a click, followed without scripts, told at last."""

import logging
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from quoth.live import Live
from quoth.pipeline import Parts, add_watch, run_watches
from quoth.web import create_app
from quoth.wiring import open_parts
from tests.standins.server import StandIn
from tests.unit.live.live_factories import brisk, settings_at, stand_in

QUESTION = "Please tell me: does zorbaline help glimmer knee?"
FORM = {"origin": "http://localhost"}


@pytest.fixture(scope="module")
def running() -> Iterator[StandIn]:
    """The services."""
    with stand_in() as service:
        yield service


@pytest.fixture
def service(running: StandIn) -> StandIn:
    """The services, behaving, with nothing remembered."""
    running.faults.clear()
    running.asked.clear()
    return running


def served(service: StandIn, home: Path, **given: str) -> Iterator[tuple[TestClient, Parts]]:
    """A browser on the pages of an empty library."""
    settings = settings_at(service.url, home, index="memory", **given)
    with open_parts(settings) as parts:
        parts.live = Live(settings, make_door=brisk)
        with TestClient(create_app(parts), base_url="http://localhost", follow_redirects=False) as client:
            yield client, parts


@pytest.fixture
def client(service: StandIn, tmp_path: Path) -> Iterator[TestClient]:
    """A browser, every source switched on."""
    for made, _ in served(service, tmp_path):
        yield made


def asked(client: TestClient, question: str = QUESTION) -> str:
    """Ask, and wait for the page. Returns its address."""
    reply = client.post("/ask", data={"question": question}, headers=FORM)
    assert 303 == reply.status_code, reply.text
    while reply.headers.get("location", "").startswith("/asking/"):
        address = reply.headers["location"]
        time.sleep(0.05)
        reply = client.get(address)
        if reply.status_code == 200:
            reply.headers["location"] = address
    return str(reply.headers["location"])


def finished(client: TestClient, address: str) -> str:
    """The page of a search once it is done."""
    for _ in range(400):
        page = client.get(address).text
        if "data-events" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("the search did not end")


def started(client: TestClient, answer: str, words: str) -> str:
    """Begin a search for a page. Returns the address of its progress."""
    reply = client.post("/live/start", data={"answer": answer.rpartition("/")[2], "words": words}, headers=FORM)
    assert 303 == reply.status_code, reply.text
    return str(reply.headers["location"])


def test_a_page_without_an_answer_offers_a_search_that_is_shown_first(client: TestClient, service: StandIn) -> None:
    """The button leads to the words, editable, and nothing has been sent by then."""
    answer = asked(client)
    page = client.get(answer).text
    assert "Search PubMed for this" in page
    plan = client.post("/live/plan", data={"answer": answer.rpartition("/")[2]}, headers=FORM).text
    assert re.search(r"<textarea[^>]*name=\"words\"[^>]*>\(zorbaline\) AND \(glimmer knee\)", plan)
    assert "Only these words leave this machine" in plan
    assert [] == service.asked


def test_a_search_leads_to_an_answer_in_the_words_of_the_evidence(client: TestClient, service: StandIn) -> None:
    """Progress, then counts, what was sent, and the answer; no question in any address."""
    job = started(client, asked(client), "(zorbaline) AND (glimmer knee)")
    page = finished(client, job)
    assert "The search is done" in page
    assert "41 of 41 abstracts are in the library" in page
    found = re.search(r'href="(/answer/[\w-]+)">Open the answer<', page)
    assert found
    shown = client.get(found[1]).text
    assert "practice guideline" in shown
    assert "Please" not in " ".join(str(each.form) for each in service.asked)
    assert not {"zorbaline", "glimmer"} & set(re.split(r"\W+", job + found[1]))


def test_words_that_a_reader_changed_are_the_words_that_go(client: TestClient, service: StandIn) -> None:
    """What is shown in the box is what is sent."""
    finished(client, started(client, asked(client), "glimmer AND cohort"))
    terms = {each.form["term"] for each in service.asked if "term" in each.form}
    assert terms
    assert all("glimmer AND cohort" in term and "zorbaline" not in term for term in terms)


def test_progress_comes_as_events_and_without_a_script(client: TestClient) -> None:
    """A script gets events; a browser without one refreshes a page that says the same."""
    job = started(client, asked(client), "zorbaline")
    first = client.get(job).text
    assert '<meta http-equiv="refresh"' in first or "The search is done" in first
    with client.stream("GET", f"{job}/events") as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        text = "".join(reply.iter_text())
    assert "event: step" in text
    assert text.rstrip().endswith("data: {}")


def test_a_search_that_comes_short_says_so_on_its_page(client: TestClient, service: StandIn) -> None:
    """A failure is told in words, with a way on, and the answer is what the library gives."""
    service.faults.plan("500", "efetch")
    page = finished(client, started(client, asked(client), "zorbaline"))
    assert "not everything came" in page
    assert "could not be fetched" in page
    assert "Try again" in page
    service.faults.clear()
    service.faults.plan("rate-limit", "esearch")
    page = finished(client, started(client, asked(client), "glimmer knee"))
    assert "could not be searched" in page


def test_nothing_is_offered_or_sent_where_no_source_is_on(service: StandIn, tmp_path: Path) -> None:
    """As installed, there is no button, and a forged form is refused."""
    for client, _ in served(service, tmp_path, pubmed="no"):
        answer = asked(client)
        assert "Search PubMed" not in client.get(answer).text
        reply = client.post("/live/plan", data={"answer": answer.rpartition("/")[2]}, headers=FORM)
        assert 403 == reply.status_code
        page = finished(client, started(client, answer, "zorbaline"))
        assert "did not work" in page
    assert [] == service.asked


def test_with_always_the_answer_comes_without_a_click(service: StandIn, tmp_path: Path) -> None:
    """An operator can decide that every thin page is searched for at once; a failure leaves the page as it was."""
    for client, _ in served(service, tmp_path / "a", live="always"):
        assert "practice guideline" in client.get(asked(client)).text
    service.faults.plan("500")
    for client, _ in served(service, tmp_path / "b", live="always"):
        assert "No answer" in client.get(asked(client)).text


def test_an_unknown_search_and_an_unknown_page_are_not_found(client: TestClient) -> None:
    """A job ends with the process; its page says what to do."""
    assert 404 == client.get("/live/nothing").status_code
    assert 404 == client.post("/live/start", data={"answer": "nothing", "words": "x"}, headers=FORM).status_code


def test_a_form_from_another_site_starts_no_search(client: TestClient, service: StandIn) -> None:
    """A hostile page must not make this machine ask anything of anybody."""
    answer = asked(client).rpartition("/")[2]
    reply = client.post(
        "/live/start", data={"answer": answer, "words": "x"}, headers={"origin": "https://evil.example"}
    )
    assert 403 == reply.status_code
    assert [] == service.asked


def test_no_search_word_reaches_the_log(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """The access log holds patterns and times."""
    caplog.set_level(logging.DEBUG)
    finished(client, started(client, asked(client), "zorbaline"))
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("quoth")]
    assert ours
    assert not any("zorbaline" in line or "glimmer" in line for line in ours)


def test_what_is_new_has_a_page_and_a_feed(service: StandIn, tmp_path: Path) -> None:
    """Topics, digests, the answers touched; empty states say how to begin."""
    for client, parts in served(service, tmp_path):
        assert "Nothing is watched" in client.get("/watch").text
        watch = add_watch("zorbaline <b>for</b> glimmer knee", parts)
        assert "No run has brought anything yet" in client.get("/watch").text
        run_watches(parts)
        page = client.get(f"/watch/{watch.id}").text
        assert "40 new" in page
        assert "<b>for</b>" not in page
        feed = client.get("/watch/feed.atom")
        assert feed.headers["content-type"].startswith("application/atom+xml")
        assert b"40 new" in feed.content
        assert 404 == client.get("/watch/other").status_code
