"""NCBI's E-utilities: what comes back is whole, or says what is missing."""

import json
import time
from pathlib import Path

import pytest

from quoth.errors import NetworkNotAllowed, SourceFailed
from quoth.live import Live, eutils
from quoth.live.eutils_replies import article_ids, linked_ids
from quoth.settings import load_settings
from tests.standins.server import StandIn
from tests.unit.live.live_factories import live_at, stand_in

GLIMMER = "zorbaline AND glimmer knee"


def test_a_search_lists_what_fits_best_first(live: Live) -> None:
    """Sixty citations fit, and the service says so."""
    found = live.pubmed().search(GLIMMER, limit=40)
    assert (40, 60, None) == (len(found.ids), found.count, found.shortfall)
    assert len(set(found.ids)) == 40


def test_a_search_reads_on_from_its_history(live: Live, service: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages come from the search as it was, so that nothing is met twice or missed while PubMed grows."""
    monkeypatch.setattr(eutils, "PAGE_IDS", 25)
    found = live.pubmed().search(GLIMMER, limit=100)
    assert (60, 60, None) == (len(set(found.ids)), found.count, found.shortfall)
    pages = [asked.form for asked in service.asked]
    assert ["0", "25", "50"] == [form["retstart"] for form in pages]
    assert "term" not in pages[1]
    assert pages[1]["WebEnv"]


def test_words_that_pubmed_does_not_know_are_told(live: Live) -> None:
    """A misspelt word is no silence."""
    found = live.pubmed().search("zorbalin AND glimmer", limit=5)
    assert (0, ("zorbalin",)) == (found.count, found.not_found)


def test_what_entered_since_a_day_is_found(live: Live) -> None:
    """A watch asks for what is new."""
    assert live.pubmed().search("glimmer", limit=5, since="2024/03/01").count > 0
    assert 0 == live.pubmed().search("glimmer", limit=5, since="2024/03/02").count


def test_records_come_whole_with_unicode(live: Live) -> None:
    """PubMed XML as it is, to the last accent."""
    [fetched] = live.pubmed().fetch(["90000010", "90000001"])
    assert (("90000010", "90000001"), None) == (fetched.ids, fetched.shortfall)
    assert "Zürich–Łódź" in fetched.body.decode()


def test_a_record_that_the_service_lacks_is_counted_as_missing(live: Live) -> None:
    """Efetch leaves an unknown PMID out without a word; we do not."""
    [fetched] = live.pubmed().fetch(["90000010", "1"])
    assert fetched.shortfall is not None
    assert 1 == fetched.shortfall.missing
    assert "1 record of PubMed could not be fetched" in str(fetched.shortfall)


def test_many_records_come_in_batches_and_one_lost_batch_loses_no_other(
    live: Live, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure in the middle costs its own records, and says how many."""
    monkeypatch.setattr(eutils, "BATCH_IDS", 10)
    service.faults.plan("500", "efetch", times=3, after=1)
    ids = [str(90_000_001 + n) for n in range(30)]
    batches = list(live.pubmed().fetch(ids))
    assert [10, 0, 10] == [len(batch.ids) for batch in batches]
    assert batches[1].shortfall is not None
    assert 10 == batches[1].shortfall.missing
    assert "status 500" in batches[1].shortfall.why


@pytest.mark.parametrize(
    "fault",
    ["rate-limit", "rate-limit-200", "error-json", "error-html", "empty", "cut", "500", "503", "truncated", "slow"],
)
def test_a_passing_fault_of_a_search_is_passed_over(live: Live, service: StandIn, fault: str) -> None:
    """One bad answer, and the next is asked for."""
    service.faults.plan(fault, "esearch", times=1)
    assert 60 == live.pubmed().search(GLIMMER, limit=5).count


@pytest.mark.parametrize(
    "fault", ["rate-limit-200", "error-xml", "error-html", "empty", "cut", "500", "truncated", "bad-gzip", "slow"]
)
def test_a_passing_fault_of_a_fetch_is_passed_over(live: Live, service: StandIn, fault: str) -> None:
    """Half a document is never taken for a whole one, and an error document never for no records."""
    service.faults.plan(fault, "efetch", times=1)
    [fetched] = live.pubmed().fetch(["90000010", "90000011"])
    assert (2, None) == (len(fetched.ids), fetched.shortfall)


@pytest.mark.parametrize("fault", ["rate-limit", "error-json", "error-html", "empty", "500", "stalled", "bomb"])
def test_a_lasting_fault_of_a_search_is_told_and_never_read_as_nothing_found(
    live: Live, service: StandIn, fault: str
) -> None:
    """A source that failed is not a source without evidence."""
    service.faults.plan(fault, "esearch")
    with pytest.raises(SourceFailed) as told:
        live.pubmed().search(GLIMMER, limit=5)
    assert "PubMed" in str(told.value)
    assert "glimmer" not in str(told.value)


def test_pages_that_hold_fewer_than_was_counted_are_a_shortfall(
    live: Live, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the service counts and does not list is said to be missing."""
    monkeypatch.setattr(eutils, "PAGE_IDS", 20)
    service.faults.plan("fewer", "esearch", times=1)
    found = live.pubmed().search(GLIMMER, limit=40)
    assert found.shortfall is None or (found.shortfall.missing or 0) + len(found.ids) == 40
    service.faults.clear()
    service.faults.plan("500", "esearch", after=1)
    found = live_at(service.url, live.settings.folder / "other").pubmed().search(GLIMMER, limit=40)
    assert found.shortfall is not None
    assert (20, 20) == (len(found.ids), found.shortfall.missing)


def test_a_count_that_changes_between_pages_ends_in_a_shortfall(
    live: Live, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The later count holds, and what it promises beyond the pages is missing."""
    monkeypatch.setattr(eutils, "PAGE_IDS", 30)
    service.faults.plan("counted-more", "esearch", after=1)
    found = live.pubmed().search(GLIMMER, limit=200)
    assert (60, 67) == (len(found.ids), found.count)
    assert found.shortfall is not None
    assert 7 == found.shortfall.missing


def test_more_than_pubmed_lists_is_said_to_be_missing(live: Live) -> None:
    """PubMed lists 9,999 records of a search; who wants more has to narrow it."""
    assert eutils._unlisted(20_000, 12_000) is not None
    assert eutils._unlisted(20_000, 9_999) is None


def test_citing_and_similar_records_are_found(live: Live) -> None:
    """Elink, both ways; nothing found is an empty list."""
    cited = live.pubmed().cited_by("90000001")
    assert 32 == len(cited)
    assert () == live.pubmed().cited_by("90000060")
    assert "90000001" not in live.pubmed().similar("90000001")
    body = json.dumps(
        {"linksets": [{"linksetdbs": [{"linkname": "a", "links": [{"id": "7", "score": 3}, "8"]}]}]}
    ).encode()
    assert ("7", "8") == linked_ids(body, "a")


def test_a_restricted_article_of_pmc_comes_without_its_text(live: Live, service: StandIn) -> None:
    """PMC answers 200 without a <body>: that is no full text."""
    assert live.pubmed().full_text("PMC9000001") is not None
    service.eutils.texts["PMC9000002"] = b"<article><front/></article>"
    assert live.pubmed().full_text("PMC9000002") is None


def test_the_service_is_told_who_asks_and_words_and_key_stay_out_of_the_address(
    service: StandIn, tmp_path: Path
) -> None:
    """NCBI wants tool and email; proxies and logs see addresses."""
    live = live_at(service.url, tmp_path, contact_email="librarian@example.org", ncbi_api_key="secret")
    live.pubmed().search(GLIMMER, limit=1)
    [asked] = service.asked
    assert ("quoth", "librarian@example.org", "secret") == tuple(asked.form[n] for n in ("tool", "email", "api_key"))
    assert "" == asked.query


def test_an_answer_is_kept_and_used_again(service: StandIn, tmp_path: Path) -> None:
    """An interrupted search goes on: what came is not asked for twice, whoever asks; its day is known."""
    first = live_at(service.url, tmp_path).pubmed().search(GLIMMER, limit=5)
    asked = len(service.asked)
    again = live_at(service.url, tmp_path, contact_email="other@example.org").pubmed().search(GLIMMER, limit=5)
    assert (first.ids, asked) == (again.ids, len(service.asked))
    assert abs((again.fetched_at - first.fetched_at).total_seconds()) < 1
    live_at(service.url, tmp_path, live_cached_days="0").pubmed().search(GLIMMER, limit=5)
    assert len(service.asked) > asked


def test_what_is_kept_tells_nobody_what_was_asked(service: StandIn, tmp_path: Path) -> None:
    """Neither a file's name nor a search's kept answer beyond the service's own echo of it is ours."""
    live_at(service.url, tmp_path).pubmed().search(GLIMMER, limit=5)
    assert [] == [file for file in tmp_path.rglob("*") if "glimmer" in file.name]


def test_the_pace_keeps_to_three_requests_a_second(tmp_path: Path) -> None:
    """With NCBI's own limit in force, seven requests in a row never meet it."""
    with stand_in(per_second=3) as service:
        live = Live(live_at(service.url, tmp_path).settings)
        client, started = live.pubmed(), time.monotonic()
        for number in range(7):
            client.search(f"zorbaline AND {number}", limit=1)
        assert 1.9 < time.monotonic() - started
        assert 0 == service.refused
        live.close()


def test_nothing_is_asked_of_a_source_that_is_off(service: StandIn, tmp_path: Path) -> None:
    """Every source is off until an operator switches it on, and `never` overrules all."""
    default = Live(load_settings({}, {"home": str(tmp_path)}))
    assert () == default.on()
    for client in (default.pubmed, default.europepmc, default.pmc, default.pubmed_files, default.retraction_watch):
        with pytest.raises(NetworkNotAllowed, match="not switched on"):
            client()
    with pytest.raises(NetworkNotAllowed, match="never"):
        live_at(service.url, tmp_path, live="never").pubmed()
    assert [] == service.asked


def test_ids_are_read_from_articles_and_not_from_what_they_cite() -> None:
    """A PMID in a reference list is no record of the answer."""
    body = (
        b"<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>5</PMID><CommentsCorrections><PMID>6</PMID>"
        b"</CommentsCorrections></MedlineCitation></PubmedArticle><PubmedBookArticle><BookDocument><PMID>7</PMID>"
        b"</BookDocument></PubmedBookArticle></PubmedArticleSet>"
    )
    assert ("5", "7") == article_ids(body)
