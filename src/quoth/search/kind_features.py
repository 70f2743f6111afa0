"""What the model of question kinds looks at: words, runs of words, stems, and pieces of words that survive a slip.

The trainer and the reader share this module, so that a model can never be asked about features it was not trained on.
"""

from collections.abc import Iterator, Sequence

from quoth.text import match_tokens, stem

__all__ = ["FEATURES_VERSION", "features_of"]

FEATURES_VERSION = 1
"""Grows with any change below; a model file states the version that it was trained with."""

_MAX_WORDS = 60
"""What is read of a question; a longer one has asked by then."""
_PIECES = (3, 4, 5)


def features_of(question: str) -> frozenset[str]:
    """The features of a question; each is a short string, repeats are left out."""
    words = ["^", *(token.form for token in match_tokens(question)[:_MAX_WORDS]), "$"]
    return frozenset((*_runs(words), *(f"~{stem(word)}" for word in words), *_pieces(words)))


def _runs(words: Sequence[str]) -> Iterator[str]:
    for size in (1, 2, 3):
        yield from (" ".join(words[i : i + size]) for i in range(len(words) - size + 1))


def _pieces(words: Sequence[str]) -> Iterator[str]:
    for word in words[1:-1]:
        padded = f"_{word}_"
        for size in _PIECES:
            yield from (f"#{padded[i : i + size]}" for i in range(len(padded) - size + 1))
