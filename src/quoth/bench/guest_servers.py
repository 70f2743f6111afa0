"""Servers of a language model that behave badly, on this machine: dead, silent, half-open, dripping, rubbish, lying.

Real sockets and the product's own client: what is measured with them is what a reader would wait for.
"""

import json
import socketserver
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

__all__ = ["BEHAVIOURS", "model_server"]

_LIE = json.dumps({"sentences": [{"text": "Surgery cures everyone.", "statements": [1]}], "statements": [-1, 99_999]})
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
_HANGS_S = 30.0
"""Longer than any time that is measured."""
Send = Callable[[bytes], Any]


def _chunk(text: str) -> bytes:
    return b"data: " + json.dumps({"choices": [{"delta": {"content": text}}]}).encode() + b"\n\n"


def _hangs(_send: Send, gone: threading.Event) -> None:
    gone.wait(_HANGS_S)


def _half_open(send: Send, gone: threading.Event) -> None:
    send(_HEAD + _chunk(_LIE[:20]))
    gone.wait(_HANGS_S)


def _drips(send: Send, gone: threading.Event) -> None:
    send(_HEAD)
    began = time.monotonic()
    while time.monotonic() - began < _HANGS_S and not gone.is_set():
        send(_chunk("word "))
        gone.wait(0.05)


def _sends_rubbish(send: Send, _gone: threading.Event) -> None:
    send(_HEAD + b"data: {{{{\n\n")


def _lies(send: Send, _gone: threading.Event) -> None:
    send(_HEAD + _chunk(_LIE) + b"data: [DONE]\n\n")


def _hangs_up(_send: Send, _gone: threading.Event) -> None:
    return


BEHAVIOURS: Mapping[str, Callable[[Send, threading.Event], None] | None] = {
    "dead": None,
    "hangs": _hangs,
    "half open": _half_open,
    "drips": _drips,
    "hangs up": _hangs_up,
    "sends rubbish": _sends_rubbish,
    "lies": _lies,
}
"""What each server does once it was asked; the dead one is not there."""


@contextmanager
def model_server(behaviour: str) -> Iterator[str]:
    """The address of a server that behaves so, on a free port of this machine."""
    answers = BEHAVIOURS[behaviour]
    if answers is None:
        yield "http://127.0.0.1:9/v1"
        return
    answer: Callable[[Send, threading.Event], None] = answers
    over = threading.Event()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            length = 0
            while (line := self.rfile.readline(65_537).strip()) != b"":
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            self.rfile.read(length)
            try:
                answer(self._send, over)
            except OSError:  # the reader's time was over and the line was cut: as it should be
                return

        def _send(self, data: bytes) -> None:
            self.wfile.write(data)
            self.wfile.flush()

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False
        allow_reuse_address = True

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/v1"
        finally:
            over.set()
            server.shutdown()
