"""Which way a result sentence points, by the words and intervals that it shows.

"No significant difference" comes first and must be right; whether a change is good for the person depends on the
outcome, so it is only said where the sentence itself names a change and an outcome whose good direction is known.
Everything else is `UNCLEAR`: a sign that is wrong misleads, a sign that is missing does not. No verdict over several
sentences is made here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from quoth.evidence.figures import crosses_null, figures
from quoth.model import Direction, Figure

__all__ = ["Movement", "direction", "movement"]

_READ_CHARS = 2_000


class Movement(Enum):
    """What a sentence reports of its outcome, before anybody asks whether that is good."""

    UP = "significantly increased"
    DOWN = "significantly decreased"
    NONE = "no significant difference"


@dataclass(frozen=True, slots=True)
class _Cue:
    movement: Movement | None
    start: int
    end: int


_ADVERB = (
    r"(?:(?:statistically|clinically|significantly|markedly|substantially|meaningfully|consistently|independently)"
    r" ){0,2}"
)
_CHANGE = (
    r"(?:differences?|effects?|changes?|improvements?|benefits?|associations?|reductions?|increases?|decreases?"
    r"|impacts?"
    r"|advantages?|interactions?|correlations?|influences?|variations?|gains?|superiority|relationships?)"
)
_NONE = (
    rf"\b(?:no|not any|without(?: any| an?)?|lack of(?: an?)?|absence of(?: an?)?|little or no|neither)\b"
    rf"(?: [\w-]{{1,20}},?){{0,5}} {_CHANGE}\b"
    r"|\b(?:no|without) evidence (?:of|for|that)\b|\bno (?:more|less|better|worse|longer|higher|lower|greater|fewer)\b"
    r"|\b(?:did|do|does|was|were|is|are|had|has|have|could|would|but|and)(?: \w{1,12})? ?(?:not|n't|n’t)"
    r"(?: [\w-]{1,16}){0,3} (?:differ(?:ent|ed|s)?\b|affect|alter|influence|chang|improv|reduc|increas|decreas"
    r"|lower\b|raise\b"
    r"|prevent|enhanc|result in|lead to|produce|provide|confer|show|reach|achieve|attain|associat|superior|better"
    r"|effective"
    r"|significant)"
    rf"|\bnot (?:be )?{_ADVERB}(?:significant(?:ly)?|differ\w*|superior|affected|altered|changed|improved|reduced"
    rf"|associated)\b"
    r"|\bnon-?\s?significant(?:ly)?\b|\binsignificant(?:ly)?\b|\bfailed to\b|\b[Pp] ?= ?NS\b|\b(?:n\.s\."
    r"|NS)(?=[\s).,;])"
    r"|\b(?:was|were|are|is|remained|had|showed|with|to|be) (?:very |broadly |also |both |statistically "
    r"|a )?(?:similar(?:ly)?"
    r"|comparable|equivalent|unchanged|unaffected|equal(?:ly)?|indistinguishable|the same)\b"
    r"|\b(?:similar|comparable|equal) (?:\w+ ){0,3}(?:in|between|across|among|for|to|with)\b"
    r"|\b(?:as|equally) (?:effective|efficacious|well|safe)\b|\bdiffered (?:little|only slightly)\b"
)
_UP_WORDS = (
    r"(?:significant(?:ly)? )?(?:higher|greater|more|larger|longer|increas(?:ed?|es|ing)|improv(?:ed?|es|ing|ements?)"
    r"|better|elevated"
    r"|superior|rose|raised|enhanc(?:ed|es|ement)|gain(?:ed|s)?|faster|exceeded|elevations?|stronger|prolonged)"
)
_DOWN_WORDS = (
    r"(?:significant(?:ly)? )?(?:lower|less|fewer|smaller|shorter|reduc(?:ed?|es|ing|tions?)|decreas(?:ed?|es|ing)"
    r"|declin(?:ed?|es)"
    r"|fell|drop(?:ped|s)?|diminish(?:ed|es)|attenuat(?:ed|es|ion)|prevented|worse(?:ned)?|inferior|poorer|slower"
    r"|lessened"
    r"|suppressed|alleviat(?:ed|es)|reliev(?:ed|es)|lowered|shortened|weaker|blunted|inhibited)"
)
_MOVES = rf"\b(?:(?P<up>{_UP_WORDS})|(?P<down>{_DOWN_WORDS}))\b"

# Outcomes for which more is worse and for which more is better, in the words of abstracts. Scales that run either way
# ("score", "scale", "index") are left out.
_BAD = (
    r"\b(?:pain|mortality|deaths?|died|risks?|complications?|adverse|events?|relapses?|recurrences?|recurrent"
    r"|infections?|symptoms?"
    r"|fatigue|anxiety|depressi(?:on|ve)|disability|stiffness|bleeding|ha?emorrhage|hospitali[sz]ations?"
    r"|readmissions?|nausea"
    r"|vomiting|failures?|strokes?|exacerbations?|falls?|fractures?|blood pressure|LDL|triglycerides?|BMI|weight"
    r"|waist|smoking"
    r"|cravings?|seizures?|migraines?|headaches?|attacks?|incidence|length of stay|severity|side effects?"
    r"|discontinuations?"
    r"|blood loss|ha?ematomas?|swelling|o?edema|inflammation|CRP|C-reactive|HbA1c|glucose|wheez\w+|cough|itch\w*"
    r"|insomnia"
    r"|distress|stress|burden|toxicity|progression)\b"
)
_GOOD = (
    r"\b(?:survival|function(?:ing|al)?|quality of life|remission|recovery|response rates?|responders?|cure|healing"
    r"|healed|cured"
    r"|success|strength|satisfaction|abstinence|quit rates?|cessation|adherence|performance|mobility|range of motion"
    r"|HDL"
    r"|knowledge|self-efficacy|pregnancy rates?|live births?|sleep quality|wellbeing|well-being|memory|cognition"
    r"|balance"
    r"|clearance|eradication|relief|efficacy|effective(?:ness)?|walking|gait speed|outcomes?)\b"
)
_BETTER = (
    r"\b(?:improv\w+|better|superior|more (?:effective|efficacious)|benefits?|beneficial|effective(?:ly)? (?:in|for|at)"
    r"|reliev\w+|alleviat\w+)\b"
)
_WORSE = r"\b(?:worse(?:ned|ning)?|inferior|less (?:effective|efficacious)|poorer|harmful|deteriorat\w+)\b"
_CONTROL = (
    r"\b(?:in|for|with|among|of|by|receiving|on) (?:the |those |patients |subjects |participants ){0,3}(?:in |on "
    r"|receiving |given |taking )?"
    r"(?:the )?(?:placebo|controls?|sham|usual care|standard care|waiting|wait-?list|no treatment|untreated"
    r"|comparator|conventional)\b"
)
_HEDGE = (
    r"\b(?:may|might|could|would|whether|if|to (?:determine|assess|compare|evaluate|investigate|examine)"
    r"|hypothesi[sz]ed|aimed)\b"
)
_CONTRAST = re.compile(r"\b(?:but|whereas|while|although|though|however|despite|yet|except)\b|;", re.IGNORECASE)


_COUNTED_GOOD = re.compile(
    r"\b(?:controlled|control of|control rates?|achiev\w+|target\w*|free of|\w+-free|without|resol\w+|reduction in"
    r"|tolerance|threshold|discontinu\w+|relief|recover\w+|improvement in|negative)\b",
    re.IGNORECASE,
)
"""Where the freedom from something bad is counted, more of it is good: the sign is left open."""
_REACH = 60


def direction(sentence: str, found: Sequence[Figure] | None = None) -> tuple[Direction, str | None]:
    """The direction of a result sentence and the words that show it; `UNCLEAR` and `None` when in doubt.

    `found` spares a second reading of the sentence's figures.
    """
    text = sentence[:_READ_CHARS]
    if _pattern(_HEDGE).search(text):
        return Direction.UNCLEAR, None
    cue = _decide(text, figures(text) if found is None else found)
    if cue is None or cue.movement is None:
        return Direction.UNCLEAR, None
    words = text[cue.start : cue.end]
    if cue.movement is Movement.NONE:
        return Direction.NO_DIFFERENCE, words
    good = _valence(text, cue)
    if good is None:
        return Direction.UNCLEAR, words
    if _pattern(_CONTROL).search(text, cue.end, min(len(text), cue.end + 60)) and not _than_before_control(
        text, cue.end
    ):
        return Direction.UNCLEAR, words
    return (Direction.FAVOURS_INTERVENTION if good else Direction.FAVOURS_COMPARATOR), words


def movement(sentence: str) -> Movement | None:
    """What the sentence reports of its outcome, as its words say; `None` when they say both or nothing."""
    text = sentence[:_READ_CHARS]
    cue = _decide(text, figures(text))
    return cue.movement if cue else None


def _decide(text: str, found: Sequence[Figure]) -> _Cue | None:
    none = _pattern(_NONE).search(text)
    moves = [m for m in _pattern(_MOVES).finditer(text) if not none or not none.start() <= m.start() < none.end() + 24]
    by_numbers = _by_numbers(text, found)
    if none:
        if moves and (_CONTRAST.search(text) or by_numbers is not None):
            return _Cue(None, none.start(), none.end())
        return _Cue(Movement.NONE, none.start(), none.end())
    if by_numbers is not None and by_numbers.movement is Movement.NONE:
        return (
            by_numbers
            if not re.search(r"\bsignificant(?:ly)?\b", text)
            else _Cue(None, by_numbers.start, by_numbers.end)
        )
    ups = [m for m in moves if m["up"]]
    downs = [m for m in moves if m["down"]]
    if ups and downs:
        return _mixed(ups, downs)
    for kind, matches in ((Movement.UP, ups), (Movement.DOWN, downs)):
        if matches:
            return _Cue(kind, matches[0].start(), matches[0].end())
    return None


def _mixed(ups: list[re.Match[str]], downs: list[re.Match[str]]) -> _Cue:
    """A "greater reduction" is down; "improved … and reduced …" says both."""
    first_up, first_down = ups[0], downs[0]
    if 0 <= first_down.start() - first_up.end() <= 24 and first_up.group().split()[-1] in _AMPLIFIERS:
        return _Cue(Movement.DOWN, first_up.start(), first_down.end())
    first = min(first_up, first_down, key=lambda m: m.start())
    return _Cue(None, first.start(), first.end())


_AMPLIFIERS = frozenset({"greater", "more", "larger", "stronger", "faster", "higher"})


def _by_numbers(text: str, found: Sequence[Figure]) -> _Cue | None:
    """No difference, when all intervals hold no effect and all p values are above 0.05; a difference when none does."""
    verdicts: list[bool] = []
    first = last = None
    for figure in found:
        crossing = crosses_null(figure)
        if crossing is None and figure.p is not None:
            crossing = _above_threshold(figure.p)
        if crossing is not None:
            verdicts.append(crossing)
            first = figure.start if first is None else first
            last = figure.end
    if first is None or last is None:
        return None
    if all(verdicts):
        return _Cue(Movement.NONE, first, last)
    return None if any(verdicts) else _Cue(None, first, last)


def _above_threshold(p: str) -> bool | None:
    if "NS" in p:
        return True
    match = re.search(r"\d*[.·,]?\d+", p)
    if match is None or re.search(r"[×x]|\^", p):
        return None
    value = float(match.group().replace("·", ".").replace(",", "."))
    if "<" in p or "less" in p or "≤" in p:
        return False if value <= 0.05 else None
    if ">" in p or "greater" in p or "≥" in p:
        return True if value >= 0.05 else None
    return value > 0.05


def _valence(text: str, cue: _Cue) -> bool | None:
    """Whether the change is good for the person, or `None` when the sentence does not settle it."""
    better, worse = _pattern(_BETTER).search(text), _pattern(_WORSE).search(text)
    if better and worse:
        return None
    if better:
        return True
    if worse:
        return False
    if _COUNTED_GOOD.search(text):
        return None
    near = text[max(0, cue.start - _REACH) : cue.end + _REACH]
    bad, good = _pattern(_BAD).search(near), _pattern(_GOOD).search(near)
    if bool(bad) == bool(good):
        return None
    return (cue.movement is Movement.DOWN) if bad else (cue.movement is Movement.UP)


def _than_before_control(text: str, start: int) -> bool:
    """Whether "lower than in the placebo group" speaks of the other arm."""
    return bool(re.search(r"\b(?:than|compared (?:with|to)|versus|vs|relative to|over)\b", text[start : start + 60]))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
