"""What a question asks for, laid out for reading: concepts under all their words, and the words that are none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quoth.evidence.fitting.bearing import Worded, worded
from quoth.evidence.fitting.saying import Saying, saying
from quoth.evidence.fitting.terms import Sought, Terms
from quoth.lexicon import Lexicon
from quoth.model import Mention, Question

__all__ = ["Asked", "Wanted", "asked"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One concept that the question names, with everything that is a kind of it and everything that it is a kind of."""

    name: str
    narrower: frozenset[str]
    broader: frozenset[str]
    origins: frozenset[str] = frozenset()
    """Where its words come from, such as "pack patellofemoral-pain"."""
    words: tuple[str, ...] = ()
    """Its own words, where the lexicon does not hold it: "pregnant" for a stage of life that no pack names."""
    fitting: frozenset[str] = field(init=False, repr=False, compare=False)
    """Names that answer for the concept: its own and those of its kinds."""

    def __post_init__(self) -> None:
        """Put together what every finding is held against."""
        object.__setattr__(self, "fitting", self.narrower | {self.name})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question ready to be held against texts."""

    question: Question
    conditions: tuple[Wanted, ...]
    interventions: tuple[Wanted, ...]
    comparators: tuple[Wanted, ...]
    populations: tuple[Wanted, ...]
    outcomes: tuple[Wanted, ...]
    terms: Terms
    """Everything that coverage is counted over, concepts among them. Its `read` serves the two lists below as well."""
    places: tuple[Sought, ...]
    """Concepts with the words of their kinds, to tell where a text speaks of them."""
    people: tuple[Sought, ...]
    """Populations with the words of their kinds."""
    around: tuple[Sought, ...]
    """Conditions with the words of their kinds and of what they are kinds of: without any of these nothing fits."""
    worded: Worded | None
    """Where no condition is known: what is asked, by its words alone."""
    saying: Saying | None = None
    """What one recommendation has to say to be an answer by itself."""


def asked(question: Question, lexicon: Lexicon) -> Asked:
    """Lay out a question. Of a condition and a kind of it, both named, the narrower one is meant."""
    conditions = _wanted(question.conditions, lexicon)
    conditions = tuple(c for c in conditions if not any(c.name in other.broader for other in conditions))
    interventions = _wanted(question.interventions, lexicon)
    comparators = _wanted(question.comparators, lexicon)
    populations = _wanted(question.populations, lexicon)
    outcomes = _wanted(question.outcomes, lexicon)
    named = (*conditions, *interventions, *comparators, *outcomes)
    places = tuple(Terms.of(wanted.name, 1.0, _phrases(wanted, lexicon)) for wanted in named)
    people = tuple(Terms.of(wanted.name, 1.0, _phrases(wanted, lexicon)) for wanted in populations)
    around = tuple(Terms.of(wanted.name, 1.0, _wider_phrases(wanted, lexicon)) for wanted in conditions)
    terms = [Terms.of_term(term) for term in question.terms]
    return Asked(
        question,
        conditions,
        interventions,
        comparators,
        populations,
        outcomes,
        Terms(terms, (*places, *people, *around), kin=not conditions),
        places,
        people,
        around,
        None if conditions else _worded(question, terms, named, populations),
        saying(question, {want.name for want in populations}, people),
    )


def _worded(question: Question, terms: Sequence[Sought], named: Sequence[Wanted], people: Sequence[Wanted]) -> Worded:
    """The words of a question without those who are asked about: whether a source is about them is judged apart."""
    names = {want.name for want in named}
    return worded(_without_people(terms, people), named=names, strange=question.unknown)


def _without_people(terms: Sequence[Sought], people: Sequence[Wanted]) -> list[Sought]:
    groups = {want.name for want in people}
    return [one for one in terms if one.name not in groups]


def _wanted(mentions: Iterable[Mention], lexicon: Lexicon) -> tuple[Wanted, ...]:
    concepts = {mention.concept.name: mention.concept for mention in mentions}
    return tuple(
        Wanted(
            name,
            frozenset(lexicon.narrower(name)),
            frozenset(lexicon.broader(name)),
            frozenset(lexicon.origins(lexicon.get(concept.kind, name) or concept)),
            () if lexicon.synonyms(name) else (*concept.clinical, *concept.lay),
        )
        for name, concept in concepts.items()
    )


def _wider_phrases(wanted: Wanted, lexicon: Lexicon) -> Iterable[str]:
    yield from _phrases(wanted, lexicon)
    for name in sorted(wanted.broader):
        yield name
        yield from lexicon.synonyms(name)


def _phrases(wanted: Wanted, lexicon: Lexicon) -> Iterable[str]:
    yield from wanted.words
    for name in (wanted.name, *sorted(wanted.narrower)):
        yield name
        yield from lexicon.synonyms(name)
