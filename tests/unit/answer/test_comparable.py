"""Effects side by side: which rows may stand in one picture, and which may not."""

from dataclasses import replace

from quoth.answer.comparable import comparable_sets
from quoth.answer.numbering import Numbering
from quoth.model import Directness, Figure, Finding, ResearchGroup, Standing
from tests.unit.answer.factories import result


def effect(
    record: str, about: str | None = "pain", measure: str = "RR", unit: str | None = None, **more: object
) -> Finding:
    """A result with one effect on an outcome."""
    words = f"Pain in {record} 0.8 (0.6 to 0.9)."
    figure = Figure(8, len(words) - 1, measure, 0.8, 0.6, 0.9, unit=unit, about=about)
    return replace(result(words, record=record, **more), figures=(figure,))


def sets(*findings: Finding) -> list[tuple[str, str, list[str]]]:
    """(outcome, measure, records) of the sets that these findings make under one family."""
    numbering = Numbering(None)
    group = ResearchGroup("exercise", tuple(numbering.statement(finding) for finding in findings))
    records = {s.id: s.quote.span.record_id for s in group.statements}
    made = comparable_sets((group,), findings)
    return [(one.outcome, one.measure, [records[row.statement_id] for row in one.rows]) for one in made]


def test_effects_on_one_outcome_in_one_measure_stand_side_by_side() -> None:
    """Two trials that report risk ratios on pain can be looked at in one picture."""
    assert [("pain", "RR", ["a", "b"])] == sets(effect("a"), effect("b"))


def test_one_source_is_no_comparison() -> None:
    """A single effect, or two of the same report, make no set."""
    assert [] == sets(effect("a"))
    assert [] == sets(effect("a"), effect("a"))


def test_another_outcome_or_measure_is_another_set() -> None:
    """Odds ratios do not stand among risk ratios, nor death among pain."""
    assert [] == sets(effect("a"), effect("b", measure="OR"), effect("c", about="death"))


def test_an_effect_without_a_known_outcome_is_not_compared() -> None:
    """What a number speaks of is not guessed."""
    assert [] == sets(effect("a", about=None), effect("b", about=None))


def test_mean_differences_are_compared_in_a_unit_that_means_the_same() -> None:
    """Five points of one scale are not five points of another; five mm Hg are five mm Hg."""
    assert [] == sets(effect("a", measure="MD", unit="points"), effect("b", measure="MD", unit="points"))
    assert [] == sets(effect("a", measure="MD"), effect("b", measure="MD"))
    assert [("pain", "MD", ["a", "b"])] == sets(
        effect("a", measure="MD", unit="mm"), effect("b", measure="MD", unit="mm")
    )


def test_indirect_evidence_is_not_compared() -> None:
    """Another condition's effect has no place beside those on the condition asked about."""
    assert [] == sets(effect("a"), effect("b", directness=Directness.OTHER_CONDITION))


def test_a_row_keeps_its_own_figure_whole() -> None:
    """No number is made: each row shows the estimate and the interval of its statement."""
    numbering = Numbering(None)
    findings = (effect("a"), effect("b", standing=Standing()))
    group = ResearchGroup("exercise", tuple(numbering.statement(finding) for finding in findings))

    (made,) = comparable_sets((group,), findings)

    assert [finding.figures[0] for finding in findings] == [row.figure for row in made.rows]
    assert 1.0 == made.no_effect
