"""A sentence never travels without the one it leans on or the one that restricts it."""

import re

import pytest

from quoth.check.neighbours import holds
from quoth.evidence.reading.qualify import (
    context_of,
    leans_on_previous,
    restricts_previous,
    rules_what_follows,
    tells_of_previous,
)
from quoth.model import SectionRole
from quoth.model.aside_rules import TELLS_OF_THE_FINDING_BEFORE
from quoth.model.qualifier_rules import LEANS_ON_PREVIOUS, RESTRICTED_BY_NEXT, RESTRICTED_BY_NEXT_START
from quoth.model.scene_rules import RULES_WHAT_FOLLOWS
from quoth.model.word_rules import WordRule
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


@pytest.mark.parametrize("rule", [*TELLS_OF_THE_FINDING_BEFORE, *RULES_WHAT_FOLLOWS])
def test_each_row_on_asides_holds_for_its_example(rule: WordRule) -> None:
    """Cues included: a row that is never read holds for nothing."""
    assert re.search(rule.pattern, rule.example, re.IGNORECASE)
    assert not re.search(rule.unless, rule.example, re.IGNORECASE)
    assert rule.cues & set(re.findall(r"[a-z]+", rule.example.lower()))


TELLS_OF_IT = [
    "Percentages refer to those who returned the diary.",
    "Twelve who had been admitted were struck off beforehand.",
    "Fractures were not counted.",
    "Success was rated by the surgeons themselves.",
    "Neither patients nor assessors were blinded.",
    "There was no comparison group.",
    "The trial was stopped at its first interim look.",
    "The comparator had been given at twice the usual dose.",
    "Once centre was allowed for, nothing remained.",
    "Of nine tests given, the other eight showed nothing.",
    "With the dummy device it eased as much.",
    "So did two thirds of those on water.",
    "A further 70 had left in the first week.",
]


@pytest.mark.parametrize("sentence", TELLS_OF_IT)
def test_a_sentence_on_the_count_or_the_measurement_belongs_to_the_finding(sentence: str) -> None:
    """It tells nothing of the treatment, and the finding means something else without it. Both readers agree."""
    assert tells_of_previous(sentence)
    assert holds(TELLS_OF_THE_FINDING_BEFORE, sentence)


TELLS_ANEW = [
    "Function did not differ between the groups (P = .4).",
    "Two patients in the zinc group died.",
    "Serious adverse events were reported by 4% with zinc and 5% with placebo.",
    "Back pain was less frequent with zinc.",
    "Quality of life was measured by the EQ-5D and rose by 4 points (95% CI 1 to 7).",
    "The analysis showed that zinc shortens colds.",
    "Larger trials should confirm these preliminary findings in further research.",
    "This suggests that zinc may help.",
    "These results support the use of zinc.",
    "The effect of zinc on sleep was larger (95% CI 1 to 7).",
    "It is important to begin early.",
]


@pytest.mark.parametrize("sentence", TELLS_ANEW)
def test_a_finding_of_its_own_is_not_pulled_to_the_one_before(sentence: str) -> None:
    """Else every row would grow to a paragraph."""
    assert not tells_of_previous(sentence)
    assert not holds(TELLS_OF_THE_FINDING_BEFORE, sentence)


def test_whom_the_results_are_of_travels_with_each_of_them() -> None:
    """A sentence that limits what follows stands before it, and limits it all the same."""
    text = "Results are given for those who took every dose. Pain was halved."
    hit = candidate(record(), rendition(text))

    found = context_of(passages(hit), 1, hit.rendition)

    assert rules_what_follows("Results are given for those who took every dose.")
    assert ["Results are given for those who took every dose."] == [one.quote.text for one in found]


def test_the_same_figure_in_others_travels_along() -> None:
    """A gain that the untreated had as well is none."""
    text = "Pain fell by 30 mm in the taped arm. Those who were watched fell by 29 mm. Costs fell."
    hit = candidate(record(), rendition(text))

    found = context_of(passages(hit), 0, hit.rendition)

    assert ["Those who were watched fell by 29 mm."] == [one.quote.text for one in found]


HAS_IT_AS_SUBJECT = [
    "Almost all of this was admission; deaths were as frequent as before.",
    "The fall was driven by fewer visits for chest pain.",
    "It went from 2 to 1 in 10,000.",
    "They fell by 8 in those who waited for it.",
    "In absolute terms that is one stroke in 2,000 people a year.",
    "Medication had been raised in the exercise group alone.",
    "Allocation was by day of the week.",
    "Deaths from all causes were as many.",
]


@pytest.mark.parametrize("sentence", HAS_IT_AS_SUBJECT)
def test_a_comment_on_the_finding_belongs_to_it(sentence: str) -> None:
    """Its subject is the finding itself, or what came beside it, and it has no figure of its own that tells."""
    assert tells_of_previous(sentence)
    assert holds(TELLS_OF_THE_FINDING_BEFORE, sentence)
