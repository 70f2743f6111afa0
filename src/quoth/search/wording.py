"""A question's text laid out for reading: its words with their places, and one plain line for the rules."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quoth.text import Token, match_tokens
from quoth.text.writable import writable

__all__ = ["READ_CHARS", "Span", "Wording", "pattern", "read"]

READ_CHARS = 1_000
"""Longer questions are read up to here; the rest is left out, and the question says so."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a question's text, in characters."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """True when the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """True when the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Wording:
    """What was typed, and how it is read."""

    text: str
    """The first `READ_CHARS` characters, as they can be written down; offsets of mentions point here."""
    truncated: bool
    tokens: tuple[Token, ...]
    line: str
    """The folded forms with one space between, a space at either end, apostrophes gone: " dont i need an x ray "."""
    places: tuple[int, ...]
    """Where each token begins in `line`."""

    def span(self, start: int, end: int) -> Span:
        """The characters of the text behind a stretch of the line."""
        inside = [t for t, at in zip(self.tokens, self.places, strict=True) if start <= at < end]
        return Span(inside[0].start, inside[-1].end) if inside else Span(0, 0)


def read(text: str, corrections: Mapping[str, str] | None = None) -> Wording:
    """Lay out a question.

    Args:
        text: as typed; anything.
        corrections: folded form -> what it was read as; the line shows the corrected word, offsets stay.
    """
    kept = writable(text[:READ_CHARS])  # a question is kept with its answer
    tokens = tuple(match_tokens(kept))
    words = [(corrections or {}).get(token.form, token.form).replace("'", "") or token.form for token in tokens]
    return Wording(kept, len(text) > READ_CHARS, tokens, _line(words), _places(words))


def pattern(words: str) -> re.Pattern[str]:
    """A rule over `Wording.line`: matches whole words; a space stands for one space."""
    return re.compile(rf"(?<= )(?:{words})(?= )")


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _places(words: Sequence[str]) -> tuple[int, ...]:
    at, places = 1, []
    for word in words:
        places.append(at)
        at += len(word) + 1
    return tuple(places)
