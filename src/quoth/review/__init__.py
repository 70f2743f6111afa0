"""Drafts to decisions: what editors say about found recommendations, and what a medical board does with a page."""

from quoth.review.acting import (
    assign,
    assigned,
    authors,
    declare,
    fall_back,
    may_decide,
    open_requests,
    release,
    remark,
    return_,
    revised,
    sign,
    submit,
    withdraw,
)
from quoth.review.deciding import Correction, decide
from quoth.review.difference import Change, RowChange, compare
from quoth.review.editions import edition
from quoth.review.falling import reasons_to_fall
from quoth.review.signing import digest_of_page, document_to_sign, what_differs
from quoth.review.status import approvals, line_of, status_of

__all__ = [
    "Change",
    "Correction",
    "RowChange",
    "approvals",
    "assign",
    "assigned",
    "authors",
    "compare",
    "decide",
    "declare",
    "digest_of_page",
    "document_to_sign",
    "edition",
    "fall_back",
    "line_of",
    "may_decide",
    "open_requests",
    "reasons_to_fall",
    "release",
    "remark",
    "return_",
    "revised",
    "sign",
    "status_of",
    "submit",
    "what_differs",
    "withdraw",
]
