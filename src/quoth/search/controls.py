"""What a treatment is held against in a trial, in the words of those who never read one: "a dummy", "a sugar pill".

All of them are the placebo of a report. A word that also names something else is read so only where it stands as what
is compared, or before what a placebo looks like: a baby's dummy is none.
"""

from quoth.search.wording import Span, Wording, pattern

__all__ = ["CONTROLS", "controls_of"]

CONTROLS = ("placebo", "sham", "dummy")
"""Words under which reports write them; the first stands for all."""

_LOOKS = (
    r"(?:pills?|tablets?|capsules?|medicines?|drugs?|drops|jabs?|injections?|treatments?|procedures?|operations?"
    r"|needles?|version|group|arm)"
)
_NAMED = pattern(rf"placebos?|sham(?: {_LOOKS})?|sugar pills?|(?:dummy|pretend|inert) {_LOOKS}")
_COMPARED = pattern(
    r"(?:versus|vs|v|than|beats?|against|over|or|compared? (?:with|to)|comparison (?:with|to)|on) (?:an? |the )?"
    r"(?P<what>dumm(?:y|ies))"
)


def controls_of(wording: Wording) -> tuple[Span, ...]:
    """Stretches that name a placebo, in reading order."""
    places = [match.span() for match in _NAMED.finditer(wording.line)]
    places += [match.span("what") for match in _COMPARED.finditer(wording.line)]
    return tuple(sorted({wording.span(*place) for place in places}))
