"""What single words of a question hint at, where nothing is said beside them: "every honeymoon I've had it".

The lines of `data/said_together.txt` say what words of one family mean beside words of another. Read the other way,
they tell of each family what is spoken of where it stands: of a honeymoon cystitis far oftener than anywhere in the
list, of tablets nothing in particular. So each family that is said speaks for the names of its lines, by how much
oftener they stand there than in the whole list (the logarithm of that ratio), and what several speak for comes first.
A hint counts less than what is said in full, and finds guidance and nothing else (docs/decisions/0152).
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from math import log

from quoth.search.literal import is_literal
from quoth.search.said_together import families_said, lines

__all__ = ["Hint", "hinted"]

HINTS_MAX = 10
_LIKE_THE_REST = 1.0
"""So many lines on everything are added to those of a family: one line alone proves little."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A name of medicine that words of a question hint at."""

    name: str
    weight_0_1: float
    """How strongly, beside the strongest of the question."""


def hinted(text: str, literal: Collection[str] = ()) -> tuple[Hint, ...]:
    """What the words of a question hint at one by one, the strongest first; at most `HINTS_MAX`.

    Args:
        text: the question, any string.
        literal: words that stand for themselves.
    """
    strength: Counter[str] = Counter()
    for family, words in families_said(text).items():
        if not all(is_literal(one, literal) for one in words):
            strength.update(_speaks_for().get(family, {}))
    best = sorted(strength, key=lambda name: (-strength[name], name))[:HINTS_MAX]
    return tuple(Hint(name, strength[name] / strength[best[0]]) for name in best)


@cache
def _speaks_for() -> dict[str, dict[str, float]]:
    """By family, the names that stand on its lines more often than on all lines, and how much more often."""
    on_all = Counter(name for line in lines() for name in line.names)
    of_family: dict[str, Counter[str]] = {}
    n_of: Counter[str] = Counter()
    for line in lines():
        for family in frozenset().union(*line.parts):
            n_of[family] += 1
            of_family.setdefault(family, Counter()).update(line.names)

    def oftener(family: str, name: str) -> float:
        usual = on_all[name] / len(lines())
        here = (of_family[family][name] + _LIKE_THE_REST * usual) / (n_of[family] + _LIKE_THE_REST)
        return log(here / usual)

    return {
        family: {name: ratio for name in names if (ratio := oftener(family, name)) > 0}
        for family, names in of_family.items()
    }
