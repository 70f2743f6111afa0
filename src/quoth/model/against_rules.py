"""Advice against something that says "no", "neither" or "no longer" where others say "should not".

"No child should be given codeine" holds no "should not", and otherwise all of a sentence that advises codeine. What is
denied twice is advice for ("nobody should be denied pain relief"), and is left to the other rules. Both the reader of
guidelines and the checker read these, each with its own code; patterns do not mind capitals.
"""

__all__ = ["ADVISED_AGAINST", "DENIED_TWICE", "TOLD_BESIDE"]

_BEGINS = r"(?:^|[.;:,] |\b(?:and|but|so|that|therefore) )"
_MODAL = r"(?:should|must|shall)"
_ADVISED = r"(?:is|are) (?:\w+ )?(?:recommended|indicated|advised|needed|required|necessary|warranted)"
_TURNED = (
    r"(?! (?:\w+ )?(?:be |have (?:to )?|go )?(?:\w+ )?(?:denied|refused|excluded|left|deprived|withheld|delayed|without"
    r"|turned away|discouraged|stopped|discontinued|prevent|deter|preclude|delay|exclude|wait|a (?:reason|bar|barrier)"
    r"|reasons?|grounds))"
)
"""What denies a second time."""
_WORDS = r"(?:[\w'’/-]+ ){0,9}?"
_NAMES = r"(?:(?!(?:who|that|which)\b)[\w'’,/-]+ )"
_NO = r"no(?! (?:fewer|less|later|sooner|matter|single|particular|specific)\b)"
"""A limit ("no fewer than six") is none, and "no single drug is recommended" leaves open which."""
_OVER = r"(?! (?:over|in preference|rather|more|above|to (?:start|begin|offer|give)))"
"""None of several is better, or nothing is needed before a treatment."""
_NEVER = r"(?:under no|in no|at no|in neither) (?:circumstances?|cases?|times?|account|events?|situations?)"
_SAYS = r"(?:(?:recommend|suggest|counsel)(?:s|ed|ing)?|(?:advis|propos)(?:es?|ed|ing)|advice)"
_UNDONE = (
    r"(?:withh[eo]ld\w*|delay\w*|defer\w*|postpon\w+|den(?:y|ied|ying)|refus\w+|stop\w*|discontinu\w+|interrupt\w*"
    r"|exclud\w+|wait\w*|omit\w*|forgo\w*|avoid\w*|limit\w*|restrict\w*|neglect\w*|ignor\w+|overlook\w*"
    r"|miss(?:ed|ing)?)"
)
"""To do without: denied, it is advice for."""
_GIVE = r"(?:use|give|offer|prescribe|order|start|perform|screen|treat|administer)"

ADVISED_AGAINST: tuple[str, ...] = (
    rf"{_BEGINS}(?:[\w-]+ )?neither {_NAMES}{{1,12}}nor {_NAMES}{{1,9}}?(?:{_MODAL}{_TURNED}|{_ADVISED})\b",
    rf"{_BEGINS}(?:{_NO}|none of|neither of|nobody|no one|not one of) {_WORDS}{_MODAL}{_TURNED}\b",
    rf"{_BEGINS}{_NO} {_WORDS}[\w-]+ {_ADVISED}{_OVER}\b",
    rf"\b{_NEVER}\b[^.;]{{0,60}}?\b(?:{_MODAL}|may|can)\b{_TURNED}",
    rf"\b{_MODAL} no longer\b{_TURNED}",
    rf"(?:^|[.;,] )nor (?:{_MODAL}|may)\b",
    rf"(?:^|[.:;] ){_GIVE} neither\b",
    rf"\b{_SAYS} (?:\w+ ){{0,2}}not to (?:\w+ly )?(?!{_UNDONE}\b)\w+",
    rf"\b{_SAYS} (?:\w+ )?not (?:\w+ly )?(?!{_UNDONE}\b)\w+ing\b",
    rf"\b{_SAYS} that [^.;:]{{1,120}}? not be (?:\w+ly )?(?!{_UNDONE}\b)\w+",
    rf"\b{_SAYS} (?:\w+ )?no (?!more|less|fewer|later|sooner|longer|single|particular|specific|changes?\b|delay)\w+",
    rf"\b{_SAYS} (?:\w+ )?(?:the )?(?:avoiding|avoidance of|withholding|withdrawing|discontinuing|refraining from)\b",
    rf"\b(?:do|does) not (?:\w+ly )?(?:suggest|advise|support|endorse|advocate|favou?r)\b(?! {_UNDONE}\b)",
    rf"\b(?:cannot|can not) (?:\w+ly )?(?:recommend|suggest|advise|support|endorse)\b"
    rf"(?! (?:for|either|whether|{_UNDONE})\b)",
    rf"\bneed(?:s)? not be (?!{_UNDONE}\b)\w+|\bneed not (?!be\b|{_UNDONE}\b)\w+|\bthere is no need (?:to|for)\b",
    rf"\brefrain(?:s|ed)? from (?!{_UNDONE}\b)"
    rf"|\b(?:has|have|there is|there are) no (?:\w+ )?(?:role|place) (?:for|in)\b(?! {_UNDONE}\b)",
)

DENIED_TWICE = rf"(?:^|[.:;] )(?:please )?(?:do not|don['’]t|never) (?:\w+ly )?{_UNDONE}\b"
"""Opens what reads as advice against and is advice for: "do not delay triptans"."""

TOLD_BESIDE = r",? (?:which|who|whom|whose) [^.;,]{1,160}(?:,|(?=[.;])|$)"
"""A clause that tells something of what it stands behind: "metoprolol, which should not be used in asthma"."""
