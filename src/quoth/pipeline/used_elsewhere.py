"""Whether what a question names is spoken of for other illnesses too, in guidance that no pack covers.

A question that names a treatment and no illness is read as one about the only illness that the packs use it for
(`search.slots`). In a library with guidelines of its own that is no longer known: "low-dose aspirin for women at risk"
is not about the one topic whose pack happens to list aspirin.
"""

from collections.abc import Iterable
from functools import partial, reduce

import numpy as np

from quoth.model import Mention, Question, Record
from quoth.pipeline.parts import Parts
from quoth.search.boolean.atoms import Keys, Kinds, Words, either
from quoth.search.everyday import is_scenery
from quoth.search.evidence_order import GUIDANCE
from quoth.search.terms import is_content, is_soft
from quoth.text import match_tokens, stem

__all__ = ["inferred_by_use", "is_used_elsewhere"]

_FIELDS = ("title", "text")
_NAMES = 12
"""So many names of a treatment are looked up, those of medicine first."""


def inferred_by_use(question: Question) -> bool:
    """Whether the question's condition stands nowhere in it, and follows from what the packs use a treatment for."""
    named = (*question.interventions, *question.comparators)
    return bool(named) and any(one.inferred_because and one.start < 0 for one in question.conditions)


def is_used_elsewhere(question: Question, parts: Parts) -> bool:
    """Whether guidance that no pack covers speaks of all that is named, and is about something else.

    It nowhere names the condition inferred, or its title names what else the question speaks of: "antibiotics after
    stroke" is asked of a guideline on stroke, though that speaks of infections of the bladder somewhere.
    """
    holding = [_holding(_names(one), parts) for one in (*question.interventions, *question.comparators)]
    guidance = parts.index.matching(Kinds(tuple(GUIDANCE)))
    spoken = reduce(partial(np.intersect1d, assume_unique=True), holding, guidance)
    told = _told_besides(question)
    if any(told & _telling(record.title) for record in _records(spoken, parts) if record.ids.pack is None):
        return True
    for condition in question.conditions:
        if len(spoken):
            names = (condition.concept.name, *condition.concept.lay, *condition.concept.clinical)
            spoken = np.setdiff1d(spoken, _holding(names, parts), assume_unique=True)
    return any(record.ids.pack is None or not record.conditions for record in _records(spoken, parts))


def _records(keys: Keys, parts: Parts) -> Iterable[Record]:
    return parts.recall().records_by_id(list(parts.index.names(keys))).values() if len(keys) else ()


def _told_besides(question: Question) -> frozenset[str]:
    """Stems of what the question says besides the treatments that it names, without words of talk."""
    named = [(one.start, one.end) for one in (*question.interventions, *question.comparators) if one.start >= 0]
    tokens = (t for t in match_tokens(question.as_read) if not any(a <= t.start and t.end <= b for a, b in named))
    return frozenset(stem(token.form) for token in tokens if _tells(token.form))


def _telling(title: str) -> frozenset[str]:
    return frozenset(stem(token.form) for token in match_tokens(title) if _tells(token.form))


def _tells(form: str) -> bool:
    return is_content(form) and not (is_scenery(form) or is_soft(form))


def _names(mention: Mention) -> tuple[str, ...]:
    every = (mention.words, mention.concept.name, *mention.concept.clinical, *mention.concept.lay)
    return tuple(dict.fromkeys(name for name in every[:_NAMES] if name))


def _holding(names: Iterable[str], parts: Parts) -> Keys:
    """Keys of the records that hold any of these names."""
    found = [parts.index.matching(Words(name, _FIELDS)) for name in names]
    return reduce(either, found) if found else np.empty(0, np.uint64)
