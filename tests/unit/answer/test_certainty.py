"""The provisional starting point of a certainty: a table of rules, spelled out."""

from dataclasses import replace

import pytest

from quoth.answer.certainty import provisional_certainties
from quoth.answer.numbering import Numbering
from quoth.model import Certainty, Design, Directness, Figure, Finding, Qualifier, QualifierKind, ResearchGroup
from tests.unit.answer.factories import result

Ends = tuple[float, float]


def effect(
    record: str,
    ends: Ends = (0.6, 0.9),
    *,
    n: int | None = 1000,
    measure: str = "RR",
    design: Design = Design.RCT,
    words: str = "Pain fell.",
    **more: object,
) -> Finding:
    """A result on pain with this interval."""
    figure = Figure(0, 4, measure, sum(ends) / 2, *ends, about="pain")
    return replace(result(f"{words} ({record})", record=record, design=design, **more), figures=(figure,), n=n)


def rated(*findings: Finding) -> tuple[Certainty, list[str]] | None:
    """The level and the rules of the one body that these findings make, or `None` where nothing is worked out."""
    numbering = Numbering(None)
    group = ResearchGroup("exercise", tuple(numbering.statement(finding) for finding in findings))
    made = provisional_certainties((group,), findings)
    return (made[0].level, [reason.rule for reason in made[0].reasons][:4]) if made else None


@pytest.mark.parametrize(
    ("findings", "level", "rules"),
    [
        ((effect("a"),), Certainty.HIGH, ["randomised", "direct", "precise", "single"]),
        ((effect("a", n=80),), Certainty.MODERATE, ["randomised", "direct", "small", "single"]),
        ((effect("a", n=None),), Certainty.HIGH, ["randomised", "direct", "size unknown", "single"]),
        ((effect("a", (0.95, 1.05)),), Certainty.HIGH, ["randomised", "direct", "narrow", "single"]),
        ((effect("a", (0.7, 1.1)),), Certainty.MODERATE, ["randomised", "direct", "imprecise", "single"]),
        ((effect("a", (0.7, 1.4)),), Certainty.LOW, ["randomised", "direct", "very imprecise", "single"]),
        (
            (effect("a", (0.5, 0.8)), effect("b", (1.2, 1.9))),
            Certainty.MODERATE,
            ["randomised", "direct", "precise", "inconsistent"],
        ),
        ((effect("a"), effect("b")), Certainty.HIGH, ["randomised", "direct", "precise", "consistent"]),
        (
            (effect("a", (0.7, 1.4), design=Design.COHORT),),
            Certainty.VERY_LOW,
            ["observational", "direct", "very imprecise", "single"],
        ),
        (
            (effect("a", (-1.0, 2.0), measure="MD"),),
            Certainty.MODERATE,
            ["randomised", "direct", "imprecise", "single"],
        ),
    ],
)
def test_a_starting_point_follows_from_design_intervals_and_agreement(
    findings: tuple[Finding, ...], level: Certainty, rules: list[str]
) -> None:
    """GRADE's starting levels and steps, from what the page itself shows."""
    assert (level, rules) == rated(*findings)


def test_a_stated_certainty_stands_instead() -> None:
    """Where any source of the family states how certain it is, nothing is worked out beside it."""
    stated = effect("a")
    stated = replace(stated, qualifiers=(Qualifier(QualifierKind.CERTAINTY, stated.quote),))

    assert None is rated(stated, effect("b"))


def test_nothing_is_worked_out_beside_a_sources_own_doubt() -> None:
    """A source that says how little its evidence bears is not followed by "high"; what another doubts is its own."""
    doubting = result("Exercise helps; lack of blinding limits certainty.", record="a")
    elsewhere = result("Walking helped in a small trial.", record="b")

    assert None is rated(effect("a"), doubting)
    assert Certainty.HIGH is (rated(effect("a"), elsewhere) or (None,))[0]


def test_a_review_counts_as_trials_only_when_its_text_says_so() -> None:
    """Of a review that does not say what it rests on, nothing is worked out."""
    silent = effect("a", design=Design.SYSTEMATIC_REVIEW)
    telling = effect("a", design=Design.SYSTEMATIC_REVIEW, words="In 12 trials pain fell.")

    assert None is rated(silent)
    assert Certainty.HIGH is (rated(telling) or (None,))[0]


def test_observation_does_not_join_trials() -> None:
    """A body holds the strongest kind of design alone; the rest stays on the page as rows."""
    found = rated(effect("a", (0.7, 1.1)), effect("b", design=Design.COHORT))

    assert (Certainty.MODERATE, ["randomised", "direct", "imprecise", "single"]) == found


def test_indirect_rows_are_not_rated() -> None:
    """Another condition's results start nothing here."""
    assert None is rated(effect("a", directness=Directness.OTHER_CONDITION))
