"""What comes through the door: packed, too large, damaged, or a part of a file that is to be gone on with."""

import gzip
import logging
import zlib
from pathlib import Path

import httpx2
import pytest

from quoth.errors import SourceFailed
from tests.unit.http.http_factories import answers, door, reply


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
