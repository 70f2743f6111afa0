"""Addresses as people and browsers ask for them: with a slash too many, and for the sign of the site."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("/library/", "/library"),
        ("/policy//", "/policy"),
        ("/library/?kind=guideline&page=2", "/library?kind=guideline&page=2"),
    ],
)
def test_a_slash_too_many_leads_to_the_page(client: TestClient, typed: str, plain: str) -> None:
    """What was asked for comes along."""
    for method in ("GET", "HEAD"):
        reply = client.request(method, typed)
        assert (308, plain) == (reply.status_code, reply.headers["location"])
    assert client.get(plain.partition("?")[0]).status_code == 200


@pytest.mark.parametrize(
    "typed", ["//evil.example/", "///evil.example//", "/\\evil.example/", "/%5cevil.example/", "/%0d%0aX:1/"]
)
def test_nobody_is_led_to_another_site(client: TestClient, typed: str) -> None:
    """A browser takes what begins with two slashes for another host."""
    reply = client.get(f"http://localhost{typed}")

    assert reply.status_code == 404 or reply.headers["location"].startswith(("/%5C", "/%0D"))


def test_a_form_is_not_sent_on(client: TestClient) -> None:
    """What was sent to an address that takes nothing is not sent to another."""
    assert client.post("/ask/", data={"question": "x"}).status_code in (404, 405)


def test_the_sign_is_where_browsers_look_for_it(client: TestClient) -> None:
    """No line in the log for a page that is missing."""
    reply = client.get("/favicon.ico")

    assert (200, "image/svg+xml") == (reply.status_code, reply.headers["content-type"])
    assert client.get("/static/quoth.svg").content == reply.content
