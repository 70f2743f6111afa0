"""Reads a large file ahead of the writer, in a process of its own, so that both cores of a small machine work.

The child reads and prepares (`library.prepared`); the parent keeps. A child that dies is an error that names its file;
what was kept until then stays, and the next run goes on from there.
"""

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import quoth
from quoth.errors import BadFile
from quoth.library import ReadyItem
from quoth.model import encode
from quoth.pipeline.reading_frames import Reading, frames, items_of

__all__ = ["ReadAhead", "begun", "ended", "started"]

FRAMES = "quoth.pipeline.reading_frames"
"""The module that a reading process serves."""
_PIPE_BYTES = 1 << 20
"""What the system is asked to hold between the two, so that nobody waits for the other half of a frame."""
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from importlib import import_module as i; i(sys.argv[2]).serve()"


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
            _tell(self._child, encode(reading))

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


def ended(child: "subprocess.Popen[bytes]") -> None:
    """End a child, done or not."""
    child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            stream.close()


def started(module: str, told: bytes) -> "subprocess.Popen[bytes]":
    """A process that runs `serve` of a module of ours, with these bytes on its standard input."""
    child = begun(module)
    _tell(child, told)
    return child


def begun(module: str) -> "subprocess.Popen[bytes]":
    """A process that gets ready to run `serve` of a module of ours, and waits for what it is told."""
    package = str(Path(quoth.__file__).resolve().parents[1])
    # This very interpreter and package, and no word of the caller's: what it is told goes through the pipe.
    command = [sys.executable, "-c", _CHILD, package, module]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
    assert child.stdout is not None
    with suppress(OSError, AttributeError):  # a system that cannot, or does not let us, goes with the size it has
        fcntl.fcntl(child.stdout, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return child


def _tell(child: "subprocess.Popen[bytes]", told: bytes) -> None:
    assert child.stdin is not None
    with child.stdin:
        child.stdin.write(told)
