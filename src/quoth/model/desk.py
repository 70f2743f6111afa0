"""What people keep here besides the library: one table of nouns, by which every store knows them.

An item has an `id`, may be looked up by what it is `about`, and may end by itself (`until`, an ISO time).
"""

from typing import TypeAlias, TypeVar

from quoth.model.account import Account, ApiToken, Invitation, Session
from quoth.model.everyday import EverydayCheck
from quoth.model.ledger import UnansweredTopic
from quoth.model.looked_through import LookedThrough
from quoth.model.merger import Merger, SetApart
from quoth.model.review import ProblemReport, Review, Revision
from quoth.model.thread import Thread
from quoth.model.watch import Digest, Watch

__all__ = ["DESK", "DeskItem", "DeskItemT"]

DeskItem: TypeAlias = (
    Account
    | Session
    | Invitation
    | ApiToken
    | Review
    | Revision
    | ProblemReport
    | UnansweredTopic
    | Watch
    | Digest
    | Thread
    | Merger
    | SetApart
    | EverydayCheck
    | LookedThrough
)
DeskItemT = TypeVar(
    "DeskItemT",
    Account,
    Session,
    Invitation,
    ApiToken,
    Review,
    Revision,
    ProblemReport,
    UnansweredTopic,
    Watch,
    Digest,
    Thread,
    Merger,
    SetApart,
    EverydayCheck,
    LookedThrough,
)

DESK: dict[type[DeskItem], str] = {
    Account: "account",
    Session: "session",
    Invitation: "invitation",
    ApiToken: "api token",
    Review: "review",
    Revision: "revision",
    ProblemReport: "problem report",
    UnansweredTopic: "unanswered topic",
    Watch: "watch",
    Digest: "digest",
    Thread: "thread",
    Merger: "merger",
    SetApart: "set apart",
    EverydayCheck: "everyday check",
    LookedThrough: "looked through",
}
