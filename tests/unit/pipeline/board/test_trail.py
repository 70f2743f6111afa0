"""The trail: every act, no words of anybody, tampering found out; what was reported and what had no answer."""

from dataclasses import replace

import pytest

from quoth.errors import NotAllowed, NotFound
from quoth.model import (
    Abstention,
    Account,
    Answer,
    AuditEntry,
    ProblemKind,
    ReviewActKind,
    UnansweredTopic,
)
from quoth.pipeline import (
    Parts,
    ask,
    reporting,
    reviewing,
    verify_trail,
)
from quoth.pipeline.catalogue import uses
from quoth.pipeline.unanswered import clear_unanswered, unanswered
from tests.unit.pipeline.board.reviewed import QUESTION, approved, under_review


def test_a_report_reaches_the_editors_and_is_closed_with_an_outcome(
    page: Answer, parts: Parts, people: dict[str, Account]
) -> None:
    """Anybody can report; only an editor closes, and says what was done."""
    made = reporting.report_problem(page.id, "s1", ProblemKind.OUTDATED, "A newer one exists.", parts)
    assert page.statements()[0].quote.span.passage_id == made.passage
    with pytest.raises(NotFound):
        reporting.report_problem(page.id, "s999", ProblemKind.OTHER, "", parts)
    with pytest.raises(NotFound):
        reporting.report_problem("nope", "", ProblemKind.OTHER, "", parts)
    with pytest.raises(NotAllowed):
        reporting.close_report(made.id, "done", parts, by=people["ann"])
    reporting.close_report(made.id, "Row left out.", parts, by=people["ed"])

    assert [("Row left out.", "Dr Ed")] == [(one.outcome, one.closed_by) for one in reporting.reports(parts)]


def test_what_a_refusal_quotes_can_be_reported_and_is_a_use_of_its_source(parts: Parts) -> None:
    """A refusal that quotes nothing has nothing that could be wrong."""
    refused = ask("hip exercise and taping for kneecap pain in the zorbian manner", parts).page
    bare = ask("treatment of hyperkalaemia", parts).page
    assert isinstance(refused, Abstention)
    quoted = refused.advice[0].statement

    made = reporting.report_problem(refused.id, quoted.id, ProblemKind.OTHER, "Wrong.", parts)

    assert quoted.quote.span.passage_id == made.passage
    with pytest.raises(NotFound, match="states nothing"):
        reporting.report_problem(bare.id, "", ProblemKind.OTHER, "", parts)
    source = parts.store.record(quoted.quote.span.record_id)
    assert refused.id in [one.answer_id for one in uses(source, parts).shown]


# --- the trail -------------------------------------------------------------------------------------------------------
def test_the_trail_tells_every_act_and_no_words_of_anybody(
    page: Answer, parts: Parts, people: dict[str, Account]
) -> None:
    """Who did what when: ids and kinds. No question, name, remark or password stands in it."""
    review_id = under_review(page, parts, people)
    row = page.statements()[0].quote.span.passage_id
    reviewing.remark(review_id, ReviewActKind.COMMENTED, parts, by=people["ann"], passage=row, text="Secret remark.")
    lines = parts.store.audit()

    assert verify_trail(parts).passed
    assert len(people) + 6 == len(lines)
    told = repr(lines)
    assert not [word for word in ("Secret", "Dr Ann", QUESTION, "kneecap") if word in told]
    assert ("commented", review_id) == (lines[-1].act, lines[-1].on)


@pytest.mark.parametrize("how", ["changed", "dropped", "swapped", "cut", "all cut", "rewritten", "added"])
def test_a_tampered_trail_is_found_out(how: str, page: Answer, parts: Parts, people: dict[str, Account]) -> None:
    """Whatever is done to the lines behind quoth's back, the next check says so."""
    approved(page, parts, people)
    newest = verify_trail(parts)
    assert newest.passed
    held = parts.store._committed.audit  # type: ignore[attr-defined]
    third = held[3]
    match how:
        case "changed":
            held[3] = replace(third, by="somebody else")
        case "dropped":
            del held[3]
        case "swapped":
            held[3], held[4] = held[4], held[3]
        case "cut":
            del held[max(held)]
        case "all cut":
            held.clear()
        case "rewritten":
            entries = [replace(entry, by="x") for entry in held.values()]
            held.clear()
            for entry in entries:
                parts.store.append_audit(entry)
        case "added":
            held[max(held) + 1] = AuditEntry(max(held) + 1, "2026-01-01T00:00:00Z", "x", "approved and signed")

    assert not verify_trail(parts).passed
    if how in ("changed", "rewritten", "cut"):
        assert not verify_trail(replace(parts, anchor_file=None), newest=newest.newest).passed


# --- what had no answer ----------------------------------------------------------------------------------------------
def test_what_was_not_answered_is_counted_without_words_of_the_asker(parts: Parts) -> None:
    """Off by default; switched on it holds names of concepts alone."""
    asked = "My aunt Mary in Leeds asks: does leech therapy help patellofemoral pain?"
    ask(asked, parts)
    assert () == unanswered(parts)
    on = replace(parts, settings=replace(parts.settings, unanswered_ledger=True))
    pages = [ask(asked, on), ask(asked, on)]
    assert all(not isinstance(page.page, Answer) for page in pages)

    (line,) = unanswered(parts)
    assert 2 == line.count
    assert ("patellofemoral pain",) == line.conditions
    assert not [word for word in ("Mary", "Leeds", "leech", "aunt") if word in repr(line)]
    assert 1 == clear_unanswered(parts)
    assert () == parts.store.items(UnansweredTopic)
