"""A question as it was asked and as it was understood."""

from dataclasses import dataclass, replace
from enum import StrEnum

from quoth.model.concept import Concept
from quoth.model.rendition import Facet

__all__ = ["EFFECT_ORIGIN", "EVERY_READING", "TRIED_ORIGIN", "Mention", "QueryTerm", "Question", "QuestionKind", "Role"]


EFFECT_ORIGIN = "what the question asks a treatment to do"
"""Origin of an outcome that no list has a name for: the question's own words for what a treatment may do."""
TRIED_ORIGIN = "what the question says did not help"
"""Origin of the people whom what they tried did not help; the wider names of such a concept are the treatments."""
EVERY_READING = "*"
"""In place of words to be taken literally: no slip is mended, nothing is read as a description or under other names."""


class QuestionKind(StrEnum):
    """What is being asked for."""

    TREATMENT = "treatment"
    DIAGNOSIS = "diagnosis"
    PROGNOSIS = "prognosis"
    HARM = "harm"
    PREVENTION = "prevention"
    DOSE = "dose"
    DEFINITION = "definition"
    TIMING = "timing"
    CAUSE = "cause"
    """Why it comes, who gets it, whether it is passed on."""
    SIGNS = "signs"
    """How it shows: signs and symptoms."""
    OTHER = "other"


class Role(StrEnum):
    """Who is reading. Changes selection, order and glossary, never the wording of a quote."""

    ANYONE = "anyone"
    PATIENT = "patient"
    CLINICIAN = "clinician"
    STUDENT = "student"
    LIBRARIAN = "librarian"
    GUIDELINE_MAKER = "guideline maker"


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found in the question: which words, where, and whether it was said or inferred."""

    concept: Concept
    words: str
    start: int = -1
    end: int = -1
    inferred_because: str | None = None
    """Set when the words are not in the question: carried over from the thread, or the only condition that fits."""


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One content word or phrase of the question, with everything that will be searched for it."""

    words: str
    synonyms: tuple[str, ...] = ()
    weight: float = 1.0
    """Relative, 1.0 for an ordinary word."""
    concept: str | None = None
    rarity: float = 1.0
    """0 to 1: inverse document frequency as a share of its largest value here; 1.0 for what has a name."""
    same: tuple[str, ...] = ()
    """Other names of the very same thing that the library holds: a text that says one of them says the word."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood. The text is kept for the reader's page alone and is never logged."""

    text: str
    kind: QuestionKind = QuestionKind.OTHER
    facets: tuple[Facet, ...] = ()
    """Sides that the question asks for by name, most wanted first; empty means all."""
    conditions: tuple[Mention, ...] = ()
    interventions: tuple[Mention, ...] = ()
    comparators: tuple[Mention, ...] = ()
    populations: tuple[Mention, ...] = ()
    outcomes: tuple[Mention, ...] = ()
    age: float | None = None
    """In years, of the one who is asked about; `None` where it is not told, or of more than one."""
    terms: tuple[QueryTerm, ...] = ()
    unknown: tuple[str, ...] = ()
    """Content words that neither the concepts nor the library know, where one of them may be what is asked about."""
    aside: tuple[str, ...] = ()
    """Such words in what is told beside the question: they name nothing that is asked about."""
    corrected: tuple[tuple[str, str], ...] = ()
    """Words as typed, each with what it was read as."""
    shorthand: tuple[tuple[str, str], ...] = ()
    """Short forms as typed, each with what it was written out as."""
    in_full: str = ""
    """The text with its shorthand written out; empty where it has none."""
    literal: tuple[str, ...] = ()
    """Words that the reader said to take as they stand, or `EVERY_READING`: they are read as nothing else."""
    role: Role = Role.ANYONE
    carried_over: tuple[str, ...] = ()
    """Names of concepts that came from an earlier question of the thread."""
    emergency: tuple[str, ...] = ()
    """Keys of signposts (model/phrases) that the wording calls for."""
    asks_first: str = ""
    """The first of two questions put in one breath, where it asks for advice: what leads a page answers that one."""
    asks_first_for: tuple[Facet, ...] = ()
    """Sides that this first one asks for by name."""
    truncated: bool = False
    """True when the text was longer than what is read; `text` is the part that was read."""

    @property
    def as_read(self) -> str:
        """The text that was read, with its shorthand written out: places of mentions are in it."""
        return self.in_full or self.text

    @property
    def own_words(self) -> tuple[str, ...]:
        """Words of it that no concept explains and that tell something: one of them may be the very treatment."""
        return tuple(term.words for term in self.terms if term.concept is None and term.weight >= 1)

    @property
    def asks_something_else(self) -> bool:
        """Whether it names an illness and asks, yes or no, for something that is no treatment: "tell my employer".

        Who tells of too much of a medicine asks for help, and is not told whom to start on it.
        """
        if "poison" in self.emergency and not self.facets:
            return True
        named = self.interventions or self.comparators or self.facets
        return self.kind is QuestionKind.OTHER and bool(self.conditions) and not named

    @property
    def to_be_led(self) -> "Question":
        """The question that what leads a page has to answer: this one, or the first of two."""
        if not self.asks_first:
            return self
        within = tuple(mention for mention in self.outcomes if 0 <= mention.start < len(self.asks_first))
        kind = self.kind if self.asks_first_for else QuestionKind.TREATMENT
        return replace(
            self,
            text=self.asks_first,
            in_full="",
            kind=kind,
            facets=self.asks_first_for,
            outcomes=within,
            asks_first="",
        )

    @property
    def effects(self) -> tuple[Mention, ...]:
        """Outcomes in the question's own words, which no list has a name for."""
        return tuple(mention for mention in self.outcomes if mention.concept.origin == EFFECT_ORIGIN)

    @property
    def tried(self) -> tuple[str, ...]:
        """Names of treatments that did not help, where the question asks what comes then."""
        people = (mention.concept for mention in self.populations if mention.concept.origin == TRIED_ORIGIN)
        return tuple(name for concept in people for name in concept.broader)
