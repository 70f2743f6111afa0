"""What every kind of change is given, and the few ways in which words are exchanged."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

__all__ = ["Kind", "Source", "capital", "exchanged", "picked", "replaced", "upper_first"]


@dataclass(frozen=True, slots=True)
class Source:
    """Chance by a seed, and the names of drugs in the collection, to take another one from."""

    random: Random
    drugs: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """The sentences of the text that the changed one stands in, itself included."""


Kind = Callable[[str, Source], str | None]


def picked(pattern: re.Pattern[str], sentence: str, source: Source) -> re.Match[str] | None:
    """One of the matches by chance, or `None`."""
    found = list(pattern.finditer(sentence))
    return source.random.choice(found) if found else None


def replaced(sentence: str, match: re.Match[str], words: str) -> str:
    """The sentence with other words where the match stands."""
    return sentence[: match.start()] + words + sentence[match.end() :]


def exchanged(sentence: str, table: Mapping[str, Sequence[str]], source: Source) -> str | None:
    """One word of the table (lower case) becomes one of its opposites, its capital kept."""
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})\b", re.IGNORECASE)
    match = picked(pattern, sentence, source)
    if match is None:
        return None
    other = source.random.choice(table[match.group().lower()])
    return replaced(sentence, match, capital(match.group(), other))


def capital(model: str, word: str) -> str:
    """The word with a capital where the model has one."""
    return upper_first(word) if model[:1].isupper() else word


def upper_first(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
