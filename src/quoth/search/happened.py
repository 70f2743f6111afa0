"""Outcomes in words for what nobody asks to be told: what somebody has had, what stands beside a number, "better odds".

"I have had a heart attack. Do I need tablets?" is asked of those who had one. Whether the tablets prevent another is a
further question, and advice for those who had one answers without telling it.
"""

import re

from quoth.lexicon.illnesses import illnesses_had
from quoth.model import Mention
from quoth.search.wording import Span, Wording, pattern

__all__ = ["is_no_outcome"]

_COUNTED = r"(?:how many|fewer|less|more|which|what)(?: \w+){0,3} $"
_NOBODY_SAID = re.compile(_COUNTED)
_HAD = pattern(
    r"(?:had|suffered|survived|having had|following|since|after)(?: already| just| once| recently)?"
    r"(?: an?| my| his| her| their| the| one| two| another)?"
)
_N = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_AMOUNT = pattern(rf"{_N}(?: (?:to|or) {_N})?")
_BETTER_AT = re.compile(r" better (?:odds|chances?|results?|control|sleep|cover|value|rates?)\b")
"""Behind "get better": who asks for better odds does not ask who got well."""


def is_no_outcome(outcome: Mention, wording: Wording) -> bool:
    """Whether an outcome is named as something that somebody has had, as a figure of theirs, or in another sense."""
    place = Span(outcome.start, outcome.end)
    before = max((token.end for token in wording.tokens if token.end <= place.start), default=-1)
    if any(wording.span(*match.span()).end == before for match in _AMOUNT.finditer(wording.line)):
        return True
    if _BETTER_AT.match(wording.line, _line_at(wording, place.end) - len(" better")):
        return True
    had = any(
        wording.span(*match.span()).end == before and not _NOBODY_SAID.search(wording.line[: match.start()])
        for match in _HAD.finditer(wording.line)
    )
    return had and any(start < place.end and place.start < end for start, end in illnesses_had(wording.text))


def _line_at(wording: Wording, end: int) -> int:
    """Where in the line the word ends that ends here in the text."""
    return next(
        (at + len(token.form) for token, at in zip(wording.tokens, wording.places, strict=True) if token.end == end),
        len(wording.line),
    )
