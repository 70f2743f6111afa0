"""Advice that bounds the advice beside it travels with it, and what tells how a report was made does not."""

import re

import pytest

from quoth.check import Checker
from quoth.check.bounding import is_bound_of_advice
from quoth.evidence.reading.adds_nothing import adds_nothing, is_on_the_making
from quoth.evidence.reading.qualify import bounds_advice
from quoth.model import FindingKind
from quoth.model.bounding_rules import BOUNDS_ADVICE
from quoth.model.qualifier_rules import QualifierRule
from quoth.sources.document import Block
from tests.spec.test_what_stands_around_a_quote import guideline, place_of, travels
from tests.spec.traps.shelf import finding, library, page

ADVICE = "Offer drozenol 40 mg a day to adults with earache."
BOUNDS = (
    "In people over 75 the starting dose should be 10 mg.",
    "At a clearance below 30 half the dose is recommended.",
    "The daily maximum is 80 mg.",
    "Stop the drug when the ear is dry.",
    "Drozenol should be withheld until the blood count is known.",
    "A mastoid abscess must be excluded by examination.",
    "The dose may be raised by 10 mg every two weeks.",
    "Each dose should be infused over two hours.",
    "Nothing is gained by drozenol after three days.",
    "Women should be given effective contraception.",
    "Where local data show much resistance to it, quorine should take its place.",
)
OTHERS = (
    "Offer quorine to adults who cannot swallow.",
    "We recommend a hearing test in spring.",
    "Clean the ear canal with a dry swab.",
    "Ask about swimming at each visit.",
)
ON_THE_MAKING = (
    "The search strategy is available from the secretariat.",
    "The members of the group had no competing interests with respect to this topic.",
    "Characteristics at the start are given in the first table.",
    "The flow of participants is shown in the first figure.",
    "The last data were received in November of the final year.",
    "The protocol was approved by the ethics committee, and all participants gave written consent.",
    "Details of the excluded studies can be found in the appendix.",
)
SAYS_SOMETHING = (
    "The company that makes the drug paid for the trial.",
    "Data were collected in the winter of 2009.",
    "The characteristics of those who left differed from the table of those who stayed.",
    "Details of the dose are given in the appendix, and no child should be given more.",
    "The last visit was in August, when hay fever is rare.",
)


@pytest.mark.parametrize("rule", BOUNDS_ADVICE)
def test_each_row_holds_for_its_example(rule: QualifierRule) -> None:
    """The examples show what the patterns mean."""
    assert re.search(rule.pattern, rule.example, re.IGNORECASE)


@pytest.mark.parametrize("after", BOUNDS)
def test_what_bounds_advice_goes_with_it_and_who_checks_misses_it(after: str) -> None:
    """It asks for something itself, and who reads the first alone does harm."""
    each = guideline(Block("Earache", 2), Block(f"{ADVICE} {after}"))
    store = library([each])
    row = finding(store, each, place_of(each, ADVICE), FindingKind.RECOMMENDATION)
    bare = page(store, [finding(store, each, place_of(each, ADVICE), FindingKind.RECOMMENDATION, qualifiers=())])

    assert bounds_advice(after)
    assert is_bound_of_advice(after)
    assert after in [one.quote.text for one in row.qualifiers]
    assert not Checker(store).verify(bare).passed
    assert Checker(store).verify(page(store, [row])).passed


@pytest.mark.parametrize("after", OTHERS)
def test_the_next_advice_is_another_row(after: str) -> None:
    """A paragraph of advice is not shown whole with each of its sentences."""
    lines = (Block("Earache", 2), Block(f"{ADVICE} {after}"))

    assert after not in travels(guideline(*lines), ADVICE, FindingKind.RECOMMENDATION)


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("The daily maximum of drozenol is 80 mg.", True),
        ("Drozenol should not be given to anyone with a perforated drum.", True),
        ("Quorine should be raised by 10 mg every two weeks.", False),
    ],
)
def test_what_bounds_it_before_goes_with_it_where_it_is_on_the_same(before: str, shown: bool) -> None:
    """Of two that advise, the bound of another medicine is none of it."""
    each = guideline(Block("Earache", 2), Block(f"{before} {ADVICE}"))
    store = library([each])
    bare = page(store, [finding(store, each, place_of(each, ADVICE), FindingKind.RECOMMENDATION, qualifiers=())])

    assert (before in travels(each, ADVICE, FindingKind.RECOMMENDATION)) == shown
    assert Checker(store).verify(bare).passed != shown


def test_a_bound_in_a_line_of_its_own_is_another_row() -> None:
    """In a list each item is read by itself."""
    lines = (Block("Earache", 2), Block(ADVICE), Block(BOUNDS[0]))

    assert BOUNDS[0] not in travels(guideline(*lines), ADVICE, FindingKind.RECOMMENDATION)


@pytest.mark.parametrize("sentence", ON_THE_MAKING)
def test_how_a_report_was_made_stays_behind(sentence: str) -> None:
    """After advice and before a finding; and who checks does not miss it."""
    each = guideline(Block("Earache", 2), Block(f"{ADVICE} {sentence}"))
    store = library([each])
    row = finding(store, each, place_of(each, ADVICE), FindingKind.RECOMMENDATION)

    assert is_on_the_making(sentence)
    assert adds_nothing(sentence, below=False)
    assert sentence not in [one.quote.text for one in row.qualifiers]
    assert Checker(store).verify(page(store, [row])).passed


@pytest.mark.parametrize("sentence", SAYS_SOMETHING)
def test_what_changes_the_worth_of_a_finding_is_no_making(sentence: str) -> None:
    """Money, a season, those who left, a limit."""
    assert not is_on_the_making(sentence)
