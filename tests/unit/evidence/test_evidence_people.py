"""Which people words speak of, and whether those asked about are among them."""

from dataclasses import replace

import pytest

from quoth.evidence.fitting.people import groups_named, is_for_another_age, is_for_others, people_named
from quoth.evidence.fitting.question_terms import Asked, asked
from quoth.model import Concept, ConceptKind, Mention
from tests.unit.evidence.evidence_factories import lexicon, question


def asking_of(group: str, *, because: str | None = None) -> Asked:
    """A question on one group of people."""
    mention = Mention(Concept(group, ConceptKind.POPULATION), group, 0, len(group), because)
    return asked(replace(question(), populations=(mention,)), lexicon())


@pytest.mark.parametrize(
    ("group", "words", "for_others"),
    [
        ("men", "Offer chlamydia screening to women under 25.", True),
        ("men", "Screening is uncertain in men and helps women.", False),
        ("men", "Offer chlamydia screening.", False),
        ("children", "Offer it to adults.", True),
        ("children", "Offer it to adults, not children.", True),
        ("adults", "Offer it to children and adults.", False),
    ],
)
def test_words_on_other_people_are_told_from_words_on_all(group: str, words: str, for_others: bool) -> None:
    """What speaks of both, or of nobody in particular, holds for those asked about."""
    assert is_for_others(asking_of(group), words) is for_others


@pytest.mark.parametrize(
    ("text", "for_others"),
    [
        ("She's 66 and has never smoked. Does she need the scan?", True),
        ("My mother is 68. Does she need the scan?", True),
        ("75F, scan?", True),
        ("My father is 68. Does he need the scan?", False),
        ("78M, scan?", False),
        ("My wife asks whether I need the scan, and he does not know", False),
        ("Is the scan needed after a walk of 400 m or 70 f?", False),
        ("Does anybody of 66 need the scan?", False),
    ],
)
def test_she_is_a_woman_and_he_a_man(text: str, for_others: bool) -> None:
    """Advice on men alone is none for her; where words of both stand, nobody is left out."""
    asking = asked(replace(question(), text=text, populations=()), lexicon())

    assert is_for_others(asking, "Screen men aged 65 to 75 who have ever smoked.") is for_others
    assert not is_for_others(asking, "Screen adults aged 65 to 75.")


def test_people_whom_nobody_named_leave_nobody_out() -> None:
    """A group that was only inferred decides nothing."""
    assert not is_for_others(asking_of("men", because="the question before"), "Offer it to women.")


def test_those_said_not_to_be_meant_are_not_named() -> None:
    """What is denied is taken out first."""
    assert groups_named("adults, not pregnant") == {"adults"}


@pytest.mark.parametrize(
    ("age", "bounds", "for_others"),
    [
        (0.4, "severe disease, older than 6 months", True),
        (3.0, "severe disease, older than 6 months", False),
        (3.0, "severe disease", False),
        (None, "older than 6 months", False),
        (1.0, "children other than those younger than 2 years with fever", False),
    ],
)
def test_a_bound_on_ages_leaves_out_who_is_younger(age: float | None, bounds: str, for_others: bool) -> None:
    """Where an age is known on both sides, and the bound is no exception from it."""
    of_age = asked(replace(question(), age=age), lexicon())
    assert is_for_another_age(of_age, bounds) is for_others


@pytest.mark.parametrize(
    ("words", "pregnant"),
    [
        ("costs, values, pregnancy potential and other illnesses", False),
        ("women who could become pregnant", False),
        ("women planning pregnancy", False),
        ("pregnant women, and those who may become pregnant", True),
        ("in pregnancy", True),
    ],
)
def test_who_may_be_with_child_one_day_is_not(words: str, *, pregnant: bool) -> None:
    """Advice that weighs whether somebody could become pregnant is no advice for pregnant women."""
    assert ("pregnant women" in groups_named(words)) is pregnant


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("People over 12 with headache", True),
        ("patients aged 14 years and older", True),
        ("People over 65 with headache", False),
        ("12 people with headache", False),
    ],
)
def test_people_over_twelve_are_adolescents_as_well(words: str, *, named: bool) -> None:
    """Advice for them holds for somebody of fifteen, and no older word for it need stand there."""
    assert ("adolescents" in groups_named(words)) is named
    assert (people_named(asking_of("adolescents"), words) == ("adolescents",)) is named
