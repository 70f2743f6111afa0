"""Who took part, how things stood before and what is hoped for are no effects; what reports one is kept."""

import re

import pytest

from quoth.check.findings import why_no_effect
from quoth.evidence.study.aims import tells_no_effect
from quoth.model.no_effect_rules import TELLS_NO_EFFECT
from quoth.model.word_rules import WordRule

EFFECTS = [
    "At baseline pain was 6.1, and it fell by 2 points with exercise.",
    "Of 120 adults who were randomised, fewer fell with zinc than with placebo.",
    "Two patients withdrew because of adverse events.",
    "Exercise reduced pain, but further trials are needed.",
    "The mean age was 54 years and risk rose with it.",
    "Tape was considered as effective as a brace.",
    "Ninety completed the trial, of whom 40% were cured.",
    "Pain was lower at twelve weeks than at baseline.",
    "Baseline pain predicted the gain.",
    "Patients randomised to zinc walked 30 metres further.",
    "People who declined the vaccine had more infections.",
    "Most children will recover without antibiotics.",
    "For every 100 treated, zinc will spare 5 a cold.",
    "A reduction of 8 points was seen in the zinc group (P = .01).",
    "Recovery was declared in 60% with zinc and 40% without.",
    "Treatment was considered a success in 40 of 60 adults.",
    "The groups did not differ in pain or function.",
    "Blinding of patients halved the effect on pain.",
    "Median survival was 14 months with zinc and 9 without.",
]
OTHER = [
    # compared, and yet no effect: of the time before, of meanings, of conduct, of hopes
    "Prior to therapy, ulcers in the honey arm measured 4 cm2, and those in the gauze arm 7.5 cm2.",
    "When they joined, fewer people on honey than on gauze had diabetes.",
    "The groups were alike in age and sex, with fewer smokers in the first.",
    "An HbA1c of 6.5% or less counted as good control with honey.",
    "By convention, an I2 above 50% points to substantial heterogeneity.",
    "The visual scale spans 10 cm, from no pain to the worst pain there is.",
    "Consent was withdrawn by more families in the honey arm than in the other.",
    "Loss to follow-up came to 8% with honey and to 11% with gauze.",
    "Assessors named the right arm more often than chance would have it.",
    "The dressing will cut admissions by a third when it reaches the market.",
    "Rolled out nationally, the app could prevent 50,000 relapses a year.",
]


@pytest.mark.parametrize("rule", TELLS_NO_EFFECT, ids=lambda rule: rule.reason)
def test_every_row_takes_out_its_own_example(rule: WordRule) -> None:
    """The table can be held against itself, cues included, and both of its readers agree."""
    assert re.search(rule.pattern, rule.example, re.IGNORECASE)
    assert not re.search(rule.unless, rule.example, re.IGNORECASE)
    assert rule.cues & set(re.findall(r"[a-z]+", rule.example.lower()))
    assert tells_no_effect(rule.example)
    assert why_no_effect(rule.example)


@pytest.mark.parametrize("sentence", EFFECTS)
def test_a_sentence_that_reports_what_came_of_it_is_kept(sentence: str) -> None:
    """However it begins."""
    assert not tells_no_effect(sentence)
    assert not why_no_effect(sentence)


@pytest.mark.parametrize("sentence", OTHER)
def test_a_comparison_of_something_else_than_effects_is_none(sentence: str) -> None:
    """A word such as "fewer" does not make a result of how things stood before treatment, or of who answered."""
    assert tells_no_effect(sentence)
    assert why_no_effect(sentence)
