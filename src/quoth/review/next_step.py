"""Who acts next on a page under review, and what they are to do: the words of the board's list."""

from quoth.model import Account, Office, Review, ReviewStatus
from quoth.review.acting import NOT_DECLARED, assigned, authors, declaration, may_decide, open_requests
from quoth.review.status import approvals, status_of

__all__ = ["next_step"]

_S = ReviewStatus


def next_step(review: Review, actor: Account, *, needed: int) -> str:
    """What this person is to do now, in words; empty where others are to act.

    Args:
        review: of one page.
        actor: who looks at the list.
        needed: signatures that a page needs.
    """
    status = status_of(review)
    steps = [_of_reviewer(review, status, actor), _of_editor(review, status, actor, needed)]
    return "; ".join(step for step in steps if step)


def _of_reviewer(review: Review, status: ReviewStatus, actor: Account) -> str:
    if status is not _S.UNDER_REVIEW or not actor.holds(Office.REVIEWER):
        return ""
    why = may_decide(review, actor)
    if why == NOT_DECLARED:
        return "declare your interests, then look at each statement"
    signed = any(act.by == actor.id for act in approvals(review, review.revision))
    return "" if why or signed else "look at each statement, then sign or give back"


def _of_editor(review: Review, status: ReviewStatus, actor: Account, needed: int) -> str:
    """An approval that ended is for every editor: whoever submitted the page may have left."""
    editor = actor.holds(Office.EDITOR)
    if status is _S.OUT_OF_DATE and editor:
        return "the library has changed: make a new revision and submit it"
    if status is _S.CHANGES_REQUESTED and editor and actor.id in authors(review):
        return "changes were asked for: make a new revision and submit it"
    if status is _S.SUBMITTED and actor.holds(Office.EDITOR, Office.ADMINISTRATOR):
        return "assign reviewers"
    if status is not _S.UNDER_REVIEW:
        return ""
    if editor and actor.id in authors(review) and (asked := len(open_requests(review))):
        return f"{asked} {'change is' if asked == 1 else 'changes are'} asked for: make a new revision"
    if actor.holds(Office.EDITOR, Office.ADMINISTRATOR) and len(_deciders(review)) < needed:
        return "assign another reviewer"
    return ""


def _deciders(review: Review) -> list[str]:
    """Reviewers who are assigned and may decide, or may once they have declared their interests."""
    held = authors(review)
    free = [one for one in assigned(review) if one not in held]
    return [one for one in free if not ((said := declaration(review, one)) and said.conflict)]
