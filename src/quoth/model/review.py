"""A review as the list of what people did: where it stands is worked out from the acts, never stored beside them."""

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.answer import Answer
from quoth.model.passage import Span

__all__ = ["ProblemKind", "ProblemReport", "Review", "ReviewAct", "ReviewActKind", "Revision", "Signature"]


class ReviewActKind(StrEnum):
    """What can happen to a page under review. The wording follows "A. Editor …"."""

    SUBMITTED = "submitted the page"
    ASSIGNED = "assigned a reviewer"
    RELEASED = "released a reviewer"
    DECLARED = "declared interests"
    ACCEPTED = "accepted a statement"
    COMMENTED = "commented"
    ASKED = "asked for a change"
    REVISED = "made a new revision"
    RETURNED = "requested changes"
    APPROVED = "approved and signed"
    WITHDRAWN = "withdrew the page"
    FELL_BACK = "took the approval away"


@dataclass(frozen=True, slots=True)
class Signature:
    """A reviewer's approval of one revision, sealed with this installation's key."""

    document: str
    """What was signed, to the letter: JSON with the question, the spans and hashes, the library, the settings."""
    value: str
    """Ed25519 over the document's UTF-8 bytes, base64."""
    key_id: str
    """First 16 hexadecimal digits of the SHA-256 of the public key."""


@dataclass(frozen=True, slots=True)
class ReviewAct:
    """One act of one person, or of quoth itself, in the order in which they happened."""

    kind: ReviewActKind
    by: str
    """Account id; empty for quoth itself."""
    name: str
    """The name that the person went by then."""
    at: str
    revision: int
    passage: str = ""
    """Passage id of the statement that is meant; empty for the page as a whole."""
    text: str = ""
    whom: str = ""
    """Account id of the reviewer who is assigned or released."""
    conflict: bool = False
    """With a declaration: whether there is an interest that could sway the reviewer."""
    needed: int = 0
    """With an approval: how many reviewers the settings asked for then."""
    reasons: tuple[str, ...] = ()
    """With an approval taken away: each reason in one sentence."""
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that was done about one page. Its id is the answer's: the address of the page stays."""

    id: str
    acts: tuple[ReviewAct, ...]

    @property
    def about(self) -> str:
        """Looked up by its id alone."""
        return ""

    @property
    def until(self) -> str:
        """A review is kept until somebody deletes it."""
        return ""

    @property
    def revision(self) -> int:
        """Number of the newest revision, from 1."""
        return max(act.revision for act in self.acts)


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a page under review. Never changed: what an editor changes is the next one."""

    id: str
    """"<review>.<number>"."""
    review_id: str
    number: int
    page: Answer
    made_by: str
    made_at: str
    why: str = ""
    left_out: tuple[Span, ...] = ()
    """Rows that editors took off the page."""
    added: tuple[Span, ...] = ()
    """Rows that editors brought from the library."""
    considered: tuple[str, ...] = ()
    """Record ids that had been read for the question then, shown or not: what comes later is new."""

    @property
    def about(self) -> str:
        """Which review it belongs to."""
        return self.review_id

    @property
    def until(self) -> str:
        """Revisions go with their review."""
        return ""


class ProblemKind(StrEnum):
    """What can be wrong with a statement, in the words of the form."""

    SOURCE = "The source does not say this"
    OUTDATED = "It is out of date"
    MISLEADING = "It misleads"
    HARM = "It could harm somebody"
    WORDS = "The words cannot be understood"
    OTHER = "Something else"


@dataclass(frozen=True, slots=True)
class ProblemReport:
    """What a reader reported about one statement of one page."""

    id: str
    answer_id: str
    statement_id: str
    """Empty for the page as a whole."""
    passage: str
    """Passage id of the statement; empty likewise."""
    kind: ProblemKind
    text: str
    at: str
    ends_at: str
    """When it is forgotten, by retention."""
    by: str = ""
    """Account id of who reported it, where somebody was signed in."""
    closed_at: str = ""
    closed_by: str = ""
    outcome: str = ""
    """What the editors did about it."""

    @property
    def about(self) -> str:
        """Which page it is about."""
        return self.answer_id

    @property
    def until(self) -> str:
        """When it is forgotten."""
        return self.ends_at
