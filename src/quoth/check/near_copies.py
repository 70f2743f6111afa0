"""A sentence too near to its quote, or too far: nearly the same words and not quite, or hardly one of them.

One word turned, lost or moved among many that stayed is how a wrong sentence looks.

Who keeps nearly all the words of a quote has to keep them all, in their order, but for words of one class and small
words; a phrase may move to the front, or the beginning to the end. A paraphrase in words of its own is not touched by
this. One that is refused here stands as its quote, from which it hardly differed.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from quoth.check.word_classes import pattern_of
from quoth.model.paraphrase_rules import SMALL_WORDS, WORD_CLASSES
from quoth.text import stem
from quoth.text.later import compile_later

__all__ = ["is_near_copy", "speaks_of_something_else"]

NEARLY = 0.7
"""Share of the words of the longer one that both hold. At 0.6 hardly more is refused, at 0.9 twice as much passes."""
OF_THE_QUOTE = 0.5
"""Share of a sentence's words that have to be the quote's, or of their class. Of 318 honest ones 5 have fewer."""
_TOKEN = compile_later(r"[<>≤≥+-]?\d[\d.,]*|[^\W\d_][\w'-]*|%")
_LABEL = compile_later(r"(?:(?:main )?results?|findings|(?:authors' )?conclusions?|interpretation): ?")
_PHRASE = compile_later(r"(?:in|among|with|for|at|after|during|on|by|within|against|over|under|of|to|compared with) ")


def is_near_copy(said: str, cited: str) -> bool:
    """Whether two sentences hold nearly the same words, and not the same ones in the same order.

    Args:
        said: the paraphrase, folded, in lower case, names of measures in short.
        cited: the cited words, likewise.
    """
    one, other = _keys(said), _keys(cited)
    common = (Counter(one) & Counter(other)).total()
    if one == other or common < NEARLY * max(len(one), len(other)):
        return False
    return one not in _moved(other, to_the_front=_PHRASE.match(said) is not None)


def speaks_of_something_else(said: str, cited: str) -> bool:
    """Whether a sentence holds hardly a word of what it cites, so that the other rules have nothing to hold it to.

    Args:
        said: as in `is_near_copy`.
        cited: likewise.
    """
    one, other = _keys(said), _keys(cited)
    return (Counter(one) & Counter(other)).total() < OF_THE_QUOTE * len(one)


def _moved(keys: list[str], *, to_the_front: bool) -> Iterator[list[str]]:
    """The words with their beginning behind their end, and with a stretch of them at the front."""
    for cut in range(1, len(keys)):
        yield keys[cut:] + keys[:cut]
    if to_the_front:
        for start in range(1, len(keys)):
            for end in range(start + 1, len(keys) + 1):
                yield keys[start:end] + keys[:start] + keys[end:]


def _keys(text: str) -> list[str]:
    """The words that count, each as its class or its stem."""
    label = _LABEL.match(text)
    text = text[label.end() if label else 0 :]
    keys = (_key(word.strip(".,'-") if word[0].isalpha() else word.rstrip(".,")) for word in _TOKEN.findall(text))
    return [key for key in keys if key]


@cache
def _key(word: str) -> str:
    if word in SMALL_WORDS:
        return ""
    return next((f"#{each.name}" for each in WORD_CLASSES if pattern_of(each).fullmatch(word)), stem(word))
