"""Common English words that can name no treatment, disease, test, part of the body or group of people.

The lists are `data/plain.txt`, made from WordNet by `training/plain_words.py`, and `data/everyday.txt`, argued by hand.
Each stands in categories, whose names `quoth.search.everyday` reads as well.
"""

import re
from functools import cache
from importlib.resources import files

__all__ = ["common_words", "listed"]

_LEFT_OUT = ("scenery", "phrases")
"""Scenery holds words that do name treatments, and no disease and no drug."""
_HEADING = re.compile(r"\[(.+)\]")


@cache
def common_words() -> frozenset[str]:
    """The words that name nothing medical, folded, most of them in each of their forms."""
    rows = (*listed("plain.txt"), *listed("everyday.txt"))
    return frozenset(word for category, line in rows if category not in _LEFT_OUT for word in line.split())


@cache
def listed(name: str) -> tuple[tuple[str, str], ...]:
    """The lines of a list of words, by its file's name, each with its category; comments are left out."""
    category, rows = "", []
    for line in (files("quoth") / "data" / name).read_text(encoding="utf-8").splitlines():
        if found := _HEADING.fullmatch(line):
            category = found[1]
        elif line and not line.startswith("#"):
            rows.append((category, line))
    return tuple(rows)
