"""An illness that comes again, where the library has a name for its coming again.

"My cystitis keeps coming back" asks about recurrent infection, which has guidance of its own. Packs list a few ways of
saying so; here whatever names the illness, or a kind of it, counts beside any way of saying that it comes again.
Whether it will ("can it come back?") is another question.
"""

from dataclasses import replace

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Mention
from quoth.search.slots import Slots
from quoth.search.wording import Span, Wording, pattern

__all__ = ["recurring"]

_RECURRENT = ("recurrent", "recurring")
_NUMBERS = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|\d)"
_NTH = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|[2-9](?:nd|rd|th))"
_SPAN = r"(?:year|(?:\w+ )?months|winter|summer|term)"
_COMES_AGAIN = pattern(
    r"(?:keep|keeps|kept)(?: on)? (?:coming|getting|having|returning|recurring|catching|suffering)(?: back| again)?"
    r"|(?:stop|stops|stopping|keep|keeps|keeping|prevent|prevents|preventing|avoid|avoids|avoiding)"
    r" (?:[a-z]\w* ){1,5}?(?:from )?(?:coming (?:back|again)|recurring|returning|happening again)"
    r"|(?:again and again|over and over|time after time|one after (?:another|the other)|back to back)"
    r"|recurring|recurrent|(?:prevent|prevents|preventing|avoid|stop) (?:a |any |more |another |further )?recurrences?"
    rf"|{_NTH} (?:\w+ ){{0,4}}?(?:this|in a|in the last|in the past|in|since|within a) (?:{_SPAN}|\w+)"
    rf"|{_NUMBERS} (?:\w+ ){{0,4}}?(?:this|in a|in the last|in the past|in one|a|per|within a) {_SPAN}"
    rf"|{_NUMBERS} times (?:this|in a|in the last|in the past|in one|a|per|within a) {_SPAN}"
    r"|every (?:few |couple of |other |second |two |three )?(?:weeks?|months?)"
)


def recurring(wording: Wording, slots: Slots, lexicon: Lexicon) -> Slots:
    """The slots with each condition that comes again as such; unchanged where nothing says so or has a name for it.

    What says so is read by that, and asks for no outcome of its own.

    Args:
        wording: the question.
        slots: what it names.
        lexicon: words for things: "recurrent" before the name of the condition, or of what it is a kind of.
    """
    cues = [wording.span(*match.span()) for match in _COMES_AGAIN.finditer(wording.line)]
    again = [_again(mention, lexicon) for mention in slots.conditions] if cues else []
    if not any(again):
        return slots
    conditions = (new or old for new, old in zip(again, slots.conditions, strict=True))
    outcomes = (m for m in slots.outcomes if not any(cue.overlaps(Span(m.start, m.end)) for cue in cues))
    return replace(slots, conditions=tuple({m.concept.name: m for m in conditions}.values()), outcomes=tuple(outcomes))


def _again(mention: Mention, lexicon: Lexicon) -> Mention | None:
    known = _known(mention.concept, lexicon)
    return Mention(known, mention.words, mention.start, mention.end) if known else None


def _known(concept: Concept, lexicon: Lexicon) -> Concept | None:
    """The recurrent kind of a condition; `None` where it is one, or where the library names none."""
    if concept.name.split()[0] in _RECURRENT:
        return None
    names = (f"{again} {name}" for name in (concept.name, *lexicon.broader(concept.name)) for again in _RECURRENT)
    found = (lexicon.get(ConceptKind.CONDITION, name) for name in names)
    return next((one for one in found if one is not None), None)
