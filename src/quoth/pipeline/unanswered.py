"""A ledger of what was asked here and had no answer, for those who write guidelines. Off unless it is switched on.

It holds the names of concepts that this library knows, counted by month, and nothing of what anybody typed.
"""

from dataclasses import replace
from hashlib import sha256

from quoth.model import Abstention, Reason, UnansweredTopic
from quoth.pipeline.parts import Parts

__all__ = ["clear_unanswered", "note_unanswered", "unanswered"]

_COUNTED = (Reason.NO_DIRECT_EVIDENCE, Reason.UNKNOWN_WORDS, Reason.NO_CONDITION)


def note_unanswered(page: Abstention, parts: Parts) -> None:
    """Count a page without an answer by the concepts that its question named; a question that names none is not."""
    if not parts.settings.unanswered_ledger or page.reason not in _COUNTED:
        return
    question = page.question
    conditions = tuple(sorted({mention.concept.name for mention in question.conditions}))
    interventions = tuple(sorted({mention.concept.name for mention in question.interventions}))
    if not conditions and not interventions:
        return
    told = "\n".join(("|".join(conditions), "|".join(interventions), question.kind.value, page.reason.value))
    key = sha256(told.encode()).hexdigest()[:16]
    month = f"{parts.now():%Y-%m}"
    with parts.store.writing():
        held = parts.store.item(UnansweredTopic, key) or UnansweredTopic(
            key, conditions, interventions, question.kind.value, page.reason.value, 0, month, month
        )
        parts.store.put_item(replace(held, count=held.count + 1, last_on=month))


def unanswered(parts: Parts) -> tuple[UnansweredTopic, ...]:
    """The ledger, most asked first."""
    return tuple(sorted(parts.store.items(UnansweredTopic), key=lambda one: (-one.count, one.id)))


def clear_unanswered(parts: Parts) -> int:
    """Forget the ledger. Returns how many lines there were."""
    held = parts.store.items(UnansweredTopic)
    with parts.store.writing():
        for one in held:
            parts.store.delete_item(UnansweredTopic, one.id)
    return len(held)
