"""What a hostile page, machine or reader cannot do."""

import logging
import re
import socket

import pytest
from starlette.testclient import TestClient

from quoth import pipeline
from quoth.errors import BadInput, LibraryBusy, LibraryDamaged
from quoth.model import Answer, Fault, FaultKind, Verdict
from quoth.web import create_app, serve
from quoth.web.guard import BODY_MAX_BYTES, allowed_hosts
from tests.unit.web.fake_library import Library, parts_of

SECRET = "is my wife's HIV test reliable"


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/quoth.css", "/healthz", "/library"])
def test_every_reply_carries_the_safe_headers(client: TestClient, path: str) -> None:
    """Errors and static files included."""
    headers = client.get(path).headers

    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/quoth.css", "/healthz", "/answer/kept", "/ask"])
def test_head_is_answered_as_get_without_a_body(client: TestClient, library: Library, page: Answer, path: str) -> None:
    """Monitors and proxies ask so; the reply says the same of the page, and the log names its route."""
    library.pages["kept"] = page

    whole, head = client.get(path), client.head(path)

    assert (whole.status_code, whole.headers["content-type"]) == (head.status_code, head.headers["content-type"])
    assert b"" == head.content


def test_the_log_says_which_page_a_head_was_for(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """As it does for a page that was fetched."""
    with caplog.at_level(logging.INFO, "quoth.web"):
        client.head("/healthz")

    assert any(line.startswith("HEAD /healthz 200") for line in caplog.messages)


def test_answers_are_never_cached(client: TestClient, library: Library, page: Answer) -> None:
    """A shared computer keeps no copy."""
    library.pages["kept"] = page

    assert client.get("/answer/kept").headers["cache-control"] == "no-store"


def test_no_page_has_an_inline_script_style_or_handler(client: TestClient, library: Library, page: Answer) -> None:
    """The policy would stop them; nothing of ours may depend on them."""
    library.pages["kept"] = page

    for path in ("/", "/answer/kept", "/library", "/policy", "/source/rec/1", "/nothing"):
        text = client.get(path).text
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)", text)
        assert not re.search(r"<[^>&]+\son\w+=", text)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 303),
        ({"origin": "http://localhost"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "http://localhost.evil.example"}, 403),
        ({"origin": "http://localhost:9"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "http://localhost"}, 403),
    ],
)
def test_forms_from_other_sites_are_refused(
    client: TestClient, library: Library, headers: dict[str, str], status: int
) -> None:
    """A page elsewhere cannot make this library answer or forget."""
    assert client.post("/ask", data={"question": "x"}, headers=headers).status_code == status
    assert len(library.asked) == (status == 303)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8484", 200),
        ("LOCALHOST", 200),
        ("127.0.0.1:1", 200),
        ("[::1]:8484", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
        ("192.168.0.9", 400),
        ("", 400),
    ],
)
def test_only_this_machines_names_are_answered(client: TestClient, host: str, status: int) -> None:
    """A name that was rebound to this machine gets nothing."""
    assert client.get("/", headers={"host": host}).status_code == status


def test_listening_everywhere_answers_addresses_and_given_names_but_no_others() -> None:
    """A name can be rebound, an address cannot."""
    hosts = allowed_hosts("0.0.0.0", ["kb.hospital.example"])  # noqa: S104 - compared, not bound

    assert hosts.include("192.168.0.9:8484")
    assert hosts.include("[fe80::1]:80")
    assert hosts.include("kb.hospital.example")
    assert not hosts.include("evil.example")
    assert not allowed_hosts("10.0.0.1").include("10.0.0.2")


def test_a_body_beyond_the_limit_is_refused_however_it_is_sent(client: TestClient, library: Library) -> None:
    """With a declared length or without one."""
    big = b"question=" + b"x" * BODY_MAX_BYTES
    form = {"content-type": "application/x-www-form-urlencoded"}

    assert client.post("/ask", content=big, headers=form).status_code == 413
    assert client.post("/ask", content=iter([big[:1000], big[1000:]]), headers=form).status_code == 413
    assert client.post("/ask", content=b"x", headers={**form, "content-length": "-1"}).status_code == 413
    assert not library.asked


def test_no_question_reaches_the_log(client: TestClient, library: Library, caplog: pytest.LogCaptureFixture) -> None:
    """Neither from a form, nor typed into an address, nor through an error."""
    caplog.set_level(logging.DEBUG)
    client.post("/ask", data={"question": SECRET})
    client.get("/", params={"q": SECRET})
    client.get(f"/{SECRET}")
    client.get("/answer/id-1")
    client.post("/library", data={"text": SECRET})
    library.fail = RuntimeError(f"could not read {SECRET}")
    client.post("/ask", data={"question": SECRET})

    lines = [record.getMessage() for record in caplog.records if record.name.startswith("quoth")]
    assert any(line.startswith("POST /ask 303") for line in lines)
    assert any(line.startswith("GET /answer/{name} 200") for line in lines)
    assert any(line.startswith("RuntimeError at ") for line in lines)
    assert all(record.exc_info is None for record in caplog.records if record.name.startswith("quoth"))
    assert not any("HIV" in line for line in lines)


@pytest.mark.parametrize(
    ("fault", "status", "shown"),
    [
        (LibraryBusy("Another process is writing."), 503, "Another process is writing."),
        (LibraryDamaged("The index cannot be read."), 500, "The index cannot be read."),
        (RuntimeError("secret detail"), 500, "Something went wrong"),
    ],
)
def test_errors_become_pages(client: TestClient, library: Library, fault: Exception, status: int, shown: str) -> None:
    """What a person can mend is told; what is our bug shows no detail."""
    library.fail = fault

    reply = client.post("/ask", data={"question": "x"})

    assert reply.status_code == status
    assert shown in reply.text
    assert "secret detail" not in reply.text


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/ask"), ("POST", "/"), ("DELETE", "/answer/x"), ("PUT", "/library")]
)
def test_a_wrong_method_gets_a_page(client: TestClient, method: str, path: str) -> None:
    """Typing the address of a form leads on, not to a blank page."""
    reply = client.request(method, path)

    assert reply.status_code == 405
    assert "Not possible here" in reply.text


def test_a_page_that_no_longer_passes_the_checker_is_withheld(
    client: TestClient, library: Library, page: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kept page is checked anew; when the library has moved on, its rows are not shown in any form."""
    fault = Fault(FaultKind.UNMARKED_RETRACTION, "s2", "retracted since")
    monkeypatch.setattr(pipeline, "stored_page", lambda *_: pipeline.Outcome(page, Verdict("kept", 2, (fault,))))

    for ending in ("", ".md", ".json", ".html"):
        text = client.get(f"/answer/kept{ending}").text
        assert "retracted since" in text
        assert "Pain fell" not in text


def test_a_taken_port_is_told_in_words(library: Library) -> None:
    """An operator learns what to do, without a traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(BadInput, match="Choose another port"):
            serve(parts_of(library), "127.0.0.1", taken.getsockname()[1])


def test_no_schema_or_console_is_served(client: TestClient) -> None:
    """Pages that would load from elsewhere are off."""
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert client.get(path).status_code == 404


def test_the_configured_host_is_answered(library: Library) -> None:
    """The operator's own address works."""
    app = create_app(parts_of(library, host="10.1.2.3"))
    with TestClient(app, base_url="http://10.1.2.3:8484") as client:
        assert client.get("/").status_code == 200
