"""The page is composed in layers, from findings alone."""

from dataclasses import replace

import pytest

from quoth.answer import write
from quoth.model import (
    Abstention,
    Action,
    Answer,
    Concept,
    ConceptKind,
    Design,
    Directness,
    Facet,
    MarkKind,
    Mention,
    QueryTerm,
    Reason,
    Slot,
)
from tests.unit.answer.factories import finding, ground, page_of, question, result, table


def test_actions_come_in_the_order_do_consider_do_not_uncertain() -> None:
    """The table reads from what should be done to what nobody knows."""
    page = page_of(
        finding("Tape is uncertain.", record="d", action=Action.UNCERTAIN),
        finding("Do not tape.", record="c", action=Action.DO_NOT),
        finding("Consider tape.", record="b", action=Action.CONSIDER),
        finding(record="a"),
    )

    assert [Action.DO, Action.CONSIDER, Action.DO_NOT, Action.UNCERTAIN] == [row.action for row in page.actions]


def test_same_advice_of_two_bodies_takes_one_row_and_loses_neither() -> None:
    """Folded rows count the bodies and open to all of them."""
    page = page_of(finding("Offer taping to adults.", record="a"), finding("Taping should be offered.", record="b"))

    assert 1 == len(page.actions)
    assert {"a", "b"} == {s.quote.span.record_id for s in (page.actions[0].statement, *page.actions[0].also)}


def test_advice_with_a_condition_is_not_folded_with_advice_without() -> None:
    """Advice to tape, and advice to tape when running, are two pieces of advice."""
    page = page_of(finding(record="a"), finding("Offer taping.", record="b", condition="while running"))

    assert 2 == len(page.actions)


def test_opposite_actions_on_one_intervention_stand_side_by_side() -> None:
    """Bodies that point apart are shown, not averaged."""
    page = page_of(finding(record="a"), finding("Do not use tape.", record="b", action=Action.DO_NOT))

    assert ["taping"] == [difference.about for difference in page.differences]
    assert {"a", "b"} == {s.quote.span.record_id for s in page.differences[0].statements}


def test_research_is_grouped_by_family_strongest_then_newest_first() -> None:
    """Within a family reviews come before trials, and newer before older."""
    page = page_of(
        result("A trial.", record="t", year=2025),
        result("An old review.", record="o", design=Design.SYSTEMATIC_REVIEW, year=2010),
        result("A new review.", record="n", design=Design.SYSTEMATIC_REVIEW, year=2020),
    )

    assert ["n", "o", "t"] == [s.quote.span.record_id for group in page.research for s in group.statements]


def test_research_after_the_guidance_is_listed_as_newer_and_is_the_same_row() -> None:
    """The list of newer evidence points at rows, it does not copy them."""
    page = page_of(finding(year=2020), result(year=2023), result("Older.", record="t0", year=2015))

    assert ["t1"] == [s.quote.span.record_id for s in page.newer]
    assert page.newer[0] in page.statements()
    assert len(page.statements()) == len({s.id for s in page.statements()})


@pytest.mark.parametrize("directness", [Directness.OTHER_CONDITION, Directness.ANIMAL, Directness.UNKNOWN])
def test_indirect_evidence_is_left_out_with_its_reason(directness: Directness) -> None:
    """Evidence on another condition is never used as if it were on this one."""
    page = page_of(finding(), result(record="x", directness=directness))

    assert "x" not in {s.quote.span.record_id for s in page.statements()}
    assert "x" in {exclusion.record_id for exclusion in page.method.exclusions}


def test_evidence_filed_as_indirect_is_shown_with_its_mark() -> None:
    """What an editor filed under a topic as indirect is shown, marked, never silently."""
    page = page_of(finding(), result(record="x", directness=Directness.OTHER_CONDITION, indirect="knee osteoarthritis"))

    row = next(s for s in page.statements() if s.quote.span.record_id == "x")
    assert MarkKind.INDIRECT in {mark.kind for mark in row.marks}


def test_references_are_numbered_in_reading_order_and_every_number_resolves() -> None:
    """The first number met is 1, and no number leads nowhere."""
    page = page_of(result(), finding(record="b"), finding("Do not tape.", record="c", action=Action.DO_NOT))

    numbers = [reference.number for reference in page.references]
    assert list(range(1, len(numbers) + 1)) == numbers
    met = list(dict.fromkeys(n for s in page.statements() for n in s.citations))
    assert sorted(met) == met
    assert set(met) == set(numbers)


def test_sides_on_which_nothing_was_found_are_named() -> None:
    """A treatment page says which sides of the question nothing speaks to."""
    page = page_of(finding(), result("Skin irritation in 3 of 20.", facets=(Facet.HARMS,)))

    assert Facet.HARMS not in page.not_found
    assert {Facet.DOSE, Facet.COST, Facet.CONTRAINDICATIONS} <= set(page.not_found)


def test_rows_beyond_the_limit_open_on_request_and_are_not_lost() -> None:
    """A long page keeps its tail under "show all"."""
    many = [finding(f"Offer thing {n}.", record=f"r{n}", interventions=(f"thing {n}",)) for n in range(40)]
    page = page_of(*many)

    assert 40 == len(page.actions) + len(page.more_actions)
    assert len(page.actions) <= 25


def test_the_same_table_in_another_order_gives_the_same_page() -> None:
    """The page depends on the evidence, not on the order in which it came."""
    rows = [
        finding(record="a"),
        finding("Consider tape.", record="b", action=Action.CONSIDER),
        result(),
        result(record="t2"),
    ]

    assert page_of(*rows) == page_of(*reversed(rows))


def test_every_direction_of_advice_stands_on_the_first_page() -> None:
    """Twenty things to do never push the one thing not to do out of sight."""
    many = [finding(f"Offer thing {n}.", record=f"r{n}", interventions=(f"thing {n}",)) for n in range(20)]
    page = page_of(*many, finding("Do not tape.", record="x", action=Action.DO_NOT))

    assert Action.DO_NOT in {row.action for row in page.actions}


def test_advice_that_adds_a_dose_keeps_its_own_row() -> None:
    """Folding hides nothing: advice that says how much is not beneath advice that does not."""
    dosed = finding("Tape for four weeks.", record="b", facets=(Facet.BENEFIT, Facet.DOSE))

    assert 2 == len(page_of(finding(record="a"), dosed).actions)


def test_words_that_no_source_speaks_to_are_named_above_the_page() -> None:
    """What a page leaves out of the question is said before anything else."""
    page = write(question(), table(finding(), uncovered=("rheumatoid",)), ground())

    assert isinstance(page, Answer)
    assert any("rheumatoid" in note for note in page.notes)


@pytest.mark.parametrize(("matched", "missing"), [((), True), ((Slot.POPULATION,), False)])
def test_people_whom_a_row_is_on_under_another_name_are_not_called_missing(
    matched: tuple[Slot, ...], *, missing: bool
) -> None:
    """Advice for people over 12 is held for a 15 year old, though nothing says so in these words."""
    teenager = Mention(Concept("adolescents", ConceptKind.POPULATION), "15 year old", 0, 11)
    asked = question("15 year old, taping", populations=(teenager,))
    page = write(asked, table(finding(matched=matched), uncovered=("15 year old",)), ground())

    assert isinstance(page, Answer)
    assert any("15 year old" in note for note in page.notes) is missing


def test_a_condition_in_words_that_no_pack_knows_is_not_called_missing() -> None:
    """Whoever asks about tape for a sprained ankle has named a condition; the page says that nothing answers."""
    asked = question(
        "taping ankle sprain", conditions=(), terms=(QueryTerm("taping", concept="taping"), QueryTerm("ankle"))
    )
    page = write(asked, table(coverage_0_1=0.2), ground(conditions_treated=("heel pain", "knee pain")))

    assert isinstance(page, Abstention)
    assert Reason.NO_DIRECT_EVIDENCE is page.reason


def test_what_says_what_was_asked_stands_first_among_the_actions() -> None:
    """Also where its keywords name another side: an unasked row with more of the names does not go before it."""
    near = finding("Record the tape's place.", record="a", relevance=0.95, interventions=("tape", "taping"))
    asked_for = replace(
        finding("Test before taping.", record="b", facets=(Facet.DIAGNOSIS,)), annotation=None, spoken=1.9
    )
    page = page_of(near, asked_for)

    assert [row.statement.quote.text for row in page.actions] == ["Test before taping.", "Record the tape's place."]
