"""The evidence table: one finding a row, each bound to its span, with what was worked out about it."""

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.design import Design
from quoth.model.notice import Standing
from quoth.model.passage import Quote, Span
from quoth.model.record import Record
from quoth.model.rendition import Action, Annotation, Extent, Facet, Form, Rendition, SectionRole

__all__ = [
    "Candidate",
    "Direction",
    "Directness",
    "Emphasis",
    "EvidenceTable",
    "Exclusion",
    "Figure",
    "Finding",
    "FindingKind",
    "InterventionMatch",
    "NearFinding",
    "PicoKind",
    "PicoSpan",
    "Qualifier",
    "QualifierKind",
    "Slot",
]


class FindingKind(StrEnum):
    """What a row of the table is."""

    RECOMMENDATION = "recommendation"
    RESULT = "result"
    CONCLUSION = "conclusion"
    DIFFERENCE = "difference"
    GUIDANCE = "guidance"
    """What a guideline tells its readers to do in no wording of a recommendation: a line of a list, a consideration."""


class Direction(StrEnum):
    """Which way a result points, in the words of its source; never a verdict over several."""

    FAVOURS_INTERVENTION = "favours intervention"
    FAVOURS_COMPARATOR = "favours comparator"
    NO_DIFFERENCE = "no significant difference"
    UNCLEAR = "direction not stated"
    DIFFERENCE = "significant difference, its side not read"


class Directness(StrEnum):
    """How the population and condition of the evidence fit those of the question."""

    DIRECT = "direct"
    OTHER_CONDITION = "other condition"
    OTHER_POPULATION = "other population"
    ANIMAL = "animal or laboratory"
    UNKNOWN = "not established"


class Emphasis(StrEnum):
    """How a sentence says more than its study found. Told beside it; the sentence stays as it is."""

    SUBGROUP = "subgroup"
    """About a part of those who took part."""
    SPIN = "spin"
    """A claim of benefit where the results of the same text report no difference."""


class InterventionMatch(StrEnum):
    """How a finding's interventions answer for the one that the question names, best first."""

    MAIN = "main"
    """What the finding is mainly about, itself or a kind of it."""
    NAMED = "named"
    """One of several things that the finding is about."""
    COMPARATOR = "comparator"
    """It is about what the question compares with, not about the intervention itself."""
    MENTIONED = "mentioned"
    """Its words stand in the text; the finding is about something else."""
    BROADER = "broader"
    """The finding is about a family that the asked one belongs to."""
    NONE = "none"
    NOT_ASKED = "not asked"
    """The question names no intervention."""


class Slot(StrEnum):
    """A part of the question that a finding can answer for."""

    CONDITION = "condition"
    INTERVENTION = "intervention"
    COMPARATOR = "comparator"
    OUTCOME = "outcome"
    POPULATION = "population"


class PicoKind(StrEnum):
    """A part of a study, in the order of the acronym."""

    POPULATION = "population"
    INTERVENTION = "intervention"
    COMPARATOR = "comparator"
    OUTCOME = "outcome"


class QualifierKind(StrEnum):
    """What must travel with a statement."""

    STRENGTH = "strength"
    CERTAINTY = "certainty"
    POPULATION = "population"
    CONDITION = "condition"
    FOLLOWUP = "follow-up"
    CONTEXT = "context"
    """A neighbouring sentence or clause that the statement cannot be cut from."""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A quote that belongs to a statement and is shown with it."""

    kind: QualifierKind
    quote: Quote


@dataclass(frozen=True, slots=True)
class PicoSpan:
    """Who was studied, what was done, against what or what was measured, in words of the study's own text."""

    kind: PicoKind
    quote: Quote


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in a span. `start` and `end` count from the start of the quote's text."""

    start: int
    end: int
    measure: str | None = None
    """RR, OR, HR, MD, SMD, RD, n, %, p, NNT… as written; `None` for a bare number."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    level_percent: float | None = None
    """Of the interval, 95 for a 95% confidence interval."""
    unit: str | None = None
    p: str | None = None
    """As written, such as "<0.001"."""
    about: str | None = None
    """The name of the outcome that an effect speaks of, where its words or an editor say so."""
    when: Extent | None = None
    """Where the quote says at what time the effect was measured, as `start` and `end` count; `None` where not plain."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A search hit with what the library holds about it, ready to be read."""

    record: Record
    rendition: Rendition
    standing: Standing
    start: int
    end: int
    """The unit that was hit, in characters of the rendition."""
    score: float
    rank: int
    """From 1."""
    match_0_1: float | None = None
    """How much of a full match the search found in it, as of the hit; `None` for what the search did not bring."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the evidence table."""

    kind: FindingKind
    quote: Quote
    record: Record
    rendition: Rendition
    standing: Standing
    qualifiers: tuple[Qualifier, ...] = ()
    annotation: Annotation | None = None
    role: SectionRole = SectionRole.OTHER
    design: Design = Design.OTHER
    design_inferred: bool = False
    """True when the design was worked out from the text and not stated."""
    level: int | None = None
    """OCEBM 2011 level for treatment questions, 1 to 5; `None` where it does not apply."""
    n: int | None = None
    interventions: tuple[str, ...] = ()
    """Concept names or, where no concept is known, the words of the text."""
    group: str = ""
    """The family that the row is shown under."""
    comparators: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    """What a row of running text stands under, where it names treatments that it does not advise on."""
    populations: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    action: Action | None = None
    action_by: str | None = None
    said_around: bool = False
    """Advice without a grade in a guideline that grades what it recommends: it explains, and does not lead."""
    spoken: float = 0.0
    """How well advice or guidance of running text says by itself what was asked; 0 where it lacks what tells."""
    on_topic: bool = False
    """It answers as a part of a guideline that is on all that was asked, and not by what it says alone."""
    direction: Direction = Direction.UNCLEAR
    figures: tuple[Figure, ...] = ()
    pico: tuple[PicoSpan, ...] = ()
    """Of the study as its text tells it, not of this row alone."""
    directness: Directness = Directness.UNKNOWN
    directness_because: str = ""
    for_others: bool = False
    """Its words speak of people whom those asked about are not: of women alone, where men are asked about."""
    emphasis: tuple[Emphasis, ...] = ()
    relevance: float = 0.0
    """0 to 1: how well the row answers the question asked."""
    intervention_match: InterventionMatch = InterventionMatch.NOT_ASKED
    matched: tuple[Slot, ...] = ()
    """The slots of the question that this row answers for."""

    @property
    def is_filed(self) -> bool:
        """Whether an editor told what it is about: of running text, decided on or not, its words alone tell that."""
        tagged = self.annotation is not None and (self.annotation.interventions or self.annotation.facets)
        return self.annotation is not None and (self.rendition.form is Form.PACK or bool(tagged))


@dataclass(frozen=True, slots=True)
class NearFinding:
    """Advice that comes near a question and was not found to answer it."""

    finding: Finding
    lacks: tuple[str, ...] = ()
    """Words of the question, as typed, that neither it nor what is shown with it says."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Something that was found and left out, with its reason."""

    record_id: str
    title: str
    reason: str
    span: Span | None = None
    """The recommendation that was left out, where the rest of its source may be used; `None` for a whole source."""


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """All findings for one question, best first, and what was left out."""

    findings: tuple[Finding, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    coverage_0_1: float = 0.0
    """Share of the question's weighted words that the best direct candidate covers.

    Where no condition is known: how surely the best direct candidate speaks to the question, by its words alone.
    """
    uncovered: tuple[str, ...] = ()
    """Words of the question that nothing found speaks to."""
    nearest_0_1: float = 0.0
    """How surely the text that comes nearest speaks to the question, direct or not."""
    lacking: tuple[str, ...] = ()
    """Where no condition is known: the words that this text lacks."""
    near: tuple[Candidate, ...] = ()
    """Advice of guidelines that comes nearest, of each guideline one, best first, answering or not."""
    close: tuple[Candidate, ...] = ()
    """The advice of running text that comes nearest of all, best first, answering or not, with its weight as score."""
