"""Common English words that can name no treatment, disease, test, part of the body or group of people.

The lists are `data/plain.txt`, made from WordNet by `training/plain_words.py`, and `data/everyday.txt`, argued by hand.
"""

from functools import cache
from importlib.resources import files

__all__ = ["plain_words"]

_LEFT_OUT = ("scenery", "phrases")
"""Scenery holds words that do name treatments, and no disease and no drug."""


@cache
def plain_words() -> frozenset[str]:
    """The words that name nothing medical, folded, most of them in each of their forms."""
    found: set[str] = set()
    for name in ("plain.txt", "everyday.txt"):
        section = ""
        for line in (files("quoth") / "data" / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                section = line.strip("[]")
            elif section not in _LEFT_OUT and not line.startswith("#"):
                found.update(line.split())
    return frozenset(found)
