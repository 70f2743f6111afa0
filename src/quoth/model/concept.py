"""Words for things: conditions, interventions, populations and outcomes with their synonyms."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Concept", "ConceptKind", "GlossaryEntry", "Topic", "Words"]


class ConceptKind(StrEnum):
    """The PICO slot that a concept fills."""

    CONDITION = "condition"
    INTERVENTION = "intervention"
    POPULATION = "population"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing with all the words for it. Names are unique within a kind; the same name from two packs is merged."""

    name: str
    kind: ConceptKind
    group: str | None = None
    lay: tuple[str, ...] = ()
    clinical: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    mesh: str | None = None
    origin: str = ""
    """Where the words come from: a pack, "MeSH 2021", "abbreviations of this library"."""
    descriptions: tuple[str, ...] = ()
    """Of a condition: words by which people tell of it without naming it, "front knee hurts stairs", in any order."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a pack opens: a condition with its main question and the questions people commonly ask."""

    pack: str
    version: str
    title: str
    condition: str
    question: str
    common_questions: tuple[str, ...] = ()
    editor: str = ""
    as_of: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A trial word explained in our own words."""

    term: str
    definition: str
    also: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a pack brings besides records: its topic (`None` for a pack of words alone), concepts and glossary."""

    pack: str
    version: str
    topic: Topic | None = None
    concepts: tuple[Concept, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
