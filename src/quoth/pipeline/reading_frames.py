"""What a process that reads a file sends to the one that keeps: nouns as JSON, each with its kind, in frames.

A frame is its length and MessagePack of (kind, JSON) pairs. No code can come that way, whatever the file holds.
"""

import os
import struct
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from pathlib import Path
from queue import Queue
from typing import IO

import msgspec

from quoth.errors import BadFile, BadInput, BadPack, HostileFile
from quoth.library import Prepared, ReadyItem, prepared
from quoth.model import Notice, NoticeList, Refusal, Report, Words, decode, encode
from quoth.sources import DocumentFacts, Item, Limits, read

__all__ = ["Entry", "Reading", "entry_of", "frames", "items_of", "send", "serve"]

_FRAME_ITEMS = 50
_FRAMES_AHEAD = 160
"""How far reading may be ahead of keeping: eight thousand items, some forty megabytes.

While the index is written, some second for six thousand texts, reading goes on.
"""
_LENGTH = struct.Struct(">I")
_NOUNS: dict[str, type] = {kind.__name__: kind for kind in (Report, Notice, NoticeList, Words, Refusal)}
_READY = Prepared.__name__
_FAULTS: dict[str, type[BadFile | BadInput]] = {kind.__name__: kind for kind in (BadFile, BadInput, HostileFile)}
_LAST = ("end", b"")

Entry = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Reading:
    """Which file to read, and how."""

    file: str
    format: str | None = None
    as_of: date | None = None
    limits: Limits = field(default_factory=Limits)
    facts: DocumentFacts = field(default_factory=DocumentFacts)
    prepare: bool = True
    """Whether reports come prepared; the site's own editions do not."""
    skip: int = 0
    """How many items an interrupted run has kept: they come as they are, for `Intake.recall`."""

    def items(self) -> Iterator[ReadyItem]:
        """What the file holds, read in this process. Raises as `sources.read`."""
        items = iter(read(Path(self.file), format=self.format, as_of=self.as_of, limits=self.limits, facts=self.facts))
        yield from islice(items, self.skip)
        yield from map(_ready, items) if self.prepare else items


def frames(stream: IO[bytes]) -> Iterator[list[Entry]]:
    """The frames of a stream until it says that it is whole.

    Raises:
        EOFError: the stream ends before.
    """
    decoder = msgspec.msgpack.Decoder(list[Entry])
    while True:
        head = stream.read(_LENGTH.size)
        body = stream.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""
        if not body:
            raise EOFError
        frame = decoder.decode(body)
        if frame[-1] == _LAST:
            yield frame[:-1]
            return
        yield frame


def items_of(frame: list[Entry]) -> Iterator[ReadyItem]:
    """The items of a frame. Raises the fault that ended the reading, where one did."""
    for kind, data in frame:
        if kind in _FAULTS:
            raise _FAULTS[kind](data.decode())
        yield msgspec.msgpack.decode(data, type=Prepared) if kind == _READY else decode(data, _NOUNS[kind])


def serve() -> None:
    """Read the file that standard input names, and send what it holds to standard output."""
    send(_entries(decode(sys.stdin.buffer.read(), Reading)), per_frame=_FRAME_ITEMS)


def send(entries: Iterator[Entry], *, per_frame: int) -> None:
    """Send entries to standard output and then say that they are whole; making them goes on while some are sent."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    waiting: Queue[list[Entry]] = Queue(_FRAMES_AHEAD)
    sender = threading.Thread(target=_send, args=(waiting, out), daemon=True)
    sender.start()
    entries = chain(entries, [_LAST])
    while frame := list(islice(entries, per_frame)):
        waiting.put(frame)
    sender.join()


def _send(waiting: "Queue[list[Entry]]", out: IO[bytes]) -> None:
    """Write frames as they come; end the process when nobody reads them any more."""
    encoder, room = msgspec.msgpack.Encoder(), bytearray()  # one room for all frames, each as large as a page of print
    try:
        while True:
            frame = waiting.get()
            encoder.encode_into(frame, room, _LENGTH.size)
            _LENGTH.pack_into(room, 0, len(room) - _LENGTH.size)
            out.write(room)
            out.flush()
            if frame[-1] == _LAST:
                return
    except BrokenPipeError:
        os._exit(0)


def _entries(reading: Reading) -> Iterator[Entry]:
    try:
        yield from map(entry_of, reading.items(), iter(lambda: reading.file, None))
    except BadPack as fault:
        yield BadFile.__name__, str(fault).encode()
    except tuple(_FAULTS.values()) as fault:
        yield type(fault).__name__, str(fault).encode("utf-8", "replace")


def entry_of(item: ReadyItem, file: str) -> Entry:
    """The kind and bytes of one item; a refusal stands for what cannot be written as UTF-8."""
    try:
        if isinstance(item, Prepared):
            return _READY, msgspec.msgpack.encode(item)
        return type(item).__name__, encode(item)
    except UnicodeEncodeError:
        where = getattr(getattr(item, "record", item), "title", type(item).__name__)
        why = "It holds half of a character pair (lone surrogate). Save the file as UTF-8 and ingest it again."
        return Refusal.__name__, encode(Refusal(Path(file).name, f"{where[:60]!a}", why))


def _ready(item: Item) -> ReadyItem:
    """The item, prepared where it is a report; left as it is where no library can hold it, which `Intake` says."""
    if not isinstance(item, Report):
        return item
    try:
        return prepared(item)
    except BadFile:
        return item
