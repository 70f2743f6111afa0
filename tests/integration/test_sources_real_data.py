"""Real files of every format are read whole, and what comes out is counted."""

import io
import os
import tarfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from quoth.errors import BadFile
from quoth.model import Form, Notice, NoticeKind, NoticeList, Refusal, Report, Words
from quoth.sources import Item, pubmed_xml, read, sniff
from quoth.sources.pubmed_lift import Lifted

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("QUOTH_DATA", ROOT.parent / "shared" / "data"))
pytestmark = pytest.mark.data

# Formats that are somebody else's: tables of a screening tool, JSON lines, a MeSH table without tree numbers.
UNKNOWN = {
    "duplicate_records.csv",
    "embase.csv",
    "embase_newpage.csv",
    "generic_bad_record_id.csv",
    "missing_values.csv",
    "guideline_open.jsonl",
    "sr_citations.jsonl",
}


@pytest.fixture(autouse=True)
def _data_is_there() -> None:
    """Skip without the real files; fail where nothing may skip."""
    if not (DATA / "pubmed_xml").is_dir():
        why = f"no real files in {DATA}: set QUOTH_DATA to the folder that holds pubmed_xml and the others"
        if os.environ.get("QUOTH_TEST_NO_SKIP") == "1":
            pytest.fail(why)
        pytest.skip(why)


def files(*folders: str) -> list[Path]:
    """All files below these folders, by name."""
    return sorted(path for folder in folders for path in (DATA / folder).rglob("*") if path.is_file())


def hold_offsets(report: Report) -> None:
    """Sections lie in order, hold words, begin and end with words, and do not overlap."""
    for rendition in report.renditions:
        end = 0
        for section in rendition.sections:
            words = rendition.text[section.start : section.end]
            assert words
            assert words == words.strip()
            assert section.start >= end
            end = section.end
        assert rendition.text == rendition.text.strip() != ""


def counted(paths: list[Path]) -> Counter[str]:
    """How many items of each kind the files hold; refusals are counted, fatal ones apart."""
    counts: Counter[str] = Counter()
    for path in paths:
        for item in read(path):
            counts[type(item).__name__] += 1
            if isinstance(item, Report):
                hold_offsets(item)
                counts.update(["with text"] if item.renditions else [])
                counts.update(rendition.form.value for rendition in item.renditions)
            elif isinstance(item, Notice):
                counts[item.kind.value] += 1
            elif isinstance(item, Refusal):
                counts["fatal"] += item.fatal
    return +counts


def test_all_pubmed_files_are_read_whole() -> None:
    """1,231 citations, six of them of books, and not one refused."""
    counts = counted(files("pubmed_xml"))

    assert counts["Report"] == 1231
    assert counts["with text"] == 1118
    assert counts["Refusal"] == 0
    assert (counts["retraction"], counts["correction"]) == (1, 9)


def test_reading_bytes_first_never_changes_a_real_citation(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is lifted from a citation's bytes is what the parser reads, in every real file."""
    paths = files("pubmed_xml")
    quick = [list(read(path)) for path in paths]
    monkeypatch.setattr(pubmed_xml, "lift", Lifted)

    for path, found in zip(paths, quick, strict=True):
        assert found == list(read(path)), path.name


def test_all_exports_are_read_whole_or_said_to_be_unknown() -> None:
    """MEDLINE, Ovid, Embase, EndNote, Zotero, Scopus and the deliberately broken ones."""
    known = [path for path in files("medline_ris", "patellofemoral") if path.name not in UNKNOWN]

    counts = counted(known)

    assert counts["Report"] == 4475
    assert counts["fatal"] == 0
    assert counts["retraction"] == 1704
    assert counts["superseded"] == 7
    # 36 retractions of papers without any identifier, 61 references that hold nothing
    assert counts["Refusal"] == 97


def test_a_format_that_is_not_known_is_said_so() -> None:
    """With the list of those that are."""
    unknown = [path for path in files("medline_ris", "patellofemoral") if path.name in UNKNOWN]

    assert len(unknown) == len(UNKNOWN)
    for path in unknown:
        with pytest.raises(BadFile, match="Known formats: pubmed-xml"):
            sniff(path)


def test_all_full_texts_are_read_with_abstract_and_body() -> None:
    """Ten articles of several publishers."""
    counts = counted([path for path in files("jats_samples", "patellofemoral") if path.suffix == ".nxml"])

    assert (counts["Report"], counts["full-text"]) == (10, 10)
    assert counts["abstract"] == 11
    assert counts["Refusal"] == 0


def sample(count: int) -> Iterator[tuple[str, bytes]]:
    """The first articles of the archive of open trials."""
    with tarfile.open(DATA / "evidence_inference" / "nxml_cc-by_cc0.tar.xz", "r|xz") as archive:
        members = (member for member in archive if member.isfile() and member.name.endswith(".nxml"))
        for member in islice(members, count):
            found = archive.extractfile(member)
            yield Path(member.name).name, (found or io.BytesIO()).read()


def test_trials_of_the_archive_are_read_with_their_bodies(tmp_path: Path) -> None:
    """Fifty trials: every one has a title, an identifier and a body cut into sections."""
    read_so_far = 0
    for name, content in sample(50):
        path = tmp_path / name
        path.write_bytes(content)
        (report,) = (item for item in read(path) if not isinstance(item, Notice))
        assert isinstance(report, Report), name
        hold_offsets(report)
        body = next(r for r in report.renditions if r.form is Form.FULL_TEXT)
        assert report.record.ids.pmcid or report.record.ids.pmid
        assert len(body.sections) > 3
        assert len(body.text) > 3000
        path.unlink()
        read_so_far += 1
    assert read_so_far == 50


def of_kind(items: list[Item], kind: NoticeKind) -> int:
    """How many notices of one kind."""
    return sum(isinstance(item, Notice) and item.kind is kind for item in items)


def test_retraction_lists_are_read_whole() -> None:
    """The counts that the lists themselves state."""
    found = {path.name: list(read(path, as_of=date(2026, 8, 1))) for path in files("retractions")}

    whole = found["retractionwatch_doi_map_2026.json"]
    assert (of_kind(whole, NoticeKind.RETRACTION), of_kind(whole, NoticeKind.CONCERN)) == (59_876, 1_666)
    staged = found["retracted_in_staged_corpora.tsv"]
    assert (of_kind(staged, NoticeKind.RETRACTION), of_kind(staged, NoticeKind.CONCERN)) == (530, 4)
    digest = found["metacheck_retractionwatch.csv"]
    assert of_kind(digest, NoticeKind.RETRACTION) == 55_176
    assert of_kind(digest, NoticeKind.REINSTATEMENT) == 153
    for items in found.values():
        assert isinstance(items[-1], NoticeList)
        assert items[-1].as_of == date(2026, 8, 1)
        assert not any(isinstance(item, Refusal) for item in items)


def test_mesh_is_read_as_words() -> None:
    """Diseases, treatments and persons of the 2021 edition."""
    (words,) = read(DATA / "mesh" / "mesh2021_terms_trees.tsv.gz")

    assert isinstance(words, Words)
    kinds = Counter(concept.kind.value for concept in words.concepts)
    assert kinds == {"intervention": 12_485, "condition": 4_953, "population": 292}
    pain = next(concept for concept in words.concepts if concept.name == "patellofemoral pain syndrome")
    assert "anterior knee pain syndrome" in pain.clinical
    assert pain.broader == ("joint diseases",)


def test_the_starter_packs_are_read_without_a_fault() -> None:
    """Eleven topics, the glossary and the medicines; nothing withheld slips into a text."""
    paths = sorted((ROOT / "src" / "quoth" / "data" / "packs").glob("*.yaml"))

    counts = counted(paths)

    assert counts["Words"] == len(paths) == 13
    assert counts["Report"] == 174
    assert counts["Refusal"] == 0
