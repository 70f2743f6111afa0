"""For whom and when a recommendation holds, and the words that deny it: extents of its own sentence, never worked out.

They are what a reader ticks under "this patient", so the first population and the first condition that the sentence
names are taken whole, up to the end of their clause; what is not said in words is not filled in.
"""

import re

from quoth.model import Extent
from quoth.text.later import compile_later

__all__ = ["condition_in", "negation_in", "population_in"]

_BEFORE_CHARS = 40
_PEOPLE = (
    r"(?:patients?|inpatients?|outpatients?|adults?|children|adolescents?|teenagers?|infants?|neonates?|newborns?"
    r"|women|men|girls|boys|persons?|people|individuals?|residents"
    r"|veterans?|smokers|survivors|athletes|clients|workers|recipients|donors|candidates|service members?)"
)
_DESCRIBED = (
    r"(?:(?!(?:to|for|in|of|with|that|by|from|the|and|or|but|if|when|should|may|must|no|none|although|clinicians?"
    r"|providers?|physicians?|screen|test|treat|offer|offering|refer|referring|give|use|select|discuss|counsel"
    r"|encourage) )[\w’'–-]+,? (?:or |and )?){0,6}?"
)
_WORD = r"(?:[^.;:()\[\]\n•]|\.(?=\d))"
"""A full stop before a digit ends nothing: "1.73 m2"."""
_WHO = (
    r"(?: (?:aged?|ages|with|without|who|whose|at|on|in whom|having|undergoing|receiving|taking|younger|older|between"
    r"|over|under|from|diagnosed|presenting|suffering|suspected|known|admitted|treated|hospitali[sz]ed|scheduled"
    rf"|eligible|meeting|living|of (?:\w+ )?(?:age|descent|potential|origin|ancestry)|of childbearing)\b"
    rf"{_WORD}{{0,160}}?)?"
)
_NOT_BOUND = "".join(
    rf"(?<!{word} )" for word in ("of", "with", "in", "on", "to", "for", "at", "from", "by", "and", "or")
)
_STOP = (
    rf"(?=,? (?:{_NOT_BOUND}the|we|if|when|during|unless|and who|clinicians?|providers?|should|must"
    r"|(?<!who )(?<!that )(?:is|are)|about the|on (?:admission|arrival|discharge)"
    r"|to (?:reduce|improve|prevent|treat|identify|an? (?:[\w-]+ ){0,3}(?:specialist|clinic|service|cent(?:re|er)"
    r"|hospital|team|unit|\w+ologist|physician|therapist|doctor|surgeon|program(?:me)?)s?))\b"
    r"|[,;:()\[\]\n•]|\.(?!\d)|\Z)"
)
_POPULATION = compile_later(
    rf"\b(?:[Ff]or|[Ii]n|[Aa]mong|[Oo]f|[Tt]o|that|[Ss]creen(?:ing)?(?: all)?|[Tt]reat(?:ing)?"
    rf"|[Aa]sk|[Ee]ncourage|[Aa]dvis(?:e|ing)|[Rr]efer(?:ring)?|[Oo]ffer(?:ing)?|[Gg]iv(?:e|ing)|[Tt]ell|[Ii]nform"
    rf"|[Tt]each|[Rr]eview|[Aa]ssess|[Mm]onitor|[Tt]est(?:ing)?|[Vv]accinat(?:e|ing)|[Cc]ounsel|[Ee]ducate|[Rr]eassure)"
    rf" ((?:all |any |most |some |selected )?{_DESCRIBED}{_PEOPLE}\b{_WHO}){_STOP}"
)
_ASKED = compile_later(
    rf"\bthat ((?:all |any |most |some |selected )?{_DESCRIBED}{_PEOPLE}\b{_WHO})"
    r"(?= (?:should |must |may )?(?:not |also )?(?:be|continue|receive|undergo|take|use|start|stop|avoid|get|begin"
    r"|wear|eat|keep)\b)"
)
_SUBJECT = compile_later(
    rf"^(?:[A-Z]\w+ly, )?((?:all |any )?{_DESCRIBED}{_PEOPLE}\b{_WHO}) (?:should|must|may)\b", re.IGNORECASE
)
_EXCEPT = compile_later(
    r"\b(?:except|excluding|other than|apart from|but not|rather than|unless)(?: for| in| among| those| to)*"
    r"(?: [\w-]+){0,2}\s*\Z",
    re.IGNORECASE,
)
_TREATING = compile_later(r"\b[Tt]reat(?:ing)? \Z")
_TESTING = compile_later(r"\b(?:[Ss]creen|[Tt]est|[Aa]ssess|[Mm]onitor)(?:ing)? (?:all )?\Z")
_LOOSE = compile_later(
    r",? (?:and|or|who have|having) (?:any|one|all|some|two|at least (?:one|two))(?: or more)? of(?: the .*)?\Z"
    r"|,?(?: due)? (?:for|of|in|to|and|or|by|with|the|an?)(?: the)?\Z"
)
_MOMENT = r"(?:before|after|during|prior to)"
_CONDITION = compile_later(
    r"\b((?:only )?(?:if|when(?! to\b)|whenever|unless|except|until"
    r"|once(?! (?:after|or|an?|per|every|in|only|more|daily|weekly|monthly|yearly)\b)|provided that|as long as|in whom"
    r"|in the (?:absence|presence) of|in (?:case|cases) of"
    r"|where(?! an? )(?= (?:[\w-]+ ){1,5}?(?:is|are|has|have|cannot|does|do)\b)"
    rf"|(?<!once ){_MOMENT} )\b(?:[^.;:()\[\]\n,•]|\.(?=\d)){{3,200}}?)"
    r"(?=, (?!and |or )|[;:()\[\]\n,•]|\.(?!\d)|\Z)",
    re.IGNORECASE,
)
_ADVISED = compile_later(
    rf"(?i:{_MOMENT})\b(?: \S+){{1,8}}?(?= (?:(?:is|are) (?:not |strongly |usually )?(?:recommended|suggested|advised"
    r"|indicated|reasonable|discouraged|contra-?indicated)|should|must|may)\b)",
    re.DOTALL,
)
"""A time that the advice itself follows: "before surgery" of "a block before surgery is recommended"."""
_NEGATION = compile_later(
    r"\b(?:recommends?|suggests?|advises?|recommended|recommendation|recommending) (?:\w+ ){0,2}?against\b"
    r"|\b(?:should|must|shall|do|does|is|are|can|may) not\b|\bnot (?:be )?(?:recommended|indicated|offered|used"
    r"|advised)\b"
    r"|\bcannot\b|\bnever\b|\bavoid(?:ed)?\b|\bcontra-?indicated\b|\bneither\b|\bno (?:longer )?recommend\w*\b"
    r"|\binsufficient (?:evidence|data)\b|\b(?:strong|weak) against\b|\bdiscourage[ds]?\b",
    re.IGNORECASE,
)


def population_in(text: str, start: int, end: int) -> Extent | None:
    """The first population that the words from `start` to `end` name, with what describes it, and no exception."""
    if subject := _SUBJECT.search(text[start:end]):
        return Extent(start + subject.start(1), start + subject.start(1) + len(subject[1].rstrip()))
    asked = _ASKED.search(text, start, end)
    for found in _POPULATION.finditer(text, start, end):
        if asked and asked.start() <= found.start():
            break
        if not _EXCEPT.search(text, max(start, found.start(1) - _BEFORE_CHARS), found.start(1)):
            return _whole(text, found)
    return Extent(*asked.span(1)) if asked else None


def condition_in(text: str, start: int, end: int) -> Extent | None:
    """The first clause that says when the advice holds, or when it does not."""
    found = _CONDITION.search(text, start, end)
    if found is None:
        return None
    advised = _ADVISED.match(text, *found.span(1))
    return Extent(found.start(1), found.start(1) + len((advised[0] if advised else found[1]).rstrip()))


def _whole(text: str, found: re.Match[str]) -> Extent:
    """A population without the treatment or the loose words that go on after it."""
    first, last = found.start(1), found.start(1) + len(found[1].rstrip())
    before, words = text[max(0, first - _BEFORE_CHARS) : first], found[1]
    if _TREATING.search(before) and words.count(" with ") > 1 and " who " not in words:
        last = first + words.rfind(" with ")
    elif _TESTING.search(before) and (test := words.rfind(" with the ")) > 0:
        last = first + test
    loose = _LOOSE.search(text, first, last)
    return Extent(first, loose.start() if loose else last)


def negation_in(text: str, start: int, end: int) -> Extent | None:
    """The first words that deny what the statement would otherwise advise."""
    found = _NEGATION.search(text, start, end)
    return Extent(*found.span()) if found else None
