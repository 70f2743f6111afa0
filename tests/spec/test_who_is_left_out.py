"""Advice for those without an illness does not lead who has it, under any of its names."""

from dataclasses import replace

import pytest

from quoth.answer.whom import leaves_out
from quoth.check.leading import _cases
from quoth.evidence.fitting.people import about_people
from quoth.evidence.weighing.spoken import affirmed
from quoth.model import Concept, ConceptKind, Mention, QueryTerm
from tests.unit.answer.factories import finding, question

NAMES = ("heart disease", "angina", "previous stroke")
WITHOUT = "Offer the drug to adults without a history of heart trouble (such as angina or a heart attack)."
CONCEPT = Concept("people with heart disease", ConceptKind.POPULATION, lay=NAMES)


@pytest.mark.parametrize(
    ("typed", "advice", "out"),
    [
        ("heart disease", WITHOUT, True),
        ("angina", WITHOUT, True),
        ("heart disease", "Offer the drug to adults with heart disease, but not to those without angina.", False),
        ("heart disease", "Offer the drug to adults with angina.", False),
        ("heart disease", "Offer the drug to older people without asthma.", False),
    ],
)
def test_who_has_it_is_left_out_under_any_of_its_names(typed: str, advice: str, out: bool) -> None:
    """By the words that leave them out, brackets behind these included; what names them as well leaves nobody out."""
    them = Mention(CONCEPT, typed, 9, 9 + len(typed))
    term = QueryTerm(typed, tuple(name for name in NAMES if name != typed), concept=CONCEPT.name)
    asked = replace(question(f"drug in {typed}"), populations=(them,), terms=(term,))

    assert leaves_out(asked, finding(advice)) is out


def test_those_who_are_not_something_are_not_left_out_by_it() -> None:
    """Advice for people "not ready to stop" is for them."""
    unready = Concept("people not ready to stop", ConceptKind.POPULATION, lay=("before I am ready", "ready to stop"))
    term = QueryTerm("before I am ready", ("not ready to stop", "ready to stop"), concept=unready.name)
    asked = replace(question("drug before I am ready"), populations=(Mention(unready, "before I am ready", 5, 22),))
    advice = finding("Start it in people who are not ready to stop.")

    assert not leaves_out(replace(asked, terms=(term,)), advice)


def test_who_checks_reads_the_same_names() -> None:
    """With code of its own."""
    them = Mention(CONCEPT, "heart disease", 8, 21)
    term = QueryTerm("heart disease", NAMES[1:], concept=CONCEPT.name)
    asked = replace(question("drug in heart disease"), populations=(them,), terms=(term,))
    ((words, _, names),) = _cases(asked)

    assert words == "heart disease"
    assert {"angina"} in names


def test_brackets_behind_what_is_not_had_are_not_had_either() -> None:
    """Neither those who are studied nor those who are advised."""
    assert "angina" not in about_people(WITHOUT)
    assert "angina" not in affirmed(WITHOUT)
    assert "mild" in affirmed("Offer it to adults with pain (mild or severe).")
