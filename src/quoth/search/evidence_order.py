"""Which units are read when more are found than can be read: relevance first, then what kind of evidence they are.

A separate step behind the search, and a visible one: the table below is printed on every page. All factors
together count a third of a full match, those of the evidence alone less than a quarter, so that they decide between
units that fit the question about alike and never lift one that does not. A fact that is not known counts nothing:
silence is no merit.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from quoth.model import RANK_BY_DESIGN, Design, RankFactor, RecordId, Run

__all__ = [
    "FACTORS",
    "GUIDANCE",
    "GUIDANCE_FIRST",
    "GUIDANCE_PLACES",
    "GUIDANCE_SPREAD",
    "RELEVANCE",
    "EvidenceFacts",
    "by_evidence",
]

GUIDANCE_PLACES = 6
"""Of what is read, so many places are kept for guidelines and consensus statements that were found further down."""
GUIDANCE = (Design.GUIDELINE, Design.CONSENSUS)
GUIDANCE_FIRST, GUIDANCE_SPREAD, _FIRST = 2, 4, 5
"""Of the first five, so many places are kept for the guidance that fits best; so many where no condition is known."""
_DIGITS = 6
_RECENT_YEARS = 20
"""A report this much older than the newest one found counts nothing for being recent."""
_LARGE, _SMALL = 1_000, 30


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """What a record says of itself; `None` where it says nothing."""

    design: Design | None = None
    year: int | None = None
    indirect: bool = False
    """Filed under a topic although it is about another condition or population, or about animals."""
    participants: int | None = None
    people: bool = False
    """Filed, by MeSH's check tags, under the people that the question names."""


RELEVANCE = RankFactor("relevance", 1.0, "the score of the search, as a share of the best one")
FACTORS = (
    RankFactor("design", 0.10, "guidelines, then reviews, trials, observation (OCEBM 2011)"),
    RankFactor("people", 0.10, "1 where MeSH's check tags name the people who are asked about"),
    RankFactor("recency", 0.06, f"newest found 1, {_RECENT_YEARS} years older 0; unknown 0"),
    RankFactor("directness", 0.05, "0 for what its editor marked as indirect and for animals"),
    RankFactor("size", 0.02, f"participants, {_SMALL} or fewer 0 to {_LARGE:,} or more 1; unknown 0"),
)


def by_evidence(
    run: Run,
    facts: Mapping[RecordId, EvidenceFacts],
    *,
    k: int,
    early: Collection[str] | None = None,
    places: int = GUIDANCE_FIRST,
) -> Run:
    """The best `k` hits by relevance and evidence together.

    Args:
        run: hits, best first.
        facts: of the records of the hits; one that is missing has no facts.
        k: how many are kept.
        early: units of guidance for which places among the first are kept; any guidance where it is not given.
        places: how many such places.

    Returns:
        Hits ranked anew; their scores stay those of the search. Ties keep the search's order.
    """
    if not run.hits:
        return run
    best = max(hit.score for hit in run.hits) or 1.0
    known = {hit.record_id: facts.get(hit.record_id, EvidenceFacts()) for hit in run.hits}
    newest = max((fact.year for fact in known.values() if fact.year), default=0)

    def total(place: int) -> float:
        hit = run.hits[place]
        worth = sum(factor.weight * _VALUES[factor.name](known[hit.record_id], newest) for factor in FACTORS)
        return round(RELEVANCE.weight * hit.score / best + worth, _DIGITS)

    ranked: Sequence[int] = sorted(range(len(run.hits)), key=lambda place: (-total(place), place))
    is_guidance = [known[hit.record_id].design in GUIDANCE for hit in run.hits]
    first = [hit.unit_id in early for hit in run.hits] if early is not None else is_guidance
    read = _with_guidance(ranked, k, is_guidance.__getitem__, first.__getitem__)
    order = _early(read, first.__getitem__, places)
    return replace(run, hits=tuple(replace(run.hits[place], rank=rank) for rank, place in enumerate(order, 1)))


def _with_guidance(
    ranked: Sequence[int], k: int, is_guidance: Callable[[int], bool], is_wanted: Callable[[int], bool]
) -> list[int]:
    """The first `k`, of which the last few give way to guidance that was found behind them.

    What bodies advise is what a page is asked for first: advice that fits a little less well than the sixtieth trial
    must not go unread. What is wanted early comes first.
    """
    first, late = list(ranked[:k]), [place for place in ranked[k:] if is_guidance(place)]
    behind = sorted(late, key=lambda place: not is_wanted(place))[:GUIDANCE_PLACES]
    for place in [place for place in reversed(first) if not is_guidance(place)][: len(behind)]:
        first.remove(place)
    return [*first, *behind][:k]


def _early(order: list[int], is_wanted: Callable[[int], bool], places: int) -> list[int]:
    """The same places, the best of those wanted among the first of them, behind what fits better than they do."""
    late = [place for place in order[_FIRST:] if is_wanted(place)]
    early = order[:_FIRST]
    lacking = max(0, places - sum(map(is_wanted, early)))
    raised = late[:lacking]
    others = [place for place in reversed(early) if not is_wanted(place)][: len(raised)]
    head = [*(place for place in early if place not in others), *raised]
    return [*head, *(place for place in order if place not in head)]


def _design(facts: EvidenceFacts, _: int) -> float:
    if facts.design is None:
        return 0.0
    lowest = max(RANK_BY_DESIGN.values())
    return (lowest - RANK_BY_DESIGN[facts.design]) / (lowest - 1)


def _recency(facts: EvidenceFacts, newest: int) -> float:
    return max(0.0, 1.0 - (newest - facts.year) / _RECENT_YEARS) if facts.year else 0.0


def _directness(facts: EvidenceFacts, _: int) -> float:
    return 0.0 if facts.indirect or facts.design is Design.ANIMAL else 1.0


def _people(facts: EvidenceFacts, _: int) -> float:
    return 1.0 if facts.people else 0.0


def _size(facts: EvidenceFacts, _: int) -> float:
    return min(1.0, max(0.0, ((facts.participants or 0) - _SMALL) / (_LARGE - _SMALL)))


_VALUES: Mapping[str, Callable[[EvidenceFacts, int], float]] = {
    "design": _design,
    "recency": _recency,
    "directness": _directness,
    "people": _people,
    "size": _size,
}
