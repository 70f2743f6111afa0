"""Words beside a condition's name that make it another condition: "pulmonary hypertension" is no hypertension.

A vocabulary cannot list every disease that it does not know. These words are a table of the model, and both a question
and a text are read with it, so that neither takes one disease for another. A longer name that the vocabulary does know
("hand osteoarthritis") is found whole and never comes here.
"""

import re

from quoth.model.other_condition_rules import MADE_OTHER_AFTER, MADE_OTHER_BEFORE
from quoth.text.later import compile_later

__all__ = ["other_condition"]

_BEFORE = compile_later(rf"\b(?:{MADE_OTHER_BEFORE})[- ]$", re.IGNORECASE)
_AFTER = compile_later(MADE_OTHER_AFTER, re.IGNORECASE)
_REACH = 24


def other_condition(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch that names another condition than `text[start:end]` does alone, or `None`."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    after = _AFTER.match(text, end)
    if before is None and after is None:
        return None
    return before.start() if before else start, after.end() if after else end
