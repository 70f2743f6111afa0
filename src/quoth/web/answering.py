"""Routes of a question: ask, read the page, follow up, forget. A question travels in a form's body and nowhere else."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quoth import pipeline
from quoth.errors import BadInput
from quoth.interop.html import render_html
from quoth.interop.json_page import render_json
from quoth.interop.markdown import render_markdown
from quoth.model import Question, Role, Span
from quoth.pipeline import Outcome, Parts
from quoth.web.pages import html_page
from quoth.web.shelf import Shelf

__all__ = ["answer_routes"]

_TYPE_BY_SUFFIX = {"json": "application/json", "md": "text/markdown; charset=utf-8", "html": "text/html; charset=utf-8"}


def answer_routes(parts: Parts, shelf: Shelf) -> APIRouter:
    """Everything about one question."""
    routes = APIRouter()

    @routes.post("/ask")
    def ask(
        question: Annotated[str, Form()] = "",
        previous: Annotated[str, Form()] = "",
        topic: Annotated[str, Form()] = "",
        role: Annotated[str, Form()] = Role.ANYONE.value,
    ) -> Response:
        """Answer a question and lead to its page, whose address holds nothing of it."""
        before = shelf.get(previous).page.question if previous else None
        if topic and before is None:
            before = pipeline.topic_question(topic, parts)
        return _to(shelf.put(pipeline.ask(_one_line_ends(question), parts, previous=before, role=_role(role))))

    @routes.post("/answer/{answer_id}/follow-up")
    def follow_up(answer_id: str, question: Annotated[str, Form()] = "") -> Response:
        """Answer a question that may leave out what the page before already named."""
        before: Question = shelf.get(answer_id).page.question
        return _to(shelf.put(pipeline.ask(_one_line_ends(question), parts, previous=before, role=before.role)))

    @routes.post("/answer/{answer_id}/delete")
    def delete(answer_id: str) -> Response:
        """Forget a page."""
        shelf.forget(answer_id)
        return html_page("deleted.html")

    @routes.get("/answer/{name}")
    def show(name: str, request: Request) -> Response:
        """The page, or its text or data: by suffix (.md, .json, .html for a file to keep) or by what is accepted."""
        answer_id, _, suffix = name.partition(".")
        if suffix not in ("", *_TYPE_BY_SUFFIX):
            raise BadInput(f"Pages come as .md, .json or .html, not as {suffix[:20]!r}. Leave the ending out.")
        return _shown(shelf.get(answer_id), suffix or _accepted(request.headers.get("accept", "")))

    return routes


def _shown(outcome: Outcome, form: str) -> Response:
    page, verdict = outcome.page, outcome.verdict
    if form == "json":
        return Response(render_json(page, verdict), media_type=_TYPE_BY_SUFFIX[form])
    if form == "md":
        return Response(render_markdown(page, verdict), media_type=_TYPE_BY_SUFFIX[form])
    if form == "html":
        file = render_html(page, verdict, open_passage=None)
        attachment = {"Content-Disposition": 'attachment; filename="quoth-answer.html"'}
        return Response(file, media_type=_TYPE_BY_SUFFIX[form], headers=attachment)

    def open_passage(span: Span, statement_id: str) -> str:
        return f"/passage/{span.rendition_id}/{span.start}-{span.end}?answer={page.id}&at={statement_id}"

    return HTMLResponse(render_html(page, verdict, open_passage=open_passage), headers={"Vary": "Accept"})


def _accepted(accept: str) -> str:
    """What a program asks for by name; everyone else gets the page."""
    first = accept.split(",")[0].split(";")[0].strip().lower()
    return {"application/json": "json", "text/markdown": "md"}.get(first, "")


def _to(answer_id: str) -> Response:
    return RedirectResponse(f"/answer/{answer_id}", status_code=303)


def _role(value: str) -> Role:
    try:
        return Role(value)
    except ValueError as fault:
        known = ", ".join(role.value for role in Role)
        raise BadInput(f"Nobody reads as {value[:40]!r} here. Known readers: {known}.") from fault


def _one_line_ends(text: str) -> str:
    """The text as typed: forms send line ends as two characters, a keyboard makes one."""
    return text.replace("\r\n", "\n")
