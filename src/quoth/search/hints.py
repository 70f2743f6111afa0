"""What the words of a question hint at, where they name no condition: "every honeymoon I've had it".

A model of what people say of illnesses that they have no name for (`lay_model`) tells which are likely; guidance is
looked for under the names of the likeliest. A hint finds guidance and nothing else (docs/decisions/0152, 0159).
"""

from collections.abc import Collection
from dataclasses import dataclass

from quoth.model import EVERY_READING
from quoth.search.lay_features import features_of
from quoth.search.lay_model import load_lay

__all__ = ["Hint", "hinted"]

HINTS_MAX = 4
"""So many illnesses are hinted at."""
_FAINT = 1 / 100
"""An illness that is so much less likely than the likeliest is not hinted at."""

_LEAST = 0.05
"""Where nothing is more likely than this, words hint at nothing."""


@dataclass(frozen=True, slots=True)
class Hint:
    """An illness that words of a question hint at."""

    names: tuple[str, ...]
    """What medicine calls it; the first is the illness, the others may be wider or stand for it."""
    chance_0_1: float
    """How likely it is among all that can be hinted at."""


def hinted(text: str, literal: Collection[str] = ()) -> tuple[Hint, ...]:
    """What the words of a question hint at, the likeliest first; at most `HINTS_MAX`.

    Args:
        text: the question, any string.
        literal: words that stand for themselves.
    """
    if EVERY_READING in literal:
        return ()
    model = load_lay()
    chances = model.read(features_of(text, literal))
    best = sorted(range(len(chances)), key=lambda place: (-chances[place], place))[:HINTS_MAX]
    if not best or chances[best[0]] < _LEAST:
        return ()
    likely = [place for place in best if chances[place] >= _FAINT * chances[best[0]]]
    return tuple(Hint(model.names[place], chances[place]) for place in likely)
