"""Words behind which a verb stands and no name: in "should I bin antibiotics" the word before them says what to do."""

__all__ = ["comes_before_a_verb"]

_WORDS = frozenset(["i", "you", "he", "she", "it", "we", "they", "to", "not", "dont", "never", "please"])


def comes_before_a_verb(word: str) -> bool:
    """True for "I", "to", "don't" and the like; letter case and apostrophes do not count."""
    return word.casefold().replace("'", "").replace("\u2019", "") in _WORDS
