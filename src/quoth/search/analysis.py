"""What the index sees of a text: folded, stemmed words without stop words. Both back ends use exactly this."""

from collections.abc import Callable
from functools import lru_cache
from itertools import chain

from quoth.text import stem
from quoth.text.stemming import light_stem
from quoth.text.tokens import folded, form_of, match_words

__all__ = [
    "ANALYSIS_VERSION",
    "LONGEST_PIECE",
    "STOP_WORDS",
    "analyse",
    "every_term",
    "every_term_once",
    "term_of",
    "terms_in",
]

ANALYSIS_VERSION = "1"
"""Stored with an index on disk: an index of another version has to be rebuilt."""

_LONGEST_TERM = 64
"""Longer runs of letters are no words (sequences, keys, noise): they are cut, so that an index has no giant terms."""

LONGEST_PIECE = 200
"""A text with a longer run without white space is read whole: nothing of it is worth keeping at hand."""

# Function words alone. Words that change what a sentence says (not, no, without, never, only, more, less, before,
# after) are no stop words: "without surgery" and "with surgery" should be told apart. Letters that name something
# (vitamin D, hepatitis B) stay as well; only the article and the pronoun go.
_FUNCTION_WORDS = """
a about am an and any are as at be because been being but by can could did do does doing done for from had has have
having he her here hers herself him himself his how i if in into is it its itself just may me might must my myself of
on or our ours ourselves shall she should so some such than that the their theirs them themselves then there these they
this those though through thus to too upon us was we were what when where whereas which while who whom whose why will
with would yet you your yours yourself
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())


def analyse(text: str) -> list[str]:
    """The terms of a text, in order. Stop words leave no gap, so "risk of bias" and "risk bias" are one."""
    pieces = text.split()
    if pieces and max(map(len, pieces)) > LONGEST_PIECE:
        return list(terms_in(text))
    # No word or number runs across white space, and texts are made of the same pieces again and again: one look-up
    # each, and an index is built of little else.
    return list(chain.from_iterable(map(_terms_kept, pieces)))


def terms_in(text: str) -> tuple[str, ...]:
    """As `analyse`, read in one go."""
    forms = filter(None, map(form_of, match_words(text)))
    return tuple(filter(None, map(term_of, forms)))


def every_term(text: str) -> list[str]:
    """As `analyse`, with the stop words in their places: to a strategy "at risk" is two words."""
    pieces = text.split()
    if pieces and max(map(len, pieces)) > LONGEST_PIECE:
        return [term for term, _ in _told_apart(text, form_of, stem)]
    return list(chain.from_iterable(map(_every_term_kept, pieces)))


def every_term_once(text: str) -> list[tuple[str, bool]]:
    """Each term as in `every_term`, and whether it is a stop word. Nothing is kept, as its caller keeps all."""
    return _told_apart(text, folded, light_stem)


_terms_kept = lru_cache(maxsize=1 << 17)(terms_in)


@lru_cache(maxsize=1 << 17)
def _every_term_kept(piece: str) -> tuple[str, ...]:
    return tuple(term for term, _ in _told_apart(piece, form_of, stem))


def _told_apart(text: str, form: Callable[[str], str], stem_of: Callable[[str], str]) -> list[tuple[str, bool]]:
    forms = filter(None, map(form, match_words(text)))
    return [(term, is_stop) for term, is_stop in (_term(each, stem_of) for each in forms) if term]


@lru_cache(maxsize=1 << 17)
def term_of(form: str) -> str:
    """The index term of one folded form; empty for a stop word."""
    term, is_stop = _term(form, stem)
    return "" if is_stop else term


def _term(form: str, stem_of: Callable[[str], str]) -> tuple[str, bool]:
    """The term of one folded form, and whether it is a stop word, which is its own term."""
    if form in STOP_WORDS:
        return form, True
    bare = form.removesuffix("'s").removesuffix("'")
    return (bare, True) if bare in STOP_WORDS else (stem_of(bare)[:_LONGEST_TERM], False)
