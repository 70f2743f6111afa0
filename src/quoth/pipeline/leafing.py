"""One source, read for a question: the few of its sentences that say most about it, whichever design it has."""

from dataclasses import dataclass

from quoth.evidence import Line, choose, lines_of
from quoth.library import passages
from quoth.model import Passage, Question, Record, SectionRole, Standing
from quoth.pipeline.catalogue import source
from quoth.pipeline.parts import Parts
from quoth.search import understand

__all__ = ["ReadFor", "ReadPassage", "read_for"]


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A sentence of the source with what speaks for it."""

    passage: Passage
    role: SectionRole
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadFor:
    """A source and what it says of a question, most telling first. It may say nothing: then `passages` is empty."""

    record: Record
    standing: Standing
    question: Question
    n_sentences: int
    """How many were there to choose from."""
    passages: tuple[ReadPassage, ...]
    speaks_of_it: bool
    """False when no word of the question stands in the source: then these are merely its most telling sentences."""


def read_for(name: str, text: str, parts: Parts, *, k: int = 10) -> ReadFor:
    """The sentences of a source that say most about a question: who was studied, what was found, in which figures.

    Unlike an answer this neither judges whether the source fits the question nor leaves out methods; it shows where to
    look in a paper that the reader has already chosen. Every text of the source in its current version is read.

    Raises:
        NotFound: no such source.
    """
    view, words = source(name, parts), parts.vocabulary()
    question = understand(
        text[: parts.settings.question_max_chars],
        words.lexicon,
        frequency=parts.index.document_frequency,
        n_units=len(parts.index),
    )
    found: list[Passage] = []
    lines: list[Line] = []
    for stored in view.renditions:
        if stored.current:
            here = passages(stored)
            found.extend(here)
            lines.extend(lines_of(stored.rendition, here, parts.roles))
    chosen = choose(question, lines, words.lexicon, k=k)
    return ReadFor(
        view.record,
        view.standing,
        question,
        len(lines),
        tuple(ReadPassage(found[one.index], lines[one.index].role, one.score, one.because) for one in chosen),
        any(one.covers for one in chosen),
    )
