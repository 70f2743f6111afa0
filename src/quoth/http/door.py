"""The door: one request at a time, retried with jitter, redirects checked one by one, bodies bounded.

What goes wrong is told by host and kind; no message, log or traceback of ours holds an address with its query, which
may be what somebody asked.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit, urlunsplit

from quoth import __version__
from quoth.errors import SourceFailed
from quoth.http.addresses import Resolve, checked_url, public_addresses, system_resolve
from quoth.http.bodies import BodyFault, bounded
from quoth.http.exchange import (
    AGAIN,
    REDIRECTS,
    Reply,
    Request,
    Stream,
    is_number,
    retry_after_s,
    starts_at,
    words_of,
)
from quoth.http.pace import Pace
from quoth.http.rules import Rules
from quoth.http.tries import Again, tried

if TYPE_CHECKING:
    import httpx2

__all__ = ["Door"]


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
                raise Again(why)
            return reply

        return tried(once, self.rules)

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

            response = tried(once, self.rules)
            pieces = bounded(response.iter_raw(), response.headers.get("content-encoding", ""), self.rules)
            media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
            yield Stream(media_type, self._told(pieces))

    def _told(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """The pieces, and what goes wrong with them in our words."""
        import httpx2

        try:
            yield from pieces
        except BodyFault as fault:
            raise SourceFailed(f"{self.rules.name} cannot be used: {fault}.", late=fault.late) from fault
        except httpx2.TimeoutException as fault:
            said = f"{self.rules.name} stopped in the middle of its answer for {self.rules.timeout_s:g} s."
            raise SourceFailed(said, late=True) from fault
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
                    raise Again("the part that was there did not fit")
                going_on = response.status_code == 206 and starts_at(response.headers.get("content-range", ""), have)
                return self._written(response, to, have if going_on else 0, progress)

        return tried(once, self.rules)

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
        total = have + int(length) if is_number(length) else None
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
                if status in REDIRECTS and location and request.form is None and request.content is None:
                    url = urljoin(url, location)
                    continue
                if status in AGAIN and status not in request.accept:
                    wait_s = retry_after_s(response.headers.get("retry-after", ""))
                    if status == 429:
                        self._pace.hold(1.0 if wait_s is None else wait_s)
                    raise Again(words_of(status), wait_s)
                if not (200 <= status < 300 or status in request.accept):
                    why = words_of(status)
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


def _with_query(url: str, params: Mapping[str, str] | None) -> str:
    if not params:
        return url
    return f"{url}{'&' if urlsplit(url).query else '?'}{urlencode(params)}"


def _is_literal(host: str) -> bool:
    """Whether a host is an address or this machine itself: a proxy must not be used to get around the check."""
    return host == "localhost" or host.endswith(".localhost") or ":" in host or host.replace(".", "").isdigit()


def _reply(response: "httpx2.Response", body: bytes, url: str) -> Reply:
    headers = {name.lower(): value for name, value in response.headers.items()}
    media_type = headers.get("content-type", "").split(";")[0].strip().lower()
    return Reply(response.status_code, body, media_type, headers, url)
