"""What gets through the door to the network, and what does not."""

import gzip
import logging
import zlib
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from quoth.errors import NetworkNotAllowed, SourceFailed
from quoth.http import Door, Request, Rules, host_list, is_public, rules_for
from quoth.http.pace import Pace

Handler = Callable[[httpx2.Request], httpx2.Response]

PUBLIC = "93.184.216.34"
FAST = {"per_second": 1e6, "retry_wait_s": 0.001}


def door(handler: Handler, *, addresses: dict[str, list[str]] | None = None, **rules: object) -> Door:
    """A door to example.org whose network is a function."""
    given: dict[str, object] = {"name": "Example", "hosts": frozenset({"example.org"}), **FAST, **rules}
    return Door(
        Rules(**given),  # type: ignore[arg-type]
        resolve=lambda host, _: (addresses or {}).get(host, [PUBLIC]),
        transport=httpx2.MockTransport(handler),
    )


def reply(
    status: int, content: bytes = b"", headers: dict[str, str] | dict[bytes, bytes] | None = None
) -> httpx2.Response:
    """A response whose body comes from a stream, as from the wire."""
    return httpx2.Response(status, headers=headers, stream=httpx2.ByteStream(content))


def answers(*replies: httpx2.Response) -> tuple[Handler, list[httpx2.Request]]:
    """A handler that gives these replies in turn, and what it was asked."""
    asked: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        given = replies[min(len(asked), len(replies)) - 1]
        return httpx2.Response(given.status_code, headers=given.headers, stream=given.stream)

    return handler, asked


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


# --- bodies ----------------------------------------------------------------------------------------------------------
def test_a_packed_answer_is_unpacked() -> None:
    """Packing is asked for and understood."""
    handler, _ = answers(reply(200, headers={"content-encoding": "gzip"}, content=gzip.compress(b"text" * 99)))
    assert b"text" * 99 == door(handler).get("https://example.org/").body


def test_a_bomb_is_stopped_before_it_fills_anything() -> None:
    """Forty kilobytes that unpack to forty megabytes are refused at the limit, and not tried again."""
    bomb = gzip.compress(b"\0" * 40 * 2**20)
    handler, asked = answers(reply(200, headers={"content-encoding": "gzip"}, content=bomb))
    with pytest.raises(SourceFailed, match="larger than"):
        door(handler, body_bytes=2**20).get("https://example.org/")
    assert 1 == len(asked)


def test_a_body_beyond_the_limit_is_refused_whatever_the_server_states() -> None:
    """The size is counted, not believed."""
    handler, _ = answers(reply(200, content=b"x" * 2000))
    with pytest.raises(SourceFailed, match="larger than"):
        door(handler, body_bytes=1000).get("https://example.org/")


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"x" * 5000, mtime=0)[:-12]),
        ("gzip", b"no gzip"),
        ("deflate", zlib.compress(b"y")[:-3]),
        ("br", b"z"),
    ],
)
def test_a_damaged_or_unknown_packing_is_a_failure(encoding: str, body: bytes) -> None:
    """Half an answer is never taken for a whole one."""
    handler, _ = answers(reply(200, headers={"content-encoding": encoding}, content=body))
    with pytest.raises(SourceFailed):
        door(handler, attempts=2).get("https://example.org/")


def test_nothing_that_was_asked_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Even with logging wide open the address stays out of it."""
    caplog.set_level(logging.DEBUG)
    handler, _ = answers(reply(503), reply(200))
    door(handler).get("https://example.org/search", {"term": "chlamydia"})
    assert "chlamydia" not in caplog.text


def test_no_cookie_is_sent_back() -> None:
    """A source cannot recognise this machine by what it left here."""
    handler, asked = answers(reply(200, headers={"set-cookie": "id=1; Path=/"}))
    held = door(handler)
    held.get("https://example.org/")
    held.get("https://example.org/")
    assert "cookie" not in asked[1].headers


# --- downloads -------------------------------------------------------------------------------------------------------
def test_a_download_goes_on_from_the_part_that_is_there(tmp_path: Path) -> None:
    """An interrupted file of two gigabytes is not begun again."""
    whole = bytes(range(256)) * 40
    asked: list[str] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.headers.get("range", ""))
        start = int(asked[-1].removeprefix("bytes=").rstrip("-")) if asked[-1] else 0
        if not start:
            return reply(200, content=whole)
        return reply(
            206, content=whole[start:], headers={"content-range": f"bytes {start}-{len(whole) - 1}/{len(whole)}"}
        )

    to = tmp_path / "file.gz"
    to.write_bytes(whole[:1000])
    assert len(whole) == door(handler).download("https://example.org/file.gz", to)
    assert whole == to.read_bytes()
    assert ["bytes=1000-"] == asked


def test_a_server_that_cannot_go_on_gives_the_whole_file(tmp_path: Path) -> None:
    """A part that does not fit is written over, never appended to."""
    to = tmp_path / "file"
    to.write_bytes(b"old part")
    handler, _ = answers(reply(200, content=b"the whole"))
    door(handler).download("https://example.org/file", to)
    assert b"the whole" == to.read_bytes()


def test_a_part_that_is_already_whole_or_too_long_is_settled(tmp_path: Path) -> None:
    """Nothing is left to fetch, or the part was of another file: both end with the right bytes."""
    to = tmp_path / "file"
    to.write_bytes(b"12345")
    whole, _ = answers(reply(416, headers={"content-range": "bytes */5"}))
    assert 5 == door(whole).download("https://example.org/file", to)
    fresh, _ = answers(reply(416, headers={"content-range": "bytes */3"}), reply(200, content=b"abc"))
    assert 3 == door(fresh).download("https://example.org/file", to)
    assert b"abc" == to.read_bytes()
