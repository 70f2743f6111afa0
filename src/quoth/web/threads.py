"""Routes of kept threads: keep for a while, open, delete. Without them a thread ends with its visit."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from quoth import pipeline
from quoth.pipeline import Parts
from quoth.web.pages import html_page
from quoth.web.visits import Visits

__all__ = ["thread_routes"]


def thread_routes(parts: Parts, visits: Visits) -> APIRouter:
    """Everything about threads that readers asked to keep."""
    routes = APIRouter()

    @routes.post("/answer/{answer_id}/keep")
    def keep(answer_id: str, days: Annotated[int, Form(ge=1, le=3650)] = 7) -> Response:
        """Keep the thread that led to a page, as an address of its own."""
        thread = pipeline.keep_thread((*visits.before(answer_id), answer_id), days, parts)
        return RedirectResponse(f"/thread/{thread.id}", status_code=303)

    @routes.get("/thread/{thread_id}")
    def show(thread_id: str) -> Response:
        """A kept thread: its questions in order, and until when it is kept."""
        return html_page("thread.html", view=pipeline.kept_thread(thread_id, parts))

    @routes.post("/thread/{thread_id}/delete")
    def delete(thread_id: str) -> Response:
        """Forget a thread and its pages."""
        pipeline.forget_thread(thread_id, parts)
        return html_page("deleted.html", what="thread")

    return routes
