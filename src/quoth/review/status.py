"""Where a page stands: one table of what may happen when, and one function that follows the acts through it.

Whatever shows a status asks `status_of`; nothing stores one. An act that the table does not allow cannot be added.
"""

from collections.abc import Iterable

from quoth.errors import BadInput
from quoth.model import Review, ReviewAct, ReviewActKind, ReviewLine, ReviewStatus, Revision

__all__ = ["MOVES", "approvals", "line_of", "next_status", "reviewers_on", "status_of"]

_S, _A = ReviewStatus, ReviewActKind

# What an act does to a status. `None` leaves it as it is. An approval moves on only when enough reviewers have signed;
# a page that is submitted again while reviewers are assigned is under review at once.
MOVES: dict[ReviewActKind, dict[ReviewStatus, ReviewStatus | None]] = {
    _A.SUBMITTED: {
        _S.NOT_SUBMITTED: _S.SUBMITTED,
        _S.CHANGES_REQUESTED: _S.SUBMITTED,
        _S.WITHDRAWN: _S.SUBMITTED,
        _S.OUT_OF_DATE: _S.SUBMITTED,
    },
    _A.ASSIGNED: {_S.SUBMITTED: _S.UNDER_REVIEW, _S.UNDER_REVIEW: None, _S.CHANGES_REQUESTED: None},
    _A.RELEASED: {_S.SUBMITTED: None, _S.UNDER_REVIEW: None, _S.CHANGES_REQUESTED: None},
    _A.DECLARED: {_S.UNDER_REVIEW: None, _S.CHANGES_REQUESTED: None},
    _A.ACCEPTED: {_S.UNDER_REVIEW: None, _S.CHANGES_REQUESTED: None},
    _A.COMMENTED: {_S.SUBMITTED: None, _S.UNDER_REVIEW: None, _S.CHANGES_REQUESTED: None, _S.OUT_OF_DATE: None},
    _A.ASKED: {_S.UNDER_REVIEW: None, _S.CHANGES_REQUESTED: None},
    _A.REVISED: {_S.SUBMITTED: None, _S.UNDER_REVIEW: None, _S.CHANGES_REQUESTED: None, _S.OUT_OF_DATE: None},
    _A.RETURNED: {_S.UNDER_REVIEW: _S.CHANGES_REQUESTED},
    _A.APPROVED: {_S.UNDER_REVIEW: _S.APPROVED},
    _A.WITHDRAWN: {status: _S.WITHDRAWN for status in _S if status not in (_S.NOT_SUBMITTED, _S.WITHDRAWN)},
    _A.FELL_BACK: {_S.APPROVED: _S.OUT_OF_DATE},
}


def status_of(review: Review | None) -> ReviewStatus:
    """Where a page stands after all of its acts; a page without a review was not submitted."""
    status = _S.NOT_SUBMITTED
    done: list[ReviewAct] = []
    for act in review.acts if review else ():
        status = next_status(status, act, done)
        done.append(act)
    return status


def next_status(status: ReviewStatus, act: ReviewAct, before: Iterable[ReviewAct]) -> ReviewStatus:
    """The status after one more act.

    Raises:
        BadInput: the act is not possible now.
    """
    moves = MOVES[act.kind]
    if status not in moves:
        possible = ", ".join(f"“{one.value}”" for one in moves)
        raise BadInput(
            f"The page is “{status.value}”: nobody can do this now ({act.kind.value}). It is possible when it is "
            f"{possible}."
        )
    if act.kind is _A.SUBMITTED and reviewers_on(before):
        return _S.UNDER_REVIEW  # it came back to the board, and goes to those who looked at it (decision 0156)
    if act.kind is _A.APPROVED and len(_signers((*before, act), act.revision)) < act.needed:
        return status
    return moves[status] or status


def reviewers_on(acts: Iterable[ReviewAct]) -> tuple[str, ...]:
    """Account ids of the reviewers who are assigned after these acts, in order."""
    on: dict[str, None] = {}
    for act in acts:
        if act.kind is _A.ASSIGNED:
            on[act.whom] = None
        elif act.kind is _A.RELEASED:
            on.pop(act.whom, None)
    return tuple(on)


def approvals(review: Review, revision: int) -> tuple[ReviewAct, ...]:
    """The approvals of one revision that still stand, one of each reviewer, in order."""
    return tuple(_signers(review.acts, revision).values())


def line_of(review: Review | None, revision: Revision | None) -> ReviewLine:
    """What the page says of its review. Names and reasons stand there only where the status bears them out."""
    if review is None or revision is None:
        return ReviewLine()
    status = status_of(review)
    signed = approvals(review, revision.number) if status in (_S.APPROVED, _S.OUT_OF_DATE) else ()
    fell = [act for act in review.acts if act.kind is _A.FELL_BACK] if status is _S.OUT_OF_DATE else []
    return ReviewLine(
        status=status,
        signed_by=tuple(act.name for act in signed),
        signed_on=signed[-1].at[:10] if signed else None,
        changed_since=fell[-1].reasons if fell else (),
        revision=revision.number,
        updated_on=revision.made_at[:10],
    )


def _signers(acts: Iterable[ReviewAct], revision: int) -> dict[str, ReviewAct]:
    """By account, the approvals of a revision since it was last submitted, returned or withdrawn."""
    signed: dict[str, ReviewAct] = {}
    for act in acts:
        if act.kind in (_A.SUBMITTED, _A.RETURNED, _A.WITHDRAWN):
            signed = {}
        elif act.kind is _A.APPROVED and act.revision == revision:
            signed[act.by] = act
    return signed
