"""What the index sees of a text: folded, stemmed words without stop words. Both back ends use exactly this."""

from collections.abc import Callable
from functools import lru_cache
from itertools import chain

from quoth.text import stem
from quoth.text.stemming import light_stem
from quoth.text.tokens import folded, form_of, match_words

__all__ = ["ANALYSIS_VERSION", "LONGEST_PIECE", "STOP_WORDS", "analyse", "term_of", "terms_in", "terms_once"]

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


def terms_once(text: str) -> tuple[str, ...]:
    """As `terms_in`, and nothing of it kept, no word either: for whoever keeps what comes of it."""
    forms = filter(None, map(folded, match_words(text)))
    return tuple(filter(None, [_term(form, light_stem) for form in forms]))


_terms_kept = lru_cache(maxsize=1 << 17)(terms_in)


@lru_cache(maxsize=1 << 17)
def term_of(form: str) -> str:
    """The index term of one folded form; empty for a stop word."""
    return _term(form, stem)


def _term(form: str, stem_of: Callable[[str], str]) -> str:
    if form in STOP_WORDS:
        return ""
    bare = form.removesuffix("'s").removesuffix("'")
    return "" if bare in STOP_WORDS else stem_of(bare)[:_LONGEST_TERM]
