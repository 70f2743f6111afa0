"""Reports of readers that something is wrong with a statement: into the editors' inbox, and out with an outcome."""

from dataclasses import replace
from datetime import timedelta

from quoth.errors import BadInput, NotAllowed, NotFound
from quoth.model import Abstention, Account, Answer, Office, ProblemKind, ProblemReport, Statement
from quoth.pipeline.auditing import note, recorded, stamp
from quoth.pipeline.parts import Parts
from quoth.pipeline.under_review import page_under

__all__ = ["close_report", "report_problem", "reported_statement", "reports"]

_TEXT_CHARS = 2_000
_MOST_OPEN = 1_000
"""Open reports that are taken: a flood must not fill the disk."""


def report_problem(
    answer_id: str, statement_id: str, kind: ProblemKind, text: str, parts: Parts, *, by: Account | None = None
) -> ProblemReport:
    """Tell the editors that something is wrong with a statement, or with the page where no statement is named.

    Raises:
        NotFound: no such page or statement.
        BadInput: the text is too long, or the inbox is full.
    """
    said = text.strip()
    if len(said) > _TEXT_CHARS:
        raise BadInput(f"The text has {len(said)} characters; up to {_TEXT_CHARS} are taken. Say it more briefly.")
    statement = reported_statement(answer_id, statement_id, parts) if statement_id else None
    if statement is None:
        _page(answer_id, parts)
    passage = statement.quote.span.passage_id if statement else ""
    ends = f"{parts.now() + timedelta(days=max(1, parts.settings.reports_kept_days)):%Y-%m-%dT%H:%M:%SZ}"
    made = ProblemReport(
        parts.new_id(), answer_id, statement_id, passage, kind, said, stamp(parts), ends, by.id if by else ""
    )
    with recorded(parts):
        if sum(1 for one in parts.store.items(ProblemReport) if not one.closed_at) >= _MOST_OPEN:
            raise BadInput("The editors' inbox is full. Tell them in another way.")
        parts.store.put_item(made)
        note(parts, by or "a reader", "reported a problem", answer_id, report=made.id, kind=kind.name.lower())
    return made


def reported_statement(answer_id: str, statement_id: str, parts: Parts) -> Statement:
    """The statement of a page. Raises NotFound."""
    for statement in _page(answer_id, parts).statements():
        if statement.id == statement_id:
            return statement
    raise NotFound("There is no such statement on this page. Load the page again and report from there.")


def reports(parts: Parts) -> tuple[ProblemReport, ...]:
    """Every report, open ones first, newest first."""
    held = sorted(parts.store.items(ProblemReport), key=lambda one: one.at, reverse=True)
    return tuple(sorted(held, key=lambda one: bool(one.closed_at)))


def close_report(report_id: str, outcome: str, parts: Parts, *, by: Account) -> ProblemReport:
    """Say what was done about a report. Raises NotFound, NotAllowed, BadInput."""
    if not by.holds(Office.EDITOR):
        raise NotAllowed(f"{by.shown_name} is no editor here. An administrator can give the office.")
    said = " ".join(outcome.split())[:_TEXT_CHARS]
    if not said:
        raise BadInput("Say in a few words what was done about it, so that the next editor knows.")
    with recorded(parts):
        held = parts.store.item(ProblemReport, report_id)
        if held is None:
            raise NotFound("There is no such report. It may have been deleted when its time was over.")
        closed = replace(held, closed_at=stamp(parts), closed_by=by.shown_name, outcome=said)
        parts.store.put_item(closed)
        note(parts, by, "closed a report", held.answer_id, report=held.id)
    return closed


def _page(answer_id: str, parts: Parts) -> Answer | Abstention:
    page = page_under(answer_id, parts)
    if isinstance(page, Abstention) and not page.advice:
        raise NotFound("This page states nothing, so nothing on it can be wrong. Tell the editors in another way.")
    return page
