"""A part is not shown as the whole, a claim not as what was found; an aim is no finding."""

import re

import pytest

from quoth.check.findings import _states_aim
from quoth.evidence.reading.emphasis import emphasis_of
from quoth.evidence.study.aims import states_aim
from quoth.library import cut
from quoth.model import Emphasis, Extent, Fidelity, FindingKind, Form, Rendition, Section, SectionRole, make_rendition
from quoth.model import emphasis_rules as table
from quoth.model.finding_rules import ASSUMES, NO_FINDING, OF_OTHERS
from quoth.model.qualifier_rules import QualifierRule

RULES = [(name, rule) for name in table.__all__ for rule in getattr(table, name)]
RESULTS = "RESULTS: "


def abstract(results: str, conclusion: str) -> Rendition:
    """A verbatim abstract with results and a conclusion."""
    text = f"{RESULTS}{results}\nCONCLUSIONS: {conclusion}"
    break_at = text.index("\n")
    sections = (
        Section(0, break_at, "RESULTS", SectionRole.RESULTS),
        Section(break_at + 1, len(text), "CONCLUSIONS", SectionRole.CONCLUSION),
    )
    return cut(make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, sections=sections))


def told(rendition: Rendition, words: str, kind: FindingKind) -> tuple[Emphasis, ...]:
    """What is told beside the words of a text."""
    start = rendition.text.index(words)
    return emphasis_of(rendition, Extent(start, start + len(words)), kind)


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[f"{name}: {rule.reason}" for name, rule in RULES])
def test_each_row_finds_its_example(name: str, rule: QualifierRule) -> None:
    """A row that does not find its own example finds nothing."""
    pattern = re.compile(rule.pattern, re.IGNORECASE)

    assert pattern.match(rule.example) if name == "OPENS_WITH_A_PART" else pattern.search(rule.example)


@pytest.mark.parametrize("rule", NO_FINDING, ids=lambda rule: rule.reason)
def test_an_aim_is_known_by_its_opening(rule: QualifierRule) -> None:
    """Also behind a heading."""
    assert states_aim(rule.example)
    assert states_aim(f"BACKGROUND: {rule.example}")


@pytest.mark.parametrize(
    "sentence",
    [
        "To our knowledge, no trial has shown a benefit in children.",
        "To prevent one stroke, 40 people have to be treated for a year.",
        "We found that taping eases pain.",
        "This study shows that taping eases pain.",
        "The study drug reduced pain by half.",
        "Contrary to earlier reports, taping did not ease pain.",
        "Power output was higher with creatine.",
        "In the base-case analysis the cost was 300 euros.",
        "Since this was a small study, taping needs more trials.",
        "Patients in older groups recovered later than others.",
    ],
)
def test_a_finding_is_no_aim(sentence: str) -> None:
    """What was found may open like an aim."""
    assert not states_aim(sentence)


PARTS = [
    "In those who took at least 80% of the tablets, relapse was rarer.",
    "As-treated, mortality was 12% against 18%.",
    "In the first period, sleep was longer on the drug.",
    "After the worst centre had been left out, pain was lower.",
    "Post hoc, women fared better.",
    "In girls, but not in boys, weight fell.",
    "In the sensitivity analysis without the two largest trials, pain was lower.",
    "In the oldest third, walking distance doubled.",
]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_told_however_it_was_picked(part: str) -> None:
    """By what people did, by when it was looked at, or by what was left out."""
    assert (Emphasis.SUBGROUP,) == told(abstract(part, "Women differ."), part, FindingKind.RESULT)


WHOLES = [
    "The difference held in the intention-to-treat and the per-protocol populations alike.",
    "The post-hoc test confirmed that pain was lower with tape.",
    "Patients who took tape had less pain.",
    "The trial was stopped at the end of its second year.",
]


@pytest.mark.parametrize("whole", WHOLES)
def test_the_whole_is_not_called_a_part(whole: str) -> None:
    """A mark on every row would warn of nothing."""
    assert () == told(abstract(whole, "Women differ."), whole, FindingKind.RESULT)


def test_a_subgroup_is_told() -> None:
    """What was found in a part of the people is not what was found."""
    part = "In the subgroup of women, pain fell by half."

    assert (Emphasis.SUBGROUP,) == told(abstract(part, "Women differ."), part, FindingKind.RESULT)


def test_a_part_that_only_opens_a_sentence_is_told_when_the_whole_showed_nothing() -> None:
    """Said of women it is an aside after a clear result, and the whole story after an empty one."""
    part = "In women, pain fell by half."

    empty = abstract(f"Pain did not differ between the groups. {part}", "Women differ.")
    clear = abstract(f"Pain was significantly lower with taping. {part}", "Women differ.")

    assert (Emphasis.SUBGROUP,) == told(empty, part, FindingKind.RESULT)
    assert () == told(clear, part, FindingKind.RESULT)


def test_subgroups_that_agree_are_no_part() -> None:
    """A result across all subgroups is the result of all."""
    all_alike = "The effect was similar across all prespecified subgroups."

    assert () == told(abstract(all_alike, "It helps."), all_alike, FindingKind.RESULT)


@pytest.mark.parametrize(
    ("results", "conclusion", "expected"),
    [
        ("Pain did not differ between the groups.", "Taping is an effective treatment.", (Emphasis.SPIN,)),
        ("Both groups improved; there was no difference.", "Taping relieves pain.", (Emphasis.SPIN,)),
        ("No difference was seen. In the subgroup of men pain fell.", "Taping relieves pain.", (Emphasis.SPIN,)),
        ("Pain was significantly lower. Sleep did not differ.", "Taping is an effective treatment.", ()),
        ("Pain did not differ between the groups.", "Taping did not relieve pain.", ()),
        ("Pain did not differ between the groups.", "Taping is no more effective than rest.", ()),
        ("Forty adults took part.", "Taping is an effective treatment.", ()),
    ],
)
def test_a_claim_that_no_result_bears_is_told(results: str, conclusion: str, expected: tuple[Emphasis, ...]) -> None:
    """Spin: a benefit is claimed, and the results report none at all."""
    assert expected == told(abstract(results, conclusion), conclusion, FindingKind.CONCLUSION)


@pytest.mark.parametrize("rule", [*ASSUMES, *OF_OTHERS], ids=lambda rule: rule.reason)
def test_what_was_assumed_or_found_by_others_is_no_finding_for_the_checker_either(rule: QualifierRule) -> None:
    """Both sides read the table, each with its own code."""
    assert _states_aim(rule.example)
