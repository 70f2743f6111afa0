"""Relevance first; then design, recency, directness, people and size, each by its weight in one table."""

import pytest

from quoth.model import Design, Hit, Query, RecordId, RenditionId, Run
from quoth.search import EvidenceFacts, by_evidence
from quoth.search.evidence_order import FACTORS, RELEVANCE

PLAIN = EvidenceFacts(Design.COHORT, 2015, participants=100)


def order(scores: dict[str, float], facts: dict[str, EvidenceFacts], *, k: int = 10) -> list[str]:
    """Names of the hits, best first."""
    hits = [
        Hit(name, RecordId(name), RenditionId(name), 0, 1, score, rank)
        for rank, (name, score) in enumerate(scores.items(), 1)
    ]
    run = by_evidence(Run(Query(()), tuple(hits), len(hits)), {RecordId(n): f for n, f in facts.items()}, k=k)
    assert [hit.rank for hit in run.hits] == list(range(1, len(run.hits) + 1))
    return [hit.unit_id for hit in run.hits]


@pytest.mark.parametrize(
    ("better", "factor"),
    [
        (EvidenceFacts(Design.GUIDELINE, 2015, participants=100), "design"),
        (EvidenceFacts(Design.COHORT, 2020, participants=100), "recency"),
        (EvidenceFacts(Design.COHORT, 2015, participants=900), "size"),
        (EvidenceFacts(Design.COHORT, 2015, participants=100, people=True), "people"),
    ],
)
def test_among_equals_the_stronger_newer_or_larger_one_is_read_first(better: EvidenceFacts, factor: str) -> None:
    """Each factor decides where all else is alike."""
    assert factor in {one.name for one in FACTORS}
    assert ["b", "a"] == order({"a": 1.0, "b": 1.0}, {"a": PLAIN, "b": better})


def test_what_is_marked_as_indirect_is_read_later() -> None:
    """Its editor said that it is about another condition."""
    indirect = EvidenceFacts(Design.COHORT, 2015, indirect=True, participants=100)

    assert ["b", "a"] == order({"a": 1.0, "b": 1.0}, {"a": indirect, "b": PLAIN})


def test_no_evidence_lifts_what_hardly_fits() -> None:
    """The best guideline about another matter stays behind a plain study that answers."""
    best = EvidenceFacts(Design.GUIDELINE, 2026, participants=10_000, people=True)

    assert ["fits", "other"] == order({"fits": 1.0, "other": 0.65}, {"fits": EvidenceFacts(), "other": best})
    assert sum(one.weight for one in FACTORS) < 0.35 * RELEVANCE.weight
    assert sum(one.weight for one in FACTORS if one.name != "people") < 0.25 * RELEVANCE.weight


def test_what_is_not_known_counts_nothing() -> None:
    """Silence is no merit: an unknown year is not new, an unknown size not large."""
    assert ["a", "b"] == order({"a": 1.0, "b": 1.0}, {"a": PLAIN, "b": EvidenceFacts()})
    assert ["a", "b"] == order({"a": 1.0, "b": 1.0}, {})


def test_only_so_many_are_kept_and_none_is_no_error() -> None:
    """An empty run stays one."""
    assert ["a"] == order({"a": 2.0, "b": 1.0}, {}, k=1)
    assert [] == order({}, {})


def test_guidance_that_fits_best_is_read_among_the_first() -> None:
    """Advice behind many trials that name the condition more often is read early; what leads stays ahead."""
    scores = {f"t{number}": 1.0 - number / 100 for number in range(10)} | {"g1": 0.4, "g2": 0.3, "g3": 0.2}
    advice = EvidenceFacts(Design.GUIDELINE, 2015)

    found = order(scores, dict.fromkeys(("g1", "g2", "g3"), advice), k=13)

    assert ["t0", "t1", "t2", "g1", "g2", "t3"] == found[:6]
    assert "g3" == found[-1]
    assert 13 == len(set(found))


def test_places_among_the_first_go_to_the_guidance_that_was_asked_for() -> None:
    """Advice on another condition takes no place that is kept for advice on this one."""
    scores = {f"t{number}": 1.0 - number / 100 for number in range(6)} | {"elsewhere": 0.5, "own": 0.3}
    hits = [Hit(n, RecordId(n), RenditionId(n), 0, 1, s, r) for r, (n, s) in enumerate(scores.items(), 1)]
    advice = {RecordId(name): EvidenceFacts(Design.GUIDELINE) for name in ("elsewhere", "own")}

    run = by_evidence(Run(Query(()), tuple(hits), 8), advice, k=8, early=["own"])

    assert ["t0", "t1", "t2", "t3", "own", "t4", "t5", "elsewhere"] == [hit.unit_id for hit in run.hits]


def test_guidance_that_leads_anyway_takes_no_other_place() -> None:
    """Two of the first five are advice already: the order stays."""
    scores = {"g1": 1.0, "t1": 0.9, "g2": 0.85, "t2": 0.7, "t3": 0.6, "t4": 0.5, "g3": 0.1}
    advice = EvidenceFacts(Design.GUIDELINE)

    assert ["g1", "g2", "t1", "t2", "t3", "t4", "g3"] == order(scores, dict.fromkeys(("g1", "g2", "g3"), advice))
