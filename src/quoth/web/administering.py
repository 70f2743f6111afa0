"""Routes of administrators: who has which office, invitations, and the audit trail."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from quoth.errors import BadInput
from quoth.model import Office, encode
from quoth.pipeline import Parts, trail, verify_trail
from quoth.pipeline import people as who
from quoth.web.pages import html_page
from quoth.web.visitors import account_of

__all__ = ["administration_routes"]

_LINES = 100


def administration_routes(parts: Parts) -> APIRouter:
    """Everything that only administrators do."""
    routes = APIRouter()

    @routes.get("/board/people")
    def people() -> Response:
        """Everybody with their offices, and the form for a link."""
        return html_page("people.html", people=who.accounts(parts), offices=tuple(Office), link="", invited=None)

    @routes.post("/board/people/invite")
    def invite(
        request: Request,
        shown_name: Annotated[str, Form(max_length=400)] = "",
        office: Annotated[list[str] | None, Form()] = None,
        account_id: Annotated[str, Form(max_length=100)] = "",
    ) -> Response:
        """A link that makes one account, or gives one a new password; shown once."""
        held = account_of(request)
        name = who.account(account_id, parts).shown_name if account_id else shown_name
        made, secret = who.invite(parts, by=held, offices=_offices(office), shown_name=name, account_id=account_id)
        base = parts.settings.public_address.rstrip("/") or str(request.base_url).rstrip("/")
        link = f"{base}/invitation/{secret}"
        return html_page("people.html", people=who.accounts(parts), offices=tuple(Office), link=link, invited=made)

    @routes.post("/board/people/{account_id}")
    def change(
        request: Request,
        account_id: str,
        act: Annotated[str, Form(max_length=20)] = "",
        office: Annotated[list[str] | None, Form()] = None,
    ) -> Response:
        """Give or take offices, close or open an account, delete it."""
        held = account_of(request)
        match act:
            case "offices":
                who.change_account(account_id, parts, by=held, offices=_offices(office))
            case "close" | "open":
                who.change_account(account_id, parts, by=held, active=act == "open")
            case "delete":
                who.delete_account(account_id, parts, by=held)
            case _:
                raise BadInput(f"An account can be changed, closed, opened or deleted, not {act!r}.")
        return RedirectResponse("/board/people", status_code=303)

    @routes.get("/board/audit")
    def audit(before: Annotated[int, Query(ge=0, le=2**31)] = 0) -> Response:
        """The newest lines of the trail, checked as a whole."""
        report = verify_trail(parts)
        last = before or (report.entries + 1)
        lines = parts.store.audit(after=max(0, last - 1 - _LINES), limit=_LINES)
        shown = [line for line in lines if line.number < last]
        names = {one.id: one.shown_name for one in who.accounts(parts)}
        return html_page("audit.html", report=report, lines=shown[::-1], names=names)

    @routes.get("/board/audit.jsonl")
    def export() -> Response:
        """The whole trail, one JSON object a line."""

        def lines() -> Iterator[bytes]:
            for entry in trail(parts):
                yield encode(entry) + b"\n"

        headers = {"Content-Disposition": 'attachment; filename="quoth-audit.jsonl"'}
        return StreamingResponse(lines(), media_type="application/x-ndjson", headers=headers)

    return routes


def _offices(given: list[str] | None) -> list[Office]:
    try:
        return [Office(name) for name in given or []]
    except ValueError as fault:
        known = ", ".join(office.value for office in Office)
        raise BadInput(f"There is no such office. Offices: {known}.") from fault
