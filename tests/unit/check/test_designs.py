"""A kind of study that the catalogue does not state is borne by words, and says that it was worked out."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.check import verify
from quoth.check.designs import _BORNE_BY
from quoth.evidence.study.design_table import BY_TEXT, BY_TITLE
from quoth.model import Design, Fault, FaultKind, Fidelity, Form, Mark, MarkKind, make_rendition, phrase
from tests.unit.check.factories import Library
from tests.unit.check.honest_page import clean_page
from tests.unit.check.knee_texts import NARROW_TRIAL, abstract, study
from tests.unit.check.planting import everywhere, reference

MARK = Mark(MarkKind.DESIGN_INFERRED, phrase("mark.design inferred"))


def faults_of(design: Design, words: str, *types: str, marked: bool = False, beside: str = "") -> list[Fault]:
    """What is found where a record states no design, and its row and reference show one.

    `beside` is another text of the same report, which the row is not from.
    """
    library = Library()
    page = clean_page(library)
    record = replace(study(NARROW_TRIAL, "Insoles", 2024), design=None, publication_types=types)
    record = replace(record, conditions=("runner's kneecap pain",))
    text = library.keep(record, abstract(f"{words} Insoles reduced pain in runners."))
    row = library.statement("s11", NARROW_TRIAL, "Insoles reduced pain in runners.", 9, design=design)
    marks = next(one.marks for one in page.statements() if one.id == "s11")
    row = replace(row, marks=(*marks, MARK) if marked else marks)
    page = reference(9, design=design, standing=page.references[8].standing)(everywhere(page, "s11", lambda _: row))
    assert text.text
    if beside:
        library.store.put_rendition(NARROW_TRIAL, make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, beside))
    found = [fault for fault in verify(page, library.store).faults if fault.statement_id in ("s11", "[9]")]
    return [fault for fault in found if fault.kind is not FaultKind.QUALIFIER_CUT]  # what stands before is not shown


@pytest.mark.parametrize(
    ("pattern", "design"),
    [rule for rule in (*BY_TEXT, *BY_TITLE) if rule[1] in _BORNE_BY],
    ids=lambda value: value.value if isinstance(value, Design) else "",
)
def test_every_wording_that_tells_a_kind_bears_it(pattern: str, design: Design) -> None:
    """Else a page is refused whose kind of study was worked out from such words."""

    @settings(max_examples=30, database=None)
    @given(st.from_regex(re.compile(pattern, re.IGNORECASE | re.ASCII), fullmatch=True))
    def bears(words: str) -> None:
        assert _BORNE_BY[design].search(words), words

    bears()


@pytest.mark.parametrize(
    ("design", "words", "types"),
    [
        (Design.RCT, "Runners were seen at a clinic.", ()),
        (Design.META_ANALYSIS, "We randomised runners.", ()),
        (Design.RCT, "We randomised runners.", ("Case Reports",)),
    ],
)
def test_a_kind_that_no_words_bear_is_found(design: Design, words: str, types: tuple[str, ...]) -> None:
    """A page cannot make a trial out of a series, or more than its catalogue entry says."""
    assert [FaultKind.FACT_WRONG] == [fault.kind for fault in faults_of(design, words, *types, marked=True)]


def test_a_kind_that_was_worked_out_without_its_mark_is_found() -> None:
    """A reader sees which kinds of study are inferences."""
    assert [FaultKind.DOUBT_DROPPED] == [fault.kind for fault in faults_of(Design.RCT, "We randomised runners.")]


def test_a_kind_that_words_or_types_bear_passes() -> None:
    """An inference with its mark, and what MEDLINE says, are honest."""
    assert [] == faults_of(Design.RCT, "We randomised runners.", marked=True)
    assert [] == faults_of(Design.RCT, "Runners were seen.", "Randomized Controlled Trial")


def test_another_text_of_the_same_report_may_bear_its_kind() -> None:
    """The full text tells how the abstract's runners were divided."""
    assert [] == faults_of(Design.RCT, "Runners were seen.", marked=True, beside="We randomised 40 runners.")
