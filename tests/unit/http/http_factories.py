"""A door whose replies are given, for tests: what is asked is kept."""

from collections.abc import Callable

import httpx2

from quoth.http import Door, Rules

Handler = Callable[[httpx2.Request], httpx2.Response]
PUBLIC = "93.184.216.34"
FAST = {"per_second": 1e6, "retry_wait_s": 0.001}


def door(handler: Handler, *, addresses: dict[str, list[str]] | None = None, **rules: object) -> Door:
    """A door to example.org whose network is a function."""
    given: dict[str, object] = {"name": "Example", "hosts": frozenset({"example.org"}), **FAST, **rules}
    return Door(
        Rules(**given),  # type: ignore[arg-type]
        resolve=lambda host, _: (addresses or {}).get(host, [PUBLIC]),
        transport=httpx2.MockTransport(handler),
    )


def reply(
    status: int, content: bytes = b"", headers: dict[str, str] | dict[bytes, bytes] | None = None
) -> httpx2.Response:
    """A response whose body comes from a stream, as from the wire."""
    return httpx2.Response(status, headers=headers, stream=httpx2.ByteStream(content))


def answers(*replies: httpx2.Response) -> tuple[Handler, list[httpx2.Request]]:
    """A handler that gives these replies in turn, and what it was asked."""
    asked: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        given = replies[min(len(asked), len(replies)) - 1]
        return httpx2.Response(given.status_code, headers=given.headers, stream=given.stream)

    return handler, asked
