"""What medicine calls the things that a question names in everyday words: "water tablets" are diuretics.

The names stand in `data/medical_names.txt`, by hand, in one direction. They help to find guidance for a question that
names no condition, and do nothing else (docs/decisions/0114): what is searched for and what is unknown stay as typed.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from quoth.model import QueryTerm
from quoth.search.particles import is_particle
from quoth.text import match_tokens, stem

__all__ = ["medical_names"]

_WORDS_MAX = 6


def medical_names(text: str) -> tuple[QueryTerm, ...]:
    """The stretches of a question that medicine has other names for, with these, in reading order.

    The longest stretch wins, and none overlaps another.
    """
    tokens = match_tokens(text)
    forms = [token.form.removesuffix("'s") for token in tokens]
    stems = [stem(form) for form in forms]
    return tuple(
        QueryTerm(text[tokens[first].start : tokens[last - 1].end], _table()[" ".join(stems[first:last])])
        for first, last in sorted(_longest(forms, stems))
    )


def _longest(forms: Sequence[str], stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and behind the last of the words of each stretch that the table has, the longest ones first."""
    taken: set[int] = set()
    for size in range(min(_WORDS_MAX, len(stems)), 0, -1):
        for first in range(len(stems) - size + 1):
            places = range(first, first + size)
            if size == 1 and is_particle(forms, first):
                continue
            if " ".join(stems[first : first + size]) in _table() and taken.isdisjoint(places):
                taken.update(places)
                yield first, first + size


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """By the stems of an everyday name, what medicine calls it."""
    table: dict[str, dict[str, None]] = {}
    for line in (files("quoth") / "data" / "medical_names.txt").read_text(encoding="utf-8").splitlines():
        said, colon, meant = line.partition(": ")
        if colon and not line.startswith("#"):
            for words in said.split(", "):
                key = " ".join(stem(token.form.removesuffix("'s")) for token in match_tokens(words))
                table.setdefault(key, {}).update(dict.fromkeys(meant.split(", ")))
    return {key: tuple(names) for key, names in table.items()}
