"""HEAD on every page: what a monitor, a proxy or a link checker asks before, or instead of, fetching it.

HTTP has every server answer HEAD wherever it answers GET, with the same headers and no body (RFC 9110, section 9.3.2).
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HeadAsGet"]


class HeadAsGet:
    """ASGI middleware that lets the application answer a HEAD as a GET and keeps the body back."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        inside = {**scope, "method": "GET"}
        await self._app(inside, receive, without_body)
        scope["route"] = inside.get("route")  # the access log names it
