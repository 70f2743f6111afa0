"""What stands before a sentence in its line, and may limit it, goes with it; who checks misses it where it does not."""

import pytest

from quoth.check import Checker
from quoth.evidence.reading.leading_in import finds_nothing
from quoth.evidence.reading.surroundings import bears_on_what_follows
from quoth.model import FindingKind
from quoth.sources.document import Block
from tests.spec.test_what_stands_around_a_quote import guideline, place_of, study, travels
from tests.spec.traps.material import Report
from tests.spec.traps.shelf import finding, library, page

ADVICE = "Offer drozenol 40 mg a day to adults with earache."
MAY_LIMIT = (
    "A hole in the drum lets the drops through to the inner ear.",
    "Deafness of sudden onset belongs in the hands of a surgeon the same day.",
    "Women who are expecting were not among those whom the group had in mind.",
    "Children must be seen by a specialist before any drug is begun.",
    "Take a swab first if the ear has run for a month.",
)
STAYS_BEHIND = (
    "Offer quorine to adults who cannot swallow.",
    "We recommend a hearing test in spring for all adults who work with loud tools.",
    "The panel met nine times.",
    "The committee considered this question in the light of new reviews.",
    "This chapter was written by eight people.",
    "The literature search was completed in September of the year before.",
    "Several systematic reviews on this topic have appeared since the last edition.",
    "Current practice varies widely between hospitals and between regions of the country.",
    "Adults may use a warm cloth (weak recommendation).",
)
TELLS_WORTH = (
    "Nobody kept a diary, and pain was recalled at the end.",
    "The nurses who asked knew what each child had been given.",
    "Those who stayed away were left out.",
    "Drops were handed out by the firm that makes them.",
)
ANOTHER_FINDING = (
    "Sleep was longer with drops (P = .01).",
    "Swelling was rare with drops.",
    "Hearing was better at thirty days.",
    "The flow of participants is shown in the first figure.",
)


def bare_passes(each: Report, sentence: str, kind: FindingKind) -> bool:
    """Whether the checker lets the sentence stand alone; with what travels, it always has to."""
    store, at = library([each]), place_of(each, sentence)
    whole = page(store, [finding(store, each, at, kind)])
    bare = page(store, [finding(store, each, at, kind, qualifiers=())])

    assert Checker(store).verify(whole).passed
    return Checker(store).verify(bare).passed


@pytest.mark.parametrize("before", MAY_LIMIT)
def test_what_may_limit_advice_from_before_goes_with_it(before: str) -> None:
    """Any free words can limit what comes after them: whether they do is not judged."""
    each = guideline(Block("Earache", 2), Block(f"{before} {ADVICE}"))

    assert bears_on_what_follows(before)
    assert before in travels(each, ADVICE, FindingKind.RECOMMENDATION)
    assert not bare_passes(each, ADVICE, FindingKind.RECOMMENDATION)


@pytest.mark.parametrize("before", STAYS_BEHIND)
def test_another_advice_and_how_a_text_was_made_stay_behind(before: str) -> None:
    """They change nothing of the advice that comes after them."""
    each = guideline(Block("Earache", 2), Block(f"{before} {ADVICE}"))

    assert before not in travels(each, ADVICE, FindingKind.RECOMMENDATION)
    assert bare_passes(each, ADVICE, FindingKind.RECOMMENDATION)


def test_the_line_above_advice_is_no_sentence_before_it() -> None:
    """In a list each item is read by itself."""
    each = guideline(Block("Earache", 2), Block(MAY_LIMIT[0]), Block(ADVICE))

    assert MAY_LIMIT[0] not in travels(each, ADVICE, FindingKind.RECOMMENDATION)
    assert bare_passes(each, ADVICE, FindingKind.RECOMMENDATION)


@pytest.mark.parametrize("before", TELLS_WORTH)
def test_what_found_nothing_itself_tells_how_something_was_found(before: str) -> None:
    """It neither counts nor compares, so it is no finding beside another."""
    each = study("The study is over.", before, "Pain fell by 12 points (P = .02).")

    assert before in travels(each, "Pain fell", FindingKind.RESULT)
    assert not bare_passes(each, "Pain fell", FindingKind.RESULT)


@pytest.mark.parametrize("before", ANOTHER_FINDING)
def test_another_finding_is_another_row(before: str) -> None:
    """A paragraph of results is not shown whole with each of its sentences."""
    each = study("The study is over.", before, "Pain fell by 12 points (P = .02).")

    assert not finds_nothing(before)
    assert before not in travels(each, "Pain fell", FindingKind.RESULT)
    assert bare_passes(each, "Pain fell", FindingKind.RESULT)


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        ("Where the kidneys have failed, half the dose should be given.", True),
        ("From the age of 80 a lower dose is recommended.", True),
        ("In children with fever, paracetamol should be given as well.", True),
        ("Paracetamol should be given every six hours.", False),
    ],
)
def test_advice_for_a_case_of_the_advice_before_goes_with_it(after: str, *, shown: bool) -> None:
    """It begins with the case for which it is meant."""
    each = guideline(Block("Earache", 2), Block(f"{ADVICE} {after}"))

    assert (after in travels(each, ADVICE, FindingKind.RECOMMENDATION)) == shown
    assert bare_passes(each, ADVICE, FindingKind.RECOMMENDATION) != shown
