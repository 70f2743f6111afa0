"""Signing in with the organisation's own provider, against a stand-in that checks what a real one checks."""

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from quoth.errors import BadInput
from quoth.identity import Provider
from quoth.model import Office
from quoth.pipeline import Parts
from quoth.pipeline import people as who
from quoth.web.visitors import COOKIE
from tests.unit.web.board_site import Site, site_of, starter_library
from tests.unit.web.oidc_provider import CLIENT, SECRET, StandIn, standing_in


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library, filled once."""
    with starter_library(str(tmp_path_factory.mktemp("site"))) as parts:
        yield parts


@pytest.fixture(scope="module")
def running() -> Iterator[StandIn]:
    """The provider."""
    with standing_in() as made:
        yield made


@pytest.fixture
def provider(running: StandIn) -> StandIn:
    """The provider, behaving."""
    running.fault = ""
    running.person = {"sub": "4711", "preferred_username": "jane.doe", "name": "Dr Jane Doe"}
    return running


@pytest.fixture
def site(filled: Parts, provider: StandIn) -> Site:
    """A site that trusts it."""
    return site_of(filled, oidc_issuer=provider.issuer, oidc_client_id=CLIENT, oidc_client_secret=SECRET)


def signed_in(site: Site, wanted: str = "/account") -> Any:
    """Out to the provider and back. Returns the last reply and the browser."""
    browser = site.client()
    out = browser.get("/sign-in/elsewhere", params={"next": wanted})
    assert 303 == out.status_code, out.text
    there = httpx2.get(out.headers["location"], follow_redirects=False)
    assert 302 == there.status_code, there.text
    back = there.headers["location"].removeprefix("http://localhost")
    return browser.get(back, headers={"accept": "application/json"}), browser


def test_somebody_new_becomes_a_reader_and_is_known_again(site: Site) -> None:
    """The first sign-in makes an account with no office but reading; the next one finds it."""
    reply, browser = signed_in(site)
    assert (303, "/account") == (reply.status_code, reply.headers["location"])
    assert "Dr Jane Doe" in browser.get("/account").text
    signed_in(site)

    (made,) = [one for one in who.accounts(site.parts) if one.subject]
    assert ("jane.doe", (Office.READER,)) == (made.name, made.offices)
    assert "Sign in with your organisation" in site.client().get("/sign-in").text


def test_a_name_that_is_taken_is_not_taken_over(site: Site, provider: StandIn) -> None:
    """Calling oneself like an editor elsewhere does not make one the editor here."""
    provider.person = {"sub": "666", "preferred_username": "editor", "name": "Dr Editor"}
    reply, browser = signed_in(site)

    assert 303 == reply.status_code
    assert site.people["editor"] == who.account_by_name("editor", site.parts)
    assert 403 == browser.get("/board").status_code


@pytest.mark.parametrize(
    "fault",
    [
        "nonce", "audience", "audiences", "expired", "issuer", "no signature", "our secret", "another key",
        "another issuer", "nobody",
    ],
)  # fmt: skip
def test_a_token_that_does_not_hold_signs_nobody_in(fault: str, site: Site, provider: StandIn) -> None:
    """Signed by their key, for us, now, for this very sign-in: or nothing."""
    if fault == "another issuer":
        provider.fault = fault
        assert 401 == site.client().get("/sign-in/elsewhere", headers={"accept": "application/json"}).status_code
        return
    provider.fault = fault
    reply, _ = signed_in(site)

    assert 401 == reply.status_code
    assert COOKIE not in reply.cookies
    assert not [one for one in who.accounts(site.parts) if one.subject]


def test_an_end_that_belongs_to_another_browser_or_state_is_refused(site: Site) -> None:
    """Nobody can be signed in with somebody else's code, and no code works twice."""
    attacker, victim = site.client(), site.client()
    there = httpx2.get(attacker.get("/sign-in/elsewhere").headers["location"], follow_redirects=False)
    back = there.headers["location"].removeprefix("http://localhost")
    json = {"accept": "application/json"}
    assert 401 == victim.get(back, headers=json).status_code
    victim.get("/sign-in/elsewhere")
    assert 401 == victim.get(back, headers=json).status_code
    assert 303 == attacker.get(back, headers=json).status_code
    assert 401 == attacker.get(back, headers=json).status_code


def test_strangers_can_be_kept_out(filled: Parts, provider: StandIn) -> None:
    """With oidc_new_accounts off only people whom an administrator has let in come in."""
    site = site_of(
        filled,
        oidc_issuer=provider.issuer,
        oidc_client_id=CLIENT,
        oidc_client_secret=SECRET,
        oidc_new_accounts=False,
    )
    assert 401 == signed_in(site)[0].status_code


@pytest.mark.parametrize("issuer", ["http://provider.example", "ftp://x", "provider.example", "javascript:x"])
def test_an_issuer_that_is_not_safe_is_refused(issuer: str) -> None:
    """Names and tokens never travel in the clear."""
    with pytest.raises(BadInput, match="https"):
        Provider(issuer, CLIENT, SECRET)


def test_the_way_on_is_kept_and_never_leads_elsewhere(site: Site) -> None:
    """Open redirect, by this door as well."""
    assert "/" == signed_in(site, "//evil.example")[0].headers["location"]
    assert "/library" == signed_in(site, "/library")[0].headers["location"]
