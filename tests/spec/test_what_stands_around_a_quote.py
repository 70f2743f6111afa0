"""A quotation is shown with what its source's layout and order tie to it, and refused without."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from quoth.check import Checker
from quoth.check.neighbours import holds as checker_holds
from quoth.evidence.guideline.mood import asks_for_something
from quoth.evidence.guideline.whose import is_no_own_advice
from quoth.evidence.reading.leading_in import holds as composer_holds
from quoth.evidence.reading.places import stands_where_nothing_is_advised
from quoth.library import cut
from quoth.model import Design, FaultKind, Fidelity, FindingKind, Form, Report, make_rendition
from quoth.model.scene_rules import RULES_WHAT_FOLLOWS
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
        ([Block("After a perforation", 2), Block("Course", 3), Block(ADVICE)], ["After a perforation", "Course"]),
        ([Block("After a perforation", 2), Block("Dose", 3), Block(ADVICE)], ["After a perforation"]),
        (
            [
                Block("Grommets", 2),
                Block("Swimming", 3),
                Block(ADVICE),
                Block("Drums", 2),
                Block("Swimming", 3),
                Block("Rest."),
            ],
            ["Grommets", "Swimming"],
        ),
        (
            [Block("Care", 2), Block("In children:\n• If the drum has burst:\n• Call.\n• " + ADVICE)],
            ["In children:", "If the drum has burst:"],
        ),
        ([Block("Care", 2), Block("Never in newborns:"), Block("• Rest.\n• " + ADVICE)], ["Never in newborns:"]),
        (
            [Block("Care", 2), Block("For pain:\n• " + ADVICE + "\n• Rest."), Block("None of these in newborns.")],
            ["None of these in newborns."],
        ),
        ([Block("Care", 2), Block(f"{ADVICE} (Ten under two.)")], ["(Ten under two.)"]),
        ([Block("Care", 2), Block(ADVICE), Block("(Ten under two.)")], ["(Ten under two.)"]),
        ([Block("Care", 2), Block(ADVICE), Block("Ten under the age of two.")], ["Ten under the age of two."]),
        ([Block("Care", 2), Block(ADVICE), Block("Take a swab.")], []),
        ([Block("Care", 2), Block(ADVICE), Block("If not, wait for a day.")], []),
        (
            [Block("Care", 2), Block(f"{ADVICE} A swab must have been taken before.")],
            ["A swab must have been taken before."],
        ),
        ([Block("Care", 2), Block(f"{ADVICE} Take a swab first.")], ["Take a swab first."]),
        ([Block("Care", 2), Block(f"{ADVICE} Steam should be offered to adults.")], []),
        ([Block("In this order", 2), Block("Take a swab."), Block(ADVICE)], ["Take a swab."]),
        ([Block("Care", 2), Block("What follows is for newborns."), Block(ADVICE)], ["What follows is for newborns."]),
        ([Block("Care", 2), Block(f"Newborns. {ADVICE}")], ["Newborns."]),
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
    ("before", "advice", "shown"),
    [
        ("Is the drum whole?", "Yes: give amoxicillin for five days.", True),
        ("Take a swab.", "Then give amoxicillin for five days.", True),
        ("Offer 250 mg to adults.", "In children give the same dose for five days.", True),
        ("Take a swab.", "Give amoxicillin for five days.", False),
    ],
)
def test_advice_travels_with_the_line_that_it_answers_or_follows(before: str, advice: str, shown: bool) -> None:
    """A step, a branch and what is said by what stands above cannot be followed alone."""
    each = guideline(Block("Care", 2), Block(before), Block(advice))

    assert ([before] if shown else []) == travels(each, advice, FindingKind.RECOMMENDATION)


@pytest.mark.parametrize(
    ("heading", "advises"),
    [
        ("Myths about earache", False),
        ("What the makers say", False),
        ("Annex 2: wording of the first edition", False),
        ("Annex 2: doses of amoxicillin", True),
        ("Minutes of the second meeting", False),
        ("Research priorities", False),
        ("Self-test", False),
        ("Treatment", True),
        ("Shared discussion with parents", True),
        ("Family history", True),
    ],
)
def test_advice_stands_in_a_part_of_its_text_that_advises(heading: str, advises: bool) -> None:
    """The place shows that words in the mood of advice are believed, argued, told or asked, and not advised."""
    each = guideline(Block(heading, 2), Block(ADVICE))
    store = library([each])
    row = finding(store, each, place_of(each, ADVICE), FindingKind.RECOMMENDATION)
    verdict = Checker(store).verify(page(store, [row]))

    assert advises == verdict.passed
    assert advises != stands_where_nothing_is_advised(row.rendition, row.quote.span.start)
    assert advises or [fault.kind for fault in verdict.faults] == [FaultKind.NOT_A_FINDING]


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("The insurer covers up to twelve sessions of exercise a year.", False),
        ("Members are entitled to one scan in five years.", False),
        ("Most surgeons in the region offer an operation within a year.", False),
        ("Patients told the panel that doctors should offer scans.", False),
        ("Readers who want doses should consult the formulary.", False),
        ("Pain should settle within six weeks.", False),
        ("It is customary to take a film at the first visit.", False),
        ("Amoxicillin 500 mg, three times a day.", True),
        ("Parents of infants should be asked about fever.", True),
        ("Amoxicillin may be offered to infants.", True),
        ("If the drum has burst, refer the child.", True),
    ],
)
def test_advice_asks_for_something(words: str, asks: bool) -> None:
    """What is done, paid for, covered, said or to be expected asks for nothing, with "should" or without."""
    each = guideline(Block("Care", 2), Block(words))
    store = library([each])
    row = finding(store, each, place_of(each, words), FindingKind.RECOMMENDATION)

    assert asks == Checker(store).verify(page(store, [row])).passed
    assert asks == (asks_for_something(words, graded=False) and not is_no_own_advice(words, "A panel"))


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("Placebo drops.", True),
        ("Only those with a score over 20 entered this part.", True),
        ("Follow-up was by telephone.", True),
        ("Mothers who refused.", True),
        ("Doses are in micrograms.", True),
        ("We then looked at the 61 who took every drop.", True),
        ("The open extension had no control.", True),
        ("Rats were given the drops first.", True),
        ("Controls were told to stay in bed.", True),
        ("The study is over.", False),
        ("Hearing improved more with drops (P = .01).", False),
        ("Level B.", False),
    ],
)
def test_a_finding_travels_with_what_says_before_it_what_it_speaks_of(before: str, shown: bool) -> None:
    """A label, a unit, a time, a species, what the arms had: nothing in the finding shows that it needs them."""
    each = study("The study is over.", before, "Pain fell by 12 points (P = .02).")

    assert ([before] if shown else []) == travels(each, "Pain fell", FindingKind.RESULT)


@pytest.mark.parametrize(
    ("found", "after", "shown"),
    [
        ("Pain was 5 points lower.", "The 95% confidence interval ran from -4 to 14.", True),
        ("Pain was 5 points lower (P = .02).", "Pain at night did not differ significantly.", True),
        ("Pain was 5 points lower (P = .02).", "Hearing did not differ significantly.", False),
        ("Pain was 5 points lower (P = .02).", "Pain at night was 3 points lower (P = .03).", False),
        ("Pain was 5 points lower (P = .02).", "(All were told what they had.)", True),
    ],
)
def test_a_finding_travels_with_its_statistic(found: str, after: str, shown: bool) -> None:
    """A number is not cut from its interval, nor a gain from the statistic that takes it back."""
    assert ([after] if shown else []) == travels(study(found, after), found, FindingKind.RESULT)


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
    assert [] == travels(study("All 40 were seen.", "Pain fell more with drops."), "Pain fell", FindingKind.RESULT)


def test_what_takes_back_the_sentence_that_goes_on_travels_too() -> None:
    """A reservation two sentences on is one all the same."""
    each = study(
        "Pain fell more with drops (P = .02).", "Sleep was longer.", "However, nobody was blinded.", "Costs fell."
    )

    assert ["Sleep was longer.", "However, nobody was blinded."] == travels(each, "Pain fell", FindingKind.RESULT)


@pytest.mark.parametrize(
    ("before", "travels"),
    [
        ("This chapter was written by two people.", False),
        ("This section was updated in May.", False),
        ("This section is for units without a surgeon.", True),
    ],
)
def test_who_made_a_chapter_says_nothing_of_what_it_says(before: str, *, travels: bool) -> None:
    """It does not travel with the advice after it, and the checker does not ask for it."""
    assert bool(composer_holds(RULES_WHAT_FOLLOWS, before)) is travels
    assert bool(checker_holds(RULES_WHAT_FOLLOWS, before)) is travels
