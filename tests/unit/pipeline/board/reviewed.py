"""A page on its way through the board: under review, approved, and what its readers see."""

from quoth.model import (
    Account,
    Answer,
    ReviewStatus,
)
from quoth.pipeline import (
    Parts,
    reviewing,
    stored_page,
)

QUESTION = "Does taping the kneecap work?"


S = ReviewStatus


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
