"""Whether a sentence tells what a study was for, assumed or had read: no finding, whatever the model of roles says.

The rules are the table `quoth.model.finding_rules`, which the checker reads with its own code.
"""

import re
from functools import cache

from quoth.model.finding_rules import NO_FINDING

__all__ = ["states_aim"]

_READ_CHARS = 400
_OPENING = re.compile(r"[\s\"'“‘«(\[]{0,4}")
_HEADING = re.compile(r"[A-Z][A-Za-z /&,-]{2,40}[:.] ?")


def states_aim(sentence: str) -> bool:
    """Whether the sentence opens with an aim, an assumption, or what others had found."""
    words = sentence[:_READ_CHARS]
    opening = _OPENING.match(words)
    start = opening.end() if opening else 0
    heading = _HEADING.match(words, start)
    places = (start, heading.end()) if heading else (start,)
    return any(rule.match(words, at) for rule in _rules() for at in places)


@cache
def _rules() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern, re.IGNORECASE) for rule in NO_FINDING)
