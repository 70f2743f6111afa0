"""Advice against something that says "no", "neither" or "no longer" where others say "should not".

"No child should be given codeine" holds no "should not", and otherwise all of a sentence that advises codeine. What is
denied twice is advice for ("nobody should be denied pain relief"), and is left to the other rules. Both the reader of
guidelines and the checker read these, each with its own code; patterns do not mind capitals.
"""

__all__ = ["ADVISED_AGAINST"]

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
_GIVE = r"(?:use|give|offer|prescribe|order|start|perform|screen|treat|administer)"

ADVISED_AGAINST: tuple[str, ...] = (
    rf"{_BEGINS}(?:[\w-]+ )?neither {_NAMES}{{1,12}}nor {_NAMES}{{1,9}}?(?:{_MODAL}{_TURNED}|{_ADVISED})\b",
    rf"{_BEGINS}(?:{_NO}|none of|neither of|nobody|no one|not one of) {_WORDS}{_MODAL}{_TURNED}\b",
    rf"{_BEGINS}{_NO} {_WORDS}[\w-]+ {_ADVISED}{_OVER}\b",
    rf"\b{_NEVER}\b[^.;]{{0,60}}?\b(?:{_MODAL}|may|can)\b{_TURNED}",
    rf"\b{_MODAL} no longer\b{_TURNED}",
    rf"(?:^|[.;,] )nor (?:{_MODAL}|may)\b",
    rf"(?:^|[.:;] ){_GIVE} neither\b",
    rf"\b(?:recommend|advise|suggest)(?:s|ed)? (?:\w+ ){{0,2}}not to (?:routinely )?{_GIVE}\b",
)
