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
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quoth.evidence.fitting.asking_words import ASKED_FOR, AskedFor, is_on_screening_alone
from quoth.evidence.fitting.saying import Saying, numbers_in, stems_of
from quoth.evidence.fitting.terms import Sought, forms_in
from quoth.evidence.weighing.laid_out import Advised, Guideline, Words, special_groups, stands_in
from quoth.evidence.weighing.names_held import other_names_of, stands, wider_names
from quoth.evidence.weighing.spoken_worth import generic_words, share_asked
from quoth.lexicon import Lexicon
from quoth.lexicon.illnesses import illness_stems
from quoth.model import QueryTerm, Question
from quoth.model.people_rules import ANIMALS_IN_TITLE
from quoth.text import match_tokens
from quoth.text.families import root

__all__ = ["Found", "Told", "features_of", "told_of"]

_KEPT = ("test", "treat")
"""Advice that does not tell these where they are asked for is less likely an answer."""
_TELLS = (*(f"tells_{name}" for name in ASKED_FOR), *(f"silent_on_{name}" for name in _KEPT))
_MANY = 3.0
_CHARS = 200
_SHORT = 2
"""A form of no more letters tells nothing by itself."""


@dataclass(frozen=True, slots=True)
class Told:
    """A question, laid out for weighing."""

    saying: Saying
    shares: tuple[float, ...]
    """By word, what it tells of all that is told."""
    names: tuple[Sought | None, ...]
    """By word, its other names, which lists made for finding give."""
    wider: tuple[Sought | None, ...]
    """By word, what it is a kind of."""
    plain: tuple[bool, ...]
    """By word, whether it is a word of everyday life, that names no illness and no treatment."""
    unknown: tuple[bool, ...]
    """By word, whether it stands nowhere in the library."""
    groups: frozenset[str]
    """People whom general advice leaves out and whom it names."""
    ill: tuple[int, ...]
    """Which of the words name an illness that somebody has: advice that speaks of none of them may be on another."""
    pairs: tuple[tuple[str, str], ...]
    """Stems of neighbouring words."""
    roots: frozenset[str]
    """Of all its words, but those of any guideline."""


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


def told_of(
    question: Question, saying: Saying | None, names: Sequence[QueryTerm], plain: frozenset[str], lexicon: Lexicon
) -> Told | None:
    """Lay out a question; `None` where none of its words tells what it is about, or an animal is asked about.

    Args:
        question: as understood.
        saying: what has to be said to answer it, where that can be told.
        names: other names of stretches of its words.
        plain: words of it, folded, that are of everyday life.
        lexicon: knows what a named thing is a kind of.
    """
    if saying is None or re.search(ANIMALS_IN_TITLE, " ; ".join(question.unknown), re.IGNORECASE):
        return None
    whole = sum(saying.told) or 1.0
    mentions = (*question.conditions, *question.interventions, *question.comparators)
    concepts = {mention.concept.name for mention in mentions}
    unknown = {word.casefold() for word in question.unknown}
    stems = [form for token in match_tokens(question.as_read) for form in stems_of(token.form)]
    ill = illness_stems(question.as_read)
    return Told(
        saying,
        tuple(told / whole for told in saying.told),
        tuple(other_names_of(one, question, names) for one in saying.words),
        tuple(wider_names(one, lexicon) if one.name in concepts else None for one in saying.words),
        tuple(all(token.form in plain for token in match_tokens(one.words or one.name)) for one in saying.words),
        tuple((one.words or one.name).casefold() in unknown for one in saying.words),
        special_groups(question.as_read),
        tuple(n for n, one in enumerate(saying.words) if ill & stems_of(one.words or one.name)),
        tuple((one, other) for one, other in pairwise(stems) if min(len(one), len(other)) > _SHORT),
        frozenset(form for form in map(root, forms_in(question.as_read)) if len(form) > _SHORT) - _generic_roots(),
    )


def features_of(
    told: Told, one: Advised, guideline: Guideline, *, found: Found, strict: bool, others: bool
) -> dict[str, float] | None:
    """What speaks for and against one piece of advice, by name; `None` where it is none for it.

    It is for another age or sex, or on finding out what ails the ill where looking for an illness in the well is asked
    about.

    Args:
        told: the question.
        one: the advice.
        guideline: of which it is a part.
        found: how the search found it.
        strict: every telling word of the question stands in it.
        others: the guideline tells that it is for other people.
    """
    saying = told.saying
    said = one.said if saying.denies else one.affirmed
    own = [said.hold(word) for word in saying.words]
    over = [one.over.hold(word) for word in saying.words]
    ages = one.ages or guideline.ages if saying.age is not None else ()
    fits = any(age.holds(saying.age or 0.0) for age in ages)
    musts = [want for want in saying.wants if want.must]
    with_headings = f"{one.text} ; {guideline.title} ; {one.headings}" if musts else ""
    if others or (ages and not fits) or not all(want.is_told_by(with_headings) for want in musts):
        return None
    by_words = _by_words(told, own, over, said, one.over, guideline.whole)
    held = tuple(
        bool(own[n] or over[n]) or stands(told.names[n], said, one.over) or stands(told.wider[n], said, one.over)
        for n in range(len(saying.words))
    )
    titled = [bool(guideline.titled.hold(word)) for word in saying.words]
    rest = [n for n, tells in enumerate(saying.telling) if tells and not titled[n]]
    unasked = bool(rest) and not any(held[n] for n in rest) and is_on_screening_alone(saying.wants, one.text)
    left = sum(saying.told[n] for n in rest)
    n_rest = sum(bool(said.hold(word)) for word in saying.rest)
    everywhere = one.said.stems | one.over.stems
    return {
        **by_words,
        "lacks_illness": float(bool(told.ill) and not any(held[n] for n in told.ill)),
        "screens_unasked": float(unasked),
        "held": math.log1p(sum(t for t, a, b in zip(saying.told, own, over, strict=True) if a or b)),
        "much": sum(t * value for t, value in zip(saying.told, own, strict=True)),
        "beside_title": sum(saying.told[n] * own[n] for n in rest) / left if left else 1.0,
        "asked_of_title": share_asked(saying, guideline.title),
        "asked_of_advice": share_asked(saying, one.text),
        "pairs": float(sum(a in everywhere and b in everywhere for a, b in told.pairs)) / (1 + len(told.pairs)),
        "rest": min(_MANY, float(n_rest)),
        "share_rest": n_rest / (1 + len(saying.rest)),
        "numbers": float(min(2, len(saying.numbers & numbers_in(one.text)))),
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
        **_by_people(told, one, guideline),
        **_by_what_is_asked(saying.wants, one.text),
    }


def _by_words(
    told: Told, own: Sequence[float], over: Sequence[float], said: Words, above: Words, whole: frozenset[str]
) -> dict[str, float]:
    """Where the words of the question stand, each by what it tells."""
    found = dict.fromkeys(("own", "over", "named", "wider", "elsewhere", "lacks", "lacks_plain"), 0.0)
    counts = dict.fromkeys(("n_lacks", "n_elsewhere", "n_unknown"), 0.0)
    for n, word in enumerate(told.saying.words):
        share = told.shares[n]
        if own[n]:
            found["own"] += share * own[n]
        elif over[n]:
            found["over"] += share * over[n]
        elif stands(told.names[n], said, above):
            found["named"] += share
        elif stands(told.wider[n], said, above):
            found["wider"] += share
        elif told.shares[n] and stands_in(whole, word):
            found["elsewhere"] += share
            counts["n_elsewhere"] += not told.plain[n]
        elif told.shares[n] and told.plain[n]:
            found["lacks_plain"] += share
        elif told.shares[n]:
            found["lacks"] += share
            counts["n_lacks"] += 1
            counts["n_unknown"] += told.unknown[n]
    return {**found, **{name: min(_MANY, value) for name, value in counts.items()}}


def _by_people(told: Told, one: Advised, guideline: Guideline) -> dict[str, float]:
    """Whether it holds for those who are asked about, as far as it says."""
    saying = told.saying
    return {
        "people": float(any(one.said.hold(who) or one.over.hold(who) for who in saying.everybody)),
        "lacks_people": float(
            bool(saying.people) and not any(one.said.hold(who) or one.over.hold(who) for who in saying.people)
        ),
        "few_people": float(bool(one.groups - told.groups - guideline.groups)),
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


@cache
def _generic_roots() -> frozenset[str]:
    return frozenset(map(root, generic_words()))
