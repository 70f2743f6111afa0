"""A stream of XML cut into the bytes of its records, so that one broken record costs one record, and memory stays flat.

Comments between records are skipped; what is neither record nor wrapper is reported. All input is UTF-8 by the time it
is cut: other encodings are re-coded on the way.
"""

import codecs
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.errors import BadFile
from quoth.sources.items import Limits
from quoth.sources.opening import CutShort, iter_chunks
from quoth.sources.xml_guard import check_prologue, declared_encoding

__all__ = ["Damage", "Piece", "cut_records", "utf8_chunks"]

_TAGS_AND_SUCH = re.compile(rb"<[/?!]?[A-Za-z_][^<>]*>")
_TAG = re.compile(rb"</?[A-Za-z_][^<>]*>")
_WIDE = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\x00?\x00", "utf-16-le"), (b"\x00<\x00?", "utf-16-be"))


@dataclass(slots=True)
class Piece:
    """The bytes of one record, from its start tag to its end tag."""

    name: str
    data: bytes
    number: int
    """From 1, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Damage:
    """Something between or instead of records. After a fatal one nothing more comes."""

    place: str
    reason: str
    fatal: bool = False


def utf8_chunks(path: Path, limits: Limits) -> Iterator[bytes]:
    """The file's bytes as UTF-8 without a byte-order mark. Raises as `iter_chunks` does."""
    chunks = iter_chunks(path, limits)
    first = next(chunks, b"")
    while len(first) < 256 and (more := next(chunks, b"")):
        first += more
    encoding = next((name for mark, name in _WIDE if first.startswith(mark)), None) or declared_encoding(first)
    if encoding in (None, "utf-8", "utf8", "us-ascii", "ascii"):
        yield first.removeprefix(b"\xef\xbb\xbf")
        yield from chunks
        return
    try:
        decoder = codecs.getincrementaldecoder(encoding or "")("replace")
    except LookupError as fault:
        raise BadFile(f"{path.name!r} names an encoding that is not known: {encoding!r}. Save it as UTF-8.") from fault
    yield decoder.decode(first).encode("utf-8", "replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")


def cut_records(path: Path, names: tuple[str, ...], limits: Limits) -> Iterator[Piece | Damage]:
    """The file's records in order.

    Args:
        path: the file.
        names: elements that are records. Of two that nest, the outer one is found first.
        limits: the largest record that is kept.

    Raises:
        BadFile: the file cannot be opened; HostileFile, a kind of it, when it declares entities or unpacks too far.
    """
    return _Cutter(path, names, limits).run()


class _Cutter:
    """The window of the file that is in memory, and how far it is cut."""

    def __init__(self, path: Path, names: tuple[str, ...], limits: Limits) -> None:
        self.path, self.limits = path, limits
        joined = "|".join(map(re.escape, names)).encode()
        self.start = re.compile(rb"<!--|<!\[CDATA\[|<(" + joined + rb")(?=[\s>/])")
        self.chunks = utf8_chunks(path, limits)
        self.buffer = b""
        self.at = 0
        self.number = 0
        self.gap_head = b""
        self.cut_short: str | None = None
        self.open_elements = 0

    def run(self) -> Iterator[Piece | Damage]:
        while True:
            found = self.start.search(self.buffer, self.at)
            if found is None:
                if (damage := self._between(max(self.at, self._safe_end()))) is not None:
                    yield damage
                if not self._more():
                    yield from self._finish()
                    return
                continue
            if (damage := self._between(found.start())) is not None:
                yield damage
            if found.group(1) is None:
                closing = b"-->" if found.group(0) == b"<!--" else b"]]>"
                if not self._skip_past(closing):
                    yield Damage(f"after record {self.number}", "the file ends inside a comment", fatal=True)
                    return
                continue
            goes_on = yield from self._record(found.group(1))
            if not goes_on:
                return

    def _record(self, name: bytes) -> Generator[Piece | Damage, None, bool]:
        """One record from the current position; the value returned says whether the file goes on."""
        self.number += 1
        closing = b"</" + name
        looked = self.at
        while True:
            end = self._end_of(name, closing, looked)
            if end >= 0:
                piece = Piece(name.decode(), self.buffer[self.at : end], self.number)
                self.at = end
                yield piece
                return True
            looked = max(self.at, len(self.buffer) - len(closing) - 64)
            if len(self.buffer) - self.at > self.limits.record_bytes:
                yield Damage(
                    f"record {self.number}",
                    f"the record is larger than {self.limits.record_bytes:,} bytes",
                )
                if self._skip_past(closing):
                    return True
                yield Damage(f"after record {self.number}", "the file ends inside a record", fatal=True)
                return False
            kept = looked - self.at
            if not self._more():
                reason = self.cut_short or "the file ends inside this record"
                yield Damage(f"record {self.number}", reason, fatal=True)
                return False
            looked = self.at + kept

    def _end_of(self, name: bytes, closing: bytes, looked: int) -> int:
        """The position after the record's end tag, or -1 when it is not in the window."""
        head_end = self.buffer.find(b">", self.at)
        if head_end < 0:
            return -1
        if self.buffer[head_end - 1 : head_end] == b"/":
            return head_end + 1
        at = self.buffer.find(closing, looked)
        while at >= 0:
            after = self.buffer.find(b">", at)
            if after < 0:
                return -1
            if not self.buffer[at + len(closing) : after].strip():
                return after + 1
            at = self.buffer.find(closing, after)
        return -1

    def _more(self) -> bool:
        """Read on; what is already cut leaves memory. False at the end of the file."""
        try:
            chunk = next(self.chunks, b"")
        except CutShort as fault:
            self.cut_short, chunk = str(fault), b""
        if not chunk:
            return False
        self.buffer = self.buffer[self.at :] + chunk
        self.at = 0
        return True

    def _safe_end(self) -> int:
        """How far the window can be given up without cutting a tag or a declaration in two."""
        last = self.buffer.rfind(b"<", self.at)
        if last < 0 or self.buffer.find(b">", last) >= 0:
            return len(self.buffer)
        return last if len(self.buffer) - last < 65536 else len(self.buffer)

    def _between(self, to: int) -> Damage | None:
        """Give up what lies before `to`, after a look at it."""
        gap = self.buffer[self.at : to]
        self.at = to
        if not gap or (self.number and gap.isspace()):
            return None
        if self.number == 0:
            # A declaration may span two windows: the whole prologue is looked at, up to what it can honestly be.
            self.gap_head = (self.gap_head + gap)[-65536:]
            check_prologue(self.path.name, self.gap_head)
        elif b"<!" in gap:
            check_prologue(self.path.name, gap)
        for tag in _TAG.findall(gap):
            self.open_elements += -1 if tag[1:2] == b"/" else 0 if tag.endswith(b"/>") else 1
        rest = _TAGS_AND_SUCH.sub(b"", gap).strip()
        if rest and self.number:
            shown = rest[:60].decode("utf-8", "replace")
            return Damage(f"after record {self.number}", f"this is no record: {shown!r}")
        return None

    def _skip_past(self, closing: bytes) -> bool:
        while True:
            end = self.buffer.find(closing, self.at)
            if end >= 0:
                after = self.buffer.find(b">", end)
                self.at = after + 1 if after >= 0 else end + len(closing)
                return True
            self.at = max(self.at, len(self.buffer) - len(closing))
            if not self._more():
                return False

    def _finish(self) -> Iterator[Damage]:
        rest = self.buffer[self.at :]
        if self.cut_short:
            yield Damage(f"after record {self.number}", self.cut_short, fatal=True)
        elif rest.strip() or self.open_elements > 0:
            yield Damage(f"after record {self.number}", "the file ends before its last element is closed", fatal=True)
