"""What the role model looks at in a sentence: its words, word pairs, its opening and its place in the abstract.

The trainer and the reader share this module, so that a model can never be asked about features it was not trained on.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["FEATURES_VERSION", "features_of"]

FEATURES_VERSION = 1
"""Grows with any change below; a model file states the version that it was trained with."""

_READ_CHARS = 600
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,·]\d+)*|[%<>=±]")
_PLACES = 8
"""Sentences counted one by one from either end; further in, only the share of the way counts."""


def features_of(sentences: Sequence[str]) -> list[list[str]]:
    """The features of each sentence of one abstract, in order. A feature is a short string; repeats are left out."""
    words = [_words(sentence) for sentence in sentences]
    count = len(words)
    rows: list[list[str]] = []
    for place, own in enumerate(words):
        row = {*own}
        row.update(f"{a} {b}" for a, b in pairwise(own))
        row.update(_opening(own, "^"))
        if place:
            row.update(_opening(words[place - 1], "<"))
        if place + 1 < count:
            row.update(_opening(words[place + 1], ">"))
        row.update(_place(place, count))
        row.add(f"#{min(len(own) // 6, 9)}")
        rows.append(list(row))
    return rows


def _words(sentence: str) -> list[str]:
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(sentence[:_READ_CHARS].lower())]


def _opening(words: list[str], mark: str) -> list[str]:
    return [f"{mark}{' '.join(words[:size])}" for size in (1, 2, 3) if len(words) >= size]


def _place(place: int, count: int) -> list[str]:
    back = count - 1 - place
    tenth = 10 * place // count
    return [
        "=",
        f"={min(place, _PLACES)}",
        f"-{min(back, _PLACES)}",
        f"/{tenth}",
        f"={min(place, 3)}-{min(back, 3)}",
        f"n{min(count, 16)}/{tenth}",
    ]
