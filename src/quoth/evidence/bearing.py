"""How surely a text speaks to a question whose condition no list knows, told from the question's words alone.

Holding the words is not enough: two records on the same words apart answer nothing. So five things are weighed, each
between 0 and 1 or a little more: what the search found of a full match, how much of the question the text holds, how
much of it in one place, whether words that stand side by side in the question do so in the text, and how much there was
to find. The weights are those of a logistic regression that `training/bearing.py` fits on titles of abstracts, each
against the abstracts of a library with and without its own; how far they carry is measured on questions that it has not
seen (`quoth bench run abstention`).
"""

import math
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.evidence.terms import Seen, Sought, has
from quoth.text import match_tokens, stem

__all__ = ["ENOUGH", "Bearing", "Worded", "bearing_of", "place_of", "worded"]

ENOUGH = 0.63
"""From here on a text is held to speak to the question: a false answer counts for 1.7 needless refusals."""
_WEIGHTS = (5.6, 2.28, 1.97, 0.35, 2.06)
_OFFSET = -6.95
_KIN = 0.7
"""What a word of the same family counts where the word itself is missing."""
_PLACE_CHARS = 320
"""One place in a text: two sentences or so."""
_BESIDE = ((16, 1.0), (32, 0.8), (64, 0.4), (_PLACE_CHARS, 0.2))
"""Two words within so many characters of each other count so much as standing side by side."""
_MUCH, _MUCH_MAX = 3.0, 1.5
"""So many of the rarest words are much to find."""
_FEW, _RAREST = 6, 0.95
_VERY_FEW, _IN_ONE_PLACE, _IN_HEAD = 4, 0.75, 1 / 3


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of a question with what each tells, and which of them stand side by side in it."""

    words: tuple[Sought, ...]
    told: tuple[float, ...]
    """By word: its weight, at most 1, times its rarity."""
    pairs: tuple[tuple[int, int], ...]
    telling: frozenset[int]
    """Which of few words may not be missing: what has a name, and the rarest of those that have none."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """What speaks for a text, and what of the question it lacks."""

    match: float
    covered: float
    together: float
    beside: float
    found: float
    lacks: tuple[Sought, ...] = ()
    stands: bool = True
    """False where the question has few words, of which one that tells is lacking or which do not stand together."""
    spoken: bool = False
    """A recommendation of the text holds what was asked: that is enough, however little the rest is about it."""

    @property
    def weighed(self) -> tuple[float, ...]:
        """What is weighed, in the order of the weights."""
        return (self.match, self.covered, self.together, self.beside, self.found)

    @property
    def score_0_1(self) -> float:
        """The weighted sum, as a probability; always below what is enough where the text does not stand."""
        return max(self._weighed_0_1, ENOUGH) if self.spoken else self._weighed_0_1

    @property
    def _weighed_0_1(self) -> float:
        total = sum(weight * value for weight, value in zip(_WEIGHTS, self.weighed, strict=True)) + _OFFSET
        return round((1.0 if self.stands else ENOUGH) / (1.0 + math.exp(-total)), 4)

    @property
    def is_so_by_what_it_says(self) -> bool:
        """Whether it is a recommendation alone that makes the text speak to the question."""
        return self.spoken and self._weighed_0_1 < ENOUGH

    @property
    def is_enough(self) -> bool:
        """Whether the text is held to speak to the question."""
        return self.score_0_1 >= ENOUGH


def worded(text: str, sought: Sequence[Sought], *, named: Collection[str] = ()) -> Worded:
    """The words of a question, laid out once for all texts that are held against it.

    Args:
        text: the question.
        sought: its words.
        named: names of known things among them, such as treatments.
    """
    by_stem = {form: number for number, one in enumerate(sought) for form in one.singles}
    numbers = [by_stem.get(stem(token.form.removesuffix("'s"))) for token in match_tokens(text)]
    pairs = [(a, b) for a, b in pairwise(numbers) if a is not None and b is not None and a != b]
    told = tuple(min(1.0, one.weight) * one.rarity for one in sought)
    nameless = [value for one, value in zip(sought, told, strict=True) if one.name not in named]
    telling = frozenset(
        number
        for number, one in enumerate(sought)
        if len(sought) <= _FEW and (one.name in named or told[number] >= _RAREST * max(nameless))
    )
    return Worded(tuple(sought), told, tuple(dict.fromkeys(pairs)), telling)


def bearing_of(asked: Worded, seen: Seen, match_0_1: float | None, *, head_chars: int = 0) -> Bearing:
    """What speaks for the text that `seen` was read from.

    Args:
        asked: the question.
        seen: the text, read with kin.
        head_chars: so much of it is title and headings.
        match_0_1: what the search found of a full match; where nothing was searched, what is covered stands for it.
    """
    whole = sum(asked.told)
    if not whole:
        return Bearing(0.0, 0.0, 0.0, 0.0, 0.0, asked.words, stands=False)
    places = [_places(one, seen) for one in asked.words]
    worth = [told * value for told, (value, _) in zip(asked.told, places, strict=True)]
    covered = sum(worth) / whole
    together = _best_place([(place, n) for n, (_, at) in enumerate(places) for place in at], worth) / whole
    weight = sum(asked.told[a] + asked.told[b] for a, b in asked.pairs)
    beside = sum((asked.told[a] + asked.told[b]) * _near(places[a][1], places[b][1]) for a, b in asked.pairs)
    lacks = tuple(n for n, (value, _) in enumerate(places) if not value)
    in_head = sum(value for value, (_, at) in zip(worth, places, strict=True) if at and at[0] < head_chars) / whole
    return Bearing(
        covered if match_0_1 is None else match_0_1,
        covered,
        together,
        beside / weight if weight else together,
        min(_MUCH_MAX, sum(worth) / _MUCH),
        tuple(asked.words[n] for n in lacks),
        _stands(asked, lacks, together, in_head if head_chars else 1.0),
    )


def _stands(asked: Worded, lacks: Sequence[int], together: float, in_head: float) -> bool:
    """Of few words each may name the treatment or the illness: those that tell most must be there.

    Very few must stand in one place, and some of them in the title or headings: else they are named in passing.
    """
    if not asked.telling.isdisjoint(lacks):
        return False
    return len(asked.words) > _VERY_FEW or (together >= _IN_ONE_PLACE and in_head >= _IN_HEAD)


def place_of(one: Sought, seen: Seen) -> float:
    """What the word counts in a text: 1 where it stands, less where one of its family does, 0 where neither does."""
    return _places(one, seen)[0]


def _places(one: Sought, seen: Seen) -> tuple[float, Sequence[int]]:
    """What the word counts in a text, and where it or its kin stands."""
    if has(one, seen):
        at = [place for form in one.singles for place in seen.places.get(form, ())]
        at += [place for first in one.phrases for place in seen.places.get(first, ())]
        return 1.0, sorted(at)
    kin = sorted(place for form in one.singles for place in seen.places.get(f"~{form}", ()))
    return (_KIN, kin) if kin else (0.0, ())


def _best_place(found: list[tuple[int, int]], worth: Sequence[float]) -> float:
    """The most that the words within one place of the text are worth, each counted once."""
    found.sort()
    counts = [0] * len(worth)
    best = held = 0.0
    first = 0
    for place, number in found:
        held += worth[number] if not counts[number] else 0.0
        counts[number] += 1
        while place - found[first][0] > _PLACE_CHARS:
            gone = found[first][1]
            counts[gone] -= 1
            held -= worth[gone] if not counts[gone] else 0.0
            first += 1
        best = max(best, held)
    return best


def _near(one: Sequence[int], other: Sequence[int]) -> float:
    nearest = min((abs(place - other[at]) for place in one for at in _around(other, place)), default=None)
    return 0.0 if nearest is None else next((worth for chars, worth in _BESIDE if nearest <= chars), 0.0)


def _around(places: Sequence[int], place: int) -> range:
    index = bisect_left(places, place)
    return range(max(0, index - 1), min(len(places), index + 1))
