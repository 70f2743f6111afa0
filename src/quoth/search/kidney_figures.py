"""How kidneys work, where a question tells it by a figure: "eGFR 28", "a GFR of 41 ml/min", "creatinine clearance 25".

A rate below 60 ml/min is one of chronic kidney disease when it stays: KDIGO, Kidney Int Suppl 2013;3:19-62,
doi:10.1038/kisup.2012.64. One figure does not say whether it stays; advice on people in general is no advice below it.
"""

from quoth.search.wording import Span, Wording, pattern

__all__ = ["low_filtration"]

_BELOW = 60
_RATE = pattern(
    r"(?:e ?gfr|gfr|crcl|creatinine clearance|glomerular filtration rate)"
    r"(?: (?:is|was|of|at|now|only|just|around|about|down to|fell to|dropped to|has dropped to|under|below|less than))*"
    r" (?P<rate>\d{1,3})"
)


def low_filtration(wording: Wording) -> tuple[Span, ...]:
    """The figures that tell of kidneys which clear too little, in reading order, each with what it measures."""
    return tuple(wording.span(*match.span()) for match in _RATE.finditer(wording.line) if int(match["rate"]) < _BELOW)
