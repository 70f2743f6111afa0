"""What a part of a guideline says once for all of it, and whose words are not its own: both sides read it alike."""

import pytest

from quoth.check import Checker
from quoth.evidence.guideline.whose import is_no_own_advice
from quoth.evidence.reading.places import stands_where_nothing_is_advised
from quoth.model import FaultKind, FindingKind
from quoth.sources.document import Block
from tests.spec.test_what_stands_around_a_quote import guideline, place_of, travels
from tests.spec.traps.shelf import finding, library, page

ADVICE = "Offer rest to adults with a sprained ankle."


@pytest.mark.parametrize(
    ("lines", "advice", "shown"),
    [
        (["Weak recommendations, low certainty."], ADVICE, True),
        (["Every statement of this chapter is consensus."], ADVICE, True),
        (["Use ice.", "The advice below is opinion alone."], ADVICE, True),
        (["Grade B.", "Use ice."], ADVICE, True),
        (["Use ice.", "Strong recommendation."], ADVICE, False),
        (["Each patient of this section should be graded by pain."], ADVICE, False),
        (["Evidence was searched for in four databases."], ADVICE, False),
        (["Ankles are sprained in football."], ADVICE, False),
    ],
)
def test_a_grade_told_once_goes_with_each_advice_of_its_part(lines: list[str], advice: str, shown: bool) -> None:
    """Cut from "Weak recommendations", advice reads like a firm one; the grade of the row above is another's."""
    each = guideline(Block("Ankle sprain", 2), *(Block(line) for line in [*lines, advice]))
    store = library([each])
    row = finding(store, each, place_of(each, advice), FindingKind.RECOMMENDATION)
    bare = page(store, [finding(store, each, place_of(each, advice), FindingKind.RECOMMENDATION, qualifiers=())])
    cut = [one for one in Checker(store).verify(bare).faults if "told once" in one.detail]

    assert shown == bool({one.quote.text for one in row.qualifiers} & set(lines)) == bool(cut)
    assert Checker(store).verify(page(store, [row])).passed


@pytest.mark.parametrize(
    ("advice", "box", "shown"),
    [
        ("Operate on those in group C.", "Group C: stones over two centimetres.", True),
        ("Give the tablets by the red table.", "Red table. Never after a bleed.", True),
        ("Let people drive, conditions below.", "Conditions below: no fit for a year.", True),
        ("Give the tablets by the red table.", "Blue table. Never after a bleed.", False),
        ("Measure the pressure in each group.", "Group C: stones over two centimetres.", False),
    ],
)
def test_advice_is_shown_with_the_box_that_it_points_to(advice: str, box: str, shown: bool) -> None:
    """Who is treated stands in the box, not in the line that names it."""
    lines = (Block("Ankle sprain", 2), Block(advice), Block("Ask again in a week about the pain at night."), Block(box))

    assert (box in travels(guideline(*lines), advice, FindingKind.RECOMMENDATION)) == shown


@pytest.mark.parametrize(
    ("advice", "after", "shown"),
    [
        ("Reckon 3 ml for each kilogram.", "Share the sum out over a day.", True),
        ("Begin with 10 mg of prednisolone.", "Taper over a month.", True),
        ("Begin with 10 mg of prednisolone.", "Offer physiotherapy.", False),
        ("Begin with rest.", "Spread the word among coaches.", False),
        ("Dilate the gullet.", "Leave two weeks before the next.", True),
        ("Begin with naproxen.", "Alcohol beside it can be harmful.", True),
    ],
)
def test_the_last_step_of_a_sum_goes_with_it(advice: str, after: str, shown: bool) -> None:
    """Half of a reckoning is another dose."""
    lines = (Block("Ankle sprain", 2), Block(f"{advice} {after}"))

    assert (after in travels(guideline(*lines), advice, FindingKind.RECOMMENDATION)) == shown


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["Morning", "Offer rest.", "Without pain in the evening", "Offer a walk."], ["Morning"]),
        (["Class III", "Offer rest.", "Class I", "Offer a walk."], ["Class III"]),
        (["Morning", "Offer rest.", "Except in gout", "Offer a walk."], ["Morning", "Except in gout"]),
        (["Morning", "Offer rest.", "Caution: people with gout."], ["Morning", "Caution: people with gout."]),
    ],
)
def test_the_next_case_begins_where_its_label_stands(lines: list[str], shown: list[str]) -> None:
    """A label under a labelled row heads the next row; a limit belongs to the row above it."""
    each = guideline(Block("Ankle sprain", 2), *(Block(line) for line in lines))

    assert [one for one in travels(each, "Offer rest.", FindingKind.RECOMMENDATION) if one in lines] == shown


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Uncle: give the boy brandy.", False),
        ("Patient: I want the strong tablets, doctor.", False),
        ("“Give everybody the jab and be done.”", False),
        ("The sailor says: take rum for it.", False),
        ("Doctors should then one day be able to print a new knee.", False),
        ("Use the sponge once it is on the market.", False),
        ("Panel members should return the second draft by Friday.", False),
        ("True or false: adults should be given rest.", False),
        ("Offer the balm, sold in all good pharmacies.", False),
        ("Child: 5 mg per kilogram.", True),
        ("Patient: take the tablets with food.", True),
        ("Family members should be offered vaccination.", True),
        ("If she says that she wants children, offer another drug.", True),
        ("Start the tablets one day after surgery.", True),
        ("Members of the household should be treated.", True),
        ("Read the pressure while she is in a sitting position.", True),
    ],
)
def test_what_others_say_in_a_guideline_is_not_its_advice(line: str, own: bool) -> None:
    """A talk, a hope, an offer, a quiz and the panel's own rules ask for something, and none is advice."""
    each = guideline(Block("Ankle sprain", 2), Block(line))
    store = library([each])
    row = finding(store, each, place_of(each, line), FindingKind.RECOMMENDATION)
    faults = [one.detail for one in Checker(store).verify(page(store, [row])).faults]

    assert own != is_no_own_advice(line, "A panel")
    assert own != any(one.startswith("offered as advice, it ") for one in faults)


@pytest.mark.parametrize(
    ("heading", "advises"),
    [
        ("Epigraph", False),
        ("Inside cover", False),
        ("Working groups", False),
        ("A rhyme", False),
        ("Appendix in adults", True),
        ("Partners", True),
        ("Health promotion", True),
        ("Appendix B", False),
    ],
)
def test_sayings_and_offers_stand_under_their_own_headings(heading: str, advises: bool) -> None:
    """What is printed beside a guideline is not what it advises."""
    each = guideline(Block(heading, 2), Block(ADVICE))
    store = library([each])
    row = finding(store, each, place_of(each, ADVICE), FindingKind.RECOMMENDATION)
    kinds = [one.kind for one in Checker(store).verify(page(store, [row])).faults]

    assert advises == (FaultKind.NOT_A_FINDING not in kinds)
    assert advises != stands_where_nothing_is_advised(row.rendition, row.quote.span.start)


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["This chapter is about babies.", "Weigh them.", "Ask the mother.", "Listen to the lungs.", ADVICE], True),
        (["All doses on this page are for a day.", "Weigh them.", "Ask the mother.", ADVICE], True),
        (["This section was written by four people.", "Weigh them.", ADVICE], False),
        (["This section describes how to walk.", "Weigh them.", ADVICE], False),
        (["All patients are on aspirin.", "Weigh them.", ADVICE], False),
        ([ADVICE, "Weigh them.", "Ask the mother.", "Listen to the lungs.", "None of this applies to babies."], True),
        ([ADVICE, "Weigh them.", "What follows is for babies alone."], False),
    ],
)
def test_what_bounds_a_part_goes_with_each_of_its_rows(lines: list[str], shown: bool) -> None:
    """For whom a section is meant is said at its head, and a row further down is for the same people."""
    each = guideline(Block("Ankle sprain", 2), *(Block(line) for line in lines))
    (bound,) = [
        one for one in lines if " is " in one or " are " in one or "applies" in one or " was " in one or "how" in one
    ]

    assert (bound in travels(each, ADVICE, FindingKind.RECOMMENDATION)) == shown


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        ("Compression is the practice of winding a bandage round a limb.", False),
        ("Early rest helps the ligament to knit.", False),
        ("Early rest helps the ligament to knit, but not in athletes.", True),
        ("Rest helps children.", True),
        ("On a ship far from help.", True),
        ("Additional information is available from the society.", False),
        ("The panel also recommends offering crutches to adults with a broken foot.", False),
        ("The panel recommends it only after a scan.", True),
        ("Crutches rub the armpit.", True),
    ],
)
def test_what_changes_nothing_of_advice_stays_behind(after: str, shown: bool) -> None:
    """A meaning, a reason in favour or the next recommendation limits nothing; any limit in it, and it travels."""
    each = guideline(Block("Ankle sprain", 2), Block(f"{ADVICE} {after}"))

    assert (after in travels(each, ADVICE, FindingKind.RECOMMENDATION)) == shown


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        (
            "Offer crutches to everybody who limps home from a game unless the foot is warm. (Weak recommendation)",
            False,
        ),
        ("Offer crutches to everybody who limps home from a game unless the foot is warm.", True),
        ("Only a doctor should decide so. (Weak recommendation)", True),
    ],
)
def test_what_was_graded_apart_is_another_recommendation(after: str, shown: bool) -> None:
    """Each has its grade: what the next one excepts, it excepts from itself."""
    graded = "Offer rest to adults with a sprained ankle. (Strong recommendation)"
    each = guideline(Block("Ankle sprain", 2), Block(f"{graded} {after}"))
    told = "|".join(travels(each, ADVICE, FindingKind.RECOMMENDATION))

    assert (after.partition(".")[0] in told) == shown


def test_an_order_is_the_label_of_nothing() -> None:
    """In a list of orders each stands for itself."""
    each = guideline(Block("Ankle sprain", 2), Block("Count the toes."), Block(ADVICE))

    assert "Count the toes." not in travels(each, ADVICE, FindingKind.RECOMMENDATION)
