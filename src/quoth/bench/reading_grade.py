"""The school grade that a text's sentences and words ask for: Flesch-Kincaid, for comparing texts, never as a gate."""

import re

__all__ = ["reading_grade"]

_SENTENCE = re.compile(r"[.!?]+(?:\s|$)")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_VOWELS = re.compile(r"[aeiouy]+")


def reading_grade(text: str) -> float:
    """United States school grade; 0 for a text without words.

    Source: Kincaid et al., Research Branch Report 8-75, 1975. Syllables are counted as groups of vowels, a silent e at
    the end left out.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE.findall(text.strip())))
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
