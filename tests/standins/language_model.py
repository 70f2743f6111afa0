"""A server that speaks OpenAI's chat completions, well or badly, on this machine alone.

Written from the public API reference: a stream of `data:` chunks with a role delta first, `finish_reason`, an optional
usage chunk and `[DONE]`; or one JSON answer; errors as {"error": {…}}.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["BEHAVIOURS", "Server", "language_model"]


@dataclass
class Server:
    """A running server. `text` is what it says; `behaviour` how it says it."""

    address: str
    text: Callable[[dict[str, Any]], str]
    behaviour: str = "streams"
    key: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    heads: list[Mapping[str, str]] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event)
    """Set when the client dropped the connection of a slow or endless answer."""


@contextmanager
def language_model(text: Callable[[dict[str, Any]], str] = lambda _: '{"ready": true}') -> Iterator[Server]:
    """A server on a free port of the loopback address."""
    state = Server("", text)

    class Handler(BaseHTTPRequestHandler):
        """Answers as the state says."""

        def log_message(self, *_: object) -> None:
            """Nothing of a conversation is logged."""

        def do_GET(self) -> None:
            """The list of models."""
            if self.path != "/v1/models":
                return self._json(404, {"error": {"message": "no such path"}})
            if state.key and self.headers.get("Authorization") != f"Bearer {state.key}":
                return self._json(401, {"error": {"message": "wrong key"}})
            return self._json(200, {"object": "list", "data": [{"id": "small", "object": "model"}]})

        def do_POST(self) -> None:
            """A completion."""
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.asked.append(body)
            state.heads.append(dict(self.headers))
            if state.key and self.headers.get("Authorization") != f"Bearer {state.key}":
                return self._json(401, {"error": {"message": "wrong key"}})
            try:
                BEHAVIOURS[state.behaviour](self, state, state.text(body))
            except (BrokenPipeError, ConnectionResetError):
                state.gone.set()

        def _json(self, status: int, answer: dict[str, Any]) -> None:
            data = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def begin_stream(self) -> None:
            """The head of a stream whose length nobody knows."""
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()

        def event(self, data: str) -> None:
            """One server-sent event."""
            self.wfile.write(f"data: {data}\n\n".encode())
            self.wfile.flush()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()


def _chunk(delta: dict[str, str], finish: str | None = None) -> str:
    return json.dumps({"object": "chat.completion.chunk", "choices": [{"delta": delta, "finish_reason": finish}]})


def _streams(handler: Any, state: Server, text: str) -> None:
    handler.begin_stream()
    handler.event(_chunk({"role": "assistant"}))
    for start in range(0, len(text), 7):
        handler.event(_chunk({"content": text[start : start + 7]}))
    handler.event(_chunk({}, "stop"))
    handler.event(json.dumps({"choices": [], "usage": {"prompt_tokens": 11, "completion_tokens": 5}}))
    handler.event("[DONE]")


def _answers_whole(handler: Any, state: Server, text: str) -> None:
    usage = {"prompt_tokens": 11, "completion_tokens": 5}
    handler._json(200, {"choices": [{"message": {"content": text}, "finish_reason": "stop"}], "usage": usage})


def _says_nothing(handler: Any, state: Server, text: str) -> None:
    _answers_whole(handler, state, "")


def _declines(handler: Any, state: Server, text: str) -> None:
    handler._json(200, {"choices": [{"message": {"content": None}, "finish_reason": "content_filter"}]})


def _sends_rubbish(handler: Any, state: Server, text: str) -> None:
    handler.begin_stream()
    handler.event("{" * 2000)


def _is_cut_off(handler: Any, state: Server, text: str) -> None:
    handler.begin_stream()
    handler.event(_chunk({"content": text[: len(text) // 2]}))


def _hangs(handler: Any, state: Server, text: str) -> None:
    time.sleep(5)


def _stops_half_way(handler: Any, state: Server, text: str) -> None:
    handler.begin_stream()
    handler.event(_chunk({"content": text[: len(text) // 2]}))
    time.sleep(5)


def _drips(handler: Any, state: Server, text: str) -> None:
    handler.begin_stream()
    for _ in range(400):
        handler.event(_chunk({"content": "word "}))
        time.sleep(0.05)


def _never_ends(handler: Any, state: Server, text: str) -> None:
    handler.begin_stream()
    while True:
        handler.event(_chunk({"content": "word " * 2000}))


def _has_another_status(status: int) -> Callable[[Any, Server, str], None]:
    return lambda handler, state, text: handler._json(status, {"error": {"message": "no"}})


BEHAVIOURS: dict[str, Callable[[Any, Server, str], None]] = {
    "streams": _streams,
    "answers whole": _answers_whole,
    "says nothing": _says_nothing,
    "declines": _declines,
    "sends rubbish": _sends_rubbish,
    "is cut off": _is_cut_off,
    "hangs": _hangs,
    "stops half way": _stops_half_way,
    "drips": _drips,
    "never ends": _never_ends,
    "knows no such model": _has_another_status(404),
    "is overloaded": _has_another_status(503),
    "limits how often": _has_another_status(429),
    "breaks": _has_another_status(500),
    "leads away": _has_another_status(302),
}
