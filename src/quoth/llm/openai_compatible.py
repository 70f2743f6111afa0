"""A client of any server that speaks OpenAI's chat completions: Ollama, vLLM, llama.cpp, or a hosted one.

The call runs in a thread of its own: whatever the server does, the caller has its thread back at the deadline, and the
connection is dropped. Source: the API reference of chat completions; streaming as server-sent events.
"""

import ipaddress
import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from queue import Empty, Queue
from typing import Any, Protocol
from urllib.parse import urlsplit

from quoth.errors import GuestFailed, NetworkNotAllowed, SourceFailed, UserError
from quoth.llm.protocol import Ask, Said

__all__ = ["Coming", "OpenAiCompatible", "Wire", "is_this_machine"]

LONGEST_STREAM = 200_000
"""Characters of a reply after which the connection is dropped."""


class Coming(Protocol):
    """An answer that is still coming."""

    @property
    def media_type(self) -> str:
        """As the server names it, without parameters."""

    @property
    def pieces(self) -> Iterator[bytes]:
        """Its bytes as they arrive, bounded. Raises SourceFailed."""


class Wire(Protocol):
    """The way to the server, which the operator's rules are laid on (`quoth.http`)."""

    def send(self, url: str, content: bytes | None, headers: Mapping[str, str]) -> AbstractContextManager[Coming]:
        """The answer to a POST, or to a GET where there is no content. Raises SourceFailed or NetworkNotAllowed."""


def is_this_machine(address: str) -> bool:
    """Whether an address names this machine: localhost, or a loopback address."""
    host = (urlsplit(address).hostname or "").lower().rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(slots=True)
class OpenAiCompatible:
    """One server and one of its models."""

    wire: Wire
    address: str
    """Of the API, such as http://localhost:11434/v1."""
    name: str
    key: str = field(default="", repr=False)
    at_once: int = 2
    """Calls that may run side by side."""
    _turns: threading.Semaphore = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the turns."""
        self._turns = threading.Semaphore(self.at_once)

    def say(self, ask: Ask, *, deadline_s: float) -> Said:
        """What the model says. Raises GuestFailed."""
        ends = time.monotonic() + deadline_s
        if not self._turns.acquire(timeout=max(deadline_s, 0.001)):
            raise GuestFailed("busy", f"{self.at_once} other calls were running.")
        outcome: Queue[Said | Exception] = Queue(1)
        stop = threading.Event()
        worker = threading.Thread(target=self._run, args=(ask, stop, outcome), name="quoth-guest", daemon=True)
        worker.start()
        try:
            found = outcome.get(timeout=max(ends - time.monotonic(), 0.001))
        except Empty:
            stop.set()
            raise GuestFailed("late", f"It had {deadline_s:.0f} s.") from None
        if isinstance(found, UserError):
            raise found
        if isinstance(found, Exception):
            raise GuestFailed("silent", type(found).__name__) from found
        return found

    def models(self) -> tuple[str, ...]:
        """The models that the server names. Raises SourceFailed, which says what to do, or NetworkNotAllowed."""
        try:
            with self.wire.send(f"{self._base}/models", None, self._headers()) as coming:
                body = b"".join(coming.pieces)
        except SourceFailed as fault:
            raise SourceFailed(_put_plainly(fault, self.address), status=fault.status) from fault
        try:
            listed = json.loads(body)["data"]
            return tuple(str(model["id"]) for model in listed)
        except (ValueError, KeyError, TypeError) as fault:
            raise SourceFailed(f"{self.address} answers, but gives no list of models as such servers do.") from fault

    @property
    def _base(self) -> str:
        return self.address.rstrip("/")

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"} if self.key else {}

    def _run(self, ask: Ask, stop: threading.Event, outcome: "Queue[Said | Exception]") -> None:
        try:
            outcome.put(self._said(ask, stop))
        except NetworkNotAllowed as fault:
            outcome.put(fault)
        except SourceFailed as fault:
            # The wire's own limit is as long as the deadline: whichever of the two ends first, it was late.
            known = {401: "key", 403: "key", 404: "unknown"}
            reason = "late" if fault.late else known.get(fault.status or 0, "silent")
            outcome.put(GuestFailed(reason, str(fault)))
        except Exception as fault:
            outcome.put(fault)
        finally:
            self._turns.release()

    def _said(self, ask: Ask, stop: threading.Event) -> Said:
        body: dict[str, Any] = {
            "model": self.name,
            "messages": [{"role": message.role, "content": message.text} for message in ask.messages],
            "max_tokens": ask.tokens_max,
            "temperature": 0,
            "seed": 0,
            "stream": True,
            "stream_options": {"include_usage": True},
            "response_format": {"type": "json_object"},
        }
        content = json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream", **self._headers()}
        gathered = _Gathered(sum(len(message.text) for message in ask.messages))
        with self.wire.send(f"{self._base}/chat/completions", content, headers) as coming:
            for event in _events(coming.pieces, streamed=coming.media_type == "text/event-stream"):
                if stop.is_set() or gathered.full:
                    break
                gathered.take(event)
        return gathered.said()


def _put_plainly(fault: SourceFailed, address: str) -> str:
    """What an operator can do about a server that gave no list of its models."""
    if fault.status in (401, 403):
        return f"The server at '{address}' refused the key. Put the right one into QUOTH_MODEL_KEY."
    if fault.status == 404:
        return f"A server answers at '{address}', but has no models there. The address usually ends in /v1 (model_url)."
    why = fault.why or "it gave no answer that can be read"
    return f"The server at '{address}' cannot be asked: {why}. Start it, see its own log, or correct setting model_url."


class _Gathered:
    """What the pieces of a stream add up to."""

    def __init__(self, chars_in: int) -> None:
        self._chars_in = chars_in
        self._text: list[str] = []
        self._chars = 0
        self._finish: str | None = None
        self._usage: tuple[int, int] | None = None

    @property
    def full(self) -> bool:
        """Whether the reply is longer than any that will be read."""
        return self._chars > LONGEST_STREAM

    def take(self, event: dict[str, Any]) -> None:
        """One chunk of a stream, or a whole completion. What is not as it should be is passed over."""
        usage = event.get("usage")
        if isinstance(usage, dict):
            self._usage = (_count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")))
        choices = event.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
        part = choice.get("delta") or choice.get("message") or {}
        words = part.get("content") if isinstance(part, dict) else None
        if isinstance(words, str):
            self._text.append(words)
            self._chars += len(words)
        if isinstance(choice.get("finish_reason"), str):
            self._finish = choice["finish_reason"]

    def said(self) -> Said:
        """The reply. Raises GuestFailed when there is none."""
        text = "".join(self._text)
        if not text.strip():
            raise GuestFailed("refused" if self._finish == "content_filter" else "silent", "The reply was empty.")
        tokens_in, tokens_out = self._usage or (self._chars_in // 4, len(text) // 4)
        return Said(text, tokens_in, tokens_out, whole=self._finish not in ("length", "content_filter"))


def _count(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 10**9 else 0


def _events(pieces: Iterator[bytes], *, streamed: bool) -> Iterator[dict[str, Any]]:
    """The JSON objects of a stream of server-sent events, or of one plain answer."""
    if not streamed:
        yield _json(b"".join(pieces))
        return
    rest = b""
    for piece in pieces:
        rest += piece
        *lines, rest = rest.replace(b"\r\n", b"\n").split(b"\n")
        for line in lines:
            if line.startswith(b"data:"):
                data = line[5:].strip()
                if data == b"[DONE]":
                    return
                yield _json(data)


def _json(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise GuestFailed("unreadable", "The server sent something that is no JSON.") from fault
    return found if isinstance(found, dict) else {}
