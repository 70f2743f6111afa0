"""The answer page as one typed object. Terminal, Markdown, JSON and HTML are all rendered from it.

Every statement carries at least one quote, every quote is bound to its span, and every citation number points at a
reference of the same answer: `quoth.check` holds an answer to that against the store.
"""

from dataclasses import dataclass
from enum import StrEnum

from quoth.errors import UncitedStatement
from quoth.model.certainty import ProvisionalCertainty
from quoth.model.comparable import ComparableSet
from quoth.model.design import Design
from quoth.model.differing import DiffersIn
from quoth.model.evidence import Direction, Directness, Figure, FindingKind, PicoSpan, Qualifier
from quoth.model.guest import Guest
from quoth.model.method import Manifest, Method
from quoth.model.notice import Standing
from quoth.model.passage import Quote
from quoth.model.question import Question
from quoth.model.record import Ids
from quoth.model.rendition import Action, Facet, Fidelity
from quoth.model.study import StudyFact

__all__ = [
    "ActionRow",
    "Answer",
    "BottomLine",
    "Difference",
    "Mark",
    "MarkKind",
    "Reference",
    "ResearchGroup",
    "ReviewLine",
    "ReviewStatus",
    "Statement",
    "Suggestion",
]


class MarkKind(StrEnum):
    """A warning that a row or reference wears."""

    RETRACTED = "retracted"
    CONCERN = "expression of concern"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    INDIRECT = "indirect"
    OLDER_THAN_GUIDELINE = "older than the guideline"
    NEWER_THAN_GUIDELINE = "newer than the guideline"
    CORRECTED = "corrected"
    SUMMARY = "summary"
    DOUBT = "doubt"
    YEAR_UNKNOWN = "year unknown"
    TITLE_UNVERIFIED = "title unverified"
    DESIGN_INFERRED = "design inferred"
    SUBGROUP = "subgroup"
    SPIN = "spin"


@dataclass(frozen=True, slots=True)
class Mark:
    """One warning, in a reader's words."""

    kind: MarkKind
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of the page: words of a source, what must travel with them, and where they come from."""

    id: str
    """Unique in its answer, in reading order: "s1", "s2"…"""
    kind: FindingKind
    quote: Quote
    fidelity: Fidelity
    citations: tuple[int, ...]
    """Numbers of references in the same answer; the first is the source of the quote."""
    qualifiers: tuple[Qualifier, ...] = ()
    issuer: str | None = None
    design: Design = Design.OTHER
    year: int | None = None
    n: int | None = None
    action: Action | None = None
    action_by: str | None = None
    interventions: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    direction: Direction = Direction.UNCLEAR
    directness: Directness = Directness.UNKNOWN
    figures: tuple[Figure, ...] = ()
    pico: tuple[PicoSpan, ...] = ()
    """Who was studied, what was done, against what, and what was measured, as the source's text tells it."""
    marks: tuple[Mark, ...] = ()
    plain: str | None = None
    plain_by: str | None = None

    def __post_init__(self) -> None:
        """Refuse a statement without a citation or without words."""
        if not self.citations or not self.quote.text.strip():
            raise UncitedStatement(self.quote.text)

    def __hash__(self) -> int:
        """By what tells the statements of a page apart; the twenty other fields take the checker longer than a rule."""
        return hash((self.id, self.quote.span))


@dataclass(frozen=True, slots=True)
class BottomLine:
    """The current recommendation that answers the question; without statements the lead says that there is none."""

    lead: str
    """From the phrase bank."""
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One line of the actions table; further bodies that say the same are folded beneath it."""

    intervention: str
    action: Action
    statement: Statement
    also: tuple[Statement, ...] = ()
    """Near-duplicates by other bodies, or by the same body in another report."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Bodies side by side where they differ, each in its own words."""

    about: str
    """The intervention or question, a concept's name."""
    statements: tuple[Statement, ...]
    note: Statement | None = None
    """An editor's summary of the difference, labelled as a summary."""
    differs_in: tuple[DiffersIn, ...] = ()
    """What recommendations among the statements differ in; empty where only the note can tell."""
    on_request: bool = False
    """Under "show all": it did not fit on the first page."""


@dataclass(frozen=True, slots=True)
class ResearchGroup:
    """Research on one intervention, strongest design first, newest first within a design."""

    intervention: str
    statements: tuple[Statement, ...]
    more: tuple[Statement, ...] = ()
    """Shown on request: what did not fit on the first page."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One source of the page."""

    number: int
    record_id: str
    title: str
    design: Design
    fidelities: tuple[Fidelity, ...]
    """Which kinds of text the page uses from it."""
    authors: tuple[str, ...] = ()
    issuer: str | None = None
    journal: str | None = None
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    ids: Ids = Ids()
    standing: Standing = Standing()
    marks: tuple[Mark, ...] = ()
    level: int | None = None
    """Of its design by OCEBM 2011, 1 to 5, on pages that ask about treatment; `None` where it does not apply."""
    facts: tuple[StudyFact, ...] = ()
    """What it says of itself: size, setting, registration, care against bias, funding, interests."""


class ReviewStatus(StrEnum):
    """Where an answer stands with the board."""

    NOT_SUBMITTED = "Not submitted for review"
    SUBMITTED = "Submitted"
    UNDER_REVIEW = "Under review"
    CHANGES_REQUESTED = "Changes requested"
    APPROVED = "Approved"
    WITHDRAWN = "Withdrawn"
    OUT_OF_DATE = "Out of date"


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """Status of the revision that is shown; the banner's words come from the status alone."""

    status: ReviewStatus = ReviewStatus.NOT_SUBMITTED
    signed_by: tuple[str, ...] = ()
    signed_on: str | None = None
    changed_since: tuple[str, ...] = ()
    """Why an approval no longer holds, each reason in one sentence."""
    revision: int = 0
    """Number of the revision that is shown; 0 for a page that was never submitted."""
    updated_on: str | None = None
    """ISO date on which this revision was made."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that the reader can ask next, in one click."""

    text: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A page that answers. Lists are in reading order."""

    id: str
    question: Question
    bottom_line: BottomLine
    notes: tuple[str, ...] = ()
    """From the phrase bank, shown above the bottom line: what was carried over, corrected or not found."""
    actions: tuple[ActionRow, ...] = ()
    more_actions: tuple[ActionRow, ...] = ()
    """Shown on request: what did not fit on the first page."""
    guideline_notes: tuple[Statement, ...] = ()
    """What guidelines say besides their recommendations, where it answers the question."""
    differences: tuple[Difference, ...] = ()
    newer: tuple[Statement, ...] = ()
    """Rows of the research below that appeared after the newest guidance above: the same statements, not copies."""
    research: tuple[ResearchGroup, ...] = ()
    comparable: tuple[ComparableSet, ...] = ()
    """Effects of the research that may stand in one forest plot; what they say stands in their rows above."""
    certainties: tuple[ProvisionalCertainty, ...] = ()
    """Starting points by rule, where no source of a family states a certainty; shown under their own label."""
    not_found: tuple[Facet, ...] = ()
    method: Method = Method()
    references: tuple[Reference, ...] = ()
    review: ReviewLine = ReviewLine()
    signposts: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    manifest: Manifest = Manifest("", (), ())
    guest: Guest | None = None
    """What a language model contributed, where the operator let one take part."""

    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the page once, in reading order, folded and further ones included."""
        found: list[Statement] = [*self.bottom_line.statements]
        for row in (*self.actions, *self.more_actions):
            found += [row.statement, *row.also]
        found += self.guideline_notes
        for difference in self.differences:
            found += [*([difference.note] if difference.note else []), *difference.statements]
        for group in self.research:
            found += [*group.statements, *group.more]
        return tuple({statement.id: statement for statement in found}.values())
