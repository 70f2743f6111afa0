"""Tiny factories for the board: people, a page, a review at any point of its way."""

from typing import Any

from quoth.model import Account, Answer, Office, Review, ReviewActKind, Revision, Signature
from quoth.review import assign, declare, remark, return_, sign, submit
from tests.unit.interop.answer_factory import answer

AT = "2026-11-26T12:00:00Z"
SEAL = Signature("{}", "c2ln", "0123456789abcdef")


def person(account_id: str, *offices: Office, **more: Any) -> Account:
    """Somebody who goes by their id."""
    return Account(account_id, account_id, f"Dr {account_id.title()}", offices or (Office.READER,), **more)


EDITOR = person("ed", Office.EDITOR)
ANN, BEN, CAT = (person(name, Office.REVIEWER) for name in ("ann", "ben", "cat"))


def revision(number: int = 1, page: Answer | None = None, **more: Any) -> Revision:
    """One state of the page "a1"."""
    return Revision(f"a1.{number}", "a1", number, page or answer(), EDITOR.id, AT, **more)


def submitted() -> Review:
    """Handed in."""
    return submit(None, revision(), EDITOR, at=AT)


def under_review(*reviewers: Account) -> Review:
    """With reviewers, by default two, who have declared that they have no interests."""
    review = submitted()
    for one in reviewers or (ANN, BEN):
        review = assign(review, one, EDITOR, at=AT)
        review = declare(review, one, at=AT, conflict=False)
    return review


def signed(review: Review, *by: Account, needed: int = 2) -> Review:
    """With signatures."""
    for one in by:
        review = sign(review, one, SEAL, at=AT, needed=needed)
    return review


def approved() -> Review:
    """By two."""
    return signed(under_review(), ANN, BEN)


def returned(*, signed_by: Account | None = None) -> Review:
    """Given back by one of two; the other may have signed before."""
    review = signed(under_review(), signed_by) if signed_by else under_review()
    return return_(review, BEN if signed_by is ANN else ANN, at=AT, text="Name the dose.")


def remarked(review: Review, kind: ReviewActKind, by: Account, text: str = "Why?", *, number: int = 1) -> Review:
    """With a remark on the first row."""
    row = answer().statements()[0].quote.span.passage_id
    return remark(review, revision(number), kind, by, at=AT, passage=row, text=text)
