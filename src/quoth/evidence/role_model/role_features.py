"""What the role model looks at in a sentence: its words, its neighbours' words, its place, and cues of the whole text.

The trainer and the reader share this module, so that a model can never be asked about features it was not trained on.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["FEATURES_VERSION", "features_of", "own_features", "words_of"]

FEATURES_VERSION = 3
"""Grows with any change below; a model file states the version that it was trained with."""

_READ_CHARS = 600
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,·]\d+)*|[%<>=±]")
_PLACES = 8
"""Sentences counted one by one from either end; further in, only the share of the way counts."""

_FIGURES = frozenset({"p", "ci"})
_CONCLUDING = frozenset({"conclusion", "conclude", "conclusions", "suggest", "suggests"})
_ENROLLING = frozenset({"randomized", "randomised", "randomly", "recruited", "enrolled"})
_FAR = 4
_COMMON = frozenset({"and", "for", "from", "than", "that", "the", "these", "this", "was", "were", "with"})
_LONG_WORD = 5
"""Letters from which on a word says what the abstract is about."""


def features_of(sentences: Sequence[str]) -> list[list[str]]:
    """The features of each sentence of one abstract, in order. A feature is a short string; repeats are left out."""
    words = [words_of(sentence) for sentence in sentences]
    sets = [frozenset(own) for own in words]
    before, after = [[f"p:{w}" for w in own] for own in sets], [[f"q:{w}" for w in own] for own in sets]
    count = len(words)
    landmarks = _landmarks(sets)
    counts = [own.count("0") for own in words]
    brackets = [sentence[:_READ_CHARS].count("(") for sentence in sentences]
    landmarks_of_numbers = _last_numbers(counts, brackets)
    opening = frozenset().union(*sets[: max(1, count // 4)]) - _COMMON
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
        last, back = landmarks[1][1], min(count - 1 - place, _FAR)
        row.append("lx" if last is None else f"l{int(place > last)}-{back}")
        row += _numbers(place, counts, brackets)
        row += [f"{name}{_distance(place, mark)}:{back}" for name, mark in landmarks_of_numbers]
        row.append(f"o{_shared(sets[place], opening)}:{back}")
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


def _last_numbers(counts: Sequence[int], brackets: Sequence[int]) -> list[tuple[str, int | None]]:
    """The last sentence with two numbers or more, and the last with a bracket: what follows seldom reports."""
    numbered = [place for place, count in enumerate(counts) if count > 1]
    bracketed = [place for place, count in enumerate(brackets) if count]
    return [("@n", numbered[-1] if numbered else None), ("@b", bracketed[-1] if bracketed else None)]


def _numbers(place: int, counts: Sequence[int], brackets: Sequence[int]) -> list[str]:
    """How many numbers and brackets stand here, and how many numbers in the neighbours."""
    here = min(counts[place], 3)
    before = min(counts[place - 1], 3) if place else "f"
    after = min(counts[place + 1], 3) if place + 1 < len(counts) else "l"
    return [f"N{min(counts[place], 6)}", f"N{before}|{here}", f"N{here}|{after}+", f"({min(brackets[place], 3)}"]


def _shared(own: frozenset[str], opening: frozenset[str]) -> int:
    """Fifths of a sentence's long words that the opening of the abstract has as well: conclusions come back to it."""
    long = [word for word in own - _COMMON if len(word) >= _LONG_WORD]
    return 5 * sum(word in opening for word in long) // max(1, len(long))


def _distance(place: int, mark: int | None) -> str:
    return "x" if mark is None else str(max(-_FAR, min(_FAR, place - mark)))
