"""The one door through which readers get at a file's bytes: plain or gzip, bounded, and honest about damage.

A gzip file that is cut short or fails its checksum gives what it holds and then says so; one that unpacks beyond the
limits is refused before it fills anything.
"""

import codecs
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from quoth.errors import BadFile, HostileFile
from quoth.sources.items import Limits
from quoth.sources.unpacking import PACKED_BYTES, CutShort, unpack

__all__ = [
    "CHUNK_BYTES",
    "CutShort",
    "decode_text",
    "file_sha256",
    "iter_chunks",
    "iter_lines",
    "read_bytes",
    "read_text",
]

CHUNK_BYTES = 1 << 18
_GZIP_MAGIC = b"\x1f\x8b"
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def file_sha256(path: Path) -> str:
    """SHA-256 of the file's bytes as they lie on disk, hexadecimal.

    Raises:
        BadFile: there is no such file, or it may not be read.
    """
    digest = hashlib.sha256()
    with _open(path) as file:
        while piece := file.read(CHUNK_BYTES):
            digest.update(piece)
    return digest.hexdigest()


def iter_chunks(path: Path, limits: Limits) -> Iterator[bytes]:
    """The file's bytes, unpacked, in pieces of about `CHUNK_BYTES`.

    Raises:
        BadFile: there is no such file, or it may not be read.
        HostileFile: it unpacks beyond the limits.
        CutShort: after the last good piece, when the compressed data is damaged.
    """
    with _open(path) as file:
        packed = file.read(2) == _GZIP_MAGIC
        file.seek(0)
        if not packed:
            while piece := file.read(CHUNK_BYTES):
                yield piece
            return
        taken = unpacked = 0
        for taken, piece in unpack(iter(lambda: file.read(PACKED_BYTES), b"")):
            unpacked += len(piece)
            _hold_to_limits(path, unpacked, taken, limits)
            yield piece


def iter_lines(path: Path, limits: Limits, *, encoding: str | None = None) -> Iterator[str]:
    """The file's lines as text, without their ends (LF, CRLF or CR). Raises as `iter_chunks` does, `CutShort` last.

    The encoding is the byte-order mark's, else UTF-8; a line that is not UTF-8 is read as Windows-1252, the usual
    reason, so that one stray line does not spoil the rest.
    """
    chunks = iter_chunks(path, limits)
    damage: CutShort | None = None
    first = next(chunks, b"")
    wide = next((name for mark, name in _BOMS if first.startswith(mark) and name != "utf-8"), None)
    if wide is not None:
        yield from _wide_lines(first, chunks, wide)
        return
    rest = first.removeprefix(b"\xef\xbb\xbf")
    while True:
        lines = rest.split(b"\n")
        rest = lines.pop()
        if len(rest) > limits.record_bytes:
            raise HostileFile(f"{path.name!r} has a line of more than {limits.record_bytes:,} bytes.")
        for line in lines:
            yield from _split_cr(line, encoding)
        try:
            piece = next(chunks, b"")
        except CutShort as fault:
            damage, piece = fault, b""
        if not piece:
            break
        rest += piece
    if rest:
        yield from _split_cr(rest, encoding)
    if damage is not None:
        raise damage


def read_bytes(path: Path, limits: Limits, *, at_most: int, what: str) -> bytes:
    """The whole file, unpacked, when it is no larger than `at_most`. Raises as `iter_chunks` does."""
    pieces, size = [], 0
    for piece in iter_chunks(path, limits):
        size += len(piece)
        if size > at_most:
            raise HostileFile(
                f"{path.name!r} is larger than {at_most:,} bytes, more than {what} may be. Split it, or check the file."
            )
        pieces.append(piece)
    return b"".join(pieces)


def read_text(path: Path, limits: Limits, *, at_most: int, what: str) -> str:
    """The whole file as text. Raises as `read_bytes` does, and BadFile when it is damaged or not text."""
    try:
        data = read_bytes(path, limits, at_most=at_most, what=what)
    except CutShort as fault:
        raise BadFile(f"{path.name!r} cannot be read whole: {fault}. Fetch it again.") from fault
    for mark, name in _BOMS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    else:
        encoding = "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise BadFile(f"{path.name!r} is not {encoding} text (line {line}). Save it as UTF-8.") from fault


def decode_text(line: bytes, encoding: str | None = None) -> str:
    """One line as text: in the stated encoding or UTF-8, else Windows-1252, whose few holes become U+FFFD."""
    try:
        return line.decode(encoding or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return line.decode("cp1252", "replace")


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as fault:
        raise BadFile(
            f"{str(path)!r} cannot be opened: {fault.strerror}. Check the name and who may read it."
        ) from fault


def _hold_to_limits(path: Path, unpacked: int, packed: int, limits: Limits) -> None:
    if unpacked > limits.unpacked_bytes:
        raise HostileFile(f"{path.name!r} unpacks to more than {limits.unpacked_bytes:,} bytes.")
    if unpacked > limits.ratio_free_bytes and unpacked > packed * limits.unpacked_ratio:
        raise HostileFile(
            f"{path.name!r} unpacks to more than {limits.unpacked_ratio} times its size, as a bomb does. "
            "Unpack it yourself if you trust it."
        )


def _split_cr(line: bytes, encoding: str | None) -> Iterator[str]:
    line = line.removesuffix(b"\r")
    if b"\r" in line:
        for part in line.split(b"\r"):
            yield decode_text(part, encoding)
    else:
        yield decode_text(line, encoding)


def _wide_lines(first: bytes, chunks: Iterator[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    rest = decoder.decode(first).removeprefix("\ufeff")
    while True:
        lines = rest.splitlines(keepends=True)
        rest = lines.pop() if lines and not lines[-1].endswith("\n") else ""
        for line in lines:
            yield line.rstrip("\r\n")
        piece = next(chunks, b"")
        if not piece:
            break
        rest += decoder.decode(piece)
    if rest:
        yield rest.rstrip("\r\n")
