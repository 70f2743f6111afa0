"""A question to be answered by yes or no, on something that is neither treatment nor illness: "should I tell my boss?".

Names alone ask for treatment: "my depression", "kneecap pain in runners". A question that names an illness and asks
whether to do something else about it does not: advice on treatment answers "should I tell my employer about my
depression" with a medicine.
"""

from collections.abc import Iterable

from quoth.search.everyday import is_everyday, is_scenery
from quoth.search.kinds import ASKING_AHEAD
from quoth.search.terms import is_content, is_soft
from quoth.search.wording import Span, Wording, pattern

__all__ = ["asks_of_something_else"]

_OPENS = ASKING_AHEAD | frozenset(
    ["am", "must", "shall", "should", "arent", "cant", "couldnt", "didnt", "doesnt", "dont", "isnt", "shouldnt", "wont"]
)
"""The first word, as `Wording.line` writes it, of what is to be answered by yes or no."""
_TREATS = pattern(
    r"treat\w*|therap\w+|interventions?|manag\w+|remed\w+|options?|recommend\w*|medic\w+|meds?|drugs?|tablets?|pills?"
    r"|prescri\w+|cures?|cured|heal\w*|eas(?:e|es|ed|ing)|reliev\w+|relief|help\w*|work|works|working|improv\w+"
    r"|benefi\w+|effective\w*|useful|better|best|worth|good|use|prefer\w*|control\w*|lower\w*|reduc\w+|bring\w*|brought"
    r"|(?:get|getting) (?:rid|over|down)|fix\w*|rid|prevent\w*|stop\w*|quit\w*|give up|anything|something|nothing"
    r"|everything|enough|do about|need|needs|needed|start\w*|begin\w*|try|trying|tried|take|taking|go away|wait\w*"
    r"|leave|alone|live with|exercis\w+|surg\w+|operat\w+|inject\w+|safe|guidelines?|evidence|advice|advise\w*|avoid\w*"
    r"|continu\w+|keep|go on"
)
"""Asks for treatment, or what becomes of it, in any words."""


_OF_LIFE = pattern(
    r"(?:return|returning|go|going|get|getting|be|come|coming) (?:back )?(?:to|at|into) (?:my |his |her )?"
    r"(?:work|school|college|duty|the office)|back (?:to|at) (?:work|school)|(?:time|days|weeks|stay|signed) off"
    r"(?: work| school)?|off (?:work|sick)|sick (?:leave|note|pay)|fit note|disability (?:benefits?|allowance|claim)"
    r"|(?:travel|life|health) insurance"
)
"""What an illness does to a life: whatever else is said, no treatment is asked for by these."""


def asks_of_something_else(wording: Wording, named: Iterable[Span]) -> bool:
    """Whether it speaks of no treatment and asks for yes or no of something beside what is named, or of a life with it.

    Args:
        wording: the question.
        named: where illnesses and people are named.
    """
    tokens, spans = wording.tokens, tuple(named)
    first = wording.line.split()[:1]
    if _OF_LIFE.search(wording.line):
        return not _TREATS.search(_OF_LIFE.sub("", wording.line))
    if _OPENS.isdisjoint(first) or _TREATS.search(wording.line):
        return False
    rest = (one for one in tokens if not any(span.start <= one.start and one.end <= span.end for span in spans))
    return any(
        is_content(one.form) and (is_everyday(one.form) or is_scenery(one.form) or is_soft(one.form)) for one in rest
    )
