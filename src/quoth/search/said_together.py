"""What words of a question say only together: "head" and "pounding" are a headache, wherever they stand in a sentence.

Nobody can list every way to say a thing. A list of families (parts of the body, feelings, things) and of what one
family says beside another holds for many that nobody wrote down. Both stand in `data/said_together.txt`, by hand, and
do what `medical_names` do and no more: they help to find guidance (docs/decisions/0129).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise, product

from quoth.model import QueryTerm
from quoth.search.particles import is_particle
from quoth.text import Token, match_tokens, stem

__all__ = ["Line", "lines", "said_together"]

_WORDS_MAX = 4
_REACH = 12
"""Of the words that count, so many lie at most from the first to the last of what is said together."""
_PLACES_MAX = 6
_LITTLE = """
a an the my your his her our their its i you he she we they me him us them it this that these those of
"""
_UNCOUNTED = frozenset(_LITTLE.split())
_BROUGHT_DOWN = ("high", "down")
"""A family that wants the particle: what is high is brought down."""
_RANGE = re.compile(r"\[(\d+)-(\d+)\]")


@dataclass(frozen=True, slots=True)
class Line:
    """Families of which each is said, and what medicine calls it."""

    parts: tuple[frozenset[str], ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of counted words, `last` exclusive."""

    first: int
    last: int


def said_together(text: str) -> tuple[QueryTerm, ...]:
    """What the words of a question say beside one another, in the order of the list, with medicine's names for it.

    The words of a term are those that were said, as typed, with "…" between them. Time grows with the number of words;
    a question has few.
    """
    tokens, said = _families_in(text)
    names_of: dict[str, dict[str, None]] = {}
    for line in lines():
        if not any(part.isdisjoint(said) for part in line.parts):
            places = _nearest([_of_any(part, said) for part in line.parts])
            if places:
                words = " … ".join(_words(place, tokens, text) for place in places)
                names_of.setdefault(words, {}).update(dict.fromkeys(line.names))
    return tuple(QueryTerm(words, tuple(names)) for words, names in names_of.items())


def _families_in(text: str) -> tuple[list[Token], dict[str, list[_Place]]]:
    """The words that count, and by family where one of its members stands among them."""
    tokens = [token for token in match_tokens(text) if token.form not in _UNCOUNTED]
    return tokens, _said([token.form.removesuffix("'s") for token in tokens])


def _said(forms: Sequence[str]) -> dict[str, list[_Place]]:
    """By family, where one of its members stands; numbers by what they lie between."""
    stems = [stem(form) for form in forms]
    found: dict[str, list[_Place]] = {}
    for first in range(len(stems)):
        part_of_a_verb = is_particle(forms, first)
        for last in range(first + 1, min(first + _WORDS_MAX, len(stems)) + 1):
            alone = part_of_a_verb and last == first + 1
            for family in _members().get(" ".join(stems[first:last]), ()):
                if not alone or (family, forms[first]) == _BROUGHT_DOWN:
                    found.setdefault(family, []).append(_Place(first, last))
        if stems[first].isdecimal():
            for family, low, high in _ranges():
                if low <= int(stems[first][:6]) <= high:
                    found.setdefault(family, []).append(_Place(first, first + 1))
    return found


def _of_any(families: frozenset[str], said: Mapping[str, list[_Place]]) -> list[_Place]:
    places = [place for family in families for place in said.get(family, ())]
    return sorted(set(places), key=lambda place: (place.first, place.last))[:_PLACES_MAX]


def _nearest(parts: Sequence[Sequence[_Place]]) -> tuple[_Place, ...]:
    """One place of each part, none on another and all within reach, those that lie nearest to one another."""
    best: tuple[int, tuple[_Place, ...]] | None = None
    for places in product(*parts):
        ordered = tuple(sorted(places, key=lambda place: place.first))
        apart = all(one.last <= other.first for one, other in pairwise(ordered))
        width = ordered[-1].last - ordered[0].first
        if apart and width <= _REACH and (best is None or width < best[0]):
            best = (width, ordered)
    return best[1] if best else ()


def _words(place: _Place, tokens: Sequence[Token], text: str) -> str:
    return text[tokens[place.first].start : tokens[place.last - 1].end]


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    """Left side, sign and right side of each line: "=" for a family, ":" for what is said together."""
    text = (files("quoth") / "data" / "said_together.txt").read_text(encoding="utf-8")
    rows = (re.fullmatch(r"([^#\[=:][^=:]*?) ?(=|:) (.+)", line) for line in text.splitlines())
    return tuple((row[1], row[2], row[3]) for row in rows if row)


@cache
def lines() -> tuple[Line, ...]:
    """What is said together, and its names: each kind of a thing also by the thing, where the list names it anywhere.

    A guideline on urinary tract infection need not say "recurrent urinary tract infection".
    """
    listed = [(left, right.split(", ")) for left, sign, right in _rows() if sign == ":"]
    known = {name for _, names in listed for name in names}

    def wider(name: str) -> list[str]:
        words = name.split(" ")
        return [tail for at in range(1, len(words) - 1) if (tail := " ".join(words[at:])) in known]

    return tuple(
        Line(
            tuple(frozenset(part.split("/")) for part in left.split(" + ")),
            tuple(dict.fromkeys((*names, *(one for name in names for one in wider(name))))),
        )
        for left, names in listed
    )


@cache
def _members() -> dict[str, tuple[str, ...]]:
    """By the counted stems of a word or words, the families that hold it; what is no family stands for itself."""
    families = _families()
    alone = {name for line in lines() for part in line.parts for name in part} - set(families)
    found: dict[str, dict[str, None]] = {}
    for family, words in (*families.items(), *((name, [name]) for name in sorted(alone))):
        for member in (word for word in words if not _RANGE.fullmatch(word)):
            found.setdefault(_key(member), {})[family] = None
    return {key: tuple(held) for key, held in found.items()}


def _families() -> dict[str, list[str]]:
    return {left: right.split(", ") for left, sign, right in _rows() if sign == "="}


@cache
def _ranges() -> tuple[tuple[str, int, int], ...]:
    """Families that hold numbers, with the least and the greatest of each."""
    return tuple(
        (family, int(found[1]), int(found[2]))
        for family, words in _families().items()
        for word in words
        if (found := _RANGE.fullmatch(word))
    )


def _key(words: str) -> str:
    tokens = [token.form for token in match_tokens(words) if token.form not in _UNCOUNTED]
    return " ".join(stem(form.removesuffix("'s")) for form in tokens)
