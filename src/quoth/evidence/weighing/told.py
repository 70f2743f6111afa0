"""A question, laid out once for all advice that is weighed for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quoth.evidence.fitting.saying import Saying, stems_of
from quoth.evidence.fitting.terms import Sought, forms_in
from quoth.evidence.weighing.laid_out import special_groups
from quoth.evidence.weighing.names_held import other_names_of, wider_names
from quoth.evidence.weighing.spoken_worth import generic_words
from quoth.lexicon import Lexicon
from quoth.lexicon.illnesses import illness_stems
from quoth.model import QueryTerm, Question
from quoth.model.people_rules import ANIMALS_IN_TITLE
from quoth.text import match_tokens
from quoth.text.families import root

__all__ = ["Told", "told_of"]

_SHORT = 2
"""A form of no more letters tells nothing by itself."""


@dataclass(frozen=True, slots=True)
class Told:
    """A question, laid out for weighing."""

    saying: Saying
    shares: tuple[float, ...]
    """By word, what it tells of all that is told."""
    names: tuple[Sought | None, ...]
    """By word, its other names, which lists made for finding give."""
    wider: tuple[Sought | None, ...]
    """By word, what it is a kind of."""
    plain: tuple[bool, ...]
    """By word, whether it is a word of everyday life, that names no illness and no treatment."""
    unknown: tuple[bool, ...]
    """By word, whether it stands nowhere in the library."""
    groups: frozenset[str]
    """People whom general advice leaves out and whom it names."""
    ill: tuple[int, ...]
    """Which of the words name an illness that somebody has: advice that speaks of none of them may be on another."""
    pairs: tuple[tuple[str, str], ...]
    """Stems of neighbouring words."""
    roots: frozenset[str]
    """Of all its words, but those of any guideline."""


def told_of(
    question: Question, saying: Saying | None, names: Sequence[QueryTerm], plain: frozenset[str], lexicon: Lexicon
) -> Told | None:
    """Lay out a question; `None` where none of its words tells what it is about, or an animal is asked about.

    Args:
        question: as understood.
        saying: what has to be said to answer it, where that can be told.
        names: other names of stretches of its words.
        plain: words of it, folded, that are of everyday life.
        lexicon: knows what a named thing is a kind of.
    """
    if saying is None or re.search(ANIMALS_IN_TITLE, " ; ".join(question.unknown), re.IGNORECASE):
        return None
    whole = sum(saying.told) or 1.0
    mentions = (*question.conditions, *question.interventions, *question.comparators)
    concepts = {mention.concept.name for mention in mentions}
    unknown = {word.casefold() for word in question.unknown}
    stems = [form for token in match_tokens(question.as_read) for form in stems_of(token.form)]
    ill = illness_stems(question.as_read)
    return Told(
        saying,
        tuple(told / whole for told in saying.told),
        tuple(other_names_of(one, question, names) for one in saying.words),
        tuple(wider_names(one, lexicon) if one.name in concepts else None for one in saying.words),
        tuple(all(token.form in plain for token in match_tokens(one.words or one.name)) for one in saying.words),
        tuple((one.words or one.name).casefold() in unknown for one in saying.words),
        special_groups(question.as_read),
        tuple(n for n, one in enumerate(saying.words) if ill & stems_of(one.words or one.name)),
        tuple((one, other) for one, other in pairwise(stems) if min(len(one), len(other)) > _SHORT),
        frozenset(form for form in map(root, forms_in(question.as_read)) if len(form) > _SHORT) - _generic_roots(),
    )


@cache
def _generic_roots() -> frozenset[str]:
    return frozenset(map(root, generic_words()))
