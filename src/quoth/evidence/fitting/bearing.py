"""How surely a text speaks to a question whose condition no list knows, told from the question's words alone.

Holding the words is not enough: two records on the same words apart answer nothing. So five things are weighed, each
between 0 and 1 or a little more: what the search found of a full match, how much of the question the text holds, how
much of it in one place, how much there was to find and, of few words, how much of them stands in the title or headings.
The weights are those of a logistic regression that `training/bearing.py` fits on titles of abstracts and on pairs of a
treatment and a disease that titles name, each against a library with and without what answers; how far they carry is
measured on questions that it has not seen (`quoth bench run abstention`, docs/decisions/0110, 0127).
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quoth.evidence.fitting.terms import Seen, Sought, has

__all__ = ["ENOUGH", "Bearing", "Worded", "bearing_of", "place_of", "worded"]

ENOUGH = 0.63
"""From here on a text is held to speak to the question: a false answer counts for 1.7 needless refusals."""
PLAIN = 0.8
"""From here on the whole of a guideline is about the question; below, its advice is offered that speaks by itself."""
_PAIR, _FEW, _SEVERAL = 2, 4, 6
_WEIGHTS_OF_FEW, _OFFSET_OF_PAIR, _OFFSET_OF_FEW = (2.40, 2.51, 2.40, 2.45, 2.07), -7.81, -7.17
_WEIGHTS, _OFFSET = (6.82, 2.02, 3.15, 2.32, 0.0), -7.98
"""Of up to four words, and of more. Few words are met together by chance, so that their place in a title tells.

Of up to two words, and of three or four, the offset is where one more false answer bought 1.7 answers kept, on the
questions that were learned from (docs/decisions/0127). Of more, 7% of those are answered by texts of others, in
libraries of one field, where others come nearer than elsewhere.
"""
_KIN = 0.7
"""What a word of the same family counts where the word itself is missing."""
_PLACE_CHARS = 320
"""One place in a text: two sentences or so."""
_RAREST = 0.95
_MUCH, _MUCH_MAX = 3.0, 1.5
"""So many of the rarest words are much to find."""


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of a question with what each tells."""

    words: tuple[Sought, ...]
    told: tuple[float, ...]
    """By word: its weight, at most 1, times its rarity."""
    telling: frozenset[int] = frozenset()
    """Which of up to six words may not be missing: what has a name, and the rarest of those that have none."""
    strange: frozenset[int] = frozenset()
    """Which of many words stand in no text of the library: they tell no text from another."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """What speaks for a text, and what of the question it lacks."""

    match: float
    covered: float
    together: float
    found: float
    headed: float
    """How much of what the question's words tell stands in the title or headings."""
    n_words: int
    """Of the question."""
    lacks: tuple[Sought, ...] = ()
    stands: bool = True
    """False where the question has few words, of which one that tells is lacking."""
    spoken: bool = False
    """A recommendation of the text holds what was asked: that is enough, however little the rest is about it."""

    @property
    def weighed(self) -> tuple[float, ...]:
        """What is weighed, in the order of the weights."""
        return (self.match, self.covered, self.together, self.found, self.headed)

    @property
    def score_0_1(self) -> float:
        """The weighted sum, as a probability; always below what is enough where the text does not stand."""
        return max(self._weighed_0_1, ENOUGH) if self.spoken else self._weighed_0_1

    @property
    def _weighed_0_1(self) -> float:
        weights, offset = _WEIGHTS, _OFFSET
        if self.n_words <= _FEW:
            weights, offset = _WEIGHTS_OF_FEW, _OFFSET_OF_PAIR if self.n_words <= _PAIR else _OFFSET_OF_FEW
        total = sum(weight * value for weight, value in zip(weights, self.weighed, strict=True)) + offset
        return round((1.0 if self.stands else ENOUGH) / (1.0 + math.exp(-total)), 4)

    @property
    def is_so_by_what_it_says(self) -> bool:
        """Whether it is a recommendation, and not plainly the whole text, that speaks to the question."""
        return self.spoken and self._weighed_0_1 < PLAIN

    @property
    def is_enough(self) -> bool:
        """Whether the text is held to speak to the question."""
        return self.score_0_1 >= ENOUGH


def worded(sought: Sequence[Sought], *, named: Collection[str] = (), strange: Collection[str] = ()) -> Worded:
    """The words of a question, laid out once for all texts that are held against it.

    Args:
        sought: its words.
        named: names of known things among them, such as treatments.
        strange: words among them that stand nowhere in the library, as they were typed.
    """
    told = tuple(min(1.0, one.weight) * one.rarity for one in sought)
    if len(sought) > _SEVERAL:
        return Worded(tuple(sought), told, strange=frozenset(n for n, one in enumerate(sought) if one.words in strange))
    rarest = max((value for one, value in zip(sought, told, strict=True) if one.name not in named), default=0.0)
    telling = (n for n, one in enumerate(sought) if one.name in named or told[n] >= _RAREST * rarest)
    return Worded(tuple(sought), told, telling=frozenset(telling))


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
        return Bearing(0.0, 0.0, 0.0, 0.0, 0.0, len(asked.words), asked.words, stands=False)
    places = [_places(one, seen) for one in asked.words]
    worth = [told * value for told, (value, _) in zip(asked.told, places, strict=True)]
    held = sum(worth)
    known = whole - sum(asked.told[number] for number in asked.strange)
    covered = min(1.0, held / known) if known else 0.0
    together = _best_place([(place, n) for n, (_, at) in enumerate(places) for place in at], worth) / whole
    headed = sum(value for value, (_, at) in zip(worth, places, strict=True) if at and at[0] < head_chars) / whole
    lacks = [number for number, (value, _) in enumerate(places) if not value]
    return Bearing(
        covered if match_0_1 is None else match_0_1,
        covered,
        together,
        min(_MUCH_MAX, held / _MUCH),
        headed,
        len(asked.words),
        tuple(asked.words[number] for number in lacks),
        asked.telling.isdisjoint(lacks),
    )


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
