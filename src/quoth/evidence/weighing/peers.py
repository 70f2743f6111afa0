"""What tells one piece of advice from its peers, all that is weighed for one question: rare words of the question.

A word that every other guideline writes as well tells little, one that two pieces of advice hold points at these. Here
every word of the question counts, also those that name nothing: "ladder" and "strapped up" tell a shoulder's advice.
"""

import math
from collections.abc import Iterator, Sequence

from quoth.evidence.weighing.laid_out import Words

__all__ = ["rare_words"]

_MANY_WORDS = 5
"""Added to how many words advice has: a line of three words is not the better for being short."""


def rare_words(asked: frozenset[str], peers: Sequence[Words]) -> Iterator[float]:
    """By piece of advice, how rare the words of the question are that it holds, less where it holds many others.

    Args:
        asked: roots of the question's words.
        peers: all advice that is weighed.
    """
    held = [asked & one.roots for one in peers]
    counts = dict.fromkeys(sorted(asked), 0)
    for here in held:
        for form in here:
            counts[form] += 1
    whole = 1 + len(peers)
    worth = {form: math.log(whole / count) for form, count in counts.items() if count}
    for here, one in zip(held, peers, strict=True):
        found = math.fsum(worth[form] for form in here)
        yield found / math.log(whole + 1) / math.log(_MANY_WORDS + len(one.roots))
