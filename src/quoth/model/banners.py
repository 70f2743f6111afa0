"""What is said of a page's review, by its status alone: one table for the banner, one for the steps.

Every face reads these two, so that no banner can say what its status does not.
"""

from enum import StrEnum

from quoth.model.answer import ReviewStatus

__all__ = ["BANNERS", "STEPS", "StepState", "banner", "steps_of"]

_S = ReviewStatus

BANNERS: dict[ReviewStatus, str] = {
    _S.NOT_SUBMITTED: "No medical board has looked at this page.",
    _S.SUBMITTED: "This page was submitted to the medical board. Nobody has reviewed it yet.",
    _S.UNDER_REVIEW: "Reviewers are looking at this page. It is not approved.",
    _S.CHANGES_REQUESTED: "Reviewers asked for changes to this page. It is not approved.",
    _S.APPROVED: "The medical board approved this revision of the page. Their signatures can be verified.",
    _S.WITHDRAWN: "The medical board withdrew this page. Do not rely on it.",
    _S.OUT_OF_DATE: "This page was approved before, and is out of date now. The approval no longer holds.",
}

# (steps that are done, steps that lie ahead) for each status; the status itself stands between them.
STEPS: dict[ReviewStatus, tuple[tuple[ReviewStatus, ...], tuple[ReviewStatus, ...]]] = {
    _S.NOT_SUBMITTED: ((), (_S.SUBMITTED, _S.UNDER_REVIEW, _S.APPROVED)),
    _S.SUBMITTED: ((), (_S.UNDER_REVIEW, _S.APPROVED)),
    _S.UNDER_REVIEW: ((_S.SUBMITTED,), (_S.APPROVED,)),
    _S.CHANGES_REQUESTED: ((_S.SUBMITTED, _S.UNDER_REVIEW), (_S.APPROVED,)),
    _S.APPROVED: ((_S.SUBMITTED, _S.UNDER_REVIEW), ()),
    _S.WITHDRAWN: ((), ()),
    _S.OUT_OF_DATE: ((_S.SUBMITTED, _S.UNDER_REVIEW), (_S.APPROVED,)),
}


class StepState(StrEnum):
    """Where one step stands, seen from the status."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


def banner(status: ReviewStatus) -> str:
    """The one sentence or two that a page with this status shows."""
    return BANNERS[status]


def steps_of(status: ReviewStatus) -> tuple[tuple[ReviewStatus, StepState], ...]:
    """The path of a page with exactly one current step: its status."""
    done, ahead = STEPS[status]
    return (
        *((step, StepState.DONE) for step in done),
        (status, StepState.CURRENT),
        *((step, StepState.AHEAD) for step in ahead),
    )
