"""How near in meaning the best advice by words is to the question, among its peers, where an encoder says so.

Words say best which advice comes into question at all; which of these means what was asked an encoder says better. Its
cosines differ from encoder to encoder and from question to question: a piece of advice is told by how far it stands out
among those that are compared, so that weights that were fitted with one encoder hold for another.
"""

import math
from collections.abc import Callable, Sequence

__all__ = ["COMPARED", "NEARNESS", "Near", "nearness", "texts_of"]

Near = Callable[[Sequence[str]], Sequence[float] | None]
"""Texts to the cosine of each with the question, in their order; `None` where the encoder failed."""
COMPARED = 16
"""So many pieces of advice, the best by words, are compared: 8 and 32 chose no better on keys that were left out."""
NEARNESS = ("near", "near_under_headings")
_DIGITS = 6
_SPREAD = 0.02
"""Added to how far cosines spread, so that what hardly differs does not stand out."""


def texts_of(text: str, headings: str, title: str) -> tuple[str, str]:
    """What an encoder is given of one piece of advice: its own words, and the same under its title and headings."""
    return text, f"{title}\n{headings}\n{text}"


def nearness(cosines: Sequence[tuple[float, float]]) -> list[dict[str, float]]:
    """By piece of advice, how far it stands out among those compared, in standard deviations.

    Args:
        cosines: for each, of the question with each of `texts_of`.
    """
    columns = [_standing_out(column) for column in zip(*cosines, strict=True)]
    return [dict(zip(NEARNESS, row, strict=True)) for row in zip(*columns, strict=True)]


def _standing_out(cosines: Sequence[float]) -> list[float]:
    mean = math.fsum(cosines) / len(cosines)
    spread = math.sqrt(math.fsum((one - mean) ** 2 for one in cosines) / len(cosines))
    return [round((one - mean) / (spread + _SPREAD), _DIGITS) for one in cosines]
