"""What gets through the door to the network, and what does not."""

import httpx2
import pytest

from quoth.errors import NetworkNotAllowed, SourceFailed
from quoth.http import Request, Rules, host_list, is_public, rules_for
from quoth.http.pace import Pace
from tests.unit.http.http_factories import PUBLIC, answers, door, reply


# --- addresses -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - not bound
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "::7f00:1",
        "ff02::1",
        "no address",
    ],
)
def test_an_address_that_is_not_of_the_open_internet_is_not_public(address: str) -> None:
    """A name may stand at any of these only where an operator said so; IPv4 hidden in IPv6 counts."""
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700:4700::1111"])
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    """Sources live here."""
    assert is_public(address)


def test_a_name_that_stands_at_a_private_address_is_not_asked() -> None:
    """One private address among public ones is enough: nobody chooses which one is taken."""
    handler, asked = answers(reply(200))
    with pytest.raises(NetworkNotAllowed, match="private"):
        door(handler, addresses={"example.org": [PUBLIC, "10.0.0.1"]}).get("https://example.org/x")
    assert [] == asked


def test_a_mirror_in_the_own_network_is_asked_where_an_operator_allows_it() -> None:
    """An institute's mirror works once its name is on the list."""
    handler, asked = answers(reply(200, content=b"ok"))
    mirror = door(handler, addresses={"example.org": ["10.0.0.1"]}, private_hosts=frozenset({"example.org"}))
    assert b"ok" == mirror.get("https://example.org/x").body
    assert "10.0.0.1" == asked[0].url.host


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    """A name that points elsewhere a moment later gains nothing: the checked address is used, under the name."""
    handler, asked = answers(reply(200))
    door(handler).get("https://example.org/a", {"term": "x y"})
    assert (PUBLIC, "example.org", "example.org") == (
        asked[0].url.host,
        asked[0].headers["host"],
        asked[0].extensions["sni_hostname"],
    )


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org/", "addresses that begin with"),
        ("file:///etc/passwd", "addresses that begin with"),
        ("https://evil.example/", "not on the list"),
        ("https://example.org.evil.example/", "not on the list"),
        ("https://user@example.org/", "user name"),
        ("https://example.org:8443/", "port"),
        ("https://example.org:notaport/", "no web address"),
        ("https:///path", "needs a host"),
    ],
)
def test_an_address_outside_the_rules_is_not_asked(url: str, why: str) -> None:
    """Scheme, host, port and user name are all held to the rules."""
    handler, asked = answers(reply(200))
    with pytest.raises(NetworkNotAllowed, match=why):
        door(handler).get(url)
    assert [] == asked


def test_a_dot_allows_all_hosts_below_and_a_star_every_public_one() -> None:
    """An operator can allow a whole site, or everything that is public, and nothing private by either."""
    handler, _ = answers(reply(200))
    below = door(handler, hosts=host_list(".example.org, who.int"))
    assert 200 == below.get("https://www.example.org/").status
    with pytest.raises(NetworkNotAllowed):
        below.get("https://notexample.org/")
    everywhere = door(handler, hosts=host_list("*"), addresses={"inside": ["192.168.0.1"]})
    assert 200 == everywhere.get("https://anything.example/").status
    with pytest.raises(NetworkNotAllowed, match="private"):
        everywhere.get("https://inside/")


@pytest.mark.parametrize(
    "location", ["https://evil.example/", "http://example.org/", "https://inside.example.org/", "file:///etc/passwd"]
)
def test_a_redirect_is_held_to_the_same_rules(location: str) -> None:
    """A source cannot send us where we would not have gone ourselves."""
    handler, asked = answers(reply(302, headers={"location": location}), reply(200))
    held = door(
        handler,
        hosts=frozenset({"example.org", "inside.example.org"}),
        addresses={"inside.example.org": ["169.254.169.254"]},
    )
    with pytest.raises(NetworkNotAllowed):
        held.get("https://example.org/")
    assert 1 == len(asked)


def test_a_redirect_within_the_rules_is_followed_but_not_for_ever() -> None:
    """Sites move their pages; a ring of redirects ends with a clear failure."""
    handler, _ = answers(reply(301, headers={"location": "/new"}), reply(200, content=b"new"))
    got = door(handler).get("https://example.org/old")
    assert (b"new", "https://example.org/new") == (got.body, got.url)
    ring, asked = answers(reply(302, headers={"location": "/"}))
    with pytest.raises(SourceFailed, match="without an end"):
        door(ring).get("https://example.org/")
    assert 6 == len(asked)


def test_a_form_that_is_redirected_is_not_sent_on() -> None:
    """A form may hold a key: it goes to the address that the operator set, and to no other."""
    handler, asked = answers(reply(307, headers={"location": "/elsewhere"}))
    with pytest.raises(SourceFailed, match="status 307"):
        door(handler).ask(Request("https://example.org/", form={"api_key": "secret"}))
    assert 1 == len(asked)


def test_the_rules_of_a_source_are_its_own_address_and_nothing_else() -> None:
    """A mirror is an address in the settings; a bad one is told at once."""
    rules = rules_for("PubMed", "http://mirror.example:8080/eutils", Rules("", frozenset()))
    assert ({"mirror.example"}, {"http"}, {8080}) == (rules.hosts, rules.schemes, rules.ports)
    for wrong in ("ftp://x/", "mirror", "https://", "https://user:pw@x/", "https://x:y/"):
        with pytest.raises(Exception, match="Expected a web address"):
            rules_for("PubMed", wrong, Rules("", frozenset()))


# --- tries -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 408])
def test_a_passing_failure_is_tried_again(status: int) -> None:
    """A service that is busy for a moment does not end a search."""
    handler, asked = answers(reply(status, headers={"retry-after": "0"}), reply(200, content=b"ok"))
    assert b"ok" == door(handler).get("https://example.org/").body
    assert 2 == len(asked)


def test_a_time_to_wait_that_is_no_number_is_no_reason_to_fail() -> None:
    """A service may write anything into its headers: "²" is a digit to Python, and no number."""
    handler, asked = answers(reply(503, headers={b"retry-after": b"\xb2"}), reply(200, content=b"ok"))
    assert b"ok" == door(handler).get("https://example.org/").body
    assert 2 == len(asked)


def test_a_lasting_failure_is_told_with_its_reason_and_not_with_what_was_asked() -> None:
    """The reader learns what to do; a log of the message gives no question away."""
    handler, asked = answers(reply(503))
    with pytest.raises(SourceFailed) as told:
        door(handler, attempts=3).get("https://example.org/search", {"term": "chlamydia"})
    assert 3 == len(asked)
    assert "503" in str(told.value)
    assert "chlamydia" not in str(told.value)
    assert told.value.__cause__ is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 414])
def test_a_refusal_is_not_tried_again(status: int) -> None:
    """Asking the same again would bring the same, and annoy."""
    handler, asked = answers(reply(status))
    with pytest.raises(SourceFailed) as told:
        door(handler).get("https://example.org/")
    assert (1, status) == (len(asked), told.value.status)
    assert status == door(handler).get("https://example.org/", accept=(status,)).status


def test_a_broken_connection_is_tried_again() -> None:
    """A reader's train may pass a tunnel."""
    tries = 0

    def handler(request: httpx2.Request) -> httpx2.Response:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise httpx2.ReadError("gone")
        return reply(200, content=b"ok")

    assert b"ok" == door(handler).get("https://example.org/").body


def test_an_answer_that_says_it_failed_is_tried_again() -> None:
    """NCBI can report an error in a reply whose status is 200."""
    handler, asked = answers(reply(200, content=b"error"), reply(200, content=b"fine"))
    unfit = lambda reply: "it reports an error" if reply.body == b"error" else None  # noqa: E731
    assert b"fine" == door(handler).ask(Request("https://example.org/"), unfit=unfit).body
    assert 2 == len(asked)


def test_turns_are_as_many_as_allowed_whatever_the_lag_and_a_pause_is_kept() -> None:
    """Three requests a second are never four where they arrive, and "come back in 5 s" is obeyed."""
    now = [100.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(3, clock=lambda: now[0], sleep=sleep)
    began: list[float] = []
    for lag in (0.3, 0.0, 0.1, 0.0, 0.2, 0.0, 0.0):
        with pace.turn():
            now[0] += lag
            began.append(now[0])
    assert all(later - earlier >= 1.0 for earlier, later in zip(began, began[3:], strict=False))
    assert 2.0 < began[-1] - 100.0 < 3.0
    pace.hold(5)
    with pace.turn():
        assert 4.9 < slept[-1] <= 5.1
