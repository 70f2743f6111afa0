"""A quotation is shown with what its source's layout and order tie to it, and refused without."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from quoth.check import Checker
from quoth.library import cut
from quoth.model import Design, FaultKind, Fidelity, FindingKind, Form, Report, make_rendition
from quoth.sources.document import Block, compose
from tests.spec.traps.material import abstract, report
from tests.spec.traps.shelf import finding, library, page, with_statement

ADVICE = "Give amoxicillin for five days."


def guideline(*blocks: Block, title: str = "Earache in adults and children: a guideline") -> Report:
    """A guideline document of these blocks."""
    text, sections = compose([Block(title, 1), *blocks])
    rendition = make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, text, sections=sections, origin="a document")
    return report(1, title, cut(rendition), design=Design.GUIDELINE, issuer="A panel")


def study(*sentences: str) -> Report:
    """A trial whose results are these sentences."""
    parts = [("METHODS", "People were allocated at random."), ("RESULTS", " ".join(sentences))]
    return report(2, "A trial of drops", abstract(parts))


def place_of(each: Report, words: str) -> int:
    """The place of the sentence that holds these words."""
    rendition = each.renditions[0]
    at = rendition.text.index(words)
    return next(place for place, one in enumerate(rendition.sentences) if one.start <= at < one.end)


def travels(each: Report, words: str, kind: FindingKind) -> list[str]:
    """What the product shows beside a sentence; the page passes, and without it is refused."""
    store = library([each])
    honest = page(store, [finding(store, each, place_of(each, words), kind)])
    row = honest.statements()[0]
    checker = Checker(store)

    assert checker.verify(honest).passed
    bare = with_statement(honest, replace(row, qualifiers=()))
    told = [fault.kind for fault in checker.verify(bare).faults]
    assert told == ([FaultKind.QUALIFIER_CUT] * len(told) if row.qualifiers else [])
    assert bool(told) == bool(row.qualifiers)
    return [one.quote.text for one in row.qualifiers]


@pytest.mark.parametrize(
    ("blocks", "shown"),
    [
        ([Block("Children under two", 2), Block(ADVICE)], ["Children under two"]),
        ([Block("After a perforation", 2), Block("Dose", 3), Block(ADVICE)], ["After a perforation", "Dose"]),
        ([Block("3.1 Recommendations", 2), Block(ADVICE)], []),
        ([Block("Earache in adults", 2), Block(ADVICE)], ["Earache in adults"]),
        ([Block("Earache", 2), Block(ADVICE)], []),
        ([Block("Management of earache with amoxicillin", 2), Block(ADVICE)], []),
        ([Block("Care", 2), Block("If pain lasts:\n• Rest.\n• " + ADVICE)], ["If pain lasts:"]),
        (
            [Block("Care", 2), Block(ADVICE + "*"), Block("Review it."), Block("* Ten days under two.")],
            ["* Ten days under two."],
        ),
        ([Block("Care", 2), Block(f"{ADVICE} Offer paracetamol for pain.")], []),
        (
            [Block("Care", 2), Block(f"{ADVICE} Its harms in infants are not known.")],
            ["Its harms in infants are not known."],
        ),
    ],
)
def test_advice_travels_with_the_lines_that_layout_ties_to_it(blocks: Sequence[Block], shown: list[str]) -> None:
    """Headings that say for whom or what, the line above a list, and notes; not what every guideline has parts for."""
    assert shown == travels(guideline(*blocks), ADVICE, FindingKind.RECOMMENDATION)


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        ("The curves met at day thirty.", True),
        ("A year later, rates were 9% and 9%.", True),
        ("Hearing improved more with drops (P = .01).", False),
        ("Trial registration: NCT01234567.", False),
        ("CONCLUSIONS: Drops help.", False),
    ],
)
def test_a_finding_travels_with_the_sentence_that_goes_on_after_it(after: str, shown: bool) -> None:
    """Free words may take a finding back; one with a statistic speaks for itself, and so does another part."""
    found = travels(study("Pain fell more with drops (P = .02).", after), "Pain fell", FindingKind.RESULT)

    assert ([after] if shown else []) == found


def test_the_last_finding_of_a_section_travels_alone() -> None:
    """What follows in another section is another matter."""
    assert [] == travels(study("All were seen.", "Pain fell more with drops."), "Pain fell", FindingKind.RESULT)


def test_what_takes_back_the_sentence_that_goes_on_travels_too() -> None:
    """A reservation two sentences on is one all the same."""
    each = study(
        "Pain fell more with drops (P = .02).", "Sleep was longer.", "However, nobody was blinded.", "Costs fell."
    )

    assert ["Sleep was longer.", "However, nobody was blinded."] == travels(each, "Pain fell", FindingKind.RESULT)
