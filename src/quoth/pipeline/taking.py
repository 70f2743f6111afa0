"""Bytes from a service into the library: written as a file, ingested as any other, and taken away again."""

import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from quoth.errors import LibraryBusy, NetworkNotAllowed
from quoth.live import Fetched, Live
from quoth.pipeline.ingesting import FileReport, Options, ingest
from quoth.pipeline.parts import Parts

__all__ = ["live_of", "take_file", "take_in", "when_free"]

T = TypeVar("T")

_WAIT_S = 60.0
_FORMATS = {"pubmed": "pubmed-xml", "europepmc": "jats", "pmc": "jats"}
"""What a service sends is read as that and as nothing else: an error page must not become a document."""


def live_of(parts: Parts) -> Live:
    """The services of these parts. Raises NetworkNotAllowed where there are none."""
    if parts.live is None:
        raise NetworkNotAllowed("This library has no way to the network. Nothing was sent.")
    return parts.live


def take_in(fetched: Sequence[Fetched], parts: Parts) -> int:
    """Take what came into the library. Returns how many records are new. Waits while another process writes.

    Raises:
        LibraryBusy: the other process writes for longer than a minute.
    """
    folder = live_of(parts).folder / "incoming"
    new = 0
    for each in fetched:
        if each.body:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{each.source}-{hashlib.sha256(each.body).hexdigest()[:16]}.xml"
            path.write_bytes(each.body)
            try:
                new += take_file(path, parts, Options(format=_FORMATS[each.source])).records_new
            finally:
                path.unlink(missing_ok=True)
    return new


def take_file(path: Path, parts: Parts, options: Options | None = None) -> FileReport:
    """Ingest one file, waiting while another process writes. Raises LibraryBusy after a minute."""
    return when_free(lambda: ingest([path], parts, options=options)).files[0]


def when_free(work: Callable[[], T]) -> T:
    """Do what needs the library for writing, as soon as nobody else writes. Raises LibraryBusy after a minute."""
    end = time.monotonic() + _WAIT_S
    while True:
        try:
            return work()
        except LibraryBusy:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
