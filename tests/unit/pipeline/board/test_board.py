"""A page goes through the board: submitted, signed, verified, and what takes an approval away."""

import json
from dataclasses import replace
from pathlib import Path

from quoth.model import (
    Account,
    Answer,
    Revision,
)
from quoth.pipeline import (
    Parts,
    ingest,
    recheck_approvals,
    reviewing,
    revising,
    showing,
    stored_page,
)
from quoth.review import Change
from quoth.signing import SealState
from tests.unit.pipeline.board.reviewed import PACK, S, approved, status


def test_a_page_goes_from_draft_to_approved(page: Answer, parts: Parts, people: dict[str, Account]) -> None:
    """Under one address, with the status that the acts bear out, and the names of who signed."""
    assert S.NOT_SUBMITTED is status(page.id, parts)
    reviewing.submit(page.id, parts, by=people["ed"])
    assert S.SUBMITTED is status(page.id, parts)
    reviewing.assign(page.id, people["ann"].id, parts, by=people["ed"])
    assert S.UNDER_REVIEW is status(page.id, parts)
    for name in ("ben",):
        reviewing.assign(page.id, people[name].id, parts, by=people["root"])
    for name in ("ann", "ben"):
        assert S.UNDER_REVIEW is status(page.id, parts)
        reviewing.declare(page.id, parts, by=people[name], conflict=False)
        reviewing.decide(page.id, parts, by=people[name], approve=True, revision=1)

    assert S.APPROVED is status(page.id, parts)
    shown = stored_page(page.id, parts).page
    assert isinstance(shown, Answer)
    assert ("Dr Ann", "Dr Ben") == shown.review.signed_by
    assert replace(shown, review=page.review) == page


def test_what_was_signed_can_be_verified_and_a_change_is_seen(
    page: Answer, parts: Parts, people: dict[str, Account]
) -> None:
    """The seal covers question, spans with hashes, snapshot and settings; a touched revision or document breaks it."""
    review_id = approved(page, parts, people)
    signed = showing.signed_approvals(review_id, parts)
    document = json.loads(signed[0].act.signature.document)  # type: ignore[union-attr]

    assert [True, True] == [one.good for one in signed]
    assert (page.question.text, page.manifest.snapshot) == (document["question"], document["snapshot"])
    assert dict(page.manifest.settings) == document["settings"]
    assert page.statements()[0].quote.span.sha256 in [span[-1] for span in document["spans"]]

    held = parts.store.item(Revision, f"{review_id}.1")
    assert held is not None
    told = replace(held.page.bottom_line.statements[0], plain="Take twice as much.")
    forged = replace(held.page, bottom_line=replace(held.page.bottom_line, statements=(told,)))
    parts.store.put_item(replace(held, page=forged))
    assert [("page",)] * 2 == [one.differs for one in showing.signed_approvals(review_id, parts)]
    parts.store.put_item(held)

    review = reviewing.review_of(review_id, parts)
    *before, last = review.acts
    assert last.signature is not None
    bent = replace(last.signature, document=last.signature.document.replace("Dr Ben", "Dr Bob"))
    parts.store.put_item(replace(review, acts=(*before, replace(last, signature=bent))))
    assert [SealState.GOOD, SealState.BROKEN] == [one.seal for one in showing.signed_approvals(review_id, parts)]


def test_a_retraction_takes_the_approval_away_and_says_why(
    page: Answer, parts: Parts, people: dict[str, Account], tmp_path: Path
) -> None:
    """No person has to notice: the next ingest does. The page shows what it shows, out of date."""
    review_id = approved(page, parts, people)
    reference = next(ref for ref in page.references if ref.ids.doi)
    notice = tmp_path / "retractions.csv"
    notice.write_text(
        f"OriginalPaperDOI,RetractionDate,RetractionNature\n{reference.ids.doi},2026-11-01,Retraction\n",
        encoding="utf-8",
    )
    report = ingest([notice], parts)

    assert [review_id] == [one.review_id for one in report.fallen], report
    assert S.OUT_OF_DATE is status(review_id, parts)
    shown = stored_page(review_id, parts).page
    assert isinstance(shown, Answer)
    assert any("was retracted" in reason for reason in shown.review.changed_since)
    assert () == recheck_approvals(parts)


def test_a_new_guideline_on_the_topic_takes_the_approval_away(
    page: Answer, parts: Parts, people: dict[str, Account], tmp_path: Path
) -> None:
    """And one on another topic does not."""
    review_id = approved(page, parts, people)
    other, same = tmp_path / "other.yaml", tmp_path / "same.yaml"
    other.write_text(PACK.format(pack="elbow-pain", condition="elbow pain", treatment="elbow brace"), encoding="utf-8")
    same.write_text(
        PACK.format(pack="knee-2026", condition="patellofemoral pain", treatment="patellar taping"), encoding="utf-8"
    )

    assert () == ingest([other], parts).fallen
    assert S.APPROVED is status(review_id, parts)
    fallen = ingest([same], parts).fallen
    assert [review_id] == [one.review_id for one in fallen]
    assert "New on this question" in fallen[0].reasons[0]
    assert S.OUT_OF_DATE is status(review_id, parts)

    reviewing_again = revising.revise(review_id, parts, by=people["ed"], why="the new guideline")
    assert 2 == reviewing_again.revision
    rows = revising.difference(review_id, 1, 2, parts).rows
    assert [row.after.issuer for row in rows if row.change is Change.NEW and row.after] == ["Society of 2026"]
    reviewing.submit(review_id, parts, by=people["ed"])
    assert S.UNDER_REVIEW is status(review_id, parts)
