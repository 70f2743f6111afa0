"""Whether what a question names is spoken of for other illnesses too, in guidance that no pack covers.

A question that names a treatment and no illness is read as one about the only illness that the packs use it for
(`search.slots`). In a library with guidelines of its own that is no longer known: "low-dose aspirin for women at risk"
is not about the one topic whose pack happens to list aspirin.
"""

from collections.abc import Iterable
from functools import partial, reduce

import numpy as np

from quoth.model import Mention, Question
from quoth.pipeline.parts import Parts
from quoth.search.boolean.atoms import Keys, Kinds, Words, either
from quoth.search.evidence_order import GUIDANCE

__all__ = ["inferred_by_use", "is_used_elsewhere"]

_FIELDS = ("title", "text")


def inferred_by_use(question: Question) -> bool:
    """Whether the question's condition stands nowhere in it, and follows from what the packs use a treatment for."""
    named = (*question.interventions, *question.comparators)
    return bool(named) and any(one.inferred_because and one.start < 0 for one in question.conditions)


def is_used_elsewhere(question: Question, parts: Parts) -> bool:
    """Whether guidance of no mapped condition speaks of all that is named, and nowhere names the condition inferred."""
    holding = [_holding(_names(one), parts) for one in (*question.interventions, *question.comparators)]
    guidance = parts.index.matching(Kinds(tuple(GUIDANCE)))
    spoken = reduce(partial(np.intersect1d, assume_unique=True), holding, guidance)
    for condition in question.conditions:
        if len(spoken):
            names = (condition.concept.name, *condition.concept.lay, *condition.concept.clinical)
            spoken = np.setdiff1d(spoken, _holding(names, parts), assume_unique=True)
    records = parts.recall().records_by_id(list(parts.index.names(spoken))) if len(spoken) else {}
    return any(not record.conditions for record in records.values())


def _names(mention: Mention) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (mention.words, mention.concept.name) if name))


def _holding(names: Iterable[str], parts: Parts) -> Keys:
    """Keys of the records that hold any of these names."""
    found = [parts.index.matching(Words(name, _FIELDS)) for name in names]
    return reduce(either, found) if found else np.empty(0, np.uint64)
