"""Routes of signing in and out, of invitations, and of one's own account."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from quoth.errors import NotAllowed, NotSignedIn
from quoth.pipeline import Parts
from quoth.pipeline import people as who
from quoth.pipeline import signing_in as door
from quoth.web.local import local_path
from quoth.web.pace import Pace
from quoth.web.pages import html_page
from quoth.web.visitors import COOKIE, account_of, end_cookie, set_cookie

__all__ = ["account_routes", "sign_in_page"]

_TRIES_PER_ADDRESS = 20
"""Times those of a name: a ward behind one address must not lock itself out."""


def account_routes(parts: Parts) -> APIRouter:
    """Everything about one's own way in."""
    routes = APIRouter()
    by_name = Pace(parts.settings.sign_in_tries, "sign in")
    by_address = Pace(parts.settings.sign_in_tries * _TRIES_PER_ADDRESS, "sign in")

    @routes.get("/sign-in")
    def ask_who(next: Annotated[str, Query(max_length=400)] = "/") -> Response:
        """The form to sign in."""
        return sign_in_page(parts, local_path(next))

    @routes.post("/sign-in")
    def sign_in(
        request: Request,
        name: Annotated[str, Form(max_length=200)] = "",
        password: Annotated[str, Form(max_length=2000)] = "",
        next: Annotated[str, Form(max_length=400)] = "/",
    ) -> Response:
        """Sign in: a new session each time, whatever cookie came along, and on to where the visitor wanted to go."""
        typed = name.strip().lower()
        by_address.take(f"address {request.client.host if request.client else ''}")
        by_name.take(f"name {typed}")
        try:
            _, secret = door.sign_in(typed, password, parts)
        except NotSignedIn as fault:
            return sign_in_page(parts, local_path(next), name=name, why=str(fault), status=401)
        by_name.forget(f"name {typed}")
        door.sign_out(request.cookies.get(COOKIE, ""), parts)
        return set_cookie(_to(local_path(next)), secret, parts)

    @routes.post("/sign-out")
    def sign_out(request: Request) -> Response:
        """End this session."""
        door.sign_out(request.cookies.get(COOKIE, ""), parts)
        return end_cookie(_to("/"))

    @routes.get("/invitation/{secret}")
    def invited(secret: str) -> Response:
        """The form that makes an account, or gives one a new password."""
        return html_page("invitation.html", invitation=who.invitation(secret, parts), secret=secret)

    @routes.post("/invitation/{secret}")
    def redeem(
        secret: str,
        name: Annotated[str, Form(max_length=200)] = "",
        shown_name: Annotated[str, Form(max_length=400)] = "",
        password: Annotated[str, Form(max_length=2000)] = "",
    ) -> Response:
        """Make the account and sign it in; the link is used up."""
        made = who.redeem(secret, parts, name=name, shown_name=shown_name, password=password)
        return set_cookie(_to("/account"), door.sign_in_as(made, parts)[1], parts)

    @routes.get("/account")
    def account(request: Request) -> Response:
        """One's own account: offices, password, tokens."""
        return _account_page(request, parts)

    @routes.post("/account/password")
    def password(
        request: Request,
        old: Annotated[str, Form(max_length=2000)] = "",
        new: Annotated[str, Form(max_length=2000)] = "",
    ) -> Response:
        """A new password; every other session ends."""
        try:
            secret = door.change_password(account_of(request), old, new, parts)
        except NotAllowed as fault:
            return _account_page(request, parts, why=str(fault), status=403)
        return set_cookie(_to("/account"), secret, parts)

    @routes.post("/account/tokens")
    def make_token(
        request: Request,
        label: Annotated[str, Form(max_length=200)] = "",
        days: Annotated[int, Form(ge=0, le=3650)] = 90,
    ) -> Response:
        """A token for a program; its secret is shown once."""
        held = account_of(request)
        _, secret = door.make_token(held, label, parts, days=days, by=held)
        return _account_page(request, parts, secret=secret)

    @routes.post("/account/tokens/delete")
    def drop_token(request: Request, token: Annotated[str, Form(max_length=100)] = "") -> Response:
        """Take one of one's own tokens back."""
        held = account_of(request)
        door.drop_token(held, token, parts, by=held)
        return _to("/account")

    return routes


def sign_in_page(parts: Parts, wanted: str, *, name: str = "", why: str = "", status: int = 200) -> Response:
    """The form to sign in, with the reason why the last try came to nothing."""
    anybody = bool(who.accounts(parts))
    elsewhere = bool(parts.settings.oidc_issuer)
    return html_page(
        "sign_in.html", status=status, next=wanted, name=name, why=why, anybody=anybody, elsewhere=elsewhere
    )


def _account_page(request: Request, parts: Parts, *, secret: str = "", why: str = "", status: int = 200) -> Response:
    held = account_of(request)
    tokens = door.tokens_of(held, parts)
    return html_page("account.html", status=status, account=held, tokens=tokens, secret=secret, why=why)


def _to(address: str) -> Response:
    return RedirectResponse(address, status_code=303)
