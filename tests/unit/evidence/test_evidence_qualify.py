"""A sentence never travels without the one it leans on or the one that restricts it."""

import re

import pytest

from quoth.evidence.qualify import context_of, leans_on_previous, restricts_previous
from quoth.model import SectionRole
from quoth.model.qualifier_rules import LEANS_ON_PREVIOUS, RESTRICTED_BY_NEXT, RESTRICTED_BY_NEXT_START
from tests.unit.evidence.evidence_factories import candidate, labelled, passages, record, rendition


@pytest.mark.parametrize("rule", LEANS_ON_PREVIOUS)
def test_each_leaning_rule_matches_its_example(rule: object) -> None:
    """The table's examples show what its patterns mean."""
    assert re.match(rule.pattern, rule.example)  # type: ignore[attr-defined]


@pytest.mark.parametrize("rule", [*RESTRICTED_BY_NEXT_START, *RESTRICTED_BY_NEXT])
def test_each_restricting_rule_matches_its_example(rule: object) -> None:
    """The table's examples show what its patterns mean."""
    assert re.search(rule.pattern, rule.example)  # type: ignore[attr-defined]


STANDS_ALONE = [
    "This randomised trial found that exercise reduces pain.",
    "These results suggest that exercise helps.",
    "Exercise reduced pain.",
    "It is recommended that exercise be offered.",
    "Thistle extract reduced pain.",
]


@pytest.mark.parametrize("sentence", STANDS_ALONE)
def test_a_sentence_with_its_own_subject_stands_alone(sentence: str) -> None:
    """A study that speaks of itself needs no sentence before it."""
    assert not leans_on_previous(sentence)


LEANS = [
    "However, the difference was gone at 12 months.",
    "RESULTS: However, the difference was gone.",
    "This was true for women only.",
    "These effects were small.",
    "Both groups improved.",
    "(In contrast, function did not improve.)",
]


@pytest.mark.parametrize("sentence", LEANS)
def test_a_sentence_that_points_back_leans(sentence: str) -> None:
    """What points back cannot be understood alone."""
    assert leans_on_previous(sentence)


def test_the_predecessor_and_the_restriction_travel_in_reading_order() -> None:
    """Context is quoted from the same section, at its own place."""
    text = "Exercise reduced pain. However, function was unchanged. The effect was seen only in women. Costs fell."
    hit = candidate(record(), rendition(text))
    sentences = passages(hit)

    context = context_of(sentences, 1, hit.rendition)

    assert ["Exercise reduced pain.", "The effect was seen only in women."] == [q.quote.text for q in context]


def test_context_never_crosses_a_section() -> None:
    """The first sentence of the conclusion does not drag the methods along."""
    hit = candidate(
        record(),
        labelled((SectionRole.METHODS, "We randomised 40 runners."), (SectionRole.RESULTS, "Both groups improved.")),
    )

    assert () == context_of(passages(hit), 1, hit.rendition)


@pytest.mark.parametrize("noise", ["However, " * 5_000, "This " * 9_000, "(" * 9_000, "\x00" * 9_000, "no, " * 9_000])
def test_hostile_sentences_get_an_answer(noise: str) -> None:
    """Noise is read like anything else."""
    assert leans_on_previous(noise) in (True, False)
    assert restricts_previous(noise) in (True, False)
