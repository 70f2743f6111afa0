"""What is remembered of a visit: method, route, status and time. Never an address as typed, a query or a question."""

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LOG", "AccessLog"]

LOG = logging.getLogger("quoth.web")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class AccessLog:
    """ASGI middleware that writes one line for each request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.monotonic()
        status = 0

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            route = getattr(scope.get("route"), "path", "(no such page)")
            method = scope["method"] if scope["method"] in _METHODS else "(other)"
            LOG.info("%s %s %d %.0f ms", method, route, status, (time.monotonic() - started) * 1000)
