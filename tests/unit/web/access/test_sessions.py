"""Sessions, tokens and signing in: nothing planted, nothing kept, no way to another site, no guessing."""

import pytest

from quoth.pipeline import Parts
from quoth.web.visitors import COOKIE
from tests.unit.web.board_site import PASSWORD, Site, site_of


def test_a_token_of_a_program_needs_no_form_token_and_no_cookie(site: Site) -> None:
    """A program cannot be made to send its bearer token by another site."""
    from quoth.pipeline.signing_in import make_token

    _, secret = make_token(site.people["editor"], "script", site.parts)
    client = site.client()
    headers = {"authorization": f"Bearer {secret}"}
    reply = client.post(f"/review/{site.page.id}/withdraw", data={"text": "x"}, headers=headers)

    assert 303 == reply.status_code
    assert "set-cookie" not in reply.headers
    assert 303 == client.get("/account", headers={"authorization": "Bearer quoth_wrong"}).status_code


# --- sessions --------------------------------------------------------------------------------------------------------
def with_password(site: Site, name: str = "editor") -> None:
    """Let somebody sign in by password."""
    from quoth.pipeline.people import change_account

    change_account(site.people[name].id, site.parts, password=PASSWORD)


def test_a_session_that_was_planted_is_not_taken_over(site: Site) -> None:
    """Session fixation: whatever cookie a browser brings to the door, signing in makes a new one and ends the old."""
    with_password(site)
    attacker = site.client("reader")
    planted = attacker.cookies.get(COOKIE)
    victim = site.client()
    victim.cookies.set(COOKIE, planted)
    reply = victim.post("/sign-in", data={"name": "editor", "password": PASSWORD})

    fresh = reply.cookies.get(COOKIE)
    assert fresh
    assert fresh != planted
    assert 303 == attacker.get("/account").status_code
    victim.cookies.clear()
    victim.cookies.set(COOKIE, fresh)
    assert "Dr Editor" in victim.get("/account").text


def test_the_cookie_is_out_of_reach_and_secure_behind_https(filled: Parts) -> None:
    """HttpOnly, SameSite, and Secure where the setting says that pages are reached so."""
    for https in (False, True):
        site = site_of(filled, https=https)
        with_password(site)
        reply = site.client().post("/sign-in", data={"name": "editor", "password": PASSWORD})
        cookie = reply.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert ("secure" in cookie) == https
        assert "set-cookie" not in site.client().get("/").headers


def test_signing_out_ends_the_session_on_the_server(site: Site) -> None:
    """A cookie that was copied before is worth nothing after."""
    editor = site.client("editor")
    copy = editor.cookies.get(COOKIE)
    assert 303 == site.send(editor, "/sign-out").status_code
    thief = site.client()
    thief.cookies.set(COOKIE, copy)

    assert "/sign-in?next=/board" == thief.get("/board").headers["location"]


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/%0d%0aSet-Cookie:x=1\r\nX: y",
        "///evil.example",
        "evil.example",
        "/" + "a" * 400,
        "/évil",
    ],
)
def test_signing_in_never_leads_to_another_site(wanted: str, site: Site) -> None:
    """Open redirect: the way on is a path of this site, or the start page."""
    with_password(site)
    reply = site.client().post("/sign-in", data={"name": "editor", "password": PASSWORD, "next": wanted})

    assert reply.headers.get("location", "/") in ("/", "/%0d%0aSet-Cookie:x=1")
    assert reply.status_code in (303, 422)
    shown = site.client().get("/sign-in", params={"next": wanted}).text
    assert "evil.example" not in shown


def test_a_way_on_within_the_site_is_kept(site: Site) -> None:
    """Who was led to the door comes to where they wanted to go."""
    with_password(site)
    assert "/sign-in?next=/review/x" == site.client().get("/review/x").headers["location"]
    reply = site.client().post("/sign-in", data={"name": "editor", "password": PASSWORD, "next": "/board"})
    assert "/board" == reply.headers["location"]


def test_guessing_passwords_is_slowed_down_by_name(site: Site) -> None:
    """After ten wrong tries the name waits, the right password included; others come in."""
    with_password(site)
    with_password(site, "reviewer")
    client = site.client()
    for _ in range(10):
        assert 401 == client.post("/sign-in", data={"name": "editor", "password": "wrong"}).status_code
    late = client.post("/sign-in", data={"name": "EDITOR ", "password": PASSWORD})
    assert 429 == late.status_code
    assert COOKIE not in late.cookies
    assert 303 == client.post("/sign-in", data={"name": "reviewer", "password": PASSWORD}).status_code


def test_no_reply_to_a_signed_in_visitor_is_cached_or_tells_a_password(site: Site) -> None:
    """A shared computer keeps nothing of the board."""
    with_password(site)
    reply = site.client().post("/sign-in", data={"name": "editor", "password": "wrong " + PASSWORD})
    assert PASSWORD not in reply.text
    assert "no-store" == site.client("editor").get("/board").headers["cache-control"]
