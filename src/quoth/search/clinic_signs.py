"""Signs that clinicians write instead of words: "tx", "x5/7", "T 39.6", "sev", and units.

They say how long, how much, how ill, or that somebody is treated: no source has to speak of them. A sign that stands
for a treatment or an illness is no part of this table: the lexicon knows it, or it is unknown.
"""

from quoth.search.wording import Span, Wording
from quoth.text.later import compile_later

__all__ = ["clinic_signs_of"]

_SIGNS = compile_later(
    r"\b(?:[tTdDrRhHsS][xX]|nil|mod(?:-sev(?:ere)?)?|sev|approx|prev|recurr|re|pts?|yrs?|mths?|mos?|wks?|hrs?|c/o|f/u|w/o"
    r"|w/|o/e|PMH|NKDA|n/?a|incl|excl|hosp|px|mx|Mx|comp claim|[bt]d|[bt]ds|qds|q\d+h|po|PRN|prn)\b(?![-\w])"
    r"|(?<![\w/])x ?\d+(?: ?/ ?(?:7|52|12))?(?![\w/])"
    r"|(?<![\w/])\d{1,3} ?/ ?(?:7|52|12)(?![\w/])"
    r"|(?<![\w/])(?:[mkµ]?g|mcg|ml|mmol|mmHg|mm ?Hg|milligrams?|kilos?|[kcm]m)"
    r"(?:/(?:kg|kilo|day|d|l|L|ml|dose))*(?![\w/])"
    r"|\b[TtPp](?:emp)? ?\d{2,3}(?:\.\d)?(?![\w/])"
)


def clinic_signs_of(wording: Wording) -> tuple[Span, ...]:
    """Stretches that are such signs, in reading order."""
    return tuple(Span(*match.span()) for match in _SIGNS.finditer(wording.text))
