"""Times that are said as times: "at breakfast", "in spring", "until the next visit".

Alone, each of these words could be what is asked about (a breakfast of oats, spring water, visits at home). Behind a
word that tells when, and before nothing that it could belong to, it is a time.
"""

from quoth.search.terms import is_content
from quoth.search.wording import Span, Wording, pattern

__all__ = ["times_of"]

_WHOSE = r"(?: (?:the|a|my|his|her|our|your|last|next|this))*"
_DAYS = pattern(
    r"(?:at|with|before|after|by|in|since|until|till|every|each|last|next|this|or|versus|vs)"
    rf"{_WHOSE} (?P<when>breakfast|lunch|dinner|supper|teatime|mealtimes?|meals?|bedtime|morning|evening|noon|spring"
    r"|summer|autumn|winter)"
)
_MEETINGS = pattern(
    rf"(?:at|on|until|till|before|after|between|by){_WHOSE}"
    r"(?P<when>(?: (?:\d+|two|three|several|first|second|separate|follow up))* (?:visits?|appointments?))"
)


def times_of(wording: Wording) -> tuple[Span, ...]:
    """Stretches that tell when, without the word that leads them."""
    found = [wording.span(*match.span("when")) for rule in (_DAYS, _MEETINGS) for match in rule.finditer(wording.line)]
    return tuple(span for span in found if not _belongs_to_what_follows(span, wording))


def _belongs_to_what_follows(span: Span, wording: Wording) -> bool:
    behind = next((token for token in wording.tokens if token.start >= span.end), None)
    if behind is None or not is_content(behind.form):
        return False
    return not wording.text[span.end : behind.start].strip(" -")
