"""Who is asking: the account behind a cookie or a token, known to routes and templates for the length of one request.

Readers without an account get no cookie and cost no look at the store.
"""

import hashlib
import hmac
from contextvars import ContextVar
from dataclasses import dataclass

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from quoth.model import Account, Office
from quoth.pipeline import Parts
from quoth.pipeline import signing_in as door

__all__ = [
    "COOKIE",
    "NOBODY",
    "Doorkeeper",
    "Visitor",
    "account_of",
    "current_path",
    "current_visitor",
    "end_cookie",
    "set_cookie",
]

COOKIE = "quoth_session"


@dataclass(frozen=True, slots=True)
class Visitor:
    """One request's visitor. Nobody has no account."""

    account: Account | None = None
    secret: str = ""
    """The session's, where a cookie brought it; empty for a token."""

    @property
    def form_token(self) -> str:
        """What every form of a signed-in visitor carries, and no other site can know."""
        return hmac.new(self.secret.encode(), b"quoth form", hashlib.sha256).hexdigest() if self.secret else ""

    def holds(self, *names: str) -> bool:
        """Whether the visitor has any of these offices; for templates."""
        return self.account is not None and self.account.holds(*(Office(name) for name in names))


NOBODY = Visitor()
_CURRENT: ContextVar[Visitor] = ContextVar("visitor", default=NOBODY)
_PATH: ContextVar[str] = ContextVar("path", default="")


def current_visitor() -> Visitor:
    """The visitor of the request that is being answered."""
    return _CURRENT.get()


def current_path() -> str:
    """The path of the request that is being answered: the way round the site shows where its reader is."""
    return _PATH.get()


def account_of(request: Request) -> Account:
    """The account that a route acts for; the gate has seen to it that there is one."""
    visitor: Visitor = request.state.visitor
    assert visitor.account is not None, "a route for accounts stands in the access table as one"
    return visitor.account


class Doorkeeper:
    """ASGI middleware that looks up who is asking."""

    def __init__(self, app: ASGIApp, parts: Parts) -> None:
        self._app, self._parts = app, parts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its visitor."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        cookie = request.cookies.get(COOKIE, "")
        bearer = _bearer(request.headers.get("authorization", ""))
        visitor = NOBODY
        if bearer or cookie:
            visitor = await to_thread.run_sync(self._visitor, bearer, cookie)
        scope.setdefault("state", {})["visitor"] = visitor
        entered, here = _CURRENT.set(visitor), _PATH.set(scope["path"])
        try:
            await self._app(scope, receive, send)
        finally:
            _PATH.reset(here)
            _CURRENT.reset(entered)

    def _visitor(self, bearer: str, cookie: str) -> Visitor:
        if bearer:
            return Visitor(door.account_of_token(bearer, self._parts))
        found = door.account_of_session(cookie, self._parts)
        return Visitor(found, cookie) if found else NOBODY


def set_cookie(response: Response, secret: str, parts: Parts) -> Response:
    """The response with the session's cookie: for this site alone, out of reach of scripts and other sites' forms."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=parts.settings.session_hours * 3600,
        httponly=True,
        samesite="lax",
        secure=parts.settings.https,
        path="/",
    )
    return response


def end_cookie(response: Response) -> Response:
    """The response with the cookie taken back."""
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return response


def _bearer(header: str) -> str:
    kind, _, secret = header.partition(" ")
    return secret.strip() if kind.lower() == "bearer" else ""
