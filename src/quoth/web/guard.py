"""Who may come in: requests for this host, forms sent from our own pages, bodies of an ordinary size.

There are no accounts and no cookies, so a forged request could only make this library answer or forget. It is refused
all the same, by what browsers say of a request's origin (decision 0016).
"""

import ipaddress
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quoth.web.faults import TEXT_BY_STATUS, fault_page

__all__ = ["BODY_MAX_BYTES", "Guard", "Hosts", "allowed_hosts"]

BODY_MAX_BYTES = 256 * 1024
"""A form with 10,000 characters of any script, percent-encoded, fits."""
_LOCAL = ("localhost", "127.0.0.1", "::1")
_EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 - compared, not bound
_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Hosts:
    """Names that this machine answers to."""

    names: frozenset[str]
    any_address: bool = False
    """Any IP address as well: a page from elsewhere can rebind a name to this machine, but never an address."""

    def include(self, host_header: str) -> bool:
        """Whether a request may name this host."""
        name = _name_of(host_header)
        return name in self.names or (self.any_address and _is_address(name))


def allowed_hosts(host: str, more: Iterable[str] = ()) -> Hosts:
    """Localhost, the configured host and further names; listening everywhere allows every address of the machine."""
    names = {*_LOCAL, *(_name_of(name) for name in more)}
    everywhere = host in _EVERYWHERE
    names.add(socket.gethostname().lower() if everywhere else _name_of(f"[{host}]" if ":" in host else host))
    return Hosts(frozenset(names), everywhere)


class Guard:
    """ASGI middleware that refuses at the door, with a page that says why."""

    def __init__(
        self,
        app: ASGIApp,
        hosts: Hosts,
        body_max_bytes: int = BODY_MAX_BYTES,
        large: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        """Take the hosts, the size of an ordinary body, and the paths that take larger ones, piece by piece."""
        self._app = app
        self._hosts = hosts
        self._body_max_bytes = body_max_bytes
        self._large = large

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer 400, 403 or 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        limit = self._large.get(scope["path"], self._body_max_bytes)
        refusal = self._refusal(scope["method"], headers, limit)
        if refusal:
            await fault_page(*refusal)(scope, receive, send)
            return
        if scope["path"] in self._large:
            await self._counted(scope, receive, send, limit)
            return
        messages = await _taken(receive, self._body_max_bytes)
        if messages is None:
            await fault_page(413, *TEXT_BY_STATUS[413])(scope, receive, send)
            return
        await self._app(scope, _replayed(messages, receive), send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send, limit: int) -> None:
        """Pass a large body on piece by piece; one that is larger than it said ends as if the sender had gone."""
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            return message if size <= limit else {"type": "http.disconnect"}

        try:
            await self._app(scope, counted, send)
        except ClientDisconnect:
            if size > limit:
                await fault_page(413, *TEXT_BY_STATUS[413])(scope, receive, send)

    def _refusal(self, method: str, headers: Headers, limit: int) -> tuple[int, str, str] | None:
        if not self._hosts.include(headers.get("host", "")):
            return (
                400,
                "Unknown host",
                (
                    "This machine does not answer to the name in the address. Use localhost, or the host that it was "
                    "started with. Whoever runs it behind a proxy names the host: quoth serve --name HOST."
                ),
            )
        if method not in _SAFE_METHODS and not _same_origin(headers):
            return (
                403,
                "Sent from another site",
                "Forms are taken from this site's own pages only. Ask from the start page.",
            )
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length[:15]) > limit:
            return 413, *TEXT_BY_STATUS[413]
        return None


async def _taken(receive: Receive, limit: int) -> list[Message] | None:
    """The messages that make up the body, or `None` when it is larger than the limit, whatever length it declared."""
    messages: list[Message] = []
    size = 0
    while True:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if size > limit:
            return None
        if message["type"] != "http.request" or not message.get("more_body", False):
            return messages


def _replayed(messages: list[Message], receive: Receive) -> Receive:
    waiting = iter(messages)

    async def next_message() -> Message:
        return next(waiting, None) or await receive()

    return next_message


def _same_origin(headers: Headers) -> bool:
    """Whether a form came from one of our pages. A client that sends neither header is no browser: none is forged."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _name_of(host_header: str) -> str:
    """The name without its port; an IPv6 address without its brackets."""
    host = host_header.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if ":" in host else host


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
