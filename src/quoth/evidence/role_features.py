"""What the role model looks at in a sentence: its words, its neighbours' words, its place, and cues of the whole text.

The trainer and the reader share this module, so that a model can never be asked about features it was not trained on.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["FEATURES_VERSION", "features_of", "own_features", "words_of"]

FEATURES_VERSION = 2
"""Grows with any change below; a model file states the version that it was trained with."""

_READ_CHARS = 600
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,·]\d+)*|[%<>=±]")
_PLACES = 8
"""Sentences counted one by one from either end; further in, only the share of the way counts."""

_FIGURES = frozenset({"p", "ci"})
_CONCLUDING = frozenset({"conclusion", "conclude", "conclusions", "suggest", "suggests"})
_ENROLLING = frozenset({"randomized", "randomised", "randomly", "recruited", "enrolled"})
_FAR = 4


def features_of(sentences: Sequence[str]) -> list[list[str]]:
    """The features of each sentence of one abstract, in order. A feature is a short string; repeats are left out."""
    words = [words_of(sentence) for sentence in sentences]
    sets = [frozenset(own) for own in words]
    before, after = [[f"p:{w}" for w in own] for own in sets], [[f"q:{w}" for w in own] for own in sets]
    count = len(words)
    landmarks = _landmarks(sets)
    planned = f"w{min(sum('will' in own for own in sets), 3)}"
    rows: list[list[str]] = []
    for place, own in enumerate(words):
        row = [*own_features(own), *_ending(own), planned, f"#{min(len(own) // 6, 9)}"]
        if place:
            row += _opening(words[place - 1], "<")
            row += before[place - 1]
        if place + 1 < count:
            row += _opening(words[place + 1], ">")
            row += after[place + 1]
        row += _place(place, count)
        row += [f"{name}{_distance(place, mark)}" for name, mark in landmarks]
        last = landmarks[1][1]
        row.append("lx" if last is None else f"l{int(place > last)}-{min(count - 1 - place, _FAR)}")
        rows.append(row)
    return rows


def words_of(sentence: str) -> list[str]:
    """The words and marks that count, in small letters; every number is "0"."""
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(sentence[:_READ_CHARS].lower())]


def own_features(words: Sequence[str]) -> set[str]:
    """What a sentence shows by itself, wherever it stands: words, pairs of words, its opening."""
    row = {*words}
    row.update([f"{a} {b}" for a, b in pairwise(words)])
    row.update(_opening(words, "^"))
    return row


def _opening(words: Sequence[str], mark: str) -> list[str]:
    return [f"{mark}{' '.join(words[:size])}" for size in (1, 2, 3) if len(words) >= size]


def _ending(words: Sequence[str]) -> list[str]:
    return [f"${' '.join(words[-size:])}" for size in (1, 2) if len(words) >= size]


def _place(place: int, count: int) -> list[str]:
    back = count - 1 - place
    tenth = 10 * place // count
    return [
        "=_",
        f"={min(place, _PLACES)}",
        f"-{min(back, _PLACES)}",
        f"/{tenth}",
        f"={min(place, 3)}-{min(back, 3)}",
        f"n{min(count, 16)}/{tenth}",
    ]


def _landmarks(sets: Sequence[frozenset[str]]) -> list[tuple[str, int | None]]:
    """Where figures begin and end, where conclusions are first drawn, and where people are enrolled."""
    figures = [place for place, own in enumerate(sets) if not own.isdisjoint(_FIGURES)]
    return [
        ("@f", figures[0] if figures else None),
        ("@l", figures[-1] if figures else None),
        ("@c", next((place for place, own in enumerate(sets) if not own.isdisjoint(_CONCLUDING)), None)),
        ("@e", next((place for place, own in enumerate(sets) if not own.isdisjoint(_ENROLLING)), None)),
    ]


def _distance(place: int, mark: int | None) -> str:
    return "x" if mark is None else str(max(-_FAR, min(_FAR, place - mark)))
