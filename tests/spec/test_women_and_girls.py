"""Women and girls who could become pregnant are women, to both sides: neither children nor with child."""

from dataclasses import replace

import pytest

from quoth.check.context import Read, read_page
from quoth.check.links import Links
from quoth.check.people import why_other_people
from quoth.evidence.fitting.directness import fit_of_record
from quoth.evidence.fitting.facets import facets_of
from quoth.evidence.fitting.question_terms import asked
from quoth.model import Concept, ConceptKind, Directness, Facet, Mention
from tests.unit.check.knee_texts import TRIAL
from tests.unit.check.planting import LIBRARY, PAGE
from tests.unit.evidence.evidence_factories import lexicon, question, record

WHO = "women and girls who could become pregnant"
MENTION = Mention(
    Concept(WHO, ConceptKind.POPULATION, clinical=("women of childbearing age",)), "childbearing age", 0, 16
)


def test_a_study_of_adults_is_about_them() -> None:
    """A title that speaks of adults shuts no woman out."""
    typed = replace(question(words=("violence",), text="violence, women of childbearing age"), populations=(MENTION,))
    title = "Screening for violence against vulnerable adults"
    fit = fit_of_record(asked(typed, lexicon()), record(title), "", set(), lexicon())  # type: ignore[arg-type]

    assert fit.directness is not Directness.OTHER_POPULATION


@pytest.mark.parametrize(("name", "others"), [(WHO, False), ("children", True), ("pregnant women", True)])
def test_who_checks_says_so_too(name: str, others: bool) -> None:
    """Children and those with child have to be named."""
    read = read_of(TRIAL)[0]
    assert read.record is not None
    told = why_other_people(
        read, replace(read.record, title="Violence against adults", mesh=(), population=None), [name]
    )

    assert bool(told) == others


def read_of(name: str) -> list[Read]:
    """The rows of the honest page that are of one record."""
    ctx = read_page(PAGE, LIBRARY.store, frozenset(), Links(LIBRARY.store))
    return [one for one in ctx.reads if one.record and one.record.id == name]


def test_caution_speaks_of_harm() -> None:
    """Whoever asks whether it is safe is answered by it."""
    assert Facet.HARMS in facets_of("Use caution when prescribing drozenol to people at risk of falls.")
