"""Guidance for a question whose everyday words were read as something: by that reading, and by the words as they are.

Such a reading is a guess. A knee that is sore on the stairs may be one of two things, "the gym" may be where a cuff
hangs on a wall, a low mood pill may be taken for the head. What was read has the first of the places for guidance; what
the same words find with nothing read into them has places too (docs/decisions/0101). What is answered stays what was
understood.
"""

from dataclasses import dataclass, replace
from itertools import zip_longest

from quoth.lexicon import Lexicon
from quoth.model import Hit, Mention, QueryTerm, Question, Run
from quoth.pipeline.guidance import guidance, hints_of, named_in_medicine, names_condition, spread
from quoth.pipeline.parts import Parts
from quoth.search import Hint, understand
from quoth.search.evidence_order import GUIDANCE_FIRST, GUIDANCE_SPREAD

__all__ = ["EarlyGuidance", "early_guidance", "hints_used", "is_guessed", "names_used"]

_NO_LISTS = Lexicon.build(())
_FIRST = 5
"""Texts among which places are kept for guidance; where a reading is a guess or a hint, all of them are."""


@dataclass(frozen=True, slots=True)
class EarlyGuidance:
    """Guidance that was found for a question, and which of it is read early."""

    found: Run
    early: tuple[Hit, ...]
    """For these, best first, places among the first texts are kept."""
    places: int
    """So many of them."""


def early_guidance(question: Question, run: Run, parts: Parts) -> EarlyGuidance:
    """Guidance by what was read out of a question, and by its words where that is a guess.

    Args:
        question: as understood.
        run: what the question's own words found in the whole library.
        parts: whose library is searched.
    """
    found = guidance(question, run, parts)
    early, places = list(found.hits), GUIDANCE_FIRST
    if not names_condition(question):
        places = _FIRST if hints_of(question, parts) else GUIDANCE_SPREAD
        early = spread(question, found, parts)[:places]
    if is_guessed(question, parts):
        words = _as_worded(question, parts)
        others = guidance(words, run, parts)
        every = {hit.unit_id: hit for hit in (*others.hits, *found.hits)}
        found = replace(found, hits=tuple(every.values()))
        early, places = _in_turn(early[:places], spread(words, others, parts))[:_FIRST], _FIRST
    return EarlyGuidance(found, tuple(early), places)


def is_guessed(question: Question, parts: Parts) -> bool:
    """Whether what guidance is looked for by was read out of everyday words or a description.

    That is the condition; where none is named, the treatment. What a thread told before is no guess.
    """
    if question.carried_over:
        return False
    treatments = (*question.interventions, *question.comparators)
    mentions = question.conditions if names_condition(question) else treatments
    return any(not _is_called(mention, parts.vocabulary().lexicon) for mention in mentions)


def names_used(question: Question, parts: Parts) -> tuple[QueryTerm, ...]:
    """The words of a question that guidance is looked for under the names of medicine, by either reading."""
    return named_in_medicine(replace(question, conditions=()) if is_guessed(question, parts) else question, parts)


def hints_used(question: Question, parts: Parts) -> tuple[Hint, ...]:
    """The names that single words of a question hint at, by either reading."""
    return hints_of(replace(question, conditions=()) if is_guessed(question, parts) else question, parts)


def _as_worded(question: Question, parts: Parts) -> Question:
    """The same words with nothing recognised in them but treatments that are called by their names."""
    words = understand(
        question.text,
        _NO_LISTS,
        frequency=parts.index.document_frequency,
        n_units=len(parts.index),
        literal=question.literal,
    )
    lexicon = parts.vocabulary().lexicon
    called = (one for one in (*question.interventions, *question.comparators) if _is_called(one, lexicon))
    return replace(words, interventions=tuple(called))


def _in_turn(*readings: list[Hit]) -> list[Hit]:
    """The first hit of each reading before the second of any; each unit once."""
    every = (hit for hits in zip_longest(*readings) for hit in hits if hit is not None)
    return list({hit.unit_id: hit for hit in every}.values())


def _is_called(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether it is called by its name, or by another that medicine has for it."""
    found = lexicon.mentions(mention.words, any_case=True)
    return any(one.how != "lay" for one in found if one.concept.name == mention.concept.name)
