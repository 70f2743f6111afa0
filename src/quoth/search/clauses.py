"""Which part of what was typed puts the question, and which part only tells how things stand.

"It feels like a knife in my heel when I get out of bed, what should I do?" asks in its second half. A word that nobody
knows is the thing asked about only where the question is put, or where it points back to what was told ("will it
help?"). In the story before it, such a word is scenery: it is named on the page and refuses nothing.
"""

from collections.abc import Sequence

from quoth.search.wording import Span, Wording
from quoth.text.later import compile_later

__all__ = ["story_of"]

_PARTS = compile_later(r"[^.?!;:,\n…–—]+[.?!;:,\n…–—]*")
_FILLER = r"(?:so|and|but|or|now|please|well|ok|okay|hi|hello|then|also|my question is|i wonder|tell me)"
# How a question is put that asks for whatever there is: what it names, the asker does not know yet.
_MEDICINE = r"(?:therapy|treatment|counselling|talking|tablets?|pills?|drugs?|meds|medicines?|medication)"
_OPEN = compile_later(
    rf"^(?:{_FILLER} )*(?:what(?! (?:about|of|if|does|do|is|are|was|were)\b(?! (?:i|we|the best|best|there|my|left|next"
    r"|recommended|advised|the next|the choices|the options)\b))"
    r"|what (?:do|does|would|did) (?:\w+ ){1,4}(?:put|say|advise|recommend|start|begin|offer|suggest|want|rank|prefer)"
    r"|which|when do they"
    r"|how (?:do|can|should|could|would|long|soon|many|much)|is there|are there|anything|any|who should"
    r"|(?:can|could|does|is|will|would) anything|help"
    r"|(?:the )?(?:best|safest|next|usual) (?!to|than|not)\w+|(?:any )?(?:alternatives|options|suggestions|ideas)"
    rf"|(?:{_MEDICINE} or )+{_MEDICINE})\b",
)
# How a question is put that names what it asks about.
_CLOSED = compile_later(
    rf"^(?:{_FILLER} )*(?:does|do|did|is|are|was|were|can|could|should|shall|would|will|may|might|must|has|have|had|am"
    r"|isnt|arent|wont|wouldnt|shouldnt|cant|couldnt|doesnt|dont|what|how|when|where|why|who|if)\b",
)
# A question that names nothing asks about what was told: "lidocaine plasters for back pain: any evidence?".
_ABOUT_ALL_OF_IT = compile_later(
    rf"^(?:{_FILLER} )*(?:(?:is|are|was) there |what(?:s| is| are) the )?"
    r"(?:any|much|good|real|some|strong|enough|a|the)?"
    r" ?(?:good|real|hard|strong|decent|current|latest|recent|clinical|actual|solid)? ?(?:evidence|use|benefits?|data"
    r"|trials?|studies|research|points?|role|value|proof|effects?|harms?|risks?|merit|worth|basis|place|good|worth it)"
    r"(?: (?:for|in|to|behind|of|on) (?:it|this|that|them))?$"
)
_BACK = compile_later(r"\b(?:it|this|that|these|those|they|them|one|ones|such|so)\b")
# "do about it", "get rid of it", "stop it": here "it" is the trouble, not a thing to take.
# "at that age", "in this weather": a time or a state, not a thing to take.
_WHEN = compile_later(
    r"\b(?:this|that|these|those|such) (?:ages?|days?|nights?|weeks?|months?|years?|times?|points?|stages?|terms?"
    r"|mornings?|evenings?|seasons?|weather|long|often|much|bad|high|low|far|alone|way|case|situation)\b"
    r"|\bdo they (?:get better|pick up|recover|heal|get over)\b"
)
_THE_TROUBLE = compile_later(
    r"\b(?:about|rid of|stop|stops|stopping|ease|eases|cure|cures|treat|treats|fix|fixes|for|of|prevent|relieve|help"
    r"|with) (?:it|this|that|them|these)\b"
)


def story_of(wording: Wording, named: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches in which a strange word says nothing of what is asked for; nothing where that is not sure.

    Args:
        wording: the question.
        named: places of the treatments that it names. A question that names what it asks about ("should I take …?") is
            told apart only where that is one of them.
    """
    parts = [Span(*match.span()) for match in _PARTS.finditer(wording.text) if match.group().strip()]
    if len(parts) < 2:
        return ()
    lines = [_line(wording, part) for part in parts]
    asking = [number for number, line in enumerate(lines) if _OPEN.search(line) or _CLOSED.search(line)]
    if not asking:
        return ()
    last = asking[-1]
    if _ABOUT_ALL_OF_IT.search(lines[last]):
        return ()
    line = _WHEN.sub(" ", _THE_TROUBLE.sub(" ", lines[last]))
    if _BACK.search(line):
        return ()
    if not _OPEN.search(lines[last]) and not any(parts[last].covers(span) for span in named):
        return ()
    # What follows the asking part belongs to it: "what helps, honey or salt?"
    return tuple(parts[number] for number in range(last) if number not in asking)


def _line(wording: Wording, part: Span) -> str:
    forms = (token.form.replace("'", "") for token in wording.tokens if part.covers(Span(token.start, token.end)))
    return " ".join(forms)
