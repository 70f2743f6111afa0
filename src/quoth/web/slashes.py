"""`/library/` is `/library`: no address of this site ends in a slash, and people type one all the same."""

from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from quoth.web.local import local_path

__all__ = ["WithoutSlash"]


class WithoutSlash:
    """ASGI middleware that leads whoever reads on to the address without slashes at its end; forms are not led on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 308."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and (plain := _without(scope)):
            await RedirectResponse(plain, status_code=308)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _without(scope: Scope) -> str:
    """The address to go on to; empty where this one is as it should be, or leads elsewhere without its slash."""
    path = quote(scope["path"].rstrip("/"), safe="/:@!$&'()*+,;=")
    if not scope["path"].endswith("/") or not path or local_path(path) != path:
        return ""
    query = scope.get("query_string", b"").decode("latin-1")
    return f"{path}?{query}" if query else path
