"""Errors as pages: what is wrong and what to do, never a traceback."""

import traceback

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quoth.errors import (
    BadInput,
    LibraryBusy,
    MissingExtra,
    NoRoom,
    NotAllowed,
    NotFound,
    NotSignedIn,
    SourceFailed,
    TooOften,
    UserError,
)
from quoth.web.access_log import LOG
from quoth.web.local import sign_in_address
from quoth.web.pages import html_page

__all__ = ["TEXT_BY_STATUS", "FaultPages", "add_fault_pages", "fault_page"]

STATUS_BY_ERROR: tuple[tuple[type[UserError], int, str], ...] = (
    (NotFound, 404, "Not found"),
    (TooOften, 429, "Too often"),
    (NotAllowed, 403, "Not allowed"),
    (BadInput, 422, "That cannot be used"),
    (LibraryBusy, 503, "The library is busy"),
    (MissingExtra, 501, "Not installed here"),
    (NoRoom, 507, "The disk is full"),
    (SourceFailed, 502, "A source on the network failed"),
    (UserError, 500, "The library needs attention"),
)
TEXT_BY_STATUS: dict[int, tuple[str, str]] = {
    400: ("That cannot be read", "What was sent is not a form in UTF-8. Start from the question box."),
    404: ("Not found", "There is no page at this address. Kept answers expire, and can be deleted by their readers."),
    405: ("Not possible here", "This address takes another kind of request. Start from the question box."),
    413: ("Too much at once", "The form is larger than this page takes. Ask the question more briefly."),
    422: ("That cannot be used", "Something in the address or the form is not of the kind expected here."),
    500: ("Something went wrong", "This is a fault in quoth, not in your question. Nothing of it was kept. Try again."),
}


def fault_page(status: int, title: str, message: str, *, form: bool = False) -> Response:
    """A page that says what is wrong; with `form`, the way back to the form that was sent."""
    return html_page("fault.html", status=status, title=title, message=message, form=form)


def add_fault_pages(app: FastAPI) -> None:
    """Have the application answer its errors with pages."""
    app.add_exception_handler(UserError, _of_user_error)
    app.add_exception_handler(HTTPException, _of_http_error)
    app.add_exception_handler(RequestValidationError, _of_validation)


class FaultPages:
    """ASGI middleware for everything unforeseen: a plain page for the reader, a place in the code for the log.

    The error's own message is not logged: it can hold what somebody asked.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; turn what is raised into a page unless the reply has begun."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as fault:
            LOG.error("%s at %s", type(fault).__name__, _place(fault))
            if scope["type"] == "http" and not begun:
                await fault_page(500, *TEXT_BY_STATUS[500])(scope, receive, send)


def _of_user_error(request: Request, fault: Exception) -> Response:
    if isinstance(fault, NotSignedIn):
        return _to_sign_in(request, str(fault))
    status, title = next((status, title) for kind, status, title in STATUS_BY_ERROR if isinstance(fault, kind))
    return fault_page(status, title, str(fault), form=request.method == "POST")


def _to_sign_in(request: Request, message: str) -> Response:
    """A page leads to the form and on to itself; whoever sends or fetches data is told."""
    if request.method == "GET" and "json" not in request.headers.get("accept", ""):
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(sign_in_address(wanted), status_code=303)
    return fault_page(401, "Sign in first", message)


def _of_http_error(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    page = fault_page(status, *TEXT_BY_STATUS.get(status, TEXT_BY_STATUS[422]))
    if isinstance(fault, HTTPException) and fault.headers:
        page.headers.update(fault.headers)
    return page


def _of_validation(request: Request, fault: Exception) -> Response:
    return fault_page(422, *TEXT_BY_STATUS[422], form=request.method == "POST")


def _place(fault: BaseException) -> str:
    """The way through our own code, innermost last."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [
        f"{frame.filename.rpartition('quoth/')[2]}:{frame.lineno}" for frame in frames if "quoth/" in frame.filename
    ]
    return " > ".join(ours[-6:]) or "outside quoth"
