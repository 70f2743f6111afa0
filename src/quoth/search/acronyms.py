"""Short forms in a question, read as the library's own texts explain them: "TNBC" as "triple-negative breast cancer".

No list is kept: the texts that hold the short form are asked what it stands for. Where they disagree the commonest
reading is taken, and it is shown with the synonyms, so that a reader sees how the letters were understood.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from quoth.model import QueryTerm, Question
from quoth.search.abbreviations import abbreviations
from quoth.text import fold

__all__ = ["explained"]

_LETTERS_MIN, _LETTERS_MAX = 2, 8
_SHARE_MIN = 0.5
"""Of the texts that explain a short form, the share that must agree on it: "MS" alone is nobody's guess."""


def explained(question: Question, texts_with: Callable[[str], Iterable[str]]) -> Question:
    """The question with long forms beside its short ones, where the library's texts agree on them.

    Args:
        question: understood already; terms that are concepts are left alone.
        texts_with: texts of the library that hold a word, best first.
    """
    terms = tuple(_explained(term, texts_with) for term in question.terms)
    return question if terms == question.terms else replace(question, terms=terms)


def _explained(term: QueryTerm, texts_with: Callable[[str], Iterable[str]]) -> QueryTerm:
    if term.concept is not None or term.synonyms or not _is_short_form(term.words):
        return term
    long = _long_form(term.words, tuple(texts_with(term.words)))
    return replace(term, synonyms=(long,)) if long else term


def _is_short_form(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    if not _LETTERS_MIN <= len(words) <= _LETTERS_MAX or " " in words or len(letters) < _LETTERS_MIN:
        return False
    return sum(letter.isupper() for letter in letters) >= max(2, len(letters) - 1)


def _long_form(short: str, texts: Sequence[str]) -> str | None:
    said: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for text in texts:
        own = {fold(long): long for found, long in abbreviations(text) if found == short}
        said.update(own.keys())
        for key, long in own.items():
            spelled.setdefault(key, long)
    if not said:
        return None
    best = min(said, key=lambda key: (-said[key], key))
    return spelled[best] if said[best] >= _SHARE_MIN * said.total() else None
