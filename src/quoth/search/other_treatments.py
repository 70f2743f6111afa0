"""Names of treatments that end in a word for any medicine, and are none of those that the library means by it.

"The combined pill" is no tablet against smoking, whoever smokes and asks about it. Each such name stands as one word:
where the library holds nothing on it, the question is refused by its name.
"""

from quoth.search.wording import Span, Wording, pattern

__all__ = ["other_treatments"]

_KINDS = (
    r"combined|mini|contraceptive|birth control|morning after|progest(?:ogen|erone|in) only|progest(?:ogen|erone|in)"
)
_CONTRACEPTIVES = pattern(
    rf"(?P<name>(?:{_KINDS})(?: oral)?(?: contraceptive)? (?:pill|tablet)s?|(?:combined )?oral contraceptives?"
    r"|minipills?)"
    # Whoever is "on the pill" is on this one, unless it was said before which.
    r"|(?:on|take|takes|taking|took|start|starting|come off|came off|prescribe|prescribed) (?P<pill>the pill)"
    r"(?! (?:for|that|they|he|she|i|you|my|to|which)\b)"
)


def other_treatments(wording: Wording) -> tuple[Span, ...]:
    """Where the question names one, in reading order."""
    found = (match.span("name" if match["name"] else "pill") for match in _CONTRACEPTIVES.finditer(wording.line))
    return tuple(wording.span(*span) for span in found)
