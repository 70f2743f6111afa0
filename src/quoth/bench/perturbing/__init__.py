"""Real sentences whose meaning was changed in one place: what a checker of written sentences has to refuse.

Written before the rules that they are held against were looked at, and frozen then: a kind that finds a hole is kept,
and the hole is mended. A kind is a function from a sentence to the changed sentence, or to `None` where the sentence
holds nothing that it could change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from quoth.bench.perturbing import blind, drops, figures, fresh, words
from quoth.bench.perturbing.kind import Kind, Source

__all__ = ["BLIND", "FRESH", "KINDS", "Case", "Source", "cases", "same_words"]

KINDS: dict[str, Kind] = {**figures.KINDS, **words.KINDS, **drops.KINDS}
FRESH: dict[str, Kind] = dict(fresh.KINDS)
"""The second set."""
BLIND: dict[str, Kind] = dict(blind.KINDS)
"""The third set, written without a look at the rules."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of a real text, and the same with another meaning."""

    kind: str
    sentence: str
    changed: str


def cases(
    kind: str, texts: Sequence[Sequence[str]], source: Source, *, most: int, table: Mapping[str, Kind] = KINDS
) -> Iterator[Case]:
    """Cases of one kind, at most one of a text, in the order that the source's seed gives.

    Args:
        kind: a name of the table.
        texts: the sentences of each text.
        source: chance, and the words of the whole collection.
        most: stop after so many.
        table: the kinds.
    """
    order = list(range(len(texts)))
    source.random.shuffle(order)
    found = 0
    for index in order:
        if found == most:
            return
        case = _first(kind, table[kind], texts[index], replace(source, beside=tuple(texts[index])))
        if case is not None:
            found += 1
            yield case


def same_words(one: str, other: str) -> bool:
    """Whether two sentences differ in case, white space and closing stops alone: no change of meaning."""
    return one.casefold().split() == other.casefold().split() or _bare(one) == _bare(other)


def _first(kind: str, change: Kind, sentences: Sequence[str], source: Source) -> Case | None:
    for sentence in _shuffled(sentences, source.random):
        changed = change(sentence, source)
        if changed is not None:
            tidy = " ".join(changed.split())
            if len(tidy.split()) >= 4 and not same_words(sentence, tidy):
                return Case(kind, sentence, tidy)
    return None


def _shuffled(sentences: Sequence[str], random: Random) -> list[str]:
    mixed = list(sentences)
    random.shuffle(mixed)
    return mixed


def _bare(sentence: str) -> str:
    return "".join(letter for letter in sentence.casefold() if not letter.isspace()).rstrip(".;:,")
