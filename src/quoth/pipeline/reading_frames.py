"""What a process that reads a file sends to the one that keeps: nouns as JSON, each with its kind."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec

from quoth.errors import BadFile, BadInput, BadPack, HostileFile
from quoth.library import Prepared, ReadyItem, prepared
from quoth.model import Notice, NoticeList, Refusal, Report, Words, decode, encode
from quoth.pipeline.apart import Entry, send
from quoth.sources import DocumentFacts, Item, Limits, read

__all__ = ["Reading", "entry_of", "items_of", "serve"]

_FRAME_ITEMS = 50
_NOUNS: dict[str, type] = {kind.__name__: kind for kind in (Report, Notice, NoticeList, Words, Refusal)}
_READY = Prepared.__name__
_FAULTS: dict[str, type[BadFile | BadInput]] = {kind.__name__: kind for kind in (BadFile, BadInput, HostileFile)}


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


def items_of(frame: list[Entry]) -> Iterator[ReadyItem]:
    """The items of a frame. Raises the fault that ended the reading, where one did."""
    for kind, data in frame:
        if kind in _FAULTS:
            raise _FAULTS[kind](data.decode())
        yield msgspec.msgpack.decode(data, type=Prepared) if kind == _READY else decode(data, _NOUNS[kind])


def serve() -> None:
    """Read the file that standard input names, and send what it holds to standard output."""
    send(_entries(decode(sys.stdin.buffer.read(), Reading)), per_frame=_FRAME_ITEMS)


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
