"""References read like references, and lead only where they may."""

import pytest

from quoth.interop.citation import format_reference, links_of, source_line
from quoth.interop.labels import chips_of, retraction_label, version_label
from quoth.model import Design, Ids, Notice, NoticeKind, QualifierKind, RecordId, RetractionState, Standing
from tests.unit.interop.answer_factory import advice, answer, qualifier, reference, statement


def test_reference_names_three_authors_then_et_al() -> None:
    """A long author list is cut after three, as the NLM does."""
    ref = reference(
        authors=("Neal BS", "Lack SD", "Bartholomew C", "Morrissey D"),
        title="Best practice guide",
        journal="Br J Sports Med",
        year=2024,
        volume="58",
        issue="24",
        pages="1486-1495",
        ids=Ids(pmid="39401870", doi="10.1136/bjsports-2024-108110", pmcid="PMC123"),
    )

    assert format_reference(ref) == (
        "Neal BS, Lack SD, Bartholomew C, et al. Best practice guide. Br J Sports Med. 2024;58(24):1486-1495. "
        "doi:10.1136/bjsports-2024-108110. PMID: 39401870. PMCID: PMC123."
    )


def test_reference_says_when_the_year_is_unknown() -> None:
    """A missing year is told, never left out."""
    assert "[year unknown]" in format_reference(reference(year=None, authors=("Doe J", "et al.")))


def test_reference_keeps_the_mark_that_ends_a_title() -> None:
    """A question as title gets no full stop after its question mark."""
    assert "Does it work? 2020." in format_reference(reference(title="Does it work?"))


@pytest.mark.parametrize(
    "ids",
    [
        Ids(doi="javascript:alert(1)", pmid="1 onclick=x", pmcid="../../etc"),
        Ids(other=(("url", "javascript:alert(1)"),)),
        Ids(other=(("url", 'https://example.org/"><script>'),)),
        Ids(other=(("registration", "https://example.org/"),)),
    ],
)
def test_links_are_never_built_from_identifiers_of_the_wrong_shape(ids: Ids) -> None:
    """A hostile identifier is shown as text but leads nowhere."""
    assert links_of(reference(ids=ids)) == ()


def test_links_escape_what_a_doi_may_hold() -> None:
    """A DOI with angle brackets is legal; in an address it is escaped."""
    ref = reference(
        ids=Ids(doi="10.1002/(sici)1097<1::aid>3", pmid="7", other=(("url", "https://example.org/g?id=3"),))
    )

    assert links_of(ref) == (
        ("DOI", "https://doi.org/10.1002/(sici)1097%3C1::aid%3E3"),
        ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/7/"),
        ("Source page", "https://example.org/g?id=3"),
    )


def test_source_line_names_issuer_kind_and_year() -> None:
    """A reader sees who says it, in what and when."""
    page = answer()

    assert source_line(advice(issuer="NICE", year=2022), page) == "NICE, guideline, 2022"
    assert source_line(statement(number=2, year=None), page) == "Source 2, randomised trial, year unknown"


def test_source_line_falls_back_to_the_first_author() -> None:
    """Research has no issuer: its first author stands for it."""
    page = answer(references=(reference(1, authors=("Doe J", "Roe K"), design=Design.RCT),))

    assert source_line(statement(), page).startswith("Doe J et al., ")


CONCERN = Notice(NoticeKind.CONCERN, Ids(pmid="1"), on="2024-05-01")


@pytest.mark.parametrize(
    ("standing", "label"),
    [
        (Standing(), "retraction: not checked"),
        (Standing(RetractionState.NO, "2026-08-15"), "not retracted (checked 2026-08-15)"),
        (Standing(RetractionState.YES, notices=(Notice(NoticeKind.RETRACTION, Ids(pmid="1")),)), "RETRACTED"),
        (Standing(notices=(CONCERN,)), "EXPRESSION OF CONCERN of 2024-05-01; retraction: not checked"),
        (
            Standing(RetractionState.NO, "2026-08-15", (CONCERN,)),
            "EXPRESSION OF CONCERN of 2024-05-01; not retracted (checked 2026-08-15)",
        ),
        (Standing(RetractionState.YES, notices=(CONCERN,)), "RETRACTED"),
    ],
)
def test_retraction_is_yes_no_or_not_checked(standing: Standing, label: str) -> None:
    """What was not checked is said to be not checked."""
    assert retraction_label(standing) == label


def test_a_superseded_source_leads_to_the_newest_version() -> None:
    """In a terminal and in Markdown by its id; a source that stands says nothing of versions."""
    assert version_label(Standing(superseded_by=RecordId("pmid-3"))) == "newest version in this library: pmid-3"
    assert version_label(Standing()) == ""


def test_a_recommendation_without_strength_says_so() -> None:
    """Strength and certainty are always told for a recommendation; for a result only where the source gives them."""
    told = advice(qualifiers=(qualifier(QualifierKind.STRENGTH, "may"),))

    assert chips_of(told) == (("Strength", "may"), ("Certainty", "not stated"))
    assert chips_of(statement()) == ()
