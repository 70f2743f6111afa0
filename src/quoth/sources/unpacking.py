"""Gzip, unpacked piece by piece so that damage costs as little as can be: what came before it is handed out first.

The standard library's file object throws away what it unpacked in the call that meets the damage, which for a small
file is all of it. So members are taken apart here, and only the deflate stream goes to the library.
"""

import importlib
import zlib
from collections.abc import Iterator
from typing import Any

__all__ = ["PACKED_BYTES", "CutShort", "unpack"]

PACKED_BYTES = 1 << 14
"""Bytes of a packed file that are unpacked at once; at most what these hold is lost to damage inside them."""
_MOST_OUT = 1 << 20
_MAGIC = b"\x1f\x8b\x08"
_HEADER_CRC, _EXTRA, _NAME, _COMMENT = 2, 4, 8, 16


class CutShort(Exception):
    """A file ended, or failed its checksum, before it was whole. What was read until then stands."""


def unpack(pieces: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """(bytes taken so far, unpacked piece) for a file of one or more gzip members; zeros behind the last are let pass.

    Raises:
        CutShort: after the last piece that could be unpacked.
    """
    source = _Source(pieces)
    inflate, crc_of, faults = _library()
    while True:
        _skip_header(source)
        stream = inflate(-15)
        crc = size = 0
        while not stream.eof:
            data = stream.unconsumed_tail or source.some()
            try:
                piece = stream.decompress(data, _MOST_OUT)
            except faults as fault:
                raise CutShort(f"the compressed data is damaged: {fault}") from fault
            if not (data or piece or stream.eof):
                raise CutShort("the compressed data is damaged: it ends early")
            crc = crc_of(piece, crc)
            size += len(piece)
            if piece:
                yield source.taken, piece
        source.give_back(stream.unused_data)
        trailer = source.exactly(8)
        if trailer != (crc & 0xFFFFFFFF).to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little"):
            raise CutShort("the compressed data is damaged: its checksum is wrong")
        if source.at_end():
            return


class _Source:
    """Packed bytes, of which some can be given back."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces
        self.held = b""
        self.taken = 0

    def some(self) -> bytes:
        data = self.held or next(self.pieces, b"")
        self.held = b""
        self.taken += len(data)
        return data

    def give_back(self, data: bytes) -> None:
        self.held = data + self.held
        self.taken -= len(data)

    def exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count and (more := self.some()):
            data += more
        if len(data) < count:
            raise CutShort("the compressed data is damaged: it ends early")
        self.give_back(data[count:])
        return data[:count]

    def past_zero(self) -> None:
        while self.exactly(1) != b"\0":
            pass

    def at_end(self) -> bool:
        """True when nothing but zeros is left, as tape and block padding leave them."""
        while data := self.some():
            if rest := data.lstrip(b"\0"):
                self.give_back(rest)
                return False
        return True


def _skip_header(source: _Source) -> None:
    """RFC 1952, 2.3."""
    header = source.exactly(10)
    if header[:3] != _MAGIC:
        raise CutShort("the compressed data is damaged: something else follows it")
    flags = header[3]
    if flags & _EXTRA:
        source.exactly(int.from_bytes(source.exactly(2), "little"))
    for flag in (_NAME, _COMMENT):
        if flags & flag:
            source.past_zero()
    if flags & _HEADER_CRC:
        source.exactly(2)


def _library() -> tuple[Any, Any, tuple[type[Exception], ...]]:
    """Isal where it is installed, which is faster, else zlib: the same calls."""
    try:
        isal = importlib.import_module("isal.isal_zlib")
    except ImportError:
        return zlib.decompressobj, zlib.crc32, (zlib.error,)
    return isal.decompressobj, isal.crc32, (isal.error, zlib.error)
