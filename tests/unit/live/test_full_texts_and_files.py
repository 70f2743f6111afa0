"""Europe PMC, PMC's datasets, PubMed's files, lists and documents: whole, checked, or clearly not there."""

from datetime import date
from pathlib import Path

import pytest

from quoth.errors import BadFile, NetworkNotAllowed, SourceFailed
from quoth.live import Live, europepmc, fetch_document, fetch_list, parse_journals
from quoth.live.pmc_cloud import _key
from tests.standins.server import StandIn
from tests.unit.live.live_factories import live_at

TODAY = date(2026, 11, 26)


# --- Europe PMC ------------------------------------------------------------------------------------------------------
def test_open_texts_are_found_by_pmid_with_their_licence(live: Live) -> None:
    """Of what PubMed found, that which may be read in full."""
    found = live.europepmc().open_texts_of(["90000009", "90000010"])
    assert [("90000010", "PMC9000001", "cc by", True)] == [
        (each.pmid, each.pmcid, each.licence, each.open_access) for each in found.articles
    ]
    text = live.europepmc().full_text(found.articles[0])
    assert text is not None
    assert (b"<body" in text.body, "cc by") == (True, text.licence)


def test_an_article_without_an_open_text_brings_none(live: Live) -> None:
    """404 is an answer, and no failure."""
    closed = europepmc.Article("1", "PMC7", None, "t", None, open_access=False)
    assert live.europepmc().full_text(closed) is None
    assert live.europepmc().full_text(europepmc.Article("1", None, None, "t", None, open_access=False)) is None


def test_pages_are_read_by_their_cursor(live: Live, monkeypatch: pytest.MonkeyPatch, service: StandIn) -> None:
    """All hits, each once; a page that fails later costs its own hits and says so."""
    monkeypatch.setattr(europepmc, "PAGE_RESULTS", 25)
    found = live.europepmc().search("glimmer", limit=60)
    assert (60, 60, None) == (len({each.pmid for each in found.articles}), found.count, found.shortfall)
    service.faults.plan("500", "search", after=1)
    part = live_at(service.url, live.settings.folder / "other").europepmc().search("glimmer", limit=60)
    assert part.shortfall is not None
    assert (25, 35) == (len(part.articles), part.shortfall.missing)


@pytest.mark.parametrize("fault", ["version-only", "error-html", "empty", "500", "cut"])
def test_a_failed_search_of_europe_pmc_is_no_empty_one(live: Live, service: StandIn, fault: str) -> None:
    """An unknown cursor is answered with a version number and status 200: that is a failure."""
    service.faults.plan(fault, "search")
    with pytest.raises(SourceFailed):
        live.europepmc().search("glimmer", limit=5)


def test_a_cursor_that_ends_early_is_a_shortfall(live: Live, service: StandIn) -> None:
    """Fewer hits than counted are said to be fewer."""
    service.faults.plan("fewer", "search")
    found = live.europepmc().search("glimmer", limit=60)
    assert found.shortfall is not None
    assert 60 == len(found.articles) + (found.shortfall.missing or 0)


# --- PMC's datasets --------------------------------------------------------------------------------------------------
def test_a_text_of_the_datasets_comes_with_its_licence_and_fits_its_checksum(live: Live, service: StandIn) -> None:
    """The XML of an open version; a damaged one is refused."""
    text = live.pmc().full_text("PMC9000001")
    assert text is not None
    assert (b"<body" in text.body, "CC BY") == (True, text.licence)
    service.faults.plan("damaged", "PMC9000001.1.xml")
    with pytest.raises(SourceFailed, match="checksum"):
        live_at(service.url, live.settings.folder / "other").pmc().full_text("PMC9000001")


def test_a_text_is_taken_only_under_a_licence_that_is_wanted(live: Live) -> None:
    """Who may not use non-commercial texts says which licences do."""
    assert live.pmc().full_text("PMC9000001", licences=("CC0",)) is None
    assert live.pmc().full_text("PMC1") is None


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/PMC1.1/a.xml", "s3://bucket/PMC2.1/PMC2.1.xml", "s3://bucket/PMC1.1/../PMC2.1/x.xml", ""],
)
def test_a_description_cannot_lead_to_another_article(url: str) -> None:
    """Keys of the described article alone are fetched."""
    assert (None, None) == _key(url, "PMC1.1")


# --- PubMed's files --------------------------------------------------------------------------------------------------
def test_files_are_listed_in_the_order_in_which_they_have_to_be_read(live: Live) -> None:
    """Baseline first, updates after it, by number."""
    files = live.pubmed_files()
    names = [file.name for folder in ("baseline", "updatefiles") for file in files.files(folder)]
    assert [f"pubmed26n{n:04d}.xml.gz" for n in range(1, 7)] == names


def test_a_list_of_two_years_gives_the_newer_baseline(live: Live, service: StandIn) -> None:
    """In December the old baseline may still lie beside the new one: they are never mixed."""
    service.files._pubmed = {"baseline/pubmed25n1274.xml.gz": b"", "baseline/pubmed26n0001.xml.gz": b""}
    assert ["pubmed26n0001.xml.gz"] == [file.name for file in live.pubmed_files().files("baseline")]
    service.files._pubmed = None


def test_files_come_in_order_and_each_fits_its_checksum(live: Live) -> None:
    """Two are fetched at a time, and handed over in order."""
    files = live.pubmed_files()
    wanted = files.files("baseline")
    got = list(files.downloaded(wanted))
    assert [file.name for file in wanted] == [each.file.name for each in got]
    assert all(each.path and each.path.exists() and not each.fault for each in got)


def test_a_file_damaged_on_its_way_is_fetched_again_and_one_that_stays_so_is_told(live: Live, service: StandIn) -> None:
    """A checksum that does not fit is never let through."""
    files = live.pubmed_files()
    wanted = files.files("baseline")[:1]
    service.faults.plan("damaged", "0001.xml.gz", times=1, after=1)
    assert [""] == [each.fault for each in files.downloaded(wanted)]
    other = live_at(service.url, live.settings.folder / "other").pubmed_files()
    service.faults.clear()
    service.faults.plan("damaged", "n0001.xml.gz", after=1)
    [bad] = other.downloaded(wanted)
    assert bad.path is None
    assert "checksum" in bad.fault


def test_a_known_file_is_not_fetched_and_a_part_is_gone_on_from(live: Live, service: StandIn) -> None:
    """What an interrupted run has fetched is not fetched again."""
    files = live.pubmed_files()
    first, second = files.files("baseline")[:2]
    md5 = files.md5_of(second)
    whole = service.files.answer(f"pubmed/baseline/{second.name}", {}).body
    folder = live.folder / "files"
    folder.mkdir(parents=True)
    (folder / f"{second.name}.{md5[:8]}.part").write_bytes(whole[:100])
    service.asked.clear()
    [got] = files.downloaded([first, second], known=lambda file, md5: file == first)
    assert got.path is not None
    assert whole == got.path.read_bytes()
    asked = [each for each in service.asked if each.path.endswith(".gz")]
    assert ["bytes=100-"] == [each.headers.get("Range") for each in asked]


def test_one_file_that_fails_does_not_hold_back_the_next(live: Live, service: StandIn) -> None:
    """Each file has its own fate; the caller decides what order allows."""
    service.faults.plan("503", "n0002.xml.gz")
    files = live.pubmed_files()
    got = list(files.downloaded(files.files("baseline")))
    assert [True, False, True, True] == [not each.fault for each in got]


# --- lists and documents ---------------------------------------------------------------------------------------------
def test_a_list_takes_the_place_of_the_last_one_only_when_it_is_whole(
    live: Live, service: StandIn, tmp_path: Path
) -> None:
    """A list that came short would vouch for what it leaves out."""
    door, address = live.retraction_watch()
    to = tmp_path / "retraction_watch.csv"
    whole = fetch_list(door, address, to, today=TODAY, begins=b"RetractionNature")
    assert whole.size == to.stat().st_size > 10_000
    for fault, why in (
        ("cut", "much shorter"),
        ("error-html", "not the list"),
        ("truncated", "connection"),
        ("500", "500"),
    ):
        service.faults.clear()
        service.faults.plan(fault, "retraction")
        with pytest.raises(SourceFailed, match=why):
            fetch_list(door, address, to, today=TODAY, begins=b"RetractionNature")
        assert whole.size == to.stat().st_size


def test_journals_are_read_from_nlms_list(live: Live, tmp_path: Path) -> None:
    """Titles, abbreviations and numbers; blanks stay blank."""
    door, address = live.nlm_file("journals_url")
    fetch_list(door, address, tmp_path / "J_Medline.txt", today=TODAY, begins=b"JrId")
    first, second = parse_journals((tmp_path / "J_Medline.txt").read_text())
    assert ("Journal of Made-up Medicine", "J Made Up Med", ("0000-0001", "0000-002X"), "9000001") == (
        first.title,
        first.abbreviation,
        first.issn,
        first.nlm_id,
    )
    assert () == second.issn


def test_a_document_is_fetched_from_an_allowed_host_alone(live: Live, service: StandIn, tmp_path: Path) -> None:
    """The operator's list decides, and a redirect into the own network is refused."""
    got = fetch_document(live.documents(), f"{service.url}/guideline.html", tmp_path)
    assert (".html", True) == (got.path.suffix, b"glimmer" in got.path.read_bytes())
    with pytest.raises(NetworkNotAllowed, match="not on the list"):
        fetch_document(live.documents(), "http://localhost/guideline.html", tmp_path)
    service.faults.plan("redirect-inside", "guideline")
    with pytest.raises(NetworkNotAllowed, match=r"10\.0\.0\.1"):
        fetch_document(live.documents(), f"{service.url}/guideline.html", tmp_path)
    with pytest.raises(NetworkNotAllowed, match="no host is allowed"):
        live_at(service.url, tmp_path, add_hosts="").documents()


def test_what_is_no_document_is_refused(live: Live, service: StandIn, tmp_path: Path) -> None:
    """A picture or a program is nothing to quote from."""
    service.files.documents["x.exe"] = (b"MZ", "application/octet-stream")
    with pytest.raises(BadFile, match="no HTML"):
        fetch_document(live.documents(), f"{service.url}/x.exe", tmp_path)
