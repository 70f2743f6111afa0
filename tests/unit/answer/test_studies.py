"""What a reference tells of its study: only of this study, only what its licence lets be told."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from quoth.answer.numbering import Numbering
from quoth.evidence import study_facts
from quoth.model import Design, FactKind, Fidelity, Finding, Form, Record, Reference, Rendition, make_rendition
from tests.unit.answer.factories import result

TEXT = "We studied 56 adults in two general practices in Helsinki. This double-blind trial was funded by the Acme Fund."


def told(design: Design = Design.RCT, *, n: int | None = 56, of_treatment: bool = True, **text: object) -> Reference:
    """The reference of one trial whose text is quoted."""
    held: Finding = result("Pain fell.", design=design)
    stored = make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, TEXT)
    found = replace(held, rendition=replace(stored, **text), n=n)
    numbering = Numbering(None, study_of=study_facts, of_treatment=of_treatment)
    numbering.statement(found)
    return numbering.references()[0]


def kinds(reference: Reference) -> list[FactKind]:
    """What it tells."""
    return [fact.kind for fact in reference.facts]


def test_a_trial_tells_its_level_size_setting_care_and_funding() -> None:
    """A reader weighs a result by these."""
    found = told()

    assert (2, [FactKind.SIZE, FactKind.SETTING, FactKind.BIAS, FactKind.FUNDING]) == (found.level, kinds(found))


def test_levels_of_treatment_are_told_for_questions_of_treatment_alone() -> None:
    """OCEBM's level for treatment says nothing on how well a test finds a disease."""
    assert told(of_treatment=False).level is None


@pytest.mark.parametrize("design", [Design.GUIDELINE, Design.NARRATIVE_REVIEW, Design.OTHER])
def test_a_report_that_studied_nobody_tells_its_funding_alone(design: Design) -> None:
    """Numbers and places in a guideline are those of the studies that it speaks of."""
    assert [FactKind.FUNDING] == kinds(told(design))


def test_the_number_of_people_is_told_where_it_is_the_one_shown() -> None:
    """Two numbers beside each other would have a reader guess."""
    assert FactKind.SIZE not in kinds(told(n=57))


def test_a_text_whose_licence_counts_its_words_tells_nothing() -> None:
    """Its words go to the rows."""
    assert [] == kinds(told(licence="quote 40 words"))


def test_an_editors_note_is_no_study() -> None:
    """It is not even asked."""

    def asked(record: Record, texts: Sequence[Rendition]) -> tuple[()]:
        raise AssertionError("an editor's note was read as a study")

    numbering = Numbering(None, study_of=asked)
    numbering.statement(result("Bodies differ.", design=Design.NOTE))

    assert () == numbering.references()[0].facts
