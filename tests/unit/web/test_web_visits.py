"""Threads, waiting, other readers, patients and uploads: what a reader and an editor can do, and what nobody can."""

import io
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from quoth.errors import LibraryBusy
from quoth.pipeline import IngestReport
from quoth.web import create_app
from quoth.web.jobs import Jobs
from quoth.web.visits import Visits
from quoth.web.waiting import Ticket, Waiting
from tests.kept import library_on_disk

KNEE = "What helps knee pain in runners?"
NBIB = b"""PMID- 12345678
TI  - A trial of taping.
AU  - Doe J
AB  - RESULTS: Taping reduced pain in 40 adults.
DP  - 2020
PT  - Randomized Controlled Trial
JT  - Knee

PMID- xx
TI  -
"""


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The starter library on disk."""
    with library_on_disk(tmp_path_factory.mktemp("home"), web_upload_max_mb="1") as opened:
        yield opened


@pytest.fixture
def client(parts: Any) -> Iterator[TestClient]:
    """A browser on this machine."""
    app = create_app(parts)
    with TestClient(app, base_url="http://localhost", follow_redirects=False, client=("127.0.0.1", 5)) as made:
        yield made


def asked(client: TestClient, question: str, **more: str) -> str:
    """The address of the answer."""
    reply = client.post("/ask", data={"question": question, **more})
    return arrived(client, reply.headers["location"])


def arrived(client: TestClient, address: str) -> str:
    """Where one gets by waiting."""
    until = time.monotonic() + 60
    while address.startswith("/asking/") and time.monotonic() < until:
        reply = client.get(address)
        address = reply.headers.get("location", address)
        time.sleep(0.05)
    return address


def job_page(client: TestClient, address: str) -> str:
    """The page of a job when it is done."""
    until = time.monotonic() + 60
    while "data-poll" in (text := client.get(address).text) and time.monotonic() < until:
        time.sleep(0.1)
    return text


def test_a_follow_up_shows_the_way_and_what_it_carried_can_be_taken_away(client: TestClient) -> None:
    """A thread keeps the condition, says so, and lets go of it when told to."""
    first = asked(client, "Does taping the kneecap work?")
    reply = client.post(f"{first}/follow-up", data={"question": "and exercise?"})
    second = arrived(client, reply.headers["location"])

    page = client.get(second).text
    assert f'<li><a href="{first}">Does taping the kneecap work?</a></li>' in page
    assert 'name="concept" value="patellofemoral pain"' in page
    reply = client.post(f"{second}/without", data={"concept": "patellofemoral pain"})
    third = client.get(arrived(client, reply.headers["location"])).text
    assert "Carried over" not in third
    assert "<h1>and exercise?</h1>" in third
    assert client.post(f"{second}/without", data={"concept": "measles"}).status_code == 422


def test_a_reading_is_taken_back_by_a_button_and_by_a_field(client: TestClient) -> None:
    """The page asked again says so and offers the reading again; what does not stand in the question is refused."""
    first = asked(client, "Does taping help my skull when it pounds?")
    assert 'name="words" value="skull … pounds"' in client.get(first).text

    reply = client.post(f"{first}/literally", data={"words": "skull … pounds"})
    second = arrived(client, reply.headers["location"])
    assert "“skull … pounds” literally" in client.get(second).text

    typed = asked(client, "Does taping help my skull when it pounds?", literal="skull … pounds\r\n")
    pages = [client.get(f"{one}.json").json()["page"] for one in (second, typed)]
    assert [["skull … pounds"]] * 2 == [page["question"]["literal"] for page in pages]
    assert pages[0]["method"] == pages[1]["method"]
    assert client.post(f"{first}/literally", data={"words": "elbow"}).status_code == 422
    assert client.post("/ask", data={"question": "knee", "literal": "elbow"}).status_code == 422


def test_what_a_reader_asserts_becomes_no_evidence(client: TestClient) -> None:
    """A follow-up is a question: its claims are in no quotation and no reference of the page."""
    first = asked(client, "Does taping the kneecap work?")
    claim = "zanzibar cream cured my kneecap pain in 9 of 10 people"
    reply = client.post(f"{first}/follow-up", data={"question": claim})

    page = client.get(arrived(client, reply.headers["location"])).text
    said = re.findall(r'class="said [^"]*">(.*?)</(?:p|blockquote)>', page, re.S)
    references = page[page.find('id="references"') :] if 'id="references"' in page else ""
    assert not [words for words in said if "zanzibar" in words]
    assert "zanzibar" not in references[: references.find("</ol>")]


def test_another_reader_gets_the_same_question_in_another_order(client: TestClient) -> None:
    """A role can be changed on the page; each reader's page has its own address and passes the checker."""
    first = asked(client, "Does taping the kneecap work?", role="clinician")
    reply = client.post(f"{first}/as", data={"role": "patient"})
    second = arrived(client, reply.headers["location"])

    page = client.get(second).text
    assert second != first
    assert "Laid out for: patient or carer." in page
    assert page.index('id="safety"') < page.index('id="actions"')
    assert "no fault found" in page
    assert client.post(f"{second}/as", data={"role": "patient"}).headers["location"] == second
    assert client.post(f"{second}/as", data={"role": "wizard"}).status_code == 422


def test_ticks_of_a_form_mark_the_reply_and_nothing_else(client: TestClient, parts: Any) -> None:
    """Without scripts a form marks the rows of one page; no address, cookie or stored thing remembers it."""
    address = asked(client, "What are the interventions for patellofemoral pain?")
    key = re.findall(r'<input type="radio" name="(c\d+)"', client.get(address).text)[0]
    stored = parts.store.answer_ids()

    reply = client.post(f"{address}/patient", data={key: "no", "x": "y" * 999})

    assert reply.status_code == 200
    assert "Does not apply to this patient" in reply.text
    assert "set-cookie" not in reply.headers
    assert reply.headers["cache-control"] == "no-store"
    assert "Does not apply to this patient" not in client.get(address).text
    assert parts.store.answer_ids() == stored


def test_a_thread_is_kept_only_on_request_and_can_be_deleted(client: TestClient, parts: Any) -> None:
    """Keeping makes an address that nobody can guess, with a last day; deleting takes the pages along."""
    first = asked(client, "Does taping the kneecap work?")
    second = arrived(client, client.post(f"{first}/follow-up", data={"question": "harms?"}).headers["location"])

    thread = client.post(f"{second}/keep", data={"days": "9999"})
    assert thread.status_code == 422
    thread = client.post(f"{second}/keep", data={"days": "365"}).headers["location"]
    page = client.get(thread).text
    assert len(thread.rsplit("/", 1)[1]) >= 22
    assert "A thread of 2 questions" in page
    assert first in page
    assert client.get("/thread/guess").status_code == 404
    assert client.post(f"{thread}/delete").status_code == 200
    assert client.get(thread).status_code == 404
    assert client.get(first).status_code == 404


def test_visits_lead_back_in_order_and_end_by_themselves() -> None:
    """Only ids are remembered, and not for longer than a visit."""
    now = [0.0]
    visits = Visits(clock=lambda: now[0])
    visits.follow("b", "a")
    visits.follow("c", "b")
    visits.replace("c2", "c")

    assert visits.before("c") == visits.before("c2") == ("a", "b")
    visits.forget("b")
    assert visits.before("c") == ("a",)
    now[0] = 9 * 3600.0
    assert visits.before("c") == ()


def test_a_slow_answer_gives_a_ticket_and_a_quick_one_does_not() -> None:
    """A reader of a slow answer sees how far it is; what goes wrong meanwhile is told where it is asked for."""
    gate = threading.Event()

    def slow(told: Any) -> str:
        told("understood", 3)
        gate.wait(10)
        return "id"

    waiting = Waiting(patience_s=0.05)
    assert waiting.begin(lambda _: "quick") == "quick"
    ticket = waiting.begin(slow)
    assert isinstance(ticket, Ticket)
    assert ticket.steps == [("understood", 3)]
    assert waiting.ask(ticket.id) is ticket
    gate.set()
    ticket.future.result(10)
    assert waiting.ask(ticket.id) == "id"
    waiting.close()


def test_an_upload_is_read_in_the_background_and_every_refusal_has_its_reason(client: TestClient, parts: Any) -> None:
    """A file's records are added or refused one by one; its kind comes from its content, its name is only shown."""
    name = '../../etc/<script>alert(1)</script>.nbib"'
    files = [("files", (name, io.BytesIO(NBIB))), ("files", ("x.xml", io.BytesIO(b"<nonsense/>")))]
    before = parts.store.counts().records

    reply = client.post("/library/add", files=files)
    page = job_page(client, reply.headers["location"])

    assert "it has neither a PMID nor a title" in page
    assert "is in no format that is known here" in page
    assert "<script>alert" not in page
    assert parts.store.counts().records == before + 1
    assert not list(Path("/etc").glob("*alert*"))
    source = client.get("/source/12345678").text
    assert "A trial of taping." in source
    assert "No kept answer shows it." in source


def test_a_source_tells_where_it_is_used_and_whose_questions_only_to_editors(client: TestClient, parts: Any) -> None:
    """How often a source is used is for everybody; what others asked is not."""
    address = asked(client, "Does taping the kneecap work?")
    references = client.get(address).text.partition('id="references"')[2]
    record = re.findall(r'href="(/source/[^"]+)"', references)[0]

    assert address in client.get(record).text
    away = client.get(record, headers={"x-forwarded-for": "10.0.0.9"}).text
    assert "kept answer" in away
    assert address not in away
    assert "Does taping the kneecap work?" not in away


@pytest.mark.parametrize("path", ["/library/add", "/job/x"])
@pytest.mark.parametrize("away", [{"x-forwarded-for": "1.2.3.4"}, {"via": "1.1 proxy"}, {"forwarded": "for=1.2.3.4"}])
def test_nobody_from_elsewhere_writes(client: TestClient, path: str, away: dict[str, str]) -> None:
    """Behind a proxy everybody comes from this machine: that is not enough to change the library."""
    assert client.get(path, headers=away).status_code == 403
    if path == "/library/add":
        assert client.post(path, files={"files": ("a.nbib", NBIB)}, headers=away).status_code == 403


def test_a_reader_on_the_network_is_told_that_adding_is_not_for_them(parts: Any) -> None:
    """Another machine can ask and read, and nothing else."""
    app = create_app(parts, host="0.0.0.0")  # noqa: S104 - not bound
    with TestClient(app, base_url="http://10.0.0.1", client=("10.0.0.2", 5)) as away:
        assert away.get("/").status_code == 200
        assert away.post("/library/add", files={"files": ("a.nbib", NBIB)}).status_code == 403
        assert "/library/add" not in away.get("/library").text


def test_an_upload_larger_than_the_setting_is_refused(client: TestClient) -> None:
    """By what it says, and by what it sends when it says nothing or less."""
    large = b"x" * (3 << 20)

    assert client.post("/library/add", files={"files": ("big.nbib", large)}).status_code == 413

    def pieces() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'
        for _ in range(48):
            yield b"x" * (1 << 16)

    reply = client.post("/library/add", content=pieces(), headers={"content-type": "multipart/form-data; boundary=b"})
    assert reply.status_code in (400, 413)


def test_an_empty_upload_is_told_what_to_do(client: TestClient) -> None:
    """A form without a file gets words."""
    reply = client.post("/library/add", files={"files": ("", b"")})

    assert reply.status_code == 422
    assert "No file was chosen" in reply.text


def test_a_busy_library_is_waited_for(monkeypatch: pytest.MonkeyPatch, parts: Any) -> None:
    """Another writer delays a job; it does not end it."""
    tries = []
    monkeypatch.setattr("quoth.web.jobs.time.sleep", lambda _: None)

    def work(_: Any) -> IngestReport:
        tries.append(1)
        if len(tries) < 3:
            raise LibraryBusy("busy")
        return IngestReport((), "0" * 16, 0.1)

    jobs = Jobs(parts)
    job = jobs.add(("x",), work)
    until = time.monotonic() + 10
    while not job.ended and time.monotonic() < until:
        pass
    assert (job.state, len(tries)) == ("done", 3)
