"""Reviews as people see them: the board's list, one page with its remarks, its signatures, whether a copy stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from quoth import review as stage
from quoth.errors import NotFound
from quoth.model import (
    Account,
    EverydayCheck,
    Review,
    ReviewAct,
    ReviewActKind,
    ReviewLine,
    ReviewStatus,
    Revision,
    Verdict,
)
from quoth.pipeline.everyday import checks_of
from quoth.pipeline.parts import Parts
from quoth.pipeline.under_review import review_of, revision_of
from quoth.signing import SealState

__all__ = [
    "ReviewEntry",
    "ReviewView",
    "SignedApproval",
    "Standing",
    "people_of",
    "review_view",
    "reviews",
    "signed_approvals",
    "standing_of_page",
]

_REMARKS = (ReviewActKind.ACCEPTED, ReviewActKind.COMMENTED, ReviewActKind.ASKED)


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One line of the board's list."""

    review: Review
    status: ReviewStatus
    title: str
    """The question of the page."""
    updated_at: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """Everything about one page under review, for those who work on it."""

    review: Review
    status: ReviewStatus
    revision: Revision
    verdict: Verdict
    assigned: tuple[Account, ...]
    remarks: Mapping[str, tuple[ReviewAct, ...]]
    """By passage id, oldest first, of every revision."""
    open_requests: tuple[ReviewAct, ...]
    approvals: tuple[ReviewAct, ...]
    checks: Mapping[str, EverydayCheck]
    """Who signed the everyday words of a statement, by its id."""


@dataclass(frozen=True, slots=True)
class SignedApproval:
    """One signature with what can be said of it now."""

    act: ReviewAct
    seal: SealState
    differs: tuple[str, ...]
    """Parts of the signed document that the stored revision does not bear out."""

    @property
    def good(self) -> bool:
        """Whether the seal fits and the revision is the one that was signed."""
        return self.seal is SealState.GOOD and not self.differs


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a page that somebody printed or saved still stands."""

    answer_id: str
    line: ReviewLine
    held: bool
    """Whether the page is still kept here."""
    faults: int
    """What the checker finds in it now."""


def reviews(parts: Parts) -> tuple[ReviewEntry, ...]:
    """Every page that was submitted, the one with the newest act first."""
    entries = []
    for review in parts.store.items(Review):
        title = revision_of(review, review.revision, parts).page.question.text
        entries.append(ReviewEntry(review, stage.status_of(review), title, review.acts[-1].at))
    return tuple(sorted(entries, key=lambda entry: (entry.updated_at, entry.review.id), reverse=True))


def review_view(review_id: str, parts: Parts) -> ReviewView:
    """One page under review. Raises NotFound."""
    review = review_of(review_id, parts)
    revision = revision_of(review, review.revision, parts)
    remarks: dict[str, list[ReviewAct]] = {}
    for act in review.acts:
        if act.kind in _REMARKS:
            remarks.setdefault(act.passage, []).append(act)
    people = (parts.store.item(Account, one) for one in stage.assigned(review))
    return ReviewView(
        review=review,
        status=stage.status_of(review),
        revision=revision,
        verdict=parts.checker().verify(revision.page),
        assigned=tuple(one for one in people if one is not None),
        remarks={passage: tuple(acts) for passage, acts in remarks.items()},
        open_requests=stage.open_requests(review),
        approvals=stage.approvals(review, revision.number),
        checks=checks_of(revision.page, parts),
    )


def people_of(review: Review, parts: Parts) -> dict[str, str]:
    """Account id -> name as it is now, of everybody in a review who still has an account."""
    ids = {act.by for act in review.acts} | {act.whom for act in review.acts}
    held = {one: parts.store.item(Account, one) for one in ids if one}
    return {one: account.shown_name for one, account in held.items() if account is not None}


def signed_approvals(review_id: str, parts: Parts) -> tuple[SignedApproval, ...]:
    """Every approval that was ever signed on a page, verified now, oldest first. Raises NotFound."""
    review = review_of(review_id, parts)
    found = []
    for act in review.acts:
        if act.signature is not None:
            revision = revision_of(review, act.revision, parts)
            differs = stage.what_differs(act.signature.document, revision)
            found.append(SignedApproval(act, parts.keys.state(act.signature), differs))
    return tuple(found)


def standing_of_page(answer_id: str, parts: Parts) -> Standing:
    """What whoever holds a copy of a page should know. A page that is not kept is told as such, never an error."""
    review = parts.store.item(Review, answer_id)
    if review is not None:
        revision = revision_of(review, review.revision, parts)
        faults = len(parts.checker().verify(revision.page).faults)
        return Standing(answer_id, stage.line_of(review, revision), True, faults)
    try:
        page = parts.store.answer(answer_id)
    except NotFound:
        return Standing(answer_id, ReviewLine(), False, 0)
    return Standing(answer_id, ReviewLine(), True, len(parts.checker().verify(page).faults))
