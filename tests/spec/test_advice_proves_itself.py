"""Advice and findings show what they are: by the part they stand in, and with the line that they go on from."""

import pytest

from quoth.check import Checker
from quoth.check.places import proves_nothing
from quoth.evidence.reading.places import stands_where_nothing_is_advised
from quoth.model import FaultKind, FindingKind
from quoth.sources.document import Block
from tests.spec.test_what_stands_around_a_quote import guideline, place_of, study, travels
from tests.spec.traps.shelf import finding, library, page

ADVICE = "Offer rest to adults with a sprained ankle."


@pytest.mark.parametrize(
    ("heading", "about_care"),
    [
        ("Lecture two", False),
        ("Exam questions for pupils", False),
        ("Instructions for the printer", False),
        ("How this app was translated", False),
        ("Search and sifting", False),
        ("Bias in trials", False),
        ("Outcomes of the poll", False),
        ("Letters to the editor", False),
        ("What the chair said", False),
        ("Ferrets with influenza", False),
        ("Calves with scours", False),
        ("Box 4: dogs with heartworm", False),
        ("What the veterinarian does", False),
        ("Cats", True),
        ("People allergic to dogs with asthma", True),
        ("Dogs with children in the house", True),
        ("Veterinarians and animal handlers", True),
        ("Sprained ankle", True),
        ("Ibuprofen", True),
        ("Recommendations", True),
        ("Key points", True),
        ("Summary", True),
        ("Beyond 8 weeks", True),
        ("When to refer", True),
        ("Dose", True),
        ("Goals", True),
        ("Stretching at home", True),
        ("Running", True),
        ("Children", True),
        ("Trial of labour", True),
        ("Use of ICDs", True),
        ("Exceptions", True),
        ("For clinicians", True),
    ],
)
def test_advice_stands_under_a_heading_that_care_is_about(heading: str, about_care: bool) -> None:
    """A chapter "Credits" teaches: that it advises would have to show."""
    each = guideline(Block(heading, 2), Block(ADVICE))
    store = library([each])
    row = finding(store, each, place_of(each, ADVICE), FindingKind.RECOMMENDATION)
    faults = [fault.kind for fault in Checker(store).verify(page(store, [row])).faults]

    assert about_care != (FaultKind.NOT_A_FINDING in faults)
    assert about_care != stands_where_nothing_is_advised(row.rendition, row.quote.span.start)


def test_a_part_of_the_recommendations_advises_by_whatever_name() -> None:
    """Under "Recommendations" a part called "Additional points" holds recommendations."""
    each = guideline(Block("Recommendations", 2), Block("Lecture notes", 3), Block(ADVICE))
    store = library([each])
    row = finding(store, each, place_of(each, ADVICE), FindingKind.RECOMMENDATION)

    assert proves_nothing("Lecture two")
    assert not stands_where_nothing_is_advised(row.rendition, row.quote.span.start)


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["People with a pacemaker must never", "Stand near the magnet."], "People with a pacemaker must never"),
        (
            ["In the first trimester this is no reason to", "stop the tablets."],
            "In the first trimester this is no reason to",
        ),
        (["Where no doctor can be reached.", "Give the injection at home."], "Where no doctor can be reached."),
        (["Deleted by the board.", "Give the injection at home."], "Deleted by the board."),
        (["Is the wound deep?", "It is not.", "Close it with strips."], "It is not."),
        (["Is the wound deep?", "No", "Close it with strips."], "No"),
        (["Is the wound deep?", "← not", "Close it with strips."], "← not"),
        (["10 to 19 kg", "Give 200 mg."], "10 to 19 kg"),
        (["Cannot swallow", "Give the syrup."], "Cannot swallow"),
    ],
)
def test_a_row_is_shown_with_the_line_that_it_goes_on_from(lines: list[str], shown: str) -> None:
    """A line that ends without a mark, or is no sentence, goes on in the next one."""
    each = guideline(Block("Ankle sprain", 2), *(Block(line) for line in lines))

    assert shown in travels(each, lines[-1], FindingKind.RECOMMENDATION)


@pytest.mark.parametrize(
    "above",
    [
        "Give water.",
        "Strong recommendation",
        "Grade B",
        "4.2",
        "Ask who was there. (Weak for)",
        "Somebody was there at night.",
    ],
)
def test_a_line_that_ends_stays_where_it_is(above: str) -> None:
    """Orders, grades of other rows and whole sentences are no openings."""
    each = guideline(Block("Ankle sprain", 2), Block("Use ice."), Block(above), Block("Offer rest to adults."))

    assert above not in travels(each, "Offer rest to adults.", FindingKind.RECOMMENDATION)


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["Mild", "Offer rest.", "Moderate", "Offer a splint."], ["Mild"]),
        (["Limb A, pale", "Offer rest.", "Limb B, blue: call the surgeon."], ["Limb A, pale"]),
        (["Mild", "Offer rest.", "Not in children", "Offer a splint."], ["Mild", "Not in children"]),
        (["Mild", "Offer rest.", "People with gout"], ["Mild", "People with gout"]),
    ],
)
def test_the_next_case_is_no_more_of_this_one(lines: list[str], shown: list[str]) -> None:
    """What heads the next line belongs to that, unless it binds; the last line of a part belongs to the one above."""
    each = guideline(Block("Ankle sprain", 2), *(Block(line) for line in lines))

    assert [one for one in travels(each, "Offer rest.", FindingKind.RECOMMENDATION) if one in lines] == shown


@pytest.mark.parametrize(
    ("before", "found", "shown"),
    [
        ("Whoever was most ill got the drops.", "Ears with drops ached for longer.", True),
        ("The work has ended.", "Ears with drops ached for longer.", False),
        ("Fewer ears ran with the drops than without.", "Ears with drops ached for longer.", False),
    ],
)
def test_a_bare_finding_is_shown_with_what_it_was_made_of(before: str, found: str, shown: bool) -> None:
    """A few words do not say whom they compare; that a study was made says nothing of it either."""
    assert (before in "|".join(travels(study(before, found), found, FindingKind.RESULT))) == shown


def test_a_bare_call_for_research_says_nothing_of_a_finding() -> None:
    """After every conclusion stands "more studies are needed"; with a reason it travels."""
    found = "Ears with drops ached for longer."

    assert not travels(study("The work has ended.", found, "Further studies are needed."), found, FindingKind.RESULT)
    reason = "Further studies are needed, since half of the ears were lost."
    assert travels(study("The work has ended.", found, reason), found, FindingKind.RESULT) == [reason]
