"""MEDLINE exports of PubMed and Ovid give records, headings and notices, record by record."""

from pathlib import Path

import pytest

from quoth.model import MeshHeading, NoticeKind, PartialDate, SectionRole
from tests.unit.sources.source_factories import items, notices, only_report, refusals, reports

COMPLETE = """
PMID- 7
OWN - NLM
STAT- MEDLINE
DCOM- 20200301
LR  - 20200401
VI  - 5
IP  - 2
DP  - 2020 Mar-Apr
TI  - Knees and
      hips.
PG  - 10-9
LID - 10.1000/ABC [doi]
LID - S1 [pii]
AB  - AIM: To see what we
      can. RESULTS: It fell.
CI  - (c) Us.
FAU - Ng, Ann B
AU  - Ng AB
CN  - The Group
LA  - eng
SI  - ClinicalTrials.gov/NCT00000001
GR  - G1/Fund/Chile
PT  - Journal Article
PT  - Randomized Controlled Trial
DEP - 20200131
TA  - J Knees
JT  - Journal of Knees
MH  - *Knee/*surgery/pathology
MH  - Adult
OT  - *taping
COIS- None.
PHST- 2019/05/01 00:00 [received]
PMC - PMC77
PST - ppublish
"""


def test_every_field_of_a_record_is_kept(tmp_path: Path) -> None:
    """Wrapped lines are put together, major topics are told, dates and identifiers are cleaned."""
    report = only_report(items(tmp_path, COMPLETE))
    record = report.record

    assert (record.ids.pmid, record.ids.doi, record.ids.pmcid) == ("7", "10.1000/abc", "PMC77")
    assert set(record.ids.other) == {
        ("pii", "S1"),
        ("ClinicalTrials.gov", "NCT00000001"),
        ("publication status", "ppublish"),
    }
    assert record.title == "Knees and hips."
    assert record.authors == ("Ng AB", "The Group")
    assert (record.journal, record.journal_abbreviation) == ("Journal of Knees", "J Knees")
    assert (record.volume, record.issue, record.pages, record.language) == ("5", "2", "10-9", "eng")
    assert record.published == PartialDate(2020, 3)
    assert dict(record.dates) == {
        "electronic": PartialDate(2020, 1, 31),
        "completed": PartialDate(2020, 3, 1),
        "revised": PartialDate(2020, 4, 1),
        "received": PartialDate(2019, 5, 1),
    }
    assert record.publication_types == ("Journal Article", "Randomized Controlled Trial")
    assert record.mesh == (
        MeshHeading("Knee", True, (("surgery", True), ("pathology", False))),
        MeshHeading("Adult"),
    )
    assert record.keywords == ("taping",)
    assert record.funding == "G1/Fund/Chile; Conflict of interest statement: None."
    assert record.licence == "(c) Us."
    (abstract,) = report.renditions
    assert abstract.text == "AIM: To see what we can. RESULTS: It fell."
    assert [s.role for s in abstract.sections] == [SectionRole.OBJECTIVE, SectionRole.RESULTS]


@pytest.mark.parametrize(
    ("field", "kind", "target", "by"),
    [
        ("RIN - J Knees. 2021 Mar;5:1. PMID: 9", NoticeKind.RETRACTION, "7", "9"),
        ("ROF - J Knees. 2001;5:1. PMID: 9", NoticeKind.RETRACTION, "9", "7"),
        ("PROF- J Knees. 2001;5:1. PMID: 9", NoticeKind.RETRACTION, "9", "7"),
        ("EIN - J Knees. 2021;5:1. PMID:\n      9", NoticeKind.CORRECTION, "7", "9"),
        ("ECI - J Knees. 2021;5:1. PMID: 9", NoticeKind.CONCERN, "7", "9"),
        ("UIN - J Knees. 2021;5:1. PMID: 9", NoticeKind.SUPERSEDED, "7", "9"),
        ("UOF - J Knees. 2001;5:1. PMID: 9", NoticeKind.SUPERSEDED, "9", "7"),
        ("PT  - Retracted Publication", NoticeKind.RETRACTION, "7", None),
    ],
)
def test_relations_become_notices(tmp_path: Path, field: str, kind: NoticeKind, target: str, by: str | None) -> None:
    """The link to a retraction is kept whichever end of it the export holds."""
    (found,) = notices(items(tmp_path, f"PMID- 7\nTI  - T\n{field}\n"))

    assert (found.kind, found.target.pmid, found.by.pmid if found.by else None) == (kind, target, by)


def test_a_retraction_that_names_only_a_doi_is_linked_by_it(tmp_path: Path) -> None:
    """Early notices have no PMID for what they retract."""
    (found,) = notices(items(tmp_path, "PMID- 7\nTI  - T\nROF - J Knees. doi: 10.1000/OLD\n"))

    assert (found.target.pmid, found.target.doi) == (None, "10.1000/old")


def test_several_links_of_one_kind_are_kept_apart(tmp_path: Path) -> None:
    """A notice can retract many reports."""
    text = "PMID- 7\nTI  - T\nROF - A. 2001;1:1.\n      PMID: 8\nROF - B. 2002;1:1. PMID: 9\n"

    assert [n.target.pmid for n in notices(items(tmp_path, text))] == ["8", "9"]


OVID = """VN  - Ovid Technologies
DB  - Ovid MEDLINE(R)
AU  - Ng AB
TI  - Knees.
AB  - BACKGROUND: Pain is common.
AB  - RESULTS: It fell.
XL  - https://ovid/?T=JS&PAGE=fulltext&D=medl&AN=26419527
XL  - http://sfx/kings?sid=OVID:medline&id=pmid:&id=doi:10.1016%2Fj.x&title=J+Knees&date=2016&volume=25
model  - svm
"""


def test_ovid_exports_are_read_with_what_their_links_say(tmp_path: Path) -> None:
    """Where the fields are missing, PMID, DOI, journal and year stand in the resolver's address."""
    report = only_report(items(tmp_path, OVID))

    assert (report.record.ids.pmid, report.record.ids.doi) == ("26419527", "10.1016/j.x")
    assert (report.record.journal, report.record.published.year, report.record.volume) == ("J Knees", 2016, "25")
    assert report.renditions[0].text == "BACKGROUND: Pain is common. RESULTS: It fell."


def test_records_without_a_blank_line_between_them_are_told_apart(tmp_path: Path) -> None:
    """Files that were put together lose their blank lines."""
    found = items(tmp_path, "PMID- 1\r\nTI  - One\r\nPMID- 2\r\nTI  - Two\r\n\r\n\r\nPMID- 3\r\nTI  - Three")

    assert [r.record.ids.pmid for r in reports(found)] == ["1", "2", "3"]


def test_a_record_without_pmid_and_title_is_refused_with_its_place(tmp_path: Path) -> None:
    """The rest goes on."""
    found = items(tmp_path, "PMID- 1\nTI  - One\n\nAU  - Nobody\n\nPMID- 3\nTI  - Three\n")

    assert [r.record.ids.pmid for r in reports(found)] == ["1", "3"]
    assert refusals(found)[0].place == "record 2, line 4"


def test_a_stray_line_in_another_encoding_spoils_nothing(tmp_path: Path) -> None:
    """Old exports mix encodings; the usual one is assumed for what is not UTF-8."""
    found = items(tmp_path, "\ufeffPMID- 1\nTI  - Gen\u00e8ve\nAU  - ".encode() + "Mo\u00fbt A\n".encode("cp1252"))

    report = only_report(found)
    assert (report.record.title, report.record.authors) == ("Gen\u00e8ve", ("Mo\u00fbt A",))


def test_a_damaged_archive_does_not_keep_half_a_record(tmp_path: Path) -> None:
    """A record that may lack its end may lack the end of its abstract."""
    import gzip

    text = "".join(f"PMID- {n}\nTI  - T{n * 7919}\nAB  - Words.\n\n" for n in range(1, 5000))
    packed = gzip.compress(text.encode())

    found = items(tmp_path, packed[: len(packed) * 2 // 3])

    kept = reports(found)
    assert 100 < len(kept) < 4999
    assert all(report.renditions[0].text == "Words." for report in kept)
    assert refusals(found)[-1].fatal
