"""Routes that anybody can see: how a page was reviewed, whether a copy of it still stands, the form to report."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from quoth.errors import BadInput, NotFound
from quoth.model import ProblemKind, Review, banner, steps_of
from quoth.pipeline import Parts, reporting, showing
from quoth.web.pace import Pace
from quoth.web.pages import html_page
from quoth.web.visitors import NOBODY

__all__ = ["standing_routes"]

_REPORTS_PER_QUARTER = 20


def standing_routes(parts: Parts) -> APIRouter:
    """What readers can see of a review, and say about a page."""
    routes = APIRouter()
    pace = Pace(_REPORTS_PER_QUARTER, "report")

    @routes.get("/answer/{answer_id}/review")
    def standing(answer_id: str) -> Response:
        """Where the page stands now: the address that printed copies carry."""
        found = showing.standing_of_page(answer_id, parts)
        review = parts.store.item(Review, answer_id)
        signed = showing.signed_approvals(answer_id, parts) if review else ()
        return html_page(
            "standing.html",
            found=found,
            steps=steps_of(found.line.status),
            banner=banner(found.line.status),
            review=review,
            signed=[(one, _document(one.act.signature.document)) for one in signed if one.act.signature],
            keys=parts.keys.public_keys() if signed else {},
            needed=max(1, parts.settings.reviewers_needed),
        )

    @routes.get("/answer/{answer_id}/report")
    def report_form(answer_id: str, at: Annotated[str, Query(max_length=20)] = "") -> Response:
        """The form to report a problem with a statement, or with the page."""
        statement = reporting.reported_statement(answer_id, at, parts) if at else None
        if statement is None and not showing.standing_of_page(answer_id, parts).held:
            raise NotFound("This page is no longer kept here, so nothing of it can be reported.")
        return html_page(
            "report.html", answer_id=answer_id, at=at, statement=statement, kinds=tuple(ProblemKind), sent=False
        )

    @routes.post("/answer/{answer_id}/report")
    def report(
        request: Request,
        answer_id: str,
        at: Annotated[str, Form(max_length=20)] = "",
        kind: Annotated[str, Form(max_length=40)] = "",
        text: Annotated[str, Form(max_length=20_000)] = "",
    ) -> Response:
        """Tell the editors."""
        pace.take(f"address {request.client.host if request.client else ''}")
        visitor = getattr(request.state, "visitor", NOBODY)
        reporting.report_problem(answer_id, at, _kind(kind), text, parts, by=visitor.account)
        return html_page("report.html", answer_id=answer_id, at=at, statement=None, kinds=tuple(ProblemKind), sent=True)

    return routes


def _kind(name: str) -> ProblemKind:
    try:
        return ProblemKind[name.upper()]
    except KeyError as fault:
        raise BadInput("Say what is wrong: choose one of the kinds in the list.") from fault


def _document(text: str) -> dict[str, Any]:
    """What was signed, to be shown; nothing where it is no document."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
