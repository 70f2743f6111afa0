"""Routes of reports that are held twice: pairs with what speaks for and against, merged, held apart, undone."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from quoth import pipeline
from quoth.errors import BadInput
from quoth.pipeline import Parts
from quoth.pipeline.auditing import COMMAND_LINE
from quoth.web.access import may_write
from quoth.web.faults import fault_page
from quoth.web.pages import html_page
from quoth.web.visitors import NOBODY

__all__ = ["doubling_routes"]

SHOWN = 50


def doubling_routes(parts: Parts) -> APIRouter:
    """Everything about duplicates."""
    routes = APIRouter()

    @routes.get("/library/duplicates")
    def show(request: Request) -> Response:
        """Pairs that may be one report, and what was merged."""
        if not may_write(request, parts):
            return _refused()
        found = pipeline.duplicates(parts)
        return html_page(
            "duplicates.html", pairs=found[:SHOWN], total=len(found), mergers=pipeline.mergers(parts)[:SHOWN]
        )

    @routes.post("/library/duplicates")
    def act(
        request: Request,
        act: Annotated[str, Form(max_length=20)] = "",
        one: Annotated[str, Form(max_length=500)] = "",
        other: Annotated[str, Form(max_length=500)] = "",
        why: Annotated[str, Form(max_length=2000)] = "",
    ) -> Response:
        """Merge a pair, hold it apart, or undo a merger."""
        if not may_write(request, parts):
            return _refused()
        by = getattr(request.state, "visitor", NOBODY).account or COMMAND_LINE
        match act:
            case "merge":
                pipeline.merge_records(one, other, parts, by=by, why=why)
            case "apart":
                pipeline.hold_apart(one, other, parts, by=by, why=why)
            case "undo":
                pipeline.undo_merger(one, parts, by=by)
            case _:
                raise BadInput("Nothing was chosen. Choose to merge two sources, to hold them apart, or to undo.")
        return RedirectResponse("/library/duplicates", status_code=303)

    return routes


def _refused() -> Response:
    return fault_page(
        403,
        "Not from here",
        "Sources are merged on the machine that the library is on, or by its editors. Reading and asking stay open.",
    )
