"""Who took part, how things stood before and what is hoped for are no effects; what reports one is kept."""

import re

import pytest

from quoth.evidence.aims import tells_no_effect
from quoth.model.no_effect_rules import TELLS_EFFECT, TELLS_NO_EFFECT

EFFECTS = [
    "At baseline pain was 6.1, and it fell by 2 points with exercise.",
    "Of 120 adults who were randomised, fewer fell with zinc than with placebo.",
    "Two patients withdrew because of adverse events.",
    "Exercise reduced pain, but further trials are needed.",
    "The mean age was 54 years and risk rose with it.",
    "Tape was considered as effective as a brace.",
    "Ninety completed the trial, of whom 40% were cured.",
]


@pytest.mark.parametrize("rule", TELLS_NO_EFFECT, ids=lambda rule: rule.reason)
def test_every_row_takes_out_its_own_example(rule: object) -> None:
    """The table can be held against itself."""
    assert re.search(rule.pattern, rule.example, re.IGNORECASE)  # type: ignore[attr-defined]
    assert not re.search(TELLS_EFFECT, rule.example, re.IGNORECASE)  # type: ignore[attr-defined]
    assert tells_no_effect(rule.example)  # type: ignore[attr-defined]


@pytest.mark.parametrize("sentence", EFFECTS)
def test_a_sentence_that_reports_what_came_of_it_is_kept(sentence: str) -> None:
    """However it begins."""
    assert not tells_no_effect(sentence)
