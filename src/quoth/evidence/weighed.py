"""Which advice of the guidelines that were found answers a question, weighed over the whole of each guideline.

The search finds parts of a document; the recommendation may stand in a part that it did not find, under a title that it
did. So of the guidelines that most of what was found is of, every recommendation is weighed.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quoth.evidence.fitting.saying import Saying
from quoth.evidence.reading.annotated import beside_what_is_no_advice
from quoth.evidence.reading.qualify import leans_on_previous
from quoth.evidence.weighing.above import Above
from quoth.evidence.weighing.answering import Found, features_of
from quoth.evidence.weighing.laid_out import Advised, Guideline, Words, guideline_of
from quoth.evidence.weighing.nearness import COMPARED, Near, nearness, texts_of
from quoth.evidence.weighing.peers import rare_words
from quoth.evidence.weighing.spoken import advice_that_speaks, affirmed, is_for_others
from quoth.evidence.weighing.told import Told
from quoth.evidence.weighing.weights import BY_WORDS, NEAREST, WITH_NEARNESS, may_answer, shares
from quoth.evidence.weighing.whole_topic import advice_on_the_topic, is_titled
from quoth.model import Candidate, Form, Passage, Question, RenditionId
from quoth.text import match_line

__all__ = ["BESIDE", "Speaking", "Weighing", "is_on_it", "speaking", "weighings", "with_nearness"]

_GUIDELINES = 8
"""So many are weighed. Of the keys' questions that a guideline answers, it is among the first eight in 99%."""
_TITLED = 2
"""Behind these, so many whose title says what is asked about, under any of its names."""
_EARLY, _PLACES = 2, 5.0
_SOURCES = 8
"""Among fewer, how early something was found tells little: advice that holds every telling word is an answer."""
_NEAR, _NEAR_ENOUGH = 3, -8.0
"""So many guidelines come near, each with its best advice, if that is not hopeless."""
_HELD_MIN = 0.2
"""Of what the question's words tell: advice that holds less, under any name, answers nothing."""
_CLOSE, _CLOSE_ENOUGH = 5, -5.5
"""So much advice comes nearest, if that much speaks for it."""
_WORTH = 4.0
"""A weighed sum that is larger by so much makes advice worth e times as much."""
BESIDE = 2.0
"""What else a guideline advises goes with its advice that answers, where its weighed sum is less by no more."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """One recommendation that was weighed."""

    candidate: Candidate
    """A part of its guideline that was found: that which holds it, where one does."""
    one: Advised
    guideline: Guideline
    features: Mapping[str, float]
    strict: bool
    """Every telling word of the question stands in it."""
    inside: bool
    """The part that holds it was found."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Where the advice begins that answers, by text, with what it is worth beside the others."""

    worth: Mapping[RenditionId, Mapping[int, float]]
    beyond: tuple[Candidate, ...] = ()
    """Parts of the texts that hold such advice and were not found."""
    near: tuple[Candidate, ...] = ()
    """The best advice of those guidelines whose advice comes nearest, answering or not, best first."""
    close: tuple[Candidate, ...] = ()
    """The advice that comes nearest of all that was weighed, answering or not, best first, each wording once.

    The score of each is its weighed sum.
    """
    topical: frozenset[RenditionId] = frozenset()
    """The texts that are on all that was asked: whatever they recommend answers (`weighing.whole_topic`)."""

    def within(self, candidate: Candidate) -> dict[int, float]:
        """The advice of one part of a text."""
        found = self.worth.get(candidate.rendition.id, {})
        return {start: worth for start, worth in found.items() if candidate.start <= start < candidate.end}


def speaking(
    question: Question,
    told: Told | None,
    candidates: Sequence[Candidate],
    *,
    recommends: Callable[[Candidate], bool],
    passages_of: Callable[[Candidate], tuple[Passage, ...]],
    near: Near | None = None,
) -> Speaking:
    """What answers of what the candidates' guidelines recommend.

    Args:
        question: as understood.
        told: the same, laid out for weighing, where it can be weighed.
        candidates: what was found, best first.
        recommends: whether a candidate is of a guideline.
        passages_of: the sentences of a candidate's text.
        near: tells how near texts are to the question, where there is an encoder.
    """
    few = len({one.record.id for one in candidates}) < _SOURCES
    everything = list(weighings(told, candidates, recommends=recommends, passages_of=passages_of))
    weighed, weights = [one for one in everything if is_on_it(one)], BY_WORDS
    if near and weighed and (compared := with_nearness(weighed, near)):
        weighed, weights = compared, WITH_NEARNESS
    sums = [weights.sum_of(one.features) for one in weighed]
    surely = [may_answer(one.features, share, weights) for one, share in zip(weighed, shares(sums), strict=True)]
    answering = [sure or (one.strict and few) for one, sure in zip(weighed, surely, strict=True)]
    pieces = [(one.one, one.guideline) for one in weighed]
    topical = advice_on_the_topic(question, told, pieces) if told else None
    alone = (n for n, sure in enumerate(surely) if sure and not leans_on_previous(weighed[n].one.text))
    if topical and any(topical[n] for n in alone):
        topical = None  # of the very guideline that is on it something answers by itself
    if topical:
        answering = [worth > 0.0 for worth in topical]
    nearest: dict[RenditionId, tuple[float, Candidate]] = {}
    best: dict[RenditionId, float] = {}
    for weighing, score, answers in zip(weighed, sums, answering, strict=True):
        _keep_nearest(nearest, score, weighing)
        text = weighing.candidate.rendition.id
        if answers:
            best[text] = max(score, best.get(text, score))
    worth: dict[RenditionId, dict[int, float]] = {}
    beyond: dict[tuple[RenditionId, int], Candidate] = {}
    for place, (weighing, score, answers) in enumerate(zip(weighed, sums, answering, strict=True)):
        text, one = weighing.candidate.rendition.id, weighing.one
        if not answers and (topical or text not in best or score < best[text] - BESIDE):
            continue
        worth.setdefault(text, {})[one.start] = topical[place] if topical else math.exp(score / _WORTH)
        if not weighing.inside:
            beyond[text, one.start] = replace(weighing.candidate, start=one.start, end=one.end, score=0.0)
    first = sorted(nearest.values(), key=lambda found: -found[0])[:_NEAR]
    if weights is WITH_NEARNESS:
        close = _closest(weighed, sums)
    else:
        close = _closest(everything, [NEAREST.sum_of(one.features) for one in everything])
    return Speaking(
        worth,
        tuple(beyond.values()),
        tuple(candidate for _, candidate in first),
        tuple(close),
        frozenset(worth) if topical else frozenset(),
    )


def is_on_it(one: Weighing) -> bool:
    """Whether advice may answer at all: it holds some of the question, and is on its illness and kind of question."""
    found = one.features
    held = found["own"] + found["over"] + found["named"] + found["wider"]
    return (held >= _HELD_MIN or one.strict) and not (found["lacks_illness"] or found["screens_unasked"])


def with_nearness(weighed: Sequence[Weighing], near: Near) -> list[Weighing] | None:
    """The best by words, in their order, with how near they are as well; `None` where the encoder failed."""
    places = sorted(range(len(weighed)), key=lambda place: -BY_WORDS.sum_of(weighed[place].features))[:COMPARED]
    best = [weighed[place] for place in sorted(places)]
    cosines = near([text for one in best for text in texts_of(one.one.text, one.one.headings, one.guideline.title)])
    if cosines is None:
        return None
    found = nearness(list(zip(cosines[::2], cosines[1::2], strict=True)))
    return [replace(one, features={**one.features, **its}) for one, its in zip(best, found, strict=True)]


def _closest(weighed: Sequence[Weighing], sums: Sequence[float]) -> Iterator[Candidate]:
    """What comes nearest, each wording once; advice that names none of the question's illnesses does not."""
    said: set[str] = set()
    for score, weighing in sorted(zip(sums, weighed, strict=True), key=lambda pair: -pair[0]):
        if score < _CLOSE_ENOUGH or len(said) == _CLOSE:
            return
        words = match_line(weighing.one.text)
        if words not in said and not weighing.features["lacks_illness"]:
            said.add(words)
            yield replace(weighing.candidate, start=weighing.one.start, end=weighing.one.end, score=score)


def _keep_nearest(near: dict[RenditionId, tuple[float, Candidate]], score: float, weighing: Weighing) -> None:
    """By text, the advice that comes nearest."""
    text, one = weighing.candidate.rendition.id, weighing.one
    if score >= _NEAR_ENOUGH and (text not in near or near[text][0] < score):
        near[text] = score, replace(weighing.candidate, start=one.start, end=one.end)


def weighings(
    told: Told | None,
    candidates: Sequence[Candidate],
    *,
    recommends: Callable[[Candidate], bool],
    passages_of: Callable[[Candidate], tuple[Passage, ...]],
) -> Iterator[Weighing]:
    """Every recommendation that is weighed, with what speaks for it; arguments as of `speaking`."""
    if told is None:
        return
    found = _shares(candidates)
    of_text: dict[RenditionId, list[Candidate]] = {}
    for one in candidates:
        if one.rendition.form is not Form.PACK:
            of_text.setdefault(one.rendition.id, []).append(one)
    guidelines = [parts for parts in of_text.values() if recommends(parts[0])]
    among_many = 1.0 - 1.0 / max(1, len(found))
    guidelines.sort(key=lambda parts: -found[parts[0].record.id])
    laid: list[tuple[Weighing, dict[str, float]]] = []
    titles = ((parts, parts[0].record.title) for parts in guidelines[_GUIDELINES:])
    titled = [parts for parts, title in titles if is_titled(told, title, Words.of(title))][:_TITLED]
    for place, parts in enumerate((*guidelines[:_GUIDELINES], *titled), start=1):
        passages = beside_what_is_no_advice(parts[0].rendition, passages_of(parts[0]))
        guideline = guideline_of(parts[0], passages, affirmed)
        strict = _strict(told.saying, parts, passages, guideline)
        above = Above(told, guideline)
        others = is_for_others(told.saying, guideline.graded)
        for advised in guideline.advised:
            here = next((part for part in parts if part.start <= advised.start < part.end), None)
            features = features_of(
                above,
                advised,
                found=Found(
                    match=(here.match_0_1 or 0.0) if here else 0.0,
                    whole_match=max(part.match_0_1 or 0.0 for part in parts),
                    place=among_many / (1.0 + here.rank / _PLACES) if here else 0.0,
                    share=among_many * found[parts[0].record.id],
                    order=1.0 / place,
                ),
                strict=advised.start in strict,
                others=others,
            )
            if features is not None:
                is_strict, inside = advised.start in strict, here is not None
                laid.append(
                    (Weighing(here or parts[0], advised, guideline, features, is_strict, inside=inside), features)
                )
    said = [each.one.said if told.saying.denies else each.one.affirmed for each, _ in laid]
    for (each, features), rare in zip(laid, rare_words(told.roots, said), strict=True):
        features["rare_words"] = rare
        yield each


def _strict(
    saying: Saying, parts: Sequence[Candidate], passages: Sequence[Passage], guideline: Guideline
) -> frozenset[int]:
    advised = [one.advice for one in guideline.advised]
    return frozenset(start for part in parts for start in advice_that_speaks(saying, part, passages, advised))


def _shares(candidates: Sequence[Candidate]) -> dict[str, float]:
    """By record, which share of what was found is of it, early hits counting most."""
    weights: dict[str, float] = {}
    for one in candidates:
        weights[one.record.id] = weights.get(one.record.id, 0.0) + 1.0 / (_EARLY + one.rank)
    whole = sum(weights.values()) or 1.0
    return {name: weight / whole for name, weight in weights.items()}
