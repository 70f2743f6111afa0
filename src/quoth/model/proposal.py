"""Recommendations found in the text of a guideline, as drafts that wait for an editor.

A proposal never speaks on a page by itself: only what an editor accepted or corrected becomes an annotation of the
text. Its history is only ever added to, so that every decision keeps its name, day and reason, and can be taken back.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from quoth.model.rendition import Annotation, Extent, RenditionId

__all__ = ["GradePlace", "Proposal", "ProposalDecision", "ProposalStatus"]


class ProposalStatus(StrEnum):
    """Where a proposal stands: what its last decision said."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class GradePlace(StrEnum):
    """Where the grade of a recommendation stands in the text, seen from its statement."""

    SENTENCE = "in the sentence"
    AFTER = "in brackets after it"
    NEXT_LINE = "on the line after it"
    BEFORE = "before it"
    HEADING = "in a heading above it"
    COLUMN = "in a column of its table"
    NOWHERE = "not stated"


@dataclass(frozen=True, slots=True)
class ProposalDecision:
    """One act of an editor on one proposal."""

    status: ProposalStatus
    by: str
    on: str
    """ISO date."""
    why: str = ""
    annotation: Annotation | None = None
    """What the editor put in the place of the proposed annotation, for `CORRECTED`."""
    takes_back: bool = False
    """It undoes the act before it that still stood, and repeats the one that stands again."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One recommendation as it was found, and what editors decided about it."""

    id: str
    """Unique in its rendition, such as "r3"; the annotation made of it has the same id."""
    rendition_id: RenditionId
    annotation: Annotation
    section: tuple[str, ...] = ()
    """Headings above it, outermost first."""
    system: str | None = None
    """The grading system by whose row of the table it was read; `None` where no grade is stated."""
    place: GradePlace = GradePlace.NOWHERE
    negation: Extent | None = None
    """The words that turn the advice into advice against something."""
    decisions: tuple[ProposalDecision, ...] = ()
    """In order; the last one stands."""

    @property
    def status(self) -> ProposalStatus:
        """What the last decision says."""
        return self.decisions[-1].status if self.decisions else ProposalStatus.PROPOSED

    @property
    def standing_annotation(self) -> Annotation:
        """The annotation as it stands now: the editor's correction, else what was found."""
        last = self.decisions[-1] if self.decisions else None
        corrected = last.annotation if last and last.status is ProposalStatus.CORRECTED else None
        return corrected or self.annotation

    def renamed(self, proposal_id: str) -> "Proposal":
        """The proposal under another id, its annotation as well."""
        return replace(self, id=proposal_id, annotation=replace(self.annotation, id=proposal_id))

    def decided(self, decision: ProposalDecision) -> "Proposal":
        """The proposal with one more decision at its end."""
        return replace(self, decisions=(*self.decisions, decision))
