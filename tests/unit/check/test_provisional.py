"""A starting point of certainty is not worked out where a source states one, or doubts its evidence itself."""

import re

import pytest

from quoth.check import verify
from quoth.model import DOUBTED
from tests.unit.check.factories import Library
from tests.unit.check.honest_page import clean_page
from tests.unit.check.planting import change, on, page, rating, words

LIBRARY = Library()
PAGE = page(certainties=(rating("s6"),))(clean_page(LIBRARY))
RATED, OTHER = PAGE.research[0].statements
SAME_SOURCE = on(OTHER.id, citations=RATED.citations)(PAGE)

DOUBTS = [
    "Exercise helps; lack of blinding limits certainty.",
    "Exercise helped, but robust trials showed a much smaller effect.",
    "The trials were small and at high risk of bias.",
    "Trials of taping were too few to say whether it works.",
    "New infections in two small trials: RR 0.25 (0.13 to 0.50).",
    "There is insufficient evidence on insoles.",
    "Most studies were of low methodological quality.",
    "Confidence is low: the evidence on rest is weak.",
]
PLAIN = [
    "Pain fell more with exercise.",
    "Few people fell; the risk of falls was low.",
    "Exercise lowered the risk of stroke in robust trials.",
    "A short course lowered quality of life.",
]


@pytest.mark.parametrize("told", DOUBTS)
def test_a_level_beside_a_sources_own_doubt_is_refused(told: str) -> None:
    """A level of "high" beside "lack of blinding limits certainty" would gainsay what the page quotes."""
    held = change(OTHER.id, words(told))(SAME_SOURCE)

    assert any("worked out where a source says" in fault.detail for fault in verify(held, LIBRARY.store).faults)


@pytest.mark.parametrize("told", PLAIN)
def test_a_result_is_no_doubt(told: str) -> None:
    """Low risks and small numbers are what a trial found, not what its evidence is worth."""
    held = change(OTHER.id, words(told))(SAME_SOURCE)

    assert not any("worked out where a source says" in fault.detail for fault in verify(held, LIBRARY.store).faults)
    assert re.search(DOUBTED, told, re.IGNORECASE) is None


def test_another_sources_doubt_is_of_its_own_evidence() -> None:
    """A small trial of something else in the family says nothing of the body that is rated."""
    held = change(OTHER.id, words(DOUBTS[0]))(PAGE)

    assert not any("worked out where a source says" in fault.detail for fault in verify(held, LIBRARY.store).faults)
