"""Which outcome an effect speaks of: what its sentence names last before it, else what an editor tagged.

An estimate is compared with another only under a known outcome; where two would fit, none is said.
"""

from collections.abc import Sequence
from dataclasses import replace

from quoth.lexicon import Found, Lexicon
from quoth.model import NO_EFFECT, ConceptKind, Figure

__all__ = ["is_effect", "with_outcomes"]

_BREAKS = ".;:"
"""Between an outcome and an effect that belongs to it none of these stands, but for the colon after its name."""


def is_effect(figure: Figure) -> bool:
    """Whether a figure is an effect with its estimate and both ends of its interval."""
    if figure.measure not in NO_EFFECT or figure.value is None or figure.low is None or figure.high is None:
        return False
    return figure.low <= figure.value <= figure.high


def with_outcomes(
    figures: Sequence[Figure], text: str, lexicon: Lexicon, tagged: Sequence[str] = ()
) -> tuple[Figure, ...]:
    """The same figures, each effect with the outcome that it speaks of where that is clear.

    Args:
        figures: of `text`, in reading order.
        text: one statement.
        lexicon: knows outcomes by their words.
        tagged: outcomes that an editor gave the statement.
    """
    effects = [figure for figure in figures if is_effect(figure)]
    if not effects:
        return tuple(figures)
    named = [found for found in lexicon.mentions(text) if found.concept.kind is ConceptKind.OUTCOME]
    named = [found for found in named if not any(f.start <= found.start < f.end for f in effects)]
    only = tagged[0] if len(tagged) == 1 and len(effects) == 1 else None
    return tuple(
        replace(figure, about=_before(figure, effects, named, text) or _agreed(only, named))
        if is_effect(figure)
        else figure
        for figure in figures
    )


def _before(figure: Figure, effects: Sequence[Figure], named: Sequence[Found], text: str) -> str | None:
    """The outcome named last before an effect, with no other effect and no end of a clause between."""
    since = max((other.end for other in effects if other.end <= figure.start), default=0)
    near = [found for found in named if since <= found.start and found.end <= figure.start]
    if not near:
        return None
    last = near[-1]
    between = text[last.end : figure.start]
    if any(mark in between.replace(":", "", 1) for mark in _BREAKS):
        return None
    same = {found.concept.name for found in near if found.start == last.start}
    return last.concept.name if len(same) == 1 else None


def _agreed(tagged: str | None, named: Sequence[Found]) -> str | None:
    """An editor's tag, unless the words name other outcomes alone."""
    if tagged is None or (named and tagged not in {found.concept.name for found in named}):
        return None
    return tagged
