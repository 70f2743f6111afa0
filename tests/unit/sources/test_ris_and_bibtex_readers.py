"""RIS and BibTeX in the dialects of reference managers."""

from pathlib import Path

import pytest

from quoth.model import NoticeKind, PartialDate
from tests.unit.sources.source_factories import items, notices, only_report, refusals, reports

RIS = """\ufeff1.
TY  - JOUR
T1  - Knees and hips
A1  - Ng, Ann-Mary B
A1  - The Group
JF  - Journal of Knees
JA  - J Knees
Y1  - 2019/03//
VL  - 5
IS  - 2
SP  - 10
EP  - 19
N2  - Pain fell in
most people.
KW  - knee
taping
DO  - http://dx.doi.org/10.1000/ABC.
LA  - English
M3  - Review
DB  - Embase
AN  - 77
ER  -\x20

"""


def test_a_reference_is_read_with_all_its_fields(tmp_path: Path) -> None:
    """Tags differ between databases; wrapped lines are put together; a keyword a line is a keyword."""
    report = only_report(items(tmp_path, RIS))
    record = report.record

    assert (record.title, record.authors) == ("Knees and hips", ("Ng AMB", "The Group"))
    assert (record.journal, record.journal_abbreviation) == ("Journal of Knees", "J Knees")
    assert record.published == PartialDate(2019, 3)
    assert (record.volume, record.issue, record.pages) == ("5", "2", "10-19")
    assert (record.ids.doi, record.ids.other) == ("10.1000/abc", (("accession", "77"),))
    assert (record.keywords, record.language) == (("knee", "taping"), "English")
    assert (record.publication_types, record.design) == (("Review",), None)
    assert report.renditions[0].text == "Pain fell in most people."


@pytest.mark.parametrize(
    ("fields", "pmid"),
    [
        ("DB  - PubMed\nAN  - 123", "123"),
        ("DB  - Scopus\nAN  - 123", None),
        ("UR  - https://pubmed.ncbi.nlm.nih.gov/123/", "123"),
        ("PM  - 123", "123"),
    ],
)
def test_an_accession_number_is_a_pmid_only_where_pubmed_gave_it(tmp_path: Path, fields: str, pmid: str | None) -> None:
    """Another database's number would point at another report."""
    assert only_report(items(tmp_path, f"TY  - JOUR\nTI  - T\n{fields}\nER  - \n")).record.ids.pmid == pmid


def test_a_reference_without_end_is_refused(tmp_path: Path) -> None:
    """It may lack the end of its abstract; the others are kept."""
    one, two, three, four = (f"TY  - JOUR\nTI  - {name}\n" for name in ("One", "Two", "Three", "Four"))
    text = f"{one}ER  - \n{two}{three}ER  - \n{four}"

    found = items(tmp_path, text)

    assert [r.record.title for r in reports(found)] == ["One", "Three"]
    assert [(r.place, r.fatal) for r in refusals(found)] == [("record 2, line 4", False), ("record 4, line 9", True)]


@pytest.mark.parametrize("text", ["TY  - GEN\nER  - \n", "TY  -\nTI  -\nAB  -\nER  -\n", "ER  - \nTY  - GEN\nER  - \n"])
def test_an_empty_reference_is_refused(tmp_path: Path, text: str) -> None:
    """There is nothing in it to keep."""
    found = items(tmp_path, text)

    assert reports(found) == []
    assert refusals(found)


def test_a_year_that_is_none_is_not_guessed(tmp_path: Path) -> None:
    """Faulty years occur; an unknown year is said to be unknown."""
    assert only_report(items(tmp_path, "TY  - JOUR\nTI  - T\nPY  - 10 15\nER  - \n")).record.published == PartialDate()


def test_a_title_that_says_retracted_makes_a_notice(tmp_path: Path) -> None:
    """Reference managers have no other field for it."""
    (found,) = notices(items(tmp_path, "TY  - JOUR\nTI  - RETRACTED: Knees\nDO  - 10.1000/x\nER  - \n"))

    assert (found.kind, found.target.doi) == (NoticeKind.RETRACTION, "10.1000/x")


BIBTEX = r"""
% exported
@string{jk = "Journal of Knees"}
@comment{nothing}
@article{ng2020,
  title = {{Knees} and {H}ips in M{\"u}nchen},
  author = {Ng, Ann B. and {The Group} and Bo Li},
  journal = jk,
  year = {2020}, month = mar,
  volume = 5, number = {2}, pages = {10--19},
  doi = {https://doi.org/10.1000/A\_B},
  pmid = {123},
  abstract = {Pain fell by 50% in most (P $<$ 0.05); risk 10\% lower in 10$^{6}$ people.},
  keywords = {knee, taping; pain},
}
@book{b, title = {Book of Knees}, editor = {Ed, E.}, date = {2019-05-06}, isbn = {978}}
"""


def test_entries_are_read_with_latex_as_text(tmp_path: Path) -> None:
    """A percent sign in an abstract does not cut it: LaTeX's comments are not meant there."""
    first, second = reports(items(tmp_path, BIBTEX))

    assert first.record.title == "Knees and Hips in M\u00fcnchen"
    assert first.record.authors == ("Ng AB", "The Group", "Bo Li")
    assert (first.record.journal, first.record.published) == ("Journal of Knees", PartialDate(2020, 3))
    assert (first.record.volume, first.record.issue, first.record.pages) == ("5", "2", "10-19")
    assert (first.record.ids.doi, first.record.ids.pmid) == ("10.1000/a_b", "123")
    assert first.record.keywords == ("knee", "taping", "pain")
    assert first.renditions[0].text == "Pain fell by 50% in most (P < 0.05); risk 10% lower in 10^6 people."
    assert (second.record.published, second.record.authors) == (PartialDate(2019, 5, 6), ("Ed E",))


def test_a_broken_entry_costs_itself_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The next one begins at its own sign, and no log shows the words of the broken one."""
    found = items(tmp_path, "@article{a, title = {One}\n\n@article{b, title = {Two}}\n@article{c, title = {Thr")

    assert [r.record.title for r in reports(found)] == ["Two"]
    assert [r.fatal for r in refusals(found)] == [False, True]
    assert caplog.text == ""
