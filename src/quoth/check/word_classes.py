"""Classes of words of `quoth.model.paraphrase_rules`, as patterns."""

import re
from functools import cache

from quoth.model.paraphrase_rules import WordClass

__all__ = ["pattern_of"]


@cache
def pattern_of(each: WordClass) -> re.Pattern[str]:
    """Any word of the class, whole; a star stands for any ending."""
    words = [re.escape(word).replace(r"\*", r"[\w-]*").replace("_", " ") for word in each.words.split()]
    return re.compile(rf"(?<![\w])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?!\w)")
