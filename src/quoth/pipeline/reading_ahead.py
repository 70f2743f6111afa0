"""Reads a large file ahead of the writer, in a process of its own, so that both cores of a small machine work.

The child reads and prepares (`library.prepared`); the parent keeps. A child that dies is an error that names its file;
what was kept until then stays, and the next run goes on from there.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from quoth.errors import BadFile
from quoth.library import ReadyItem
from quoth.model import encode
from quoth.pipeline.apart import begun, ended, frames, tell
from quoth.pipeline.reading_frames import Reading, items_of

__all__ = ["FRAMES", "ReadAhead"]

FRAMES = "quoth.pipeline.reading_frames"
"""The module that a reading process serves."""


class ReadAhead:
    """A file on its way: iterate over it for what it holds, and close it whatever happens."""

    def __init__(self, reading: Reading, *, apart: bool, child: "subprocess.Popen[bytes] | None" = None) -> None:
        """Begin to read: in a process of its own, from now on, when `apart`; else when it is iterated over.

        Args:
            reading: which file, and how.
            apart: whether in a process of its own.
            child: one that was `begun` for it and waits to be told.
        """
        self._reading = reading
        self._child = child or (begun(FRAMES) if apart else None)
        if self._child is not None:
            tell(self._child, encode(reading))

    def __iter__(self) -> Iterator[ReadyItem]:
        """Items in the file's order, reports prepared. Raises BadFile or BadInput as `sources.read` does."""
        return self._reading.items() if self._child is None else self._from(self._child)

    def close(self) -> None:
        """End the reading, done or not."""
        if self._child is not None:
            ended(self._child)

    def _from(self, child: "subprocess.Popen[bytes]") -> Iterator[ReadyItem]:
        assert child.stdout is not None
        try:
            for frame in frames(child.stdout):
                yield from items_of(frame)
        except EOFError as fault:
            raise BadFile(
                f"{Path(self._reading.file).name!r} was not read to its end: the process that read it ended too early "
                f"({child.wait()}). What came before is kept; run the command again to go on."
            ) from fault
