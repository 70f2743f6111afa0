"""Signs that clinicians write instead of words: "x5/7", "T 39.6", "sev", and units.

They say how long, how much or how ill: no source has to speak of them. What has a long form ("tx", "bid") is written
out before (`shorthand`); a sign that stands for a treatment or an illness is no part of this table.
"""

from quoth.search.wording import Span, Wording
from quoth.text.later import compile_later

__all__ = ["clinic_signs_of"]

_SIGNS = compile_later(
    r"\b(?:[dDrRhH][xX]|nil|mod(?:-sev(?:ere)?)?|sev|approx|prev|recurr|re|yrs?|mths?|mos?|wks?|hrs?|o/e|PMH|NKDA"
    r"|n/?a|incl|excl|px|mx|Mx)\b(?![-\w])"
    r"|(?<![\w/])x ?\d+(?: ?/ ?(?:7|52|12))?(?![\w/])"
    r"|(?<![\w/])\d{1,3} ?/ ?(?:7|52|12)(?![\w/])"
    r"|(?<![\w/])(?:[mkµ]?g|mcg|ml|mmol|mmHg|mm ?Hg|milligrams?|kilos?|[kcm]m)"
    r"(?:/(?:kg|kilo|day|d|l|L|ml|dose))*(?![\w/])"
    r"|\b[TtPp](?:emp)? ?\d{2,3}(?:\.\d)?(?![\w/])"
)


def clinic_signs_of(wording: Wording) -> tuple[Span, ...]:
    """Stretches that are such signs, in reading order."""
    return tuple(Span(*match.span()) for match in _SIGNS.finditer(wording.text))
