"""The board's rules, act by act: who may do what, when, and what it leads to."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quoth.errors import BadInput, NotAllowed
from quoth.model import (
    BANNERS,
    STEPS,
    Office,
    Review,
    ReviewActKind,
    ReviewStatus,
    StepState,
    banner,
    steps_of,
)
from quoth.review import (
    approvals,
    assign,
    declare,
    fall_back,
    line_of,
    open_requests,
    release,
    revised,
    sign,
    status_of,
    submit,
    withdraw,
)
from quoth.review.status import MOVES
from tests.unit.review.board_factories import (
    ANN,
    AT,
    BEN,
    CAT,
    EDITOR,
    SEAL,
    approved,
    person,
    remarked,
    returned,
    revision,
    signed,
    submitted,
    under_review,
)

S, A = ReviewStatus, ReviewActKind
WITHDRAWN = withdraw(approved(), EDITOR, at=AT, text="A dose is wrong.")
FALLEN = fall_back(approved(), ("Source 1 was retracted.",), at=AT)


@pytest.mark.parametrize(
    ("review", "status"),
    [
        (None, S.NOT_SUBMITTED),
        (submitted(), S.SUBMITTED),
        (under_review(), S.UNDER_REVIEW),
        (signed(under_review(), ANN), S.UNDER_REVIEW),
        (approved(), S.APPROVED),
        (signed(under_review(), ANN, needed=1), S.APPROVED),
        (returned(), S.CHANGES_REQUESTED),
        (WITHDRAWN, S.WITHDRAWN),
        (FALLEN, S.OUT_OF_DATE),
        (submit(returned(), revision(2), EDITOR, at=AT), S.UNDER_REVIEW),
        (submit(WITHDRAWN, revision(), EDITOR, at=AT), S.UNDER_REVIEW),
        (submit(FALLEN, revision(2), EDITOR, at=AT), S.UNDER_REVIEW),
    ],
)
def test_the_status_follows_from_the_acts(review: Review | None, status: S) -> None:
    """Nobody sets a status: it is what the acts come to."""
    assert status is status_of(review)


def test_every_act_has_its_moves_and_every_status_its_words() -> None:
    """A new act or status cannot be forgotten in a table."""
    assert set(A) == set(MOVES)
    assert set(S) == set(BANNERS) == set(STEPS)


@pytest.mark.parametrize("status", S)
def test_steps_and_banner_say_the_same_as_the_status(status: S) -> None:
    """One current step, which is the status; approval is claimed by no other status, in no words."""
    steps = steps_of(status)

    assert [status] == [step for step, state in steps if state is StepState.CURRENT]
    assert len({step for step, _ in steps}) == len(steps)
    assert (S.APPROVED in [step for step, state in steps if state is not StepState.AHEAD]) == (status is S.APPROVED)
    assert ("approved this revision" in banner(status)) == (status is S.APPROVED)
    assert len(set(BANNERS.values())) == len(BANNERS)


@pytest.mark.parametrize(
    ("act", "who"),
    [
        (lambda: submit(None, revision(), ANN, at=AT), "no editor"),
        (lambda: assign(submitted(), ANN, BEN, at=AT), "no editor or administrator"),
        (lambda: assign(submitted(), EDITOR, EDITOR, at=AT), "no reviewer"),
        (lambda: assign(under_review(), ANN, EDITOR, at=AT), "assigned already"),
        (lambda: declare(under_review(), CAT, at=AT, conflict=False), "not assigned"),
        (lambda: sign(under_review(), CAT, SEAL, at=AT, needed=2), "not assigned"),
        (lambda: sign(assign(submitted(), ANN, EDITOR, at=AT), ANN, SEAL, at=AT, needed=2), "Declare your interests"),
        (lambda: sign(signed(under_review(), ANN), ANN, SEAL, at=AT, needed=2), "signed this revision already"),
        (lambda: withdraw(approved(), ANN, at=AT, text="x"), "no editor"),
        (lambda: withdraw(approved(), EDITOR, at=AT, text=" "), "why the page is withdrawn"),
        (lambda: revised(under_review(), revision(2), ANN, at=AT), "no editor"),
        (lambda: release(under_review(), ANN.id, BEN, at=AT), "no editor"),
        (lambda: remarked(under_review(), A.ASKED, CAT), "not assigned"),
        (lambda: remarked(under_review(), A.ASKED, ANN, " "), "needs words"),
        (lambda: remarked(under_review(), A.APPROVED, ANN), "not 'approved and signed'"),
        (lambda: declare(under_review(), ANN, at=AT, conflict=True), "needs to be named"),
    ],
)
def test_who_may_not_is_told_why(act: Callable[[], Review], who: str) -> None:
    """Each rule of who may do what refuses with its reason."""
    with pytest.raises((NotAllowed, BadInput), match=who):
        act()


def test_nobody_approves_what_they_submitted_or_revised() -> None:
    """Two pairs of eyes: an editor who is a reviewer as well does not sign their own page."""
    both = person("both", Office.EDITOR, Office.REVIEWER)
    own = submit(None, revision(), both, at=AT)
    with pytest.raises(BadInput, match="cannot review it"):
        assign(own, both, EDITOR, at=AT)

    later = revised(under_review(both), revision(2), both, at=AT)
    with pytest.raises(NotAllowed, match="somebody else has to decide"):
        sign(later, both, SEAL, at=AT, needed=1)


def test_a_closed_account_can_do_nothing() -> None:
    """An office counts while its account is open."""
    with pytest.raises(NotAllowed):
        submit(None, revision(), replace(EDITOR, active=False), at=AT)


def test_a_declared_conflict_leaves_comments_and_takes_decisions() -> None:
    """Interests are stated before the first decision; with a conflict others decide."""
    review = assign(submitted(), ANN, EDITOR, at=AT)
    with pytest.raises(NotAllowed, match="Declare"):
        remarked(review, A.ACCEPTED, ANN)
    conflicted = declare(review, ANN, at=AT, conflict=True, text="I was an author of source 1.")

    assert A.COMMENTED is remarked(conflicted, A.COMMENTED, ANN).acts[-1].kind
    for kind in (A.ACCEPTED, A.ASKED):
        with pytest.raises(NotAllowed, match="conflict of interest"):
            remarked(conflicted, kind, ANN)
    with pytest.raises(NotAllowed, match="conflict of interest"):
        sign(conflicted, ANN, SEAL, at=AT, needed=1)


def test_an_open_request_stands_in_the_way_until_it_is_taken_back_or_revised() -> None:
    """Nobody signs over a colleague's request; accepting the statement takes one's own back, a new revision all."""
    asked = remarked(under_review(), A.ASKED, ANN)
    with pytest.raises(BadInput, match="1 request"):
        signed(asked, BEN)

    assert 1 == len(open_requests(remarked(asked, A.ACCEPTED, BEN)))
    assert () == open_requests(remarked(asked, A.ACCEPTED, ANN))
    assert S.APPROVED is status_of(signed(remarked(asked, A.ACCEPTED, ANN), ANN, BEN))
    assert () == open_requests(revised(asked, revision(2), EDITOR, at=AT))


def test_a_new_revision_voids_the_signatures_under_the_one_before() -> None:
    """A review is bound to a revision: who signed the first has not signed the second."""
    moved = revised(signed(under_review(), ANN), revision(2), EDITOR, at=AT)

    assert () == approvals(moved, 2)
    assert S.UNDER_REVIEW is status_of(signed(moved, BEN))
    assert S.APPROVED is status_of(signed(signed(moved, BEN), ANN))


def test_a_page_given_back_needs_all_signatures_anew() -> None:
    """A signature from before the page was given back does not count towards the two."""
    review = submit(
        replace(returned(), acts=(*signed(under_review(), ANN).acts, returned().acts[-1])), revision(), EDITOR, at=AT
    )
    again = declare(assign(review, CAT, EDITOR, at=AT), CAT, at=AT, conflict=False)

    assert S.UNDER_REVIEW is status_of(signed(again, CAT))
    assert S.APPROVED is status_of(signed(again, CAT, BEN))


@pytest.mark.parametrize("review", [approved(), WITHDRAWN, FALLEN, returned()])
def test_nothing_is_signed_that_is_not_under_review(review: Review) -> None:
    """Least of all what was withdrawn or fell back."""
    waiting = declare(assign(under_review(), CAT, EDITOR, at=AT), CAT, at=AT, conflict=False)
    review = replace(review, acts=(*waiting.acts, *review.acts[len(under_review().acts) :]))
    with pytest.raises(BadInput, match="nobody can do this now"):
        sign(review, CAT, SEAL, at=AT, needed=1)


def test_the_line_names_signers_only_where_the_status_bears_them_out() -> None:
    """A banner that says "under review" names nobody as having signed; one that fell names them and the reasons."""
    assert () == line_of(signed(under_review(), ANN), revision()).signed_by
    assert ("Dr Ann", "Dr Ben") == line_of(approved(), revision()).signed_by
    assert ("Source 1 was retracted.",) == line_of(FALLEN, revision()).changed_since
    assert () == line_of(WITHDRAWN, revision()).signed_by
    assert (1, "2026-11-26") == (line_of(approved(), revision()).revision, line_of(approved(), revision()).signed_on)
    assert S.NOT_SUBMITTED is line_of(None, None).status


def test_too_long_a_text_is_refused() -> None:
    """A remark is no place for a book."""
    with pytest.raises(BadInput, match="up to 4000"):
        remarked(under_review(), A.COMMENTED, ANN, "x" * 5000)


def test_a_released_reviewer_declares_anew_when_assigned_again() -> None:
    """Interests can have changed meanwhile."""
    back = assign(release(under_review(), ANN.id, ANN, at=AT), ANN, EDITOR, at=AT)
    with pytest.raises(NotAllowed, match="Declare"):
        signed(back, ANN)
