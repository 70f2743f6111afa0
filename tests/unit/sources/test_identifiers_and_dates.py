"""Identifiers and dates as the library compares them."""

import pytest

from quoth.model import Ids, PartialDate
from quoth.sources.bibliographic_dates import date_of_text
from quoth.sources.identifiers import clean_doi, clean_pmcid, clean_pmid, record_id_of


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("10.1000/ABC", "10.1000/abc"),
        ("https://doi.org/10.1000/abc.", "10.1000/abc"),
        ("doi: 10.1000/abc; PMID: 1", "10.1000/abc"),
        ("(10.1000/abc)", "10.1000/abc"),
        ("10.1016/S0140-6736(05)12345-6", "10.1016/s0140-6736(05)12345-6"),
        ("10.1002/(SICI)1097<1::AID-X>3.0.CO;2-Y", "10.1002/(sici)1097<1::aid-x>3.0.co;2-y"),
        ("11.1000/abc", None),
        ("", None),
        (None, None),
    ],
)
def test_a_doi_is_found_without_what_stands_around_it(value: str | None, doi: str | None) -> None:
    """Resolvers, full stops and unmatched brackets are not part of it; brackets of its own are."""
    assert clean_doi(value) == doi


def test_pubmed_ids_are_digits_and_pmc_ids_have_their_letters() -> None:
    """Anything else is no identifier."""
    assert [clean_pmid(text) for text in (" 0123 ", "PMC1", "0", "")] == ["123", None, None, None]
    assert [clean_pmcid(text) for text in ("pmc 12", "PMC0012.1", "12", "x")] == ["PMC12", "PMC12", "PMC12", None]


def test_a_record_without_identifier_has_a_stable_id() -> None:
    """The same reference read twice is the same record; the strongest identifier goes first."""
    assert record_id_of(Ids(), "Title", "2020") == record_id_of(Ids(), "TITLE", "2020")
    assert record_id_of(Ids(), "Title", "2020") != record_id_of(Ids(), "Title", "2021")
    assert record_id_of(Ids(pmid="1", doi="10.1/x")) == "pmid-1"
    assert record_id_of(Ids(doi="10.1/x", pmcid="PMC2")) == "pmc-2"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2018 Nov 25", PartialDate(2018, 11, 25)),
        ("2018 Sept", PartialDate(2018, 9)),
        ("1998 Dec-1999 Jan", PartialDate(1998, 12)),
        ("20180904", PartialDate(2018, 9, 4)),
        ("2012//", PartialDate(2012)),
        ("2012/05/06", PartialDate(2012, 5, 6)),
        ("2012-13", PartialDate(2012)),
        ("May 6, 2012", PartialDate(2012, 5, 6)),
        ("6 May 2012", PartialDate(2012, 5, 6)),
        ("Winter 2012", PartialDate(2012)),
        ("in 2012 Mayors met", PartialDate(2012)),
        ("12345", PartialDate()),
        ("", PartialDate()),
    ],
)
def test_a_date_is_read_as_far_as_it_goes(text: str, date: PartialDate) -> None:
    """Catalogues write dates in many ways; what is not a month is not taken for one."""
    assert date_of_text(text) == date
