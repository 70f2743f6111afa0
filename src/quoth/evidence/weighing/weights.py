"""What each thing that speaks for or against advice counts: by words, by nearness of an encoder, and to be near at all.

The weights are those of a choice between all advice that was read and no answer at all (conditional logit), fitted by
`training/answering.py` on the keys of open guidelines, each question asked with and without the guidelines that answer
it. How far they carry is told by keys that were left out (docs/decisions/0144, 0145, 0147).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import mul

__all__ = ["BY_WORDS", "NEAREST", "WITH_NEARNESS", "Weights", "may_answer", "shares"]


@dataclass(frozen=True, slots=True)
class Weights:
    """Of one way to weigh."""

    offset: float
    of: Mapping[str, float]
    """By name of what is weighed."""
    enough: float
    """The log of the share, of all that may be chosen and no answer, from which on advice is held to answer."""

    def sum_of(self, features: Mapping[str, float]) -> float:
        """The weighed sum: 0 is as likely an answer as that there is none."""
        whole: float = sum(map(mul, self.of.values(), map(features.get, self.of, repeat(0.0))))
        return whole + self.offset


def shares(sums: Sequence[float]) -> list[float]:
    """By weighed sum, the log of how likely it is chosen among all of them and no answer.

    What has peers that are as good answers no more surely than any of them: a question that much fits a little is
    answered by nothing. Held to this, keys that were left out are led as often wrongly and more often rightly than
    where each sum is held to a bar by itself (docs/decisions/0147).
    """
    top = max((0.0, *sums))
    whole = top + math.log(math.fsum((math.exp(-top), *(math.exp(one - top) for one in sums))))
    return [one - whole for one in sums]


def may_answer(features: Mapping[str, float], share: float, weights: Weights) -> bool:
    """Whether advice is held to answer: enough speaks for it, and nothing that may be the very treatment is lacking.

    What may be is a word that stands nowhere in the document, under no name, and is no word of everyday life.
    """
    return share >= weights.enough and not features["n_lacks"]


BY_WORDS = Weights(
    -9.23,
    {
        "own": 0.08,
        "over": 0.22,
        "named": 2.99,
        "wider": 0.35,
        "elsewhere": 0.15,
        "lacks": -1.02,
        "lacks_plain": -0.57,
        "n_lacks": -0.52,
        "n_elsewhere": -0.47,
        "n_unknown": -0.01,
        "held": 1.48,
        "much": 0.57,
        "beside_title": 0.41,
        "asked_of_title": 0.81,
        "asked_of_advice": 3.18,
        "pairs": 1.46,
        "rest": 0.55,
        "numbers": 0.11,
        "strict": 0.73,
        "match": 0.08,
        "whole_match": 0.70,
        "place": 4.44,
        "share": 2.01,
        "graded": 0.94,
        "around": -0.24,
        "length": -0.22,
        "age": 3.38,
        "people": 1.30,
        "lacks_people": -0.87,
        "few_people": -0.75,
        "tells_screening": -1.14,
        "tells_test": 0.74,
        "tells_often": 2.33,
        "tells_when": 1.24,
        "tells_again": -0.73,
        "tells_stop": 2.28,
        "tells_first": 1.53,
        "tells_dose": -0.06,
        "tells_prevent": -1.68,
        "tells_treat": -0.68,
        "tells_refer": -0.12,
        "silent_on_test": -1.05,
        "silent_on_treat": -0.93,
    },
    enough=-1.4,
)
WITH_NEARNESS = Weights(
    -8.13,
    {
        "own": -0.18,
        "over": 0.57,
        "named": 2.11,
        "wider": 0.56,
        "elsewhere": 0.26,
        "lacks": -0.98,
        "lacks_plain": -0.59,
        "n_lacks": -0.39,
        "n_elsewhere": -0.07,
        "n_unknown": 0.05,
        "held": 1.29,
        "much": 0.18,
        "beside_title": 0.26,
        "asked_of_title": 0.41,
        "asked_of_advice": 1.81,
        "pairs": 1.26,
        "rest": 0.48,
        "numbers": 0.14,
        "strict": 0.68,
        "match": -1.44,
        "whole_match": 0.18,
        "place": 3.61,
        "share": 2.61,
        "graded": 0.99,
        "around": -0.54,
        "length": -0.34,
        "age": 1.85,
        "people": 0.72,
        "lacks_people": -0.78,
        "few_people": -0.39,
        "tells_screening": -0.88,
        "tells_test": 0.44,
        "tells_often": 1.32,
        "tells_when": 0.58,
        "tells_again": -0.55,
        "tells_stop": 2.07,
        "tells_first": 0.98,
        "tells_dose": -0.27,
        "tells_prevent": -1.59,
        "tells_treat": -0.37,
        "tells_refer": 1.07,
        "silent_on_test": -0.91,
        "silent_on_treat": -0.66,
        "near": 0.87,
        "near_under_headings": 0.75,
    },
    enough=-1.35,
)
NEAREST = Weights(
    -9.53,
    {
        "own": 0.35,
        "over": 1.09,
        "named": 3.57,
        "wider": 0.84,
        "elsewhere": 0.60,
        "lacks": -0.98,
        "lacks_plain": -0.17,
        "n_lacks": -0.50,
        "n_elsewhere": -0.34,
        "n_unknown": 0.29,
        "lacks_illness": -0.85,
        "screens_unasked": 0.20,
        "held": 1.50,
        "much": -0.08,
        "beside_title": 0.28,
        "asked_of_title": 0.56,
        "asked_of_advice": 2.10,
        "pairs": 0.45,
        "rest": 0.02,
        "share_rest": 1.31,
        "numbers": 0.79,
        "strict": 0.79,
        "match": 1.05,
        "whole_match": -0.80,
        "place": 3.13,
        "share": 0.86,
        "order": 1.29,
        "few": 1.03,
        "graded": 1.00,
        "around": -0.98,
        "length": -0.10,
        "age": 2.24,
        "people": 1.01,
        "lacks_people": -0.89,
        "few_people": -0.81,
        "tells_screening": -0.99,
        "tells_test": 0.41,
        "tells_often": 1.94,
        "tells_when": 0.72,
        "tells_again": 1.19,
        "tells_stop": 1.65,
        "tells_first": 1.41,
        "tells_dose": -0.55,
        "tells_prevent": -0.96,
        "tells_treat": -0.49,
        "tells_refer": 1.54,
        "silent_on_test": -1.17,
        "silent_on_treat": -0.74,
        "rare_words": 5.22,
    },
    enough=math.inf,
)
"""How near advice comes to a question that it need not answer, of all advice of the guidelines that were found.

Nothing answers by these: they put the right advice among the first three far more often, and lead keys that were left
out no more surely (docs/decisions/0162).
"""
