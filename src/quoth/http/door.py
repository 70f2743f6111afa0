"""The door: one request at a time, retried with jitter, redirects checked one by one, bodies bounded.

What goes wrong is told by host and kind; no message, log or traceback of ours holds an address with its query, which
may be what somebody asked.
"""

import logging
import random
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit, urlunsplit

from quoth import __version__
from quoth.errors import SourceFailed
from quoth.http.addresses import Resolve, checked_url, public_addresses, system_resolve
from quoth.http.bodies import BodyFault, bounded
from quoth.http.pace import Pace
from quoth.http.rules import Rules

if TYPE_CHECKING:
    import httpx2

__all__ = ["Door", "Reply", "Request", "Stream"]

# Not str.isdigit: it also takes "²", which no int() reads.
_NUMBER = re.compile(r"[0-9]{1,15}")
T = TypeVar("T")

_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WORDS = {
    400: "it does not understand the request",
    401: "it asks who we are",
    403: "it refuses the request",
    404: "there is nothing at this address",
    410: "what was there has gone",
    414: "the request is too long",
    429: "it limits how often it may be asked",
}
_RETRY_AFTER_MAX_S = 30.0


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked. With `form` or `content` it is a POST, which follows no redirect."""

    url: str
    params: Mapping[str, str] | None = None
    form: Mapping[str, str] | None = None
    content: bytes | None = None
    headers: Mapping[str, str] | None = None
    accept: tuple[int, ...] = ()
    """Statuses beyond 200 to 299 that are an answer and no failure, such as 404."""


@dataclass(frozen=True, slots=True)
class Stream:
    """An answer that is still coming. `pieces` are its bytes, unpacked and bounded, as they arrive."""

    media_type: str
    pieces: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `url` is where it came from in the end; it may hold a query and is for links, never for a log."""

    status: int
    body: bytes
    media_type: str
    headers: Mapping[str, str]
    url: str


class _Again(Exception):
    """Asking again may help. `wait_s` is what the service asked for, if it did."""

    def __init__(self, why: str, wait_s: float | None = None) -> None:
        super().__init__(why)
        self.wait_s = wait_s


class Door:
    """The way to one source, under its rules. Can be shared between threads."""

    def __init__(
        self,
        rules: Rules,
        *,
        resolve: Resolve = system_resolve,
        transport: "httpx2.BaseTransport | None" = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take the rules. Nothing is connected yet.

        Args:
            rules: what may be asked.
            resolve: names to addresses.
            transport: in place of the network, for tests.
            sleep: in place of waiting, for tests.
        """
        self.rules = rules
        self._resolve = resolve
        self._transport = transport
        self._sleep = sleep
        self._pace = Pace(rules.per_second, sleep=sleep)
        self._clients: dict[str, httpx2.Client] = {}
        self._lock = threading.Lock()

    def get(self, url: str, params: Mapping[str, str] | None = None, *, accept: tuple[int, ...] = ()) -> Reply:
        """The answer to a GET. Raises as `ask` does."""
        return self.ask(Request(url, params, accept=accept))

    def ask(self, request: Request, *, unfit: Callable[[Reply], str | None] = lambda _: None) -> Reply:
        """The answer to a request.

        Args:
            request: what is asked.
            unfit: why to ask for an answer again though its status says that all is well; `None` where all is well.

        Raises:
            NetworkNotAllowed: the rules forbid the address, or one that it leads to.
            SourceFailed: no usable answer came, however often it was asked.
        """

        def once(attempt: int) -> Reply:
            with self._answer(request, attempt) as (response, url):
                pieces = bounded(response.iter_raw(), response.headers.get("content-encoding", ""), self.rules)
                body = b"".join(pieces)
            reply = _reply(response, body, url)
            if reply.status < 300 and (why := unfit(reply)):
                raise _Again(why)
            return reply

        return self._tried(once)

    @contextmanager
    def stream(self, request: Request) -> Iterator[Stream]:
        """The answer to a request while it comes. The request is tried again until an answer begins, and then no more.

        Raises:
            NetworkNotAllowed: the rules forbid the address.
            SourceFailed: no usable answer began, or it broke off, was too large or too slow.
        """
        with ExitStack() as open_answer:

            def once(attempt: int) -> "httpx2.Response":
                with ExitStack() as trial:
                    response, _ = trial.enter_context(self._answer(request, attempt))
                    open_answer.push(trial.pop_all())
                return response

            response = self._tried(once)
            pieces = bounded(response.iter_raw(), response.headers.get("content-encoding", ""), self.rules)
            media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
            yield Stream(media_type, self._told(pieces))

    def _told(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """The pieces, and what goes wrong with them in our words."""
        import httpx2

        try:
            yield from pieces
        except BodyFault as fault:
            raise SourceFailed(f"{self.rules.name} cannot be used: {fault}.") from fault
        except (httpx2.TransportError, OSError) as fault:
            raise SourceFailed(f"{self.rules.name} broke off its answer.") from fault

    def download(
        self,
        url: str,
        to: Path,
        *,
        progress: Callable[[int, int | None], None] = lambda done, total: None,
    ) -> int:
        """A file, streamed to `to`. A part that is there already is gone on from, where the server can.

        Args:
            url: what to fetch.
            to: where it goes; on any failure the part stays for the next try.
            progress: told (bytes so far, bytes in all or `None`).

        Returns:
            Its size in bytes.
        """

        def once(attempt: int) -> int:
            have = to.stat().st_size if to.exists() else 0
            headers = (
                {"Range": f"bytes={have}-", "Accept-Encoding": "identity"} if have else {"Accept-Encoding": "identity"}
            )
            request = Request(url, headers=headers, accept=(416,))
            with self._answer(request, attempt) as (response, _):
                if response.status_code == 416:
                    if response.headers.get("content-range", "").endswith(f"/{have}"):
                        return have
                    to.unlink(missing_ok=True)
                    raise _Again("the part that was there did not fit")
                going_on = response.status_code == 206 and _starts_at(response.headers.get("content-range", ""), have)
                return self._written(response, to, have if going_on else 0, progress)

        return self._tried(once)

    def close(self) -> None:
        """Let go of the connections."""
        with self._lock:
            for client in self._clients.values():
                client.close()
            self._clients.clear()

    # --- one try -----------------------------------------------------------------------------------------------------
    def _written(
        self, response: "httpx2.Response", to: Path, have: int, progress: Callable[[int, int | None], None]
    ) -> int:
        length = response.headers.get("content-length", "")
        total = have + int(length) if _NUMBER.fullmatch(length) else None
        done = have
        with to.open("ab" if have else "wb") as file:
            for piece in bounded(response.iter_raw(), response.headers.get("content-encoding", ""), self.rules):
                done += len(piece)
                if done > self.rules.body_bytes:
                    raise BodyFault(f"the answer is larger than {self.rules.body_bytes:,} bytes", again=False)
                file.write(piece)
                progress(done, total)
        if total is not None and done != total:
            raise BodyFault("the answer is cut short", again=True)
        return done

    @contextmanager
    def _answer(self, request: Request, attempt: int) -> "Iterator[tuple[httpx2.Response, str]]":
        """The response to one try, redirects followed and checked; its body has not been read."""
        url = _with_query(request.url, request.params)
        for _ in range(self.rules.redirects + 1):
            parts = checked_url(url, self.rules)
            with self._sent(parts, request, attempt) as response:
                status = response.status_code
                location = response.headers.get("location")
                if status in _REDIRECTS and location and request.form is None and request.content is None:
                    url = urljoin(url, location)
                    continue
                if status in _AGAIN and status not in request.accept:
                    wait_s = _retry_after(response.headers.get("retry-after", ""))
                    if status == 429:
                        self._pace.hold(1.0 if wait_s is None else wait_s)
                    raise _Again(_WORDS.get(status, f"it answers with status {status}"), wait_s)
                if not (200 <= status < 300 or status in request.accept):
                    why = _WORDS.get(status, f"it answers with status {status}")
                    raise SourceFailed(f"{self.rules.name} ({parts.hostname}) cannot be used: {why}.", status=status)
                yield response, url
                return
        raise SourceFailed(f"{self.rules.name} sends us from address to address without an end.")

    @contextmanager
    def _sent(self, parts: SplitResult, request: Request, attempt: int) -> "Iterator[httpx2.Response]":
        host = (parts.hostname or "").lower().rstrip(".")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = host
        if not self.rules.proxy or _is_literal(host):
            addresses = public_addresses(host, port, self.rules, self._resolve)
            if not addresses:
                raise OSError("no address")
            address = addresses[attempt % len(addresses)]
        shown = f"[{address}]" if ":" in address else address
        default = (parts.scheme, port) in (("https", 443), ("http", 80))
        netloc = shown if default else f"{shown}:{port}"
        pinned = urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))
        method = "GET" if request.form is None and request.content is None else "POST"
        content = urlencode(request.form).encode() if request.form is not None else request.content
        headers = {
            "Host": host if default else f"{host}:{port}",
            "User-Agent": f"quoth/{__version__}",
            "Accept-Encoding": "gzip",
            **({"Content-Type": "application/x-www-form-urlencoded"} if request.form is not None else {}),
            **(request.headers or {}),
        }
        extensions: dict[str, Any] = {"sni_hostname": host} if parts.scheme == "https" else {}
        client = self._client(host)
        with ExitStack() as stack:
            with self._pace.turn():
                asked = client.stream(method, pinned, content=content, headers=headers, extensions=extensions)
                response = stack.enter_context(asked)
            yield response

    def _client(self, host: str) -> "httpx2.Client":
        """One client for each host: a connection to a shared address is never used for another name."""
        import httpx2

        with self._lock:
            if host not in self._clients:
                # At INFO the library would log whole addresses, and with them what was asked.
                for name in ("httpx2", "httpcore2"):
                    logging.getLogger(name).setLevel(logging.WARNING)
                self._clients[host] = httpx2.Client(
                    transport=self._transport,
                    proxy=self.rules.proxy or None,
                    trust_env=False,
                    follow_redirects=False,
                    timeout=self.rules.timeout_s,
                )
            client = self._clients[host]
            client.cookies.clear()
            return client

    # --- tries -------------------------------------------------------------------------------------------------------
    def _tried(self, once: Callable[[int], T]) -> T:
        """What one of the tries brings; the failure of the last one, in our words, when none does."""
        import httpx2
        import stamina

        stamina.instrumentation.set_on_retry_hooks([])  # its log line is not for a reader's screen
        rules = self.rules
        try:
            for trial in stamina.retry_context(
                on=_worth_another_try,
                attempts=rules.attempts,
                timeout=rules.retry_s,
                wait_initial=rules.retry_wait_s,
                wait_jitter=rules.retry_wait_s,
            ):
                with trial:
                    return once(trial.num - 1)
        except (_Again, BodyFault) as fault:
            why = str(fault)
        except httpx2.TimeoutException:
            why = f"it did not answer within {rules.timeout_s:g} s"
        except (httpx2.TransportError, httpx2.InvalidURL, OSError, UnicodeError):
            why = "the connection failed"
        raise SourceFailed(f"{rules.name} cannot be used: {why}. Try again later; what was fetched is kept.", why=why)


def _worth_another_try(fault: Exception) -> bool | float:
    """Whether to ask again, or after how many seconds where the service said so."""
    import httpx2

    if isinstance(fault, _Again):
        return True if fault.wait_s is None else fault.wait_s * random.uniform(1.0, 1.2)  # noqa: S311 - jitter
    if isinstance(fault, BodyFault):
        return fault.again
    return isinstance(fault, (httpx2.TransportError, OSError)) and not isinstance(fault, httpx2.UnsupportedProtocol)


def _retry_after(value: str) -> float | None:
    """Seconds to wait, from a number or a date; never longer than half a minute."""
    if _NUMBER.fullmatch(value.strip()):
        return min(float(value), _RETRY_AFTER_MAX_S)
    try:
        ahead = parsedate_to_datetime(value).timestamp() - time.time()
    except (ValueError, TypeError, IndexError):
        return None
    return min(max(ahead, 0.0), _RETRY_AFTER_MAX_S)


def _with_query(url: str, params: Mapping[str, str] | None) -> str:
    if not params:
        return url
    return f"{url}{'&' if urlsplit(url).query else '?'}{urlencode(params)}"


def _is_literal(host: str) -> bool:
    """Whether a host is an address or this machine itself: a proxy must not be used to get around the check."""
    return host == "localhost" or host.endswith(".localhost") or ":" in host or host.replace(".", "").isdigit()


def _starts_at(content_range: str, have: int) -> bool:
    return content_range.strip().lower().startswith(f"bytes {have}-")


def _reply(response: "httpx2.Response", body: bytes, url: str) -> Reply:
    headers = {name.lower(): value for name, value in response.headers.items()}
    media_type = headers.get("content-type", "").split(";")[0].strip().lower()
    return Reply(response.status_code, body, media_type, headers, url)
