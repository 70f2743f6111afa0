"""Sources by name, and whole files: in the library, or told by name why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.errors import BadInput, NetworkNotAllowed, NotFound, SourceFailed
from quoth.library import standings
from quoth.live import Live
from quoth.model import RetractionState
from quoth.pipeline import Parts, add, fetch_mesh, fetch_retractions, load_pubmed
from quoth.pipeline.citing import Way, beside
from quoth.sources import DocumentFacts
from quoth.wiring import open_parts
from tests.standins.server import StandIn
from tests.standins.world import RETRACTED_PMID
from tests.unit.live.live_factories import brisk, settings_at, stand_in


@pytest.fixture(scope="module")
def running() -> Iterator[StandIn]:
    """The services."""
    with stand_in() as service:
        yield service


@pytest.fixture
def service(running: StandIn) -> StandIn:
    """The services, behaving, with nothing remembered."""
    running.faults.clear()
    running.asked.clear()
    return running


@pytest.fixture
def parts(service: StandIn, tmp_path: Path) -> Iterator[Parts]:
    """An empty library with every source switched on."""
    yield from opened(service, tmp_path / "home")


def opened(service: StandIn, home: Path, **given: str) -> Iterator[Parts]:
    """A library whose clients wait milliseconds."""
    settings = settings_at(service.url, home, index="memory", **given)
    with open_parts(settings) as made:
        made.live = Live(settings, make_door=brisk)
        yield made


# --- by name ---------------------------------------------------------------------------------------------------------
def test_a_pmid_a_doi_and_a_pmc_id_become_records(parts: Parts) -> None:
    """All three are looked up, and each leads to its record."""
    report = add(["PMID:90000003", "https://doi.org/10.5555/glimmer.9", "PMC9000001"], parts, full_text=True)
    assert report.complete
    assert ["added"] * 3 == [each.status for each in report.added]
    assert "trial in centre 8" in report.added[1].title
    assert [False, False, True] == [each.full_text for each in report.added]
    assert 3 == parts.store.counts().records


def test_what_is_there_is_not_fetched_again(parts: Parts, service: StandIn) -> None:
    """The same name again changes nothing and asks nothing."""
    add(["90000003"], parts)
    service.asked.clear()
    assert ["already here"] == [each.status for each in add(["90000003"], parts).added]
    assert [] == service.asked


def test_a_name_that_nobody_knows_is_told_and_the_others_are_added(parts: Parts) -> None:
    """One of many fails; the rest goes on."""
    report = add(["DOI:10.5555/none", "PMID:90000004"], parts)
    assert ["not found", "added"] == [each.status for each in report.added]
    assert not report.complete


def test_a_service_that_fails_is_told_apart_from_a_name_that_is_not_found(parts: Parts, service: StandIn) -> None:
    """Not found is said only by a service that answered."""
    service.faults.plan("500", "efetch")
    [one] = add(["PMID:90000004"], parts).added
    assert "failed" == one.status
    assert "500" in one.note


@pytest.mark.parametrize("name", ["hello", "ftp://x/y", "patellofemoral-pain/vsg-2022", ""])
def test_what_is_no_name_of_a_source_is_refused(parts: Parts, service: StandIn, name: str) -> None:
    """Nothing is sent for what cannot be one."""
    with pytest.raises(BadInput):
        add([name], parts)
    assert [] == service.asked


def test_a_guideline_from_an_address_is_read_with_its_facts(parts: Parts, service: StandIn) -> None:
    """The page's words, the person's facts, and where it came from."""
    facts = DocumentFacts(issuer="Glimmer Society", year=2024, title="Glimmer knee: guideline")
    [one] = add([f"{service.url}/guideline.html"], parts, facts=facts).added
    assert ("added", "Glimmer knee: guideline") == (one.status, one.title)
    assert one.record_id is not None
    record = parts.store.record(one.record_id)
    assert ("Glimmer Society", 2024) == (record.issuer, record.published.year)
    [text] = parts.store.renditions(record.id)
    assert "We recommend zorbaline" in text.rendition.text


def test_what_cites_a_record_or_is_like_it_is_added_by_name(parts: Parts, service: StandIn) -> None:
    """Forward, the newest first, and sideways; the record itself is none of them."""
    citing = beside(["PMID:90000001"], Way.CITING, parts, limit=5)
    assert list(citing) == sorted(citing, key=int, reverse=True)
    assert 5 == len(citing)
    assert ["added"] * 5 == [each.status for each in add(citing, parts).added]

    similar = beside(["90000001", "90000003"], Way.SIMILAR, parts, limit=50)
    assert {"90000001", "90000003"}.isdisjoint(similar)
    assert len(set(similar)) == len(similar)


@pytest.mark.parametrize(("name", "fault"), [("90000060", NotFound), ("10.5555/none", BadInput), ("knees", BadInput)])
def test_a_record_that_nothing_cites_and_a_name_without_a_pmid_are_told(
    parts: Parts, name: str, fault: type[Exception]
) -> None:
    """An empty list is no success, and a guess at a number would be another record's."""
    with pytest.raises(fault):
        beside([name], Way.CITING, parts, limit=5)


def test_an_address_that_is_not_allowed_is_not_asked(service: StandIn, tmp_path: Path) -> None:
    """Without a list of hosts no address is fetched."""
    for parts in opened(service, tmp_path, add_hosts=""):
        with pytest.raises(NetworkNotAllowed):
            add([f"{service.url}/guideline.html"], parts)
    assert [] == service.asked


# --- whole files -----------------------------------------------------------------------------------------------------
def test_a_baseline_and_its_updates_come_in_their_order(parts: Parts) -> None:
    """A later edition replaces an earlier one, and a deleted citation is gone."""
    report = load_pubmed(parts)
    assert (True, 6, 0) == (report.complete, len(report.files), report.left)
    titles = {record.ids.pmid: record.title for record in parts.store.iter_records()}
    assert "Glimmer knee in review: third edition" == titles["91000000"]
    assert "90000001" not in titles
    assert 60 == len(titles)


def test_a_load_goes_on_where_it_stopped_and_ends_the_same(service: StandIn, tmp_path: Path, parts: Parts) -> None:
    """Two files a time, or all at once: one library."""
    load_pubmed(parts)
    for other in opened(service, tmp_path / "slowly"):
        while load_pubmed(other, limit=2).left:
            pass
        assert parts.store.snapshot() == other.store.snapshot()
        service.asked.clear()
        report = load_pubmed(other)
        assert (True, 6) == (report.complete, report.known)
        assert not any(each.path.endswith(".xml.gz") for each in service.asked)


def test_a_file_that_cannot_be_had_ends_the_load_there(parts: Parts, service: StandIn) -> None:
    """An update must not be applied before what it builds on."""
    service.faults.plan("damaged", "n0003.xml.gz", after=1)
    report = load_pubmed(parts)
    assert "checksum" in report.fault
    assert (2, 4) == (len(report.files), report.left)
    service.faults.clear()
    assert load_pubmed(parts).complete


def test_a_list_of_retractions_marks_what_it_names(parts: Parts, service: StandIn) -> None:
    """Every loaded record that it names is retracted, every other one is checked as of its day."""
    add(["PMID:90000003"], parts)
    service.world.citations[RETRACTED_PMID]
    add([f"PMID:{RETRACTED_PMID}"], parts)
    report = fetch_retractions(parts)
    assert report.files[0].notices_new == 1199
    records = list(parts.store.iter_records())
    states = {record.ids.pmid: standings([record], parts.store)[record.id].retraction for record in records}
    assert {"90000003": RetractionState.NO, RETRACTED_PMID: RetractionState.YES} == states


def test_half_a_list_of_retractions_vouches_for_nothing(parts: Parts, service: StandIn) -> None:
    """What comes short is not taken, and the last list stays in force."""
    fetch_retractions(parts)
    before = parts.store.snapshot()
    service.faults.plan("cut", "retraction_watch")
    with pytest.raises(SourceFailed, match="shorter"):
        fetch_retractions(parts)
    assert before == parts.store.snapshot()


@pytest.mark.parametrize("path", ["mesh/desc2026.gz", "mesh/d2026.bin"])
def test_mesh_becomes_synonyms_from_xml_and_from_ascii(service: StandIn, tmp_path: Path, path: str) -> None:
    """Both forms that NLM publishes give the same concept."""
    for parts in opened(service, tmp_path, mesh_url=f"{service.url}/{path}"):
        assert fetch_mesh(parts).complete
        [concept] = [each for each in parts.store.concepts() if each.name == "Glimmer Knee"]
        assert "Knee, Glimmering" in concept.clinical
