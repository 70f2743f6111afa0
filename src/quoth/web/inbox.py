"""Routes of the editors' desk: reports of readers, recommendations found in guidelines, and what had no answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from quoth import pipeline
from quoth.errors import BadInput
from quoth.interop.citation import format_record
from quoth.interop.reading import Block, blocks_of
from quoth.model import Action, Extent, Proposal, ProposalStatus, Rendition
from quoth.pipeline import Parts, reporting
from quoth.pipeline.desk import DeskGuideline, desk
from quoth.pipeline.unanswered import unanswered
from quoth.review import Correction
from quoth.web.pages import html_page
from quoth.web.visitors import account_of

__all__ = ["inbox_routes"]

_ACTS = {
    "accept": ProposalStatus.ACCEPTED,
    "reject": ProposalStatus.REJECTED,
    "correct": ProposalStatus.CORRECTED,
    "undo": ProposalStatus.PROPOSED,
}
_PARTS = ("strength", "certainty", "population", "condition")
_Words = Annotated[str, Form(max_length=5_000)]
_State = Annotated[str, Query(max_length=20)]
_STATES: dict[str, Callable[[DeskGuideline], bool]] = {
    "open": lambda one: one.open > 0,
    "decided": lambda one: one.found > 0 and one.open == 0,
    "new": lambda one: not one.read,
    "none": lambda one: one.read and one.found == 0,
}


@dataclass(frozen=True, slots=True)
class Found:
    """One recommendation that was found, beside its passage."""

    rendition: Rendition
    proposal: Proposal
    words: dict[str, str]
    """The parts of its standing annotation, in the source's words."""
    blocks: tuple[Block, ...]


def inbox_routes(parts: Parts) -> APIRouter:
    """What waits for editors."""
    routes = APIRouter()

    @routes.get("/board/reports")
    def reports() -> Response:
        """What readers reported, open ones first."""
        return html_page("reports.html", reports=reporting.reports(parts))

    @routes.post("/board/reports/{report_id}")
    def close(request: Request, report_id: str, outcome: _Words = "") -> Response:
        """Say what was done."""
        reporting.close_report(report_id, outcome, parts, by=account_of(request))
        return RedirectResponse("/board/reports", status_code=303)

    @routes.get("/board/unanswered")
    def ledger() -> Response:
        """What was asked and not answered, by concepts."""
        return html_page("unanswered.html", lines=unanswered(parts), on=parts.settings.unanswered_ledger)

    @routes.get("/board/recommendations")
    def guidelines(state: _State = "") -> Response:
        """The guidelines whose own words the library holds, with what is open in each."""
        held = desk(parts)
        shelves = {name: [one for one in held if fits(one)] for name, fits in _STATES.items()}
        shown = shelves.get(state, held)
        return html_page(
            "guidelines.html",
            lines=[(one, format_record(one.record)) for one in shown],
            wanted=state if state in shelves else "",
            counts={name: len(lines) for name, lines in shelves.items()},
            total=len(held),
            waiting=sum(one.open for one in held),
        )

    @routes.post("/board/recommendations")
    def find(source: Annotated[str, Form(max_length=300)] = "") -> Response:
        """Go to a source by any of its ids."""
        view = pipeline.source(source.strip(), parts)
        return RedirectResponse(f"/board/recommendations/{quote(view.record.id)}", status_code=303)

    @routes.get("/board/recommendations/{source:path}")
    def recommendations(source: str, status: _State = "") -> Response:
        """What was found in one guideline, each beside its passage."""
        return _page(source, status, parts)

    @routes.post("/board/recommendations/{source:path}")
    def rule(
        request: Request,
        source: str,
        act: Annotated[str, Form(max_length=20)] = "",
        proposal: Annotated[str, Form(max_length=100)] = "",
        why: _Words = "",
        statement: _Words = "",
        strength: _Words = "",
        certainty: _Words = "",
        population: _Words = "",
        condition: _Words = "",
        action: Annotated[str, Form(max_length=20)] = "",
        status: Annotated[str, Form(max_length=20)] = "",
    ) -> Response:
        """Accept, correct, set aside, or take the last decision back."""
        if act not in _ACTS:
            raise BadInput("A recommendation can be accepted, corrected, set aside, or its last decision taken back.")
        correction = None
        if act == "correct":
            given = {
                "statement": statement, "strength": strength, "certainty": certainty, "population": population,
                "condition": condition,
            }  # fmt: skip
            correction = _correction(source, proposal, given, action, parts)
        by = account_of(request).shown_name
        ruled = pipeline.rule(source, [proposal], _ACTS[act], parts, by=by, why=why, correction=correction)
        shown = f"?status={quote(status)}" if status else ""
        at = quote(_next_in(ruled, proposal, status))
        return RedirectResponse(f"/board/recommendations/{quote(source)}{shown}#{at}", status_code=303)

    return routes


def _page(source: str, status: str, parts: Parts) -> Response:
    found = pipeline.recommendations(source, parts)
    rows = [_found(text.rendition, one) for text in found.texts for one in text.proposals]
    counts = {kind: sum(1 for row in rows if row.proposal.status is kind) for kind in ProposalStatus}
    shown = [row for row in rows if not status or row.proposal.status.value == status]
    return html_page(
        "recommendations.html",
        source=found.record.id,
        title=found.record.title,
        cited=format_record(found.record),
        rows=shown,
        wanted=status,
        counts=counts,
        actions=tuple(Action),
        parts=_PARTS,
    )


def _next_in(ruled: pipeline.Recommendations, proposal_id: str, status: str) -> str:
    """The recommendation to go on with: this one, or the next in the list where it has left the part that is shown."""
    rows = [one for text in ruled.texts for one in text.proposals]
    at = next((n for n, one in enumerate(rows) if one.id == proposal_id), 0)
    fitting = [one.id for one in (*rows[at:], *reversed(rows[:at])) if not status or one.status.value == status]
    return fitting[0] if fitting else "main"


def _found(rendition: Rendition, proposal: Proposal) -> Found:
    annotation = proposal.standing_annotation
    extents: dict[str, Extent | None] = {name: getattr(annotation, name) for name in ("statement", *_PARTS)}
    words = {name: rendition.text[e.start : e.end] if e else "" for name, e in extents.items()}
    start, end = annotation.statement.start, annotation.statement.end
    blocks = [block for block in blocks_of(rendition, start=start, end=end) if block.marked]
    return Found(rendition, proposal, words, tuple(_near(block) for block in blocks))


def _correction(source: str, proposal_id: str, given: dict[str, str], action: str, parts: Parts) -> Correction:
    """What the form changes, against what stands: fields left as they were are no correction."""
    for text in pipeline.recommendations(source, parts).texts:
        for one in text.proposals:
            if one.id != proposal_id:
                continue
            stands = _found(text.rendition, one).words
            changed = {
                name: words
                for name, words in given.items()
                if " ".join(words.split()) != " ".join(stands[name].split())
            }
            return Correction(
                statement=changed.get("statement"),
                strength=changed.get("strength"),
                certainty=changed.get("certainty"),
                population=changed.get("population"),
                condition=changed.get("condition"),
                action=_action(action, one),
            )
    return Correction()


def _action(name: str, proposal: Proposal) -> Action | None:
    if not name or (proposal.standing_annotation.action and proposal.standing_annotation.action.value == name):
        return None
    try:
        return Action(name)
    except ValueError as fault:
        raise BadInput(f"There is no action {name[:40]!r}. Actions: {', '.join(a.value for a in Action)}.") from fault


def _near(block: Block) -> Block:
    marked = [n for n, paragraph in enumerate(block.paragraphs) if any(s.marked for s in paragraph)]
    return Block(block.headings, block.paragraphs[max(0, marked[0] - 1) : marked[-1] + 2], True)
