"""The board's work on a library in memory: submit, look, change, sign, fall back, report, and the trail of it all."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quoth.errors import BadInput, NotAllowed, NotFound, NotSignedIn
from quoth.model import (
    Account,
    Answer,
    ApiToken,
    AuditEntry,
    Office,
    ProblemKind,
    ReviewActKind,
    ReviewStatus,
    Revision,
    Session,
    UnansweredTopic,
)
from quoth.pipeline import (
    Parts,
    ask,
    forget,
    ingest,
    recheck_approvals,
    reporting,
    reviewing,
    revising,
    showing,
    stored_page,
    verify_trail,
)
from quoth.pipeline import people as who
from quoth.pipeline import signing_in as door
from quoth.pipeline.unanswered import clear_unanswered, unanswered
from quoth.review import Change
from quoth.settings import load_settings
from quoth.signing import SealState
from quoth.store import MemoryStore
from quoth.wiring import open_parts

QUESTION = "Does taping the kneecap work?"
S = ReviewStatus


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library in memory, filled once; each test works on a copy of its store."""
    home = tmp_path_factory.mktemp("board")
    settings = load_settings({"QUOTH_HOME": str(home)}, {"store": "memory:", "index": "memory"})
    with open_parts(settings) as opened:
        yield opened


@pytest.fixture
def parts(filled: Parts, tmp_path: Path) -> Parts:
    """Parts of one test, with files of the trail in a folder of its own."""
    from quoth.store.memory_state import copy_of

    assert isinstance(filled.store, MemoryStore)
    store = MemoryStore()
    store._committed = copy_of(filled.store._committed)
    return replace(
        filled,
        store=store,
        anchor_file=tmp_path / "keys" / "audit.anchor",
        _vocabulary=None,
        _recall=None,
        _checker=None,
    )


@pytest.fixture
def people(parts: Parts) -> dict[str, Account]:
    """An administrator, an editor and three reviewers."""
    offices = {"root": Office.ADMINISTRATOR, "ed": Office.EDITOR}
    names = ("root", "ed", "ann", "ben", "cat")
    return {
        name: who.add_account(
            name, parts, shown_name=f"Dr {name.title()}", offices=[offices.get(name, Office.REVIEWER)]
        )
        for name in names
    }


@pytest.fixture
def page(parts: Parts) -> Answer:
    """A kept answer."""
    found = ask(QUESTION, parts).page
    assert isinstance(found, Answer)
    return found


def under_review(page: Answer, parts: Parts, people: dict[str, Account]) -> str:
    """Submitted, with two reviewers who have declared their interests."""
    reviewing.submit(page.id, parts, by=people["ed"])
    for name in ("ann", "ben"):
        reviewing.assign(page.id, people[name].id, parts, by=people["ed"])
        reviewing.declare(page.id, parts, by=people[name], conflict=False)
    return page.id


def approved(page: Answer, parts: Parts, people: dict[str, Account]) -> str:
    """Signed by both."""
    review_id = under_review(page, parts, people)
    for name in ("ann", "ben"):
        reviewing.decide(review_id, parts, by=people[name], approve=True, revision=1)
    return review_id


def status(review_id: str, parts: Parts) -> ReviewStatus:
    """What readers see under the page's address; the checker passes it."""
    shown = stored_page(review_id, parts)
    assert isinstance(shown.page, Answer)
    assert shown.page.review.status is S.OUT_OF_DATE or shown.verdict.passed
    return shown.page.review.status


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
    assert S.SUBMITTED is status(review_id, parts)


PACK = """
quoth_pack: 1
pack: {pack}
version: '1'
title: New on {condition}
rendition: summary
editor: A. Editor
as_of: 2026-11-23
licence: CC-BY-4.0
condition: {condition}
question: What helps {condition}?
common_questions: []
concepts:
  - {{name: {condition}, kind: condition}}
  - {{name: {treatment}, kind: intervention, group: supports}}
differences: []
records:
  - id: guide-2026
    type: guideline
    issuer: Society of 2026
    title: Guide to {condition}
    title_verified: true
    authors: [Doe J]
    journal: Journal
    year: 2026
    retraction: not checked
    seen: full text
    conditions: [{condition}]
    population: adults with {condition}
    interventions: [{treatment}]
    figures_usable: true
    key_results: []
    conclusion: {{text: "{treatment} is an option.", interventions: [{treatment}], facets: [benefit]}}
    recommendations:
      - text: Consider {treatment} for {condition}.
        strength: weak
        certainty: low
        interventions: [{treatment}]
        action: consider
        action_by: editor, from 'consider'
        facets: [benefit]
"""


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


# --- accounts --------------------------------------------------------------------------------------------------------
def test_signing_in_makes_a_new_session_each_time_and_stores_no_secret(parts: Parts) -> None:
    """Nobody who reads the database can sign in, and no session is older than its sign-in."""
    who.add_account("a.editor", parts, password="seven green lamps dance")
    _, one = door.sign_in("A.Editor ", "seven green lamps dance", parts)
    held, two = door.sign_in("a.editor", "seven green lamps dance", parts)

    assert one != two
    assert held == door.account_of_session(two, parts)
    stored = repr(parts.store.items(Session)) + repr(parts.store.items(Account))
    assert one not in stored
    assert "seven green" not in stored
    door.sign_out(one, parts)
    assert None is door.account_of_session(one, parts)
    assert held == door.account_of_session(two, parts)


@pytest.mark.parametrize(
    ("name", "password"), [("a.editor", "wrong"), ("nobody", "x" * 20), ("open", ""), ("shut", "k" * 9)]
)
def test_what_does_not_fit_signs_nobody_in(name: str, password: str, parts: Parts) -> None:
    """Wrong name, wrong password, an account without a password, a closed one: one answer for all."""
    who.add_account("a.editor", parts, password="seven green lamps dance")
    who.add_account("open", parts)
    shut = who.add_account("shut", parts, password="seven green lamps dance")
    who.change_account(shut.id, parts, active=False)

    with pytest.raises(NotSignedIn, match="Name and password do not fit"):
        door.sign_in(name, password, parts)
    with pytest.raises(NotSignedIn):
        door.sign_in("shut", "seven green lamps dance", parts)


@pytest.mark.parametrize("password", ["short", "a" * 40, "ab" * 10, "a.long.sign-in-name", "x" * 2000])
def test_weak_passwords_are_refused(password: str, parts: Parts) -> None:
    """Length counts; repetition and one's own name do not."""
    with pytest.raises(BadInput):
        who.add_account("a.long.sign-in-name", parts, password=password)


def test_a_session_ends_with_its_time_its_account_and_its_password(parts: Parts) -> None:
    """Twelve hours, or sooner."""
    held = who.add_account("a", parts, password="seven green lamps dance")
    _, secret = door.sign_in("a", "seven green lamps dance", parts)
    later = replace(parts, now=lambda: parts.now() + timedelta(hours=13))
    assert None is door.account_of_session(secret, later)
    fresh = door.change_password(held, "seven green lamps dance", "eight blue lamps sleep", parts)
    assert None is door.account_of_session(secret, parts)
    assert None is not door.account_of_session(fresh, parts)
    who.change_account(held.id, parts, active=False)
    assert None is door.account_of_session(fresh, parts)


def test_an_invitation_works_once_and_for_a_week(parts: Parts, people: dict[str, Account]) -> None:
    """Whoever finds the link later finds nothing."""
    _, secret = who.invite(parts, by=people["root"], offices=[Office.EDITOR], shown_name="Dr New")
    late = replace(parts, now=lambda: parts.now() + timedelta(days=8))
    with pytest.raises(NotFound):
        who.redeem(secret, late, name="new", shown_name="Dr New", password="seven green lamps dance")
    with pytest.raises(BadInput):
        who.redeem(secret, parts, name="ed", shown_name="Dr New", password="seven green lamps dance")
    made = who.redeem(secret, parts, name="new", shown_name="Dr New", password="seven green lamps dance")

    assert (Office.EDITOR,) == made.offices
    with pytest.raises(NotFound):
        who.redeem(secret, parts, name="new2", shown_name="Dr New", password="seven green lamps dance")
    _, again = who.invite(parts, by=people["root"], account_id=made.id)
    who.redeem(again, parts, name="ignored", shown_name="", password="another set of green lamps")
    assert made.id == door.sign_in("new", "another set of green lamps", parts)[0].id


def test_the_last_administrator_stays(parts: Parts, people: dict[str, Account]) -> None:
    """Nobody can lock everybody out."""
    root = people["root"]
    for act in (
        lambda: who.change_account(root.id, parts, offices=[Office.READER]),
        lambda: who.change_account(root.id, parts, active=False),
        lambda: who.delete_account(root.id, parts),
    ):
        with pytest.raises(BadInput, match="last administrator"):
            act()
    who.change_account(people["ed"].id, parts, offices=[Office.ADMINISTRATOR])
    who.delete_account(root.id, parts)
    assert "root" not in [one.name for one in who.accounts(parts)]


def test_tokens_act_for_their_account_until_taken_back_and_only_by_their_owner(
    parts: Parts, people: dict[str, Account]
) -> None:
    """One's own tokens; nobody else's can be touched or even seen."""
    made, secret = door.make_token(people["ed"], "export", parts, days=1)
    assert people["ed"] == door.account_of_token(secret, parts)
    assert secret not in repr(parts.store.items(ApiToken))
    with pytest.raises(NotFound):
        door.drop_token(people["ann"], made.id, parts)
    late = replace(parts, now=lambda: parts.now() + timedelta(days=2))
    assert None is door.account_of_token(secret, late)
    door.drop_token(people["ed"], made.id, parts)
    assert None is door.account_of_token(secret, parts)


def test_retention_forgets_sessions_and_unused_accounts_and_keeps_the_last_administrator(
    parts: Parts, people: dict[str, Account]
) -> None:
    """What the settings say is what is kept; the trail remembers that somebody was deleted, not who it was."""
    door.sign_in_as(people["ed"], parts)
    old = replace(
        parts,
        settings=replace(parts.settings, accounts_kept_days=30),
        now=lambda: parts.now() + timedelta(days=31),
    )
    assert who.keep_to_retention(old).accounts > 0

    assert ["root"] == [one.name for one in who.accounts(parts)]
    assert () == parts.store.items(Session)
    assert "deleted an account" == parts.store.audit()[-1].act
    assert verify_trail(parts).passed


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
