"""Each page under review waits for somebody, who is told what to do; and a page that comes back can go on."""

from dataclasses import replace

import pytest

from quoth.errors import NotAllowed
from quoth.model import Account, Office, Review, ReviewActKind, ReviewStatus
from quoth.review import (
    assign,
    declare,
    fall_back,
    next_step,
    release,
    revised,
    sign,
    status_of,
    submit,
    withdraw,
)
from tests.unit.review.board_factories import (
    ANN,
    AT,
    BEN,
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

OTHER = person("olga", Office.EDITOR)
ROOT = person("root", Office.ADMINISTRATOR)
FALLEN = fall_back(approved(), ("Source 1 was retracted.",), at=AT)
CONFLICT = declare(assign(under_review(ANN), BEN, EDITOR, at=AT), BEN, at=AT, conflict=True, text="I sell tape.")
UNDECLARED = assign(submitted(), ANN, EDITOR, at=AT)


@pytest.mark.parametrize(
    ("review", "who", "step"),
    [
        (submitted(), EDITOR, "assign reviewers"),
        (submitted(), ROOT, "assign reviewers"),
        (submitted(), ANN, ""),
        (UNDECLARED, ANN, "declare your interests"),
        (UNDECLARED, EDITOR, "assign another reviewer"),
        (UNDECLARED, BEN, ""),
        (under_review(), ANN, "sign or give back"),
        (under_review(), EDITOR, ""),
        (signed(under_review(), ANN), ANN, ""),
        (signed(under_review(), ANN), BEN, "sign or give back"),
        (CONFLICT, BEN, ""),
        (CONFLICT, EDITOR, "assign another reviewer"),
        (remarked(under_review(), ReviewActKind.ASKED, ANN), EDITOR, "1 change is asked for"),
        (remarked(under_review(), ReviewActKind.ASKED, ANN), OTHER, ""),
        (returned(), EDITOR, "changes were asked for"),
        (returned(), OTHER, ""),
        (FALLEN, EDITOR, "the library has changed"),
        (FALLEN, OTHER, "the library has changed"),
        (FALLEN, ANN, ""),
        (approved(), EDITOR, ""),
    ],
)
def test_each_page_waits_for_whoever_acts_next(review: Review, who: Account, step: str) -> None:
    """The list says what is to be done, and no page is left waiting for nobody."""
    told = next_step(review, who, needed=2)

    assert step in told
    assert bool(step) is bool(told)


def test_a_page_that_came_back_goes_to_those_who_looked_at_it() -> None:
    """They signed nothing of the new revision, and need not be assigned again to sign it."""
    review = revised(returned(), revision(2), EDITOR, at=AT)
    review = submit(review, revision(2), EDITOR, at=AT)

    assert ReviewStatus.UNDER_REVIEW is status_of(review)
    assert "sign or give back" in next_step(review, ANN, needed=2)
    assert ReviewStatus.APPROVED is status_of(signed(review, ANN, BEN))


def test_a_page_that_nobody_is_assigned_to_any_more_waits_for_reviewers() -> None:
    """Who was taken off is not asked again."""
    review = returned()
    for one in (ANN, BEN):
        review = release(review, one.id, EDITOR, at=AT)

    assert ReviewStatus.SUBMITTED is status_of(submit(review, revision(2), EDITOR, at=AT))


@pytest.mark.parametrize("ended", [FALLEN, withdraw(approved(), EDITOR, at=AT, text="A dose is wrong.")])
def test_interests_are_declared_anew_where_an_approval_ended(ended: Review) -> None:
    """Months may lie between, and other sources stand on the page."""
    review = submit(ended, replace(revision(2)), EDITOR, at=AT)

    assert "declare your interests" in next_step(review, ANN, needed=2)
    with pytest.raises(NotAllowed, match="Declare your interests first"):
        sign(review, ANN, SEAL, at=AT, needed=2)
    assert sign(declare(review, ANN, at=AT, conflict=False), ANN, SEAL, at=AT, needed=2)


def test_a_signature_of_before_does_not_keep_a_page_from_its_reviewer() -> None:
    """The same revision, submitted again after it was given back, has no signature."""
    review = submit(returned(signed_by=ANN), revision(), EDITOR, at=AT)

    assert "sign or give back" in next_step(review, ANN, needed=2)
