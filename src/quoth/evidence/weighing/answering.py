"""What speaks for and against one recommendation as the answer to a question, by name.

`spoken` holds a recommendation to every telling word of the question. People ask in other words than guidelines are
written in, and tell more than they ask: held to every word, half of what is asked is refused. Here each word counts by
where it stands: in the advice, in the headings and the title over it, under another name, elsewhere in the document, or
nowhere; a word that stands nowhere counts more where it is no word of everyday life, since it may be the treatment.
Beside the words count whom the advice is for, what of the kind that was asked for it tells, and how much of what the
search found is of its document. What tells advice from its peers is weighed in `peers`.

`weights` says what each of these counts.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.evidence.fitting.asking_words import ASKED_FOR, AskedFor, is_on_screening_alone
from quoth.evidence.fitting.saying import numbers_in
from quoth.evidence.weighing.above import Above, Over
from quoth.evidence.weighing.laid_out import Advised, Words
from quoth.evidence.weighing.names_held import holds_name
from quoth.evidence.weighing.spoken_worth import share_asked
from quoth.evidence.weighing.told import Told

__all__ = ["Found", "features_of"]

_KEPT = ("test", "treat")
"""Advice that does not tell these where they are asked for is less likely an answer."""
_TELLS = (*(f"tells_{name}" for name in ASKED_FOR), *(f"silent_on_{name}" for name in _KEPT))
_MANY = 3.0
_CHARS = 200


@dataclass(frozen=True, slots=True)
class Found:
    """How the search found a piece of advice, each 0 to 1."""

    match: float
    """What was found of a full match in the part that holds it; 0 where that was not found."""
    whole_match: float
    """The same in the best part of its guideline."""
    place: float
    """How early the part that holds it was found; less where few sources were found at all."""
    share: float
    """How much of what was found is of its guideline, early hits counting most; less where few sources were found."""
    order: float
    """How early its guideline comes among those that are weighed: 1 for the first, 1/2 for the second."""


def features_of(above: Above, one: Advised, *, found: Found, strict: bool, others: bool) -> dict[str, float] | None:
    """What speaks for and against one piece of advice, by name; `None` where it is none for it.

    It is for another age or sex, or on finding out what ails the ill where looking for an illness in the well is asked
    about.

    Args:
        above: the question, over the guideline of which the advice is a part.
        one: the advice.
        found: how the search found it.
        strict: every telling word of the question stands in it.
        others: the guideline tells that it is for other people.
    """
    guideline, saying = above.guideline, above.told.saying
    ages = one.ages or guideline.ages if saying.age is not None else ()
    fits = any(age.holds(saying.age or 0.0) for age in ages)
    musts = [want for want in saying.wants if want.must]
    with_headings = f"{one.text} ; {guideline.title} ; {one.headings}" if musts else ""
    if others or (ages and not fits) or not all(want.is_told_by(with_headings) for want in musts):
        return None
    said = one.said if saying.denies else one.affirmed
    over = above.over(one.over)
    own = [said.hold(word) for word in saying.words]
    stands = [_stands(above, over, own, said, n) for n in range(len(saying.words))]
    rest = above.rest
    unasked = bool(rest) and not any(stands[n] for n in rest) and is_on_screening_alone(saying.wants, one.text)
    n_rest = sum(1 for word in saying.rest if said.hold(word))
    return {
        **_by_words(above, own, over, stands),
        "lacks_illness": float(bool(above.told.ill) and not any(stands[n] for n in above.told.ill)),
        "screens_unasked": float(unasked),
        "held": math.log1p(sum(t for t, a, b in zip(saying.told, own, over.words, strict=True) if a or b)),
        "much": sum(t * value for t, value in zip(saying.told, own, strict=True)),
        "beside_title": sum(saying.told[n] * own[n] for n in rest) / above.left if above.left else 1.0,
        "asked_of_title": above.asked_of_title,
        "asked_of_advice": share_asked(saying, one.text),
        "pairs": float(_pairs(above.told, one)) / (1 + len(above.told.pairs)),
        "rest": min(_MANY, float(n_rest)),
        "share_rest": n_rest / (1 + len(saying.rest)),
        "numbers": float(min(2, len(saying.numbers & numbers_in(one.text)))) if saying.numbers else 0.0,
        "strict": float(strict),
        "match": found.match,
        "whole_match": found.whole_match,
        "place": found.place,
        "share": found.share,
        "order": found.order,
        "few": float(guideline.advises_little),
        "graded": float(bool(one.advice.grade)),
        "around": float(one.advice.said_around),
        "length": math.log((len(one.text) + 1) / _CHARS),
        "age": float(fits),
        **_by_people(above, over, one),
        **_by_what_is_asked(saying.wants, one.text),
    }


def _stands(above: Above, over: Over, own: Sequence[float], said: Words, n: int) -> str:
    """How a word of the question stands in advice or over it: by itself, under another name, as a kind; or not."""
    if own[n] or over.words[n]:
        return "own" if own[n] else "over"
    if over.named[n] or holds_name(above.told.names[n], said):
        return "named"
    return "wider" if over.wider[n] or holds_name(above.told.wider[n], said) else ""


def _pairs(told: Told, one: Advised) -> int:
    """Of the neighbouring words of the question, how many stand together in advice or over it."""
    said, over = one.said.stems, one.over.stems
    return sum(1 for a, b in told.pairs if (a in said or a in over) and (b in said or b in over))


def _by_words(above: Above, own: Sequence[float], over: Over, stands: Sequence[str]) -> dict[str, float]:
    """Where the words of the question stand, each by what it tells."""
    told = above.told
    found = dict.fromkeys(("own", "over", "named", "wider", "elsewhere", "lacks", "lacks_plain"), 0.0)
    counts = dict.fromkeys(("n_lacks", "n_elsewhere", "n_unknown"), 0.0)
    for n, where in enumerate(stands):
        share = told.shares[n]
        if where:
            found[where] += share * (own[n] or over.words[n] or 1.0)
        elif share and above.in_text[n]:
            found["elsewhere"] += share
            counts["n_elsewhere"] += not told.plain[n]
        elif share and told.plain[n]:
            found["lacks_plain"] += share
        elif share:
            found["lacks"] += share
            counts["n_lacks"] += 1
            counts["n_unknown"] += told.unknown[n]
    return {**found, **{name: min(_MANY, value) for name, value in counts.items()}}


def _by_people(above: Above, over: Over, one: Advised) -> dict[str, float]:
    """Whether it holds for those who are asked about, as far as it says."""
    saying = above.told.saying
    return {
        "people": float(over.everybody or any(map(one.said.hold, saying.everybody))),
        "lacks_people": float(bool(saying.people) and not (over.people or any(map(one.said.hold, saying.people)))),
        "few_people": float(bool(one.groups - above.told.groups - above.guideline.groups)),
    }


def _by_what_is_asked(wants: Sequence[AskedFor], words: str) -> dict[str, float]:
    """Whether it tells what of the kind is asked for: a test, how often, when."""
    told = dict.fromkeys(_TELLS, 0.0)
    for name, row in ASKED_FOR.items():
        if row in wants:
            tells = row.is_told_by(words)
            told[f"tells_{name}"] = float(tells)
            if name in _KEPT:
                told[f"silent_on_{name}"] = float(not tells)
    return told
