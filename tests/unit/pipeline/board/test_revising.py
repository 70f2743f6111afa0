"""Revisions: rows left out and brought in, what may be signed, and how long a page under review is kept."""

from datetime import timedelta
from pathlib import Path

import pytest

from quoth.errors import BadInput, NotFound
from quoth.model import (
    Account,
    Answer,
)
from quoth.pipeline import (
    Parts,
    ask,
    forget,
    ingest,
    reviewing,
    revising,
    showing,
    stored_page,
)
from quoth.review import Change
from tests.unit.pipeline.board.reviewed import PACK, S, approved, status, under_review


def test_an_editor_leaves_a_row_out_and_brings_one_in_without_touching_a_word(
    page: Answer, parts: Parts, people: dict[str, Account]
) -> None:
    """Each change is a new revision, composed as every page is and passed by the checker."""
    review_id = under_review(page, parts, people)
    gone = page.actions[0].statement.quote.span
    revising.revise(review_id, parts, by=people["ed"], leave_out=[gone.passage_id], why="repeats the first row")
    second = stored_page(review_id, parts)
    assert isinstance(second.page, Answer)
    assert second.verdict.passed
    assert gone not in {one.quote.span for one in second.page.statements()}

    offered = revising.rows_to_add(revising.revision_of(reviewing.review_of(review_id, parts), 2, parts), parts)
    assert gone in [finding.quote.span for finding in offered]
    revising.revise(review_id, parts, by=people["ed"], add=[gone.passage_id])
    third = stored_page(review_id, parts)
    assert isinstance(third.page, Answer)
    assert third.verdict.passed
    assert {one.quote for one in page.statements()} == {one.quote for one in third.page.statements()}
    assert [Change.GONE] == [
        row.change for row in revising.difference(review_id, 1, 2, parts).rows if row.change is not Change.SAME
    ] or any(row.before and row.before.quote.span == gone for row in revising.difference(review_id, 1, 2, parts).rows)


def test_a_passage_that_says_nothing_on_the_question_is_not_brought_in(
    page: Answer, parts: Parts, people: dict[str, Account]
) -> None:
    """What cannot stand on a page by itself cannot be put there by hand."""
    review_id = under_review(page, parts, people)
    elsewhere = ask("Does smoking cessation medication work?", parts).page
    assert isinstance(elsewhere, Answer)
    foreign = elsewhere.statements()[0].quote.span.passage_id
    first = page.statements()[0].quote.span
    cut = f"{first.rendition_id}:{first.start}-{first.start + 9}"

    for passage in (foreign, cut):
        with pytest.raises(BadInput, match="cannot stand on this page"):
            revising.revise(review_id, parts, by=people["ed"], add=[passage])
    for wrong in ("nonsense", "x:1-2-3", "x:١-٢"):
        with pytest.raises((BadInput, NotFound)):
            revising.revise(review_id, parts, by=people["ed"], add=[wrong])
    with pytest.raises(BadInput, match="Nothing would change"):
        revising.revise(review_id, parts, by=people["ed"])


def test_a_revision_that_was_not_seen_is_not_signed(page: Answer, parts: Parts, people: dict[str, Account]) -> None:
    """Between looking and signing an editor may have changed the page."""
    review_id = under_review(page, parts, people)
    gone = page.actions[0].statement.quote.span.passage_id
    revising.revise(review_id, parts, by=people["ed"], leave_out=[gone])

    with pytest.raises(BadInput, match="You looked at revision 1"):
        reviewing.decide(review_id, parts, by=people["ann"], approve=True, revision=1)


def test_nothing_is_signed_that_the_library_has_moved_on_from(
    page: Answer, parts: Parts, people: dict[str, Account], tmp_path: Path
) -> None:
    """New guidance that came during the review must be looked at first."""
    review_id = under_review(page, parts, people)
    same = tmp_path / "same.yaml"
    same.write_text(
        PACK.format(pack="knee-2026", condition="patellofemoral pain", treatment="patellar taping"), encoding="utf-8"
    )
    ingest([same], parts)

    with pytest.raises(BadInput, match="library has changed"):
        reviewing.decide(review_id, parts, by=people["ann"], approve=True, revision=1)


def test_a_page_under_review_outlives_its_retention_and_its_readers(
    page: Answer, parts: Parts, people: dict[str, Account]
) -> None:
    """Kept answers expire; what was submitted stays until the board withdraws and deletes it."""
    review_id = approved(page, parts, people)
    parts.store.delete_answers(before=parts.now().date() + timedelta(days=1))
    assert S.APPROVED is status(review_id, parts)
    with pytest.raises(BadInput, match="submitted to the medical board"):
        forget(review_id, parts)
    with pytest.raises(BadInput, match="withdraw it first"):
        reviewing.delete_review(review_id, parts, by=people["root"])
    reviewing.withdraw(review_id, parts, by=people["root"], text="The dose is wrong.")
    assert S.WITHDRAWN is status(review_id, parts)
    reviewing.delete_review(review_id, parts, by=people["root"])

    with pytest.raises(NotFound):
        stored_page(review_id, parts)
    assert not showing.standing_of_page(review_id, parts).held
