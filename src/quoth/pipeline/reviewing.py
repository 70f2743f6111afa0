"""A page on its way through the board: submitted, assigned, looked at row by row, signed, withdrawn.

Who may do what, and when, is for `quoth.review` to say; here each act is stored in one transaction with its line in the
audit trail.
"""

from collections.abc import Callable

from quoth import review as stage
from quoth.errors import BadInput, NotAllowed
from quoth.model import Account, Answer, Review, ReviewActKind, ReviewStatus, Revision
from quoth.pipeline.auditing import note, recorded, stamp
from quoth.pipeline.falling_back import reasons_now
from quoth.pipeline.parts import Parts
from quoth.pipeline.people import account
from quoth.pipeline.under_review import review_of, revision_of

__all__ = [
    "assign",
    "decide",
    "declare",
    "delete_review",
    "release",
    "remark",
    "submit",
    "withdraw",
]


def submit(answer_id: str, parts: Parts, *, by: Account, why: str = "") -> Review:
    """Hand a kept answer to the board, or a page that came back to it.

    Raises:
        NotFound: no such answer.
        BadInput: it is no answer, does not pass the checker, or is with the board already.
        NotAllowed: only editors submit.
    """
    held = parts.store.item(Review, answer_id)
    revision = revision_of(held, held.revision, parts) if held else _first_revision(answer_id, parts, by)
    verdict = parts.checker().verify(revision.page)
    if not verdict.passed:
        raise BadInput(
            f"The checker finds {len(verdict.faults)} fault(s) in this page now: {verdict.faults[0].detail}. "
            "Make a new revision from the library as it is, then submit that."
        )
    with recorded(parts):
        changed = stage.submit(parts.store.item(Review, answer_id), revision, by, at=stamp(parts), note=why)
        parts.store.put_item(revision)
        parts.store.put_item(changed)
        _noted(parts, by, changed)
    return changed


def assign(review_id: str, account_id: str, parts: Parts, *, by: Account) -> Review:
    """Ask a reviewer to look at a page. Raises NotFound, NotAllowed, BadInput."""
    whom = account(account_id, parts)
    return _acted(review_id, parts, by, lambda held, at: stage.assign(held, whom, by, at=at))


def release(review_id: str, account_id: str, parts: Parts, *, by: Account) -> Review:
    """Take a reviewer off a page. Raises NotFound, NotAllowed, BadInput."""
    return _acted(review_id, parts, by, lambda held, at: stage.release(held, account_id, by, at=at))


def declare(review_id: str, parts: Parts, *, by: Account, conflict: bool, text: str = "") -> Review:
    """State interests before the first decision. Raises NotFound, NotAllowed, BadInput."""
    return _acted(review_id, parts, by, lambda held, at: stage.declare(held, by, at=at, conflict=conflict, text=text))


def remark(review_id: str, kind: ReviewActKind, parts: Parts, *, by: Account, passage: str, text: str = "") -> Review:
    """Accept one statement, comment on it, or ask for a change. Raises NotFound, NotAllowed, BadInput."""

    def act(held: Review, at: str) -> Review:
        revision = revision_of(held, held.revision, parts)
        return stage.remark(held, revision, kind, by, at=at, passage=passage, text=text)

    return _acted(review_id, parts, by, act)


def decide(review_id: str, parts: Parts, *, by: Account, approve: bool, revision: int, text: str = "") -> Review:
    """Sign a revision, or give the page back.

    Args:
        review_id: the page.
        parts: of the library.
        by: a reviewer who is assigned and has declared their interests.
        approve: sign; otherwise ask the editors for changes.
        revision: the number that the reviewer was looking at: never is something signed that was not seen.
        text: what should change, or a remark with the signature.

    Raises:
        NotFound: no such page.
        NotAllowed: this person cannot decide about it.
        BadInput: not possible now, another revision is the newest, or the checker no longer passes the page.
    """

    def act(held: Review, at: str) -> Review:
        if revision != held.revision:
            raise BadInput(f"You looked at revision {revision}; the newest is {held.revision}. Look at that one first.")
        if not approve:
            return stage.return_(held, by, at=at, text=text)
        return _signed(held, by, at, text, parts)

    return _acted(review_id, parts, by, act)


def withdraw(review_id: str, parts: Parts, *, by: Account, text: str) -> Review:
    """Take a page back, whatever its status. Raises NotFound, NotAllowed, BadInput."""
    return _acted(review_id, parts, by, lambda held, at: stage.withdraw(held, by, at=at, text=text))


def delete_review(review_id: str, parts: Parts, *, by: Account | str) -> None:
    """Delete a withdrawn page with its review and every revision, for good. Raises NotFound, BadInput."""
    with recorded(parts):
        held = review_of(review_id, parts)
        if stage.status_of(held) is not ReviewStatus.WITHDRAWN:
            raise BadInput("Only a withdrawn page can be deleted: withdraw it first, with the reason.")
        for revision in parts.store.items(Revision, about=review_id):
            parts.store.delete_item(Revision, revision.id)
        parts.store.delete_item(Review, review_id)
        parts.store.delete_answer(review_id)
        note(parts, by, "deleted a review", review_id)


def _signed(held: Review, by: Account, at: str, text: str, parts: Parts) -> Review:
    revision = revision_of(held, held.revision, parts)
    if why := stage.may_decide(held, by):
        raise NotAllowed(why)
    verdict = parts.checker().verify(revision.page)
    if not verdict.passed:
        raise BadInput(
            f"The checker no longer passes this revision ({verdict.faults[0].detail}). The library has changed: an "
            "editor has to make a new revision."
        )
    if reasons := reasons_now(revision, parts):
        raise BadInput(f"The library has changed since this revision: {reasons[0]} An editor has to make a new one.")
    newest = parts.store.last_audit()
    declared = [act for act in held.acts if act.kind is ReviewActKind.DECLARED and act.by == by.id]
    document = stage.document_to_sign(
        revision, by, at=at, interests=declared[-1].text or "none", trail=newest.sha256 if newest else "0" * 64
    )
    needed = max(1, parts.settings.reviewers_needed)
    return stage.sign(held, by, parts.keys.seal(document), at=at, needed=needed, text=text)


def _first_revision(answer_id: str, parts: Parts, by: Account) -> Revision:
    page = parts.store.answer(answer_id)
    if not isinstance(page, Answer):
        raise BadInput("This page gives no answer, so there is nothing to review. Extend the library and ask again.")
    considered = tuple(
        dict.fromkeys((*(ref.record_id for ref in page.references), *(e.record_id for e in page.method.exclusions)))
    )
    return Revision(f"{answer_id}.1", answer_id, 1, page, by.id, stamp(parts), considered=considered)


def _acted(review_id: str, parts: Parts, by: Account, act: Callable[[Review, str], Review]) -> Review:
    """Read, change and store in one transaction, so that two people at once cannot undo each other."""
    with recorded(parts):
        changed = act(review_of(review_id, parts), stamp(parts))
        parts.store.put_item(changed)
        _noted(parts, by, changed)
    return changed


def _noted(parts: Parts, by: Account, changed: Review) -> None:
    last = changed.acts[-1]
    whom = {"whom": last.whom} if last.whom else {}
    status = stage.status_of(changed).value
    note(parts, by, last.kind.value, changed.id, revision=str(last.revision), status=status, **whom)
