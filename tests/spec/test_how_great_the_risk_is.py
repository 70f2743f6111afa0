"""Advice for people at another risk than the question names does not lead it."""

import re
from dataclasses import replace

import pytest

from quoth.answer.risk import at_the_risk_asked_about
from quoth.model.risk_rules import AVERAGE_RISK, INCREASED_RISK
from tests.unit.answer.factories import finding, question

INCREASED = "Offer the drug to women at increased risk of the illness and at low risk for adverse effects."
AVERAGE = "Do not offer the drug to women who are not at increased risk of the illness."
NEITHER = "Offer the drug to women; those at increased risk for bleeding need a test."


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("the drug in a woman at average risk?", [AVERAGE]),
        ("the drug, no risk factors, woman of 50", [AVERAGE]),
        ("the drug for women at high risk", [INCREASED]),
        ("the drug for women", [INCREASED, AVERAGE, NEITHER]),
    ],
)
def test_advice_for_the_risk_that_is_asked_about_may_lead(asked: str, led: list[str]) -> None:
    """Where the question names none, all of it may."""
    rows = [finding(words) for words in (INCREASED, AVERAGE, NEITHER)]

    assert [one.quote.text for one in at_the_risk_asked_about(question(asked), rows)] == led


def test_where_nothing_names_the_risk_what_names_none_may_lead() -> None:
    """Advice to everybody is advice to them."""
    rows = [finding(words) for words in (INCREASED, NEITHER)]
    asked = replace(question("the drug at average risk?"))

    assert [one.quote.text for one in at_the_risk_asked_about(asked, rows)] == [NEITHER]


@pytest.mark.parametrize(
    ("words", "average", "increased"),
    [
        ("at average risk", True, False),
        ("low-risk women", True, False),
        ("adults who are not at increased risk for bleeding", False, False),
        ("at high risk of falls", False, False),
        ("high-risk patients", False, True),
        ("risk reduction of cancer", False, False),
        ("it lowers the risk", False, False),
    ],
)
def test_a_risk_of_harm_and_a_risk_that_falls_are_none(words: str, average: bool, increased: bool) -> None:
    """Only how great somebody's risk is counts."""
    assert bool(re.search(AVERAGE_RISK, words, re.IGNORECASE)) is average
    assert (not average and bool(re.search(INCREASED_RISK, words, re.IGNORECASE))) is increased
