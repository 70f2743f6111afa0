"""Two questions put in one breath: "does NICE offer it, and how often does it upset the stomach?".

The first asks what is advised, the second for a figure, a harm or a detail. One recommendation seldom says both, and
held to both none would stand at the top. So what leads the page answers the first, and the page says so; the rows below
are on all of it.
"""

from quoth.search.wording import Span, Wording
from quoth.text.later import compile_later

__all__ = ["first_of_two"]

_ASKS = (
    r"(?:by |at |for |with |after |to |in |within )?(?:how|what|which|when|why|who|does|do|did|is|are|was|were|can"
    r"|could|will|would|has|have|should)\b"
)
_TURN = compile_later(rf"(?:\?\s+(?:and )?|[,;]? (?:and|but) (?={_ASKS})|[,;] (?={_ASKS}))")
_SENTENCES = compile_later(r"(?<=[.?!])\s+")
_GOES_ON = compile_later(rf"^{_ASKS}|\?\s*$")
_ADVICE = compile_later(
    r"\b(?:recommend\w*|advis\w+|offer\w*|allowed|first[- ]line|first choice|on the (?:\w+ ){0,2}list|starts? with"
    r"|preferred|(?:may|should|must|shall) (?:i|we|he|she|they|it|one|you|people|patients|women|children)"
    r"|all right|backs|backed|back (?:it|this|that|him|her|them)|endorse[sd]?|worth"
    r"|suggest\w*|licensed|approved|what is (?:done|given|next)"
    r"|(?:is|are) (?:\w+ ){1,4}(?:treated|given|used|tried)|does \w+ (?:have|want|allow|list|support))\b"
)
"""What puts a question for advice."""
_OPENS = compile_later(rf"(?:^|[.:;?,] ?){_ASKS}|\b(?:may|should|must) (?:i|we|he|she|they|it)\b|\?$")


def first_of_two(wording: Wording) -> Span | None:
    """The part that asks for advice, up to where the question turns to something else; `None` for one question."""
    folded = wording.text.casefold()
    for turn in _TURN.finditer(folded):
        end = turn.start() + folded[turn.start()].count("?")
        first, rest = _SENTENCES.split(folded[:end])[-1], folded[turn.end() :]
        advice = _ADVICE.search(first) and _OPENS.search(first)
        if advice and _GOES_ON.search(rest) and not _ADVICE.search(rest):
            return Span(0, end)
    return None
