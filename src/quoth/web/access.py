"""Who may come to which page: one table for every route, and the gate that holds to it.

A route that is not in the table is closed to everybody. A form that does something for an account must carry that
visitor's form token, besides coming from one of our own pages (decisions 0016 and 0046).
"""

import hmac
import ipaddress
from collections.abc import Awaitable, Callable
from enum import StrEnum

from fastapi import Request

from quoth.errors import NotAllowed, NotSignedIn
from quoth.model import Account, Office
from quoth.pipeline import Parts
from quoth.web.visitors import NOBODY, Visitor

__all__ = ["ACCESS", "OFFICES", "Need", "gate", "may_care", "may_save", "may_write"]

_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_THROUGH_A_PROXY = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


class Need(StrEnum):
    """What a visitor needs for a page."""

    NOTHING = "nothing"
    READING = "nothing, or an account where the setting sign_in_to_read says so"
    LIBRARY = "the office of editor, or this machine where there are no accounts"
    ADDING = "the office of editor; where there are no accounts, this machine itself"
    CARING = "the office of editor or administrator; where there are no accounts, this machine itself"
    SAVING = "an account; where there are no accounts, nothing more than for reading"
    ACCOUNT = "an account"
    BOARD = "the office of editor, reviewer or administrator"
    EDITING = "the office of editor"
    STEERING = "the office of editor or administrator"
    REVIEWING = "the office of reviewer"
    COMMENTING = "the office of editor or reviewer"
    ADMINISTERING = "the office of administrator"


OFFICES: dict[Need, tuple[Office, ...]] = {
    Need.SAVING: tuple(Office),
    Need.ACCOUNT: tuple(Office),
    Need.BOARD: (Office.EDITOR, Office.REVIEWER, Office.ADMINISTRATOR),
    Need.EDITING: (Office.EDITOR,),
    Need.ADDING: (Office.EDITOR,),
    Need.CARING: (Office.EDITOR, Office.ADMINISTRATOR),
    Need.STEERING: (Office.EDITOR, Office.ADMINISTRATOR),
    Need.REVIEWING: (Office.REVIEWER,),
    Need.COMMENTING: (Office.EDITOR, Office.REVIEWER),
    Need.ADMINISTERING: (Office.ADMINISTRATOR,),
}

ACCESS: dict[str, Need] = {
    # to come in at all
    "GET /healthz": Need.NOTHING,
    "GET /robots.txt": Need.NOTHING,
    "GET /favicon.ico": Need.NOTHING,
    "GET /static/{name}": Need.NOTHING,
    "GET /static/fonts/{name}": Need.NOTHING,
    "GET /policy": Need.NOTHING,
    "GET /sign-in": Need.NOTHING,
    "POST /sign-in": Need.NOTHING,
    "GET /sign-in/elsewhere": Need.NOTHING,
    "GET /sign-in/back": Need.NOTHING,
    "GET /invitation/{secret}": Need.NOTHING,
    "POST /invitation/{secret}": Need.NOTHING,
    # reading and asking
    "GET /": Need.READING,
    "GET /credits": Need.READING,
    "GET /glossary": Need.READING,
    "POST /ask": Need.READING,
    "GET /answer/{name}": Need.READING,
    "POST /answer/{answer_id}/follow-up": Need.READING,
    "POST /answer/{answer_id}/delete": Need.READING,
    "POST /answer/{answer_id}/as": Need.READING,
    "POST /answer/{answer_id}/without": Need.READING,
    "POST /answer/{answer_id}/literally": Need.READING,
    "POST /answer/{answer_id}/patient": Need.READING,
    "GET /asking/{ticket}": Need.READING,
    "POST /live/plan": Need.READING,
    "POST /live/start": Need.READING,
    "GET /live/{job_id}": Need.READING,
    "GET /live/{job_id}/events": Need.READING,
    "GET /watch": Need.LIBRARY,
    "GET /watch/feed.atom": Need.LIBRARY,
    "GET /watch/{watch_id}": Need.LIBRARY,
    "POST /answer/{answer_id}/keep": Need.READING,
    "GET /thread/{thread_id}": Need.READING,
    "POST /thread/{thread_id}/delete": Need.READING,
    "GET /passage/{rendition_id}/{place}": Need.READING,
    "GET /source/{record_id:path}": Need.READING,
    "GET /library": Need.READING,
    "POST /library": Need.READING,
    "GET /search": Need.READING,
    "POST /search": Need.READING,
    "POST /search/saved": Need.READING,
    "POST /search/save": Need.SAVING,
    "POST /search/saved/delete": Need.SAVING,
    "GET /answer/{answer_id}/review": Need.READING,
    "GET /answer/{answer_id}/report": Need.READING,
    "POST /answer/{answer_id}/report": Need.READING,
    # adding to the library
    "GET /library/add": Need.ADDING,
    "POST /library/add": Need.ADDING,
    "POST /library/bring": Need.ADDING,
    "GET /job/{job_id}": Need.CARING,
    "GET /job/{job_id}/file": Need.CARING,
    "GET /library/care": Need.CARING,
    "POST /library/care": Need.CARING,
    "GET /library/duplicates": Need.ADDING,
    "POST /library/duplicates": Need.ADDING,
    # one's own account
    "POST /sign-out": Need.ACCOUNT,
    "GET /account": Need.ACCOUNT,
    "POST /account/password": Need.ACCOUNT,
    "POST /account/tokens": Need.ACCOUNT,
    "POST /account/tokens/delete": Need.ACCOUNT,
    # the board
    "GET /board": Need.BOARD,
    "GET /board/reports": Need.BOARD,
    "POST /board/reports/{report_id}": Need.EDITING,
    "GET /board/unanswered": Need.BOARD,
    "GET /board/everyday": Need.BOARD,
    "POST /board/everyday": Need.COMMENTING,
    "GET /board/recommendations": Need.BOARD,
    "POST /board/recommendations": Need.EDITING,
    "GET /board/recommendations/{source:path}": Need.BOARD,
    "POST /board/recommendations/{source:path}": Need.EDITING,
    "GET /review/{review_id}": Need.BOARD,
    "GET /review/{review_id}/rows": Need.EDITING,
    "GET /review/{review_id}/difference": Need.BOARD,
    "POST /answer/{answer_id}/submit": Need.EDITING,
    "POST /review/{review_id}/assign": Need.STEERING,
    "POST /review/{review_id}/release": Need.BOARD,
    "POST /review/{review_id}/declare": Need.REVIEWING,
    "POST /review/{review_id}/remark": Need.COMMENTING,
    "POST /review/{review_id}/decide": Need.REVIEWING,
    "POST /review/{review_id}/revise": Need.EDITING,
    "POST /review/{review_id}/withdraw": Need.STEERING,
    "POST /review/{review_id}/delete": Need.ADMINISTERING,
    # administration
    "GET /board/people": Need.ADMINISTERING,
    "POST /board/people/invite": Need.ADMINISTERING,
    "POST /board/people/{account_id}": Need.ADMINISTERING,
    "GET /board/audit": Need.ADMINISTERING,
    "GET /board/audit.jsonl": Need.ADMINISTERING,
}


def gate(parts: Parts) -> Callable[[Request], Awaitable[None]]:
    """A dependency of the whole application: every request passes it before its route runs.

    Raises:
        NotSignedIn: somebody must be signed in, and nobody is.
        NotAllowed: the visitor lacks the office, the form lacks its token, or the route is not in the table.
    """

    async def pass_or_refuse(request: Request) -> None:
        route = getattr(request.scope.get("route"), "path", "")
        need = ACCESS.get(f"{request.method} {route}")
        visitor: Visitor = getattr(request.state, "visitor", NOBODY)
        if need is None:
            raise NotAllowed("This page is closed: nobody has said who may see it.")
        _hold(need, visitor, parts)
        if request.method not in _SAFE_METHODS and visitor.secret and need not in (Need.NOTHING, Need.READING):
            form = await request.form()
            if not hmac.compare_digest(str(form.get("form_token", "")).encode(), visitor.form_token.encode()):
                raise NotAllowed("This form is from another session. Go back, load the page again and send it anew.")

    return pass_or_refuse


def may_write(request: Request, parts: Parts) -> bool:
    """Whether a visitor may change the library: an editor; where there are no accounts, this machine itself.

    This machine is a request by its local name without a sign of a proxy, behind which everybody comes from here.
    """
    return _holds_or_is_here(request, parts, Need.ADDING)


def may_care(request: Request, parts: Parts) -> bool:
    """Whether a visitor may see to the library as a whole: an editor or administrator, or this machine likewise."""
    return _holds_or_is_here(request, parts, Need.CARING)


def _holds_or_is_here(request: Request, parts: Parts, need: Need) -> bool:
    visitor: Visitor = getattr(request.state, "visitor", NOBODY)
    if visitor.account is not None or parts.store.items(Account):
        return any(visitor.holds(office.value) for office in OFFICES[need])
    try:
        here = ipaddress.ip_address(request.client.host if request.client else "").is_loopback
    except ValueError:
        return False
    proxied = any(name in request.headers for name in _THROUGH_A_PROXY)
    return here and not proxied and (request.url.hostname or "") in _THIS_MACHINE


def may_save(visitor: Visitor, parts: Parts) -> bool:
    """Whether a visitor may save searches: anybody with an account; where there are no accounts, everybody."""
    return visitor.account is not None or not parts.store.items(Account)


def _hold(need: Need, visitor: Visitor, parts: Parts) -> None:
    if need is Need.SAVING and may_save(visitor, parts):
        need = Need.READING
    if need is Need.NOTHING or (need in (Need.READING, Need.LIBRARY) and not parts.settings.sign_in_to_read):
        return
    if need in (Need.ADDING, Need.CARING) and not parts.store.items(Account):
        return  # without accounts the route asks `may_write`
    if visitor.account is None:
        raise NotSignedIn("This page is for people with an account. Sign in first.")
    offices = OFFICES.get(need)
    if offices and not visitor.account.holds(*offices):
        needed = " or ".join(sorted(office.value for office in offices))
        raise NotAllowed(f"This page needs the office of {needed}. An administrator can give it to you.")
