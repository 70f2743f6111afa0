"""The shape of a row that is read only where a word of it stands: tables of a hundred patterns stay quick that way."""

from dataclasses import dataclass

__all__ = ["WordRule", "cues"]


@dataclass(frozen=True, slots=True, eq=False)  # a row is itself alone: tables of rows are keys in many look-ups
class WordRule:
    """A pattern with what takes it back, why it holds, and a sentence that shows it.

    It holds for a sentence in which one of the `cues` stands as a word, the `pattern` is found and `unless` is not, all
    without regard to capitals. A word is a run of letters. The cues are for speed alone: each sentence that the pattern
    fits holds one of them.
    """

    cues: frozenset[str]
    """In small letters."""
    pattern: str
    unless: str
    """What tells that the sentence says something else all the same."""
    reason: str
    example: str


def cues(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())
