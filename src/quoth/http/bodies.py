"""Bytes of an answer as they come: unpacked by us, so that a small answer cannot become a large one unseen."""

import time
import zlib
from collections.abc import Iterator

from quoth.http.rules import Rules

__all__ = ["BodyFault", "bounded"]

_MOST_OUT = 1 << 18


class BodyFault(Exception):
    """An answer that is too large, too slow or damaged. The message names no address."""

    def __init__(self, message: str, *, again: bool, late: bool = False) -> None:
        """Take what is wrong, whether asking again can help, and whether it is that time ran out."""
        super().__init__(message)
        self.again = again
        self.late = late


def bounded(pieces: Iterator[bytes], encoding: str, rules: Rules) -> Iterator[bytes]:
    """The body, unpacked, within the size and time of the rules.

    Args:
        pieces: as they come from the wire.
        encoding: what the server says of them: "", "identity", "gzip", "x-gzip" or "deflate".
        rules: how much and how long.

    Raises:
        BodyFault: too large, too slow, damaged, cut short, or in an encoding that nobody asked for.
    """
    started = time.monotonic()
    size = 0
    for piece in _plain(pieces, encoding.strip().lower()):
        size += len(piece)
        if size > rules.body_bytes:
            raise BodyFault(f"the answer is larger than {rules.body_bytes:,} bytes", again=False)
        if time.monotonic() - started > rules.total_s:
            raise BodyFault(f"the answer took longer than {rules.total_s:g} s", again=True, late=True)
        yield piece


def _plain(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from pieces
    elif encoding in ("gzip", "x-gzip", "deflate"):
        yield from _unpacked(pieces)
    else:
        raise BodyFault("the answer is packed in a way that was not asked for", again=False)


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        for piece in pieces:
            data = piece
            while data and not stream.eof:
                out = stream.decompress(data, _MOST_OUT)
                data = stream.unconsumed_tail
                if out:
                    yield out
    except zlib.error as fault:
        raise BodyFault("the packed answer is damaged", again=True) from fault
    if not stream.eof:
        raise BodyFault("the packed answer is cut short", again=True)
