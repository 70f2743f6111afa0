"""Short forms as the library's own texts explain them, both ways: "TNBC" is "triple-negative breast cancer", and back.

No list is kept: the texts that hold a short form are asked what it stands for, and those that hold a run of words
whether they write a short form for it. Where they disagree the commonest reading is taken, and it is shown with the
synonyms, so that a reader sees how the letters were understood.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from quoth.model import QueryTerm, Question
from quoth.search.analysis import analyse
from quoth.search.terms import Frequency
from quoth.text import fold, match_tokens, stem
from quoth.text.abbreviations import abbreviations

__all__ = ["Texts", "explained"]

Texts = Callable[[str], Iterable[str]]
"""Texts of the library that hold a word, or several in a row, best first."""

_LETTERS_MIN, _LETTERS_MAX = 2, 8
_SHARE_MIN = 0.5
"""Of the texts that explain a short form, the share that must agree on it: "MS" alone is nobody's guess."""
_LONG_WORDS = (2, 6)
_OFTENER = 3
"""A short form is searched for beside the words where it stands in so many times as many units.

Where both are as common it brings the wrong meaning as often as the right one: -.001 on claims and questions.
"""


def explained(question: Question, texts_with: Texts, frequency: Frequency) -> Question:
    """The question with long forms beside its short ones and short forms beside its long ones.

    Args:
        question: understood already; terms that are concepts are left alone.
        texts_with: asks the library.
        frequency: in how many units words stand.
    """
    terms = tuple(_explained(term, texts_with, frequency) for term in question.terms)
    terms = (*terms, *_shortened(question, texts_with, frequency))
    return question if terms == question.terms else replace(question, terms=terms)


def _explained(term: QueryTerm, texts_with: Texts, frequency: Frequency) -> QueryTerm:
    if term.concept is not None or term.synonyms or not _is_short_form(term.words):
        return term
    one = term.words.removesuffix("s") if term.words[:-1].isupper() else term.words
    other = f"{one}s" if one == term.words else one
    forms = (other,) if analyse(other) != analyse(term.words) and any(frequency([other])) else ()
    texts = dict.fromkeys(text for form in (term.words, *forms) for text in texts_with(form))
    long = _long_form(one, tuple(texts))
    return replace(term, synonyms=(*forms, long)) if long else term


def _shortened(question: Question, texts_with: Texts, frequency: Frequency) -> tuple[QueryTerm, ...]:
    """A term for each run of words in place of which the library mostly writes a short form."""
    single = [term.words for term in question.terms if term.concept is None and not term.synonyms]
    runs = _runs(question.as_read, single)
    terms = []
    for run in runs:
        short = _short_form(run, tuple(texts_with(run)))
        if short:
            letters, words = frequency([short, run])
            if letters >= _OFTENER * words:
                terms.append(QueryTerm(run, (short,)))
    return tuple(terms)


def _runs(text: str, words: Sequence[str]) -> list[str]:
    """Stretches of the question in which every word is one of these, with a space or a hyphen between them."""
    wanted = {tokens[0].form for word in words if len(tokens := match_tokens(word)) == 1}
    runs: list[list[int]] = []
    tokens = match_tokens(text)
    for number, token in enumerate(tokens):
        if token.form not in wanted:
            continue
        beside = runs and runs[-1][-1] == number - 1 and text[tokens[number - 1].end : token.start] in (" ", "-")
        if beside:
            runs[-1].append(number)
        else:
            runs.append([number])
    fit = [run for run in runs if _LONG_WORDS[0] <= len(run) <= _LONG_WORDS[1]]
    return [text[tokens[run[0]].start : tokens[run[-1]].end] for run in fit]


def _short_form(long: str, texts: Sequence[str]) -> str | None:
    wanted = _stems(long)
    said = Counter(
        short for text in texts for short, found in dict(abbreviations(text)).items() if _stems(found) == wanted
    )
    if not said:
        return None
    best = min(said, key=lambda short: (-said[short], short))
    return best if said[best] >= _SHARE_MIN * said.total() else None


def _stems(words: str) -> tuple[str, ...]:
    return tuple(stem(token.form) for token in match_tokens(words))


def _is_short_form(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    if not _LETTERS_MIN <= len(words) <= _LETTERS_MAX or " " in words or len(letters) < _LETTERS_MIN:
        return False
    return sum(letter.isupper() for letter in letters) >= max(2, len(letters) - 1)


def _long_form(short: str, texts: Sequence[str]) -> str | None:
    said: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for text in texts:
        own = {fold(long): long for found, long in abbreviations(text) if found.removesuffix("s") == short}
        said.update(own.keys())
        for key, long in own.items():
            spelled.setdefault(key, long)
    if not said:
        return None
    best = min(said, key=lambda key: (-said[key], key))
    return spelled[best] if said[best] >= _SHARE_MIN * said.total() else None
