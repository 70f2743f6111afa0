"""Routes of everyday words: each pair beside its source, signed by a reviewer or taken back."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from quoth.errors import BadInput, NotFound
from quoth.interop.citation import format_record
from quoth.pipeline import Parts
from quoth.pipeline import everyday as words
from quoth.web.local import local_path
from quoth.web.pages import html_page
from quoth.web.visitors import account_of

__all__ = ["everyday_routes"]


def everyday_routes(parts: Parts) -> APIRouter:
    """Everything about everyday words."""
    routes = APIRouter()

    @routes.get("/board/everyday")
    def pairs(
        request: Request,
        topic: Annotated[str, Query(max_length=200)] = "",
        state: Annotated[str, Query(max_length=10)] = "",
    ) -> Response:
        """How far each topic is, and the pairs of one of them."""
        topics = words.everyday_topics(parts)
        if topic and topic not in {one.pack for one in topics}:
            raise NotFound("No topic of this name carries everyday words here.")
        found = words.everyday_pairs(parts, pack=topic) if topic else ()
        shown = [one for one in found if not state or (one.check is None) == (state == "open")]
        return html_page(
            "everyday.html",
            topics=topics,
            topic=next((one for one in topics if one.pack == topic), None),
            state=state,
            rows=[(pair, format_record(pair.record)) for pair in shown],
            me=account_of(request),
        )

    @routes.post("/board/everyday")
    def act(
        request: Request,
        act: Annotated[str, Form(max_length=20)] = "",
        pair: Annotated[str, Form(max_length=64)] = "",
        back: Annotated[str, Form(max_length=400)] = "",
    ) -> Response:
        """Sign one pair, or take a signature back; on to where the form stood."""
        if act == "sign":
            words.sign_everyday(pair, parts, by=account_of(request))
        elif act == "take back":
            words.take_back_everyday(pair, parts, by=account_of(request))
        else:
            raise BadInput("Everyday words can be signed, or a signature taken back.")
        return RedirectResponse(local_path(back) if back else "/board/everyday", status_code=303)

    return routes
