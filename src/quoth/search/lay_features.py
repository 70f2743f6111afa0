"""What the model of descriptions looks at: words, words beside one another, and pieces that survive a slip.

The trainer and the reader share this module, so that a model can never be asked about features it was not trained on.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from quoth.search.literal import is_literal
from quoth.text import match_tokens, stem

__all__ = ["FEATURES_VERSION", "features_of"]

FEATURES_VERSION = 1
"""Grows with any change below; a model file states the version that it was trained with."""

_MAX_WORDS = 60
"""What is read of a question; a longer one has described by then."""
_BESIDE = 4
"""So many words further on, of those that count, a word stands beside another."""
_PIECE, _IN_PIECES_FROM = 4, 5
_LITTLE = """
a an the my your his her our their its i you he she we they me him us them it this that these those of is are was be am
do does did have has had to and or in on at for with if so but as i'm it's can will would could should what which how
when why there any
"""
_UNCOUNTED = frozenset(_LITTLE.split())


def features_of(text: str, literal: Collection[str] = ()) -> frozenset[str]:
    """The features of what somebody says; each is a short string, repeats are left out.

    Args:
        text: any string.
        literal: words that stand for themselves and describe nothing.
    """
    forms = [token.form.removesuffix("'s") for token in match_tokens(text)[:_MAX_WORDS]]
    forms = [form for form in forms if not is_literal(form, literal)]
    stems = [stem(form) for form in forms]
    counted = [stems[place] for place, form in enumerate(forms) if form not in _UNCOUNTED]
    return frozenset((*counted, *map(" ".join, pairwise(stems)), *_beside(counted), *_pieces(counted)))


def _beside(words: Sequence[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        yield from ("+".join(sorted((word, other))) for other in words[place + 1 : place + 1 + _BESIDE])


def _pieces(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if len(word) >= _IN_PIECES_FROM:
            padded = f"_{word}_"
            yield from (f"#{padded[at : at + _PIECE]}" for at in range(len(padded) - _PIECE + 1))
