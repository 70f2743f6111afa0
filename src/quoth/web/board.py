"""Routes of the board: the list of pages, one page beside its sources, and every act on it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from quoth.errors import BadInput
from quoth.interop.reading import Block, blocks_of
from quoth.model import Account, Office, ProblemReport, ReviewActKind, ReviewStatus, Statement, steps_of
from quoth.pipeline import Parts, reviewing, revising, showing
from quoth.pipeline import people as who
from quoth.pipeline.everyday import id_of_words
from quoth.pipeline.showing import ReviewView
from quoth.pipeline.under_review import review_of
from quoth.review import approvals, authors, may_decide, next_step
from quoth.web.pages import html_page
from quoth.web.visitors import account_of

__all__ = ["board_routes"]

_REMARKS = {
    "accept": ReviewActKind.ACCEPTED,
    "comment": ReviewActKind.COMMENTED,
    "ask": ReviewActKind.ASKED,
}
_Text = Annotated[str, Form(max_length=20_000)]


@dataclass(frozen=True, slots=True)
class Beside:
    """A statement with the part of its source around it."""

    statement: Statement
    blocks: tuple[Block, ...]
    """Only those that hold the passage; empty where the text is gone."""


def board_routes(parts: Parts) -> APIRouter:
    """Everything that editors and reviewers do with pages."""
    routes = APIRouter()

    @routes.get("/board")
    def board(request: Request) -> Response:
        """What waits for me, and every page by status."""
        held, needed = account_of(request), max(1, parts.settings.reviewers_needed)
        entries = showing.reviews(parts)
        steps = [(entry, next_step(entry.review, held, needed=needed)) for entry in entries]
        return html_page(
            "board.html",
            waiting=[(entry, step) for entry, step in steps if step],
            signed={entry.review.id: len(approvals(entry.review, entry.review.revision)) for entry in entries},
            needed=needed,
            groups=[(s, [entry for entry in entries if entry.status is s]) for s in ReviewStatus],
            entries=entries,
            open_reports=sum(1 for one in parts.store.items(ProblemReport) if not one.closed_at),
        )

    @routes.get("/review/{review_id}")
    def review(request: Request, review_id: str) -> Response:
        """Each statement beside its source, with what was said of it and what I can do."""
        return _review_page(showing.review_view(review_id, parts), account_of(request), parts)

    @routes.get("/review/{review_id}/rows")
    def rows(review_id: str) -> Response:
        """The rows that an editor can leave out or bring in."""
        view = showing.review_view(review_id, parts)
        return html_page("rows.html", view=view, offered=revising.rows_to_add(view.revision, parts))

    @routes.get("/review/{review_id}/difference")
    def difference(
        review_id: str,
        before: Annotated[int, Query(ge=0, le=100_000)] = 0,
        after: Annotated[int, Query(ge=0, le=100_000)] = 0,
    ) -> Response:
        """Two revisions side by side: by default the newest and the one before it."""
        newest = review_of(review_id, parts).revision
        new = after or newest
        found = revising.difference(review_id, before or max(1, new - 1), new, parts)
        return html_page("difference.html", found=found, newest=newest)

    @routes.post("/answer/{answer_id}/submit")
    def submit(request: Request, answer_id: str, text: _Text = "") -> Response:
        """Hand a page to the board."""
        reviewing.submit(answer_id, parts, by=account_of(request), why=text)
        return _to(answer_id)

    @routes.post("/review/{review_id}/assign")
    def assign(request: Request, review_id: str, whom: Annotated[str, Form(max_length=100)] = "") -> Response:
        """Ask somebody to review."""
        reviewing.assign(review_id, whom, parts, by=account_of(request))
        return _to(review_id)

    @routes.post("/review/{review_id}/release")
    def release(request: Request, review_id: str, whom: Annotated[str, Form(max_length=100)] = "") -> Response:
        """Take a reviewer off the page: an editor anybody, a reviewer themselves."""
        reviewing.release(review_id, whom, parts, by=account_of(request))
        return _to(review_id)

    @routes.post("/review/{review_id}/declare")
    def declare(
        request: Request, review_id: str, conflict: Annotated[str, Form(max_length=10)] = "", text: _Text = ""
    ) -> Response:
        """State one's interests."""
        if conflict not in ("yes", "no"):
            raise BadInput("Say whether you have an interest that could sway you: yes or no.")
        reviewing.declare(review_id, parts, by=account_of(request), conflict=conflict == "yes", text=text)
        return _to(review_id)

    @routes.post("/review/{review_id}/remark")
    def remark(
        request: Request,
        review_id: str,
        act: Annotated[str, Form(max_length=20)] = "",
        passage: Annotated[str, Form(max_length=200)] = "",
        at: Annotated[str, Form(max_length=20)] = "",
        text: _Text = "",
    ) -> Response:
        """Accept a statement, comment on it, or ask for a change."""
        if act not in _REMARKS:
            raise BadInput("A statement can be accepted, commented on or asked to be changed.")
        reviewing.remark(review_id, _REMARKS[act], parts, by=account_of(request), passage=passage, text=text)
        return _to(review_id, f"#{at}" if at.isalnum() and at.isascii() else "")

    @routes.post("/review/{review_id}/decide")
    def decide(
        request: Request,
        review_id: str,
        act: Annotated[str, Form(max_length=20)] = "",
        revision: Annotated[int, Form(ge=0, le=100_000)] = 0,
        text: _Text = "",
    ) -> Response:
        """Sign the revision, or give the page back."""
        if act not in ("approve", "return"):
            raise BadInput("A page can be approved or given back.")
        by = account_of(request)
        reviewing.decide(review_id, parts, by=by, approve=act == "approve", revision=revision, text=text)
        return _to(review_id)

    @routes.post("/review/{review_id}/revise")
    def revise(
        request: Request,
        review_id: str,
        leave_out: Annotated[list[str] | None, Form()] = None,
        add: Annotated[list[str] | None, Form()] = None,
        text: _Text = "",
    ) -> Response:
        """Make a new revision."""
        wanted = [one for one in add or [] if one.strip()]
        reviewing_by = account_of(request)
        revising.revise(review_id, parts, by=reviewing_by, leave_out=leave_out or [], add=wanted, why=text)
        return RedirectResponse(f"/review/{review_id}/difference", status_code=303)

    @routes.post("/review/{review_id}/withdraw")
    def withdraw(request: Request, review_id: str, text: _Text = "") -> Response:
        """Take the page back."""
        reviewing.withdraw(review_id, parts, by=account_of(request), text=text)
        return _to(review_id)

    @routes.post("/review/{review_id}/delete")
    def delete(request: Request, review_id: str) -> Response:
        """Delete a withdrawn page for good."""
        reviewing.delete_review(review_id, parts, by=account_of(request))
        return RedirectResponse("/board", status_code=303)

    return routes


def _review_page(view: ReviewView, held: Account, parts: Parts) -> Response:
    on = {one.id for one in view.assigned}
    barred = authors(view.review) | on
    free = [one for one in who.accounts(parts) if one.holds(Office.REVIEWER) and one.id not in barred]
    return html_page(
        "under_review.html",
        view=view,
        page=view.revision.page,
        steps=steps_of(view.status),
        rows=[_beside(statement, parts) for statement in view.revision.page.statements()],
        mine=held.id in on,
        may_decide=may_decide(view.review, held),
        can_be_assigned=free,
        names=showing.people_of(view.review, parts),
        needed=max(1, parts.settings.reviewers_needed),
        me=held,
        everyday_id=id_of_words,
    )


def _beside(statement: Statement, parts: Parts) -> Beside:
    span = statement.quote.span
    held = parts.recall().renditions_by_id([span.rendition_id]).get(span.rendition_id)
    if held is None:
        return Beside(statement, ())
    blocks = blocks_of(held.rendition, start=span.start, end=span.end)
    return Beside(statement, tuple(_near(block) for block in blocks if block.marked))


def _near(block: Block) -> Block:
    """The paragraphs of a block that hold the passage, with one before and one after."""
    marked = [n for n, paragraph in enumerate(block.paragraphs) if any(s.marked for s in paragraph)]
    return Block(block.headings, block.paragraphs[max(0, marked[0] - 1) : marked[-1] + 2], True)


def _to(review_id: str, place: str = "") -> Response:
    return RedirectResponse(f"/review/{review_id}{place}", status_code=303)
