"""Who is asked about, or advised, by how great their risk is: one table, read by two sides.

"Should tamoxifen be used in a woman at average risk?" is not answered by advice for women at increased risk.

How it is meant to be read, so that two readers agree: words are on people at average risk where `AVERAGE_RISK` is
found in them; else on people at increased risk where `INCREASED_RISK` is. A risk of harm by the treatment is neither,
nor is one that is only told to fall or to rise. Patterns are searched for without regard to capitals; none of them can
backtrack at length.
"""

__all__ = ["AVERAGE_RISK", "INCREASED_RISK"]

_MORE = r"(?:increased|high|higher|highest|elevated|raised|above[- ]average|greater than average)"
_OF_HARM = (
    r"(?! (?:for|of) (?:\w+ )?(?:bleed\w*|ha?emorrhag\w*|adverse|harms?|side effects?|falls?|falling|toxicity"
    r"|complications|overdose))"
)

AVERAGE_RISK = (
    rf"\b(?:average|normal|usual|ordinary|low|lower)[- ]risk\b{_OF_HARM}"
    r"|\brisk (?:is|that is) (?:average|normal|low|not increased)\b"
    rf"|\b(?:not|neither|nobody|without being) (?:\w+ ){{0,2}}?(?:at|of) (?:an? )?{_MORE} risk\b{_OF_HARM}"
    r"|\b(?:no|without|without any) (?:known |other |special )?risk factors\b"
)
INCREASED_RISK = (
    rf"\b(?:at|of|with|have|has|having) (?:an? )?(?:\w+ )?{_MORE}[- ]risk\b{_OF_HARM}"
    r"|\bhigh[- ]risk (?:people|patients|women|men|adults|groups?|populations?)\b"
)
