"""A process of our own beside this one, and what it sends: entries of a kind and bytes, in frames.

A frame is its length and MessagePack of (kind, bytes) pairs. No code can come that way, whatever was read.
"""

import fcntl
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from queue import Queue
from typing import IO

import msgspec

import quoth

__all__ = ["Entry", "begun", "ended", "frames", "send", "started", "tell"]

_PIPE_BYTES = 1 << 20
"""What the system is asked to hold between the two, so that nobody waits for the other half of a frame."""
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from importlib import import_module as i; i(sys.argv[2]).serve()"
_FRAMES_AHEAD = 160
"""How far reading may be ahead of keeping: eight thousand items, some forty megabytes.

While the index is written, some second for six thousand texts, reading goes on.
"""
_LENGTH = struct.Struct(">I")
_LAST = ("end", b"")

Entry = tuple[str, bytes]


def started(module: str, told: bytes) -> "subprocess.Popen[bytes]":
    """A process that runs `serve` of a module of ours, with these bytes on its standard input."""
    child = begun(module)
    tell(child, told)
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


def tell(child: "subprocess.Popen[bytes]", told: bytes) -> None:
    """Tell a process that was `begun` what it waits for."""
    assert child.stdin is not None
    with child.stdin:
        child.stdin.write(told)


def ended(child: "subprocess.Popen[bytes]") -> None:
    """End a child, done or not."""
    child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            stream.close()


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
