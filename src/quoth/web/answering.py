"""Routes of a question: ask, wait, read, ask on, forget. A question travels in a form's body and nowhere else."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quoth import pipeline
from quoth.errors import BadInput
from quoth.interop.html import render_html
from quoth.interop.json_page import render_json
from quoth.interop.markdown import render_markdown
from quoth.interop.pdf import render_pdf
from quoth.model import Question, Role
from quoth.pipeline import Outcome, Parts
from quoth.web.live import searched_at_once
from quoth.web.pages import html_page
from quoth.web.rendered import Rendered, page_html
from quoth.web.shelf import Shelf
from quoth.web.visits import Visits
from quoth.web.waiting import Ticket, Waiting, Work

__all__ = ["answer_routes"]

_TYPE_BY_SUFFIX = {
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
}


def answer_routes(parts: Parts, shelf: Shelf, visits: Visits, waiting: Waiting) -> APIRouter:
    """Everything about one question."""
    routes = APIRouter()
    rendered = Rendered(parts, shelf, visits)

    def begun(work: Work) -> Response:
        made = waiting.begin(work)
        return _to(f"/answer/{made}" if isinstance(made, str) else f"/asking/{made.id}")

    @routes.post("/ask")
    def ask(
        question: Annotated[str, Form()] = "",
        previous: Annotated[str, Form()] = "",
        topic: Annotated[str, Form()] = "",
        role: Annotated[str, Form()] = Role.ANYONE.value,
        as_typed: Annotated[str, Form(max_length=3)] = "",
        literal: Annotated[str, Form(max_length=2_000)] = "",
    ) -> Response:
        """Answer a question and lead to its page, whose address holds nothing of it.

        `literal` holds words that are to be read as nothing else, one reading a line, or "*" for all.
        """
        before = shelf.question(previous) if previous else None
        if topic and before is None:
            before = pipeline.topic_question(topic, parts)
        text, reader = _one_line_ends(question), _role(role)

        def work(step: pipeline.Told) -> str:
            taken, typed = [line for line in literal.splitlines() if line.strip()], as_typed == "yes"
            outcome = pipeline.ask(text, parts, previous=before, role=reader, step=step, as_typed=typed, literal=taken)
            return shelf.put(searched_at_once(outcome, text, before, reader, parts))

        return begun(work)

    @routes.get("/asking/{ticket}")
    def asking(ticket: str) -> Response:
        """How far an answer is, or the answer."""
        state = waiting.ask(ticket)
        if isinstance(state, Ticket):
            return html_page("asking.html", ticket=state, steps=tuple(state.steps))
        return _to(f"/answer/{state}")

    @routes.post("/answer/{answer_id}/follow-up")
    def follow_up(answer_id: str, question: Annotated[str, Form()] = "") -> Response:
        """Answer a question that may leave out what the page before already named."""
        before: Question = shelf.question(answer_id)
        text = _one_line_ends(question)

        def work(step: pipeline.Told) -> str:
            made = shelf.put(pipeline.ask(text, parts, previous=before, role=before.role, step=step))
            visits.follow(made, answer_id)
            return made

        return begun(work)

    @routes.post("/answer/{answer_id}/without")
    def without(answer_id: str, concept: Annotated[str, Form(max_length=500)] = "") -> Response:
        """Ask again without something that was carried over."""
        page = shelf.get(answer_id).page
        return begun(lambda _: _instead(shelf.put(pipeline.without(page, concept, parts)), answer_id))

    @routes.post("/answer/{answer_id}/literally")
    def literally(answer_id: str, words: Annotated[str, Form(max_length=500)] = "") -> Response:
        """Ask again with words read as nothing else, or read again."""
        page = shelf.get(answer_id).page
        return begun(lambda _: _instead(shelf.put(pipeline.literally(page, words, parts)), answer_id))

    @routes.post("/answer/{answer_id}/as")
    def as_reader(answer_id: str, role: Annotated[str, Form()] = Role.ANYONE.value) -> Response:
        """The same question for another reader."""
        page, reader = shelf.get(answer_id).page, _role(role)
        if page.question.role is reader:
            return _to(f"/answer/{answer_id}")
        return begun(lambda _: _instead(shelf.put(pipeline.retold(page, reader, parts)), answer_id))

    @routes.post("/answer/{answer_id}/patient")
    async def patient(answer_id: str, request: Request) -> Response:
        """The page with its rows marked for what was ticked: made for this one reply and kept nowhere."""
        form = await request.form(max_files=0, max_fields=500)
        ticks = {key: str(value) for key, value in form.items()}
        return HTMLResponse(page_html(shelf.get(answer_id), parts, ticks=ticks, trail=rendered.trail(answer_id)))

    @routes.post("/answer/{answer_id}/delete")
    def delete(answer_id: str) -> Response:
        """Forget a page."""
        shelf.forget(answer_id)
        visits.forget(answer_id)
        return html_page("deleted.html")

    @routes.get("/answer/{name}")
    def show(name: str, request: Request) -> Response:
        """The page, or its text or data: by suffix (.md, .json, .html or .pdf to keep) or by what is accepted."""
        answer_id, _, suffix = name.partition(".")
        if suffix not in ("", *_TYPE_BY_SUFFIX):
            known = ", ".join(f".{one}" for one in _TYPE_BY_SUFFIX)
            raise BadInput(f"Pages come as {known}, not as {suffix[:20]!r}. Leave the ending out.")
        form = suffix or _accepted(request.headers.get("accept", ""))
        if not form:
            return rendered.page(answer_id, packed="gzip" in request.headers.get("accept-encoding", ""))
        return _file(shelf.get(answer_id), form, parts)

    def _instead(made: str, old: str) -> str:
        visits.replace(made, old)
        return made

    return routes


def _file(outcome: Outcome, form: str, parts: Parts) -> Response:
    page, verdict, checks = outcome.page, outcome.verdict, outcome.checks
    standing_at = pipeline.standing_address(page.id, parts)
    kept = {"Content-Disposition": f'attachment; filename="quoth-answer.{form}"'}
    if form == "json":
        return Response(render_json(page, verdict, checks=checks), media_type=_TYPE_BY_SUFFIX[form])
    if form == "md":
        text = render_markdown(page, verdict, standing_at=standing_at, checks=checks)
        return Response(text, media_type=_TYPE_BY_SUFFIX[form])
    glossary = parts.store.glossary()
    if form == "pdf":
        made = render_pdf(page, verdict, glossary=glossary, standing_at=standing_at, checks=checks)
        return Response(made, media_type=_TYPE_BY_SUFFIX[form], headers=kept)
    file = render_html(page, verdict, open_passage=None, glossary=glossary, standing_at=standing_at, checks=checks)
    return Response(file, media_type=_TYPE_BY_SUFFIX[form], headers=kept)


def _accepted(accept: str) -> str:
    """What a program asks for by name; everyone else gets the page."""
    first = accept.split(",")[0].split(";")[0].strip().lower()
    return {"application/json": "json", "text/markdown": "md"}.get(first, "")


def _to(path: str) -> Response:
    return RedirectResponse(path, status_code=303)


def _role(value: str) -> Role:
    try:
        return Role(value)
    except ValueError as fault:
        known = ", ".join(role.value for role in Role)
        raise BadInput(f"Nobody reads as {value[:40]!r} here. Known readers: {known}.") from fault


def _one_line_ends(text: str) -> str:
    """The text as typed: forms send line ends as two characters, a keyboard makes one."""
    return text.replace("\r\n", "\n")
