"""A question beyond the library is searched for; every failure ends in a whole or a clearly partial answer."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.errors import BadInput, NetworkNotAllowed
from quoth.live import Live, eutils
from quoth.model import Abstention, Answer, Reason, RetractionState
from quoth.pipeline import LiveStep, Parts, ask, ask_live, is_thin, live_search, may_search
from quoth.wiring import open_parts
from tests.kept import filled_home
from tests.standins.server import StandIn
from tests.standins.world import RETRACTED_PMID
from tests.unit.live.live_factories import brisk, settings_at, stand_in

QUESTION = "Does zorbaline help glimmer knee?"


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
    yield from opened(service, tmp_path)


def opened(service: StandIn, home: Path, **given: str) -> Iterator[Parts]:
    """A library whose clients wait milliseconds."""
    settings = settings_at(service.url, home, index="memory", **given)
    with open_parts(settings) as made:
        made.live = Live(settings, make_door=brisk)
        yield made


def test_a_question_beyond_the_library_is_answered_from_verbatim_abstracts(parts: Parts) -> None:
    """The refusal's words are the search; guidelines come first; the page is made and checked as always."""
    assert isinstance(ask(QUESTION, parts).page, Abstention)
    steps: list[LiveStep] = []
    report = ask_live(QUESTION, parts, progress=steps.append)
    assert report.outcome is not None
    page = report.outcome.page
    assert isinstance(page, Answer)
    assert report.outcome.verdict.passed
    assert (True, 41, 41) == (report.complete, report.fetched, report.records_new)
    assert "practice guideline" in page.references[0].title
    assert [("guidelines and systematic reviews", 8), ("trials", 32), ("other research", 60)] == report.found
    assert [step.fetched for step in steps if step.wanted] == sorted(step.fetched for step in steps if step.wanted)
    assert any(step.outcome for step in steps[:-1]), "the first answer does not wait for full texts"


def test_only_search_words_leave_the_machine(parts: Parts, service: StandIn, caplog: pytest.LogCaptureFixture) -> None:
    """Names of things, and not the sentence around them; nothing of it in an address or a log."""
    caplog.set_level(logging.DEBUG)
    ask_live("Please, my neighbour wonders: does zorbaline help glimmer knee?", parts)
    sent = " ".join(value for asked in service.asked for value in asked.form.values())
    assert "zorbaline" in sent
    for word in ("Please", "neighbour", "wonders"):
        assert word.casefold() not in sent.casefold()
    assert not any("zorbaline" in asked.query + asked.path for asked in service.asked)
    assert "zorbaline" not in caplog.text


def test_open_full_texts_follow_the_abstracts(parts: Parts) -> None:
    """What Europe PMC holds in full stands beside the abstract, under one record, with its licence."""
    report = ask_live(QUESTION, parts)
    assert 1 == report.full_texts
    [held] = [r for r in parts.store.iter_records() if r.ids.pmid == "90000010"]
    forms = {str(text.rendition.form) for text in parts.store.renditions(held.id)}
    assert {"abstract", "full-text"} == forms


def test_a_retracted_report_comes_with_its_mark(parts: Parts) -> None:
    """It is fetched so that nobody takes it from elsewhere unmarked."""
    from quoth.library import standings

    ask_live(QUESTION, parts)
    [held] = [r for r in parts.store.iter_records() if r.ids.pmid == RETRACTED_PMID]
    assert RetractionState.YES is standings([held], parts.store)[held.id].retraction


def test_an_interrupted_search_goes_on_from_what_came(
    service: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle: the next run asks only for what is missing, and ends with the same library."""
    monkeypatch.setattr(eutils, "BATCH_IDS", 10)

    def stop(step: LiveStep) -> None:
        if step.fetched == 20:
            raise KeyboardInterrupt

    for parts in opened(service, tmp_path / "a"):
        with pytest.raises(KeyboardInterrupt):
            ask_live(QUESTION, parts, progress=stop)
    asked = [each.form.get("id") for each in service.asked if each.path.endswith("efetch.fcgi")]
    for parts in opened(service, tmp_path / "a"):
        ask_live(QUESTION, parts)
        snapshot = parts.store.snapshot()
    again = [each.form.get("id") for each in service.asked if each.path.endswith("efetch.fcgi")][len(asked) :]
    assert (2, 3) == (len(asked), len(again))
    assert not set(asked) & set(again)
    for parts in opened(service, tmp_path / "b"):
        ask_live(QUESTION, parts)
        assert snapshot == parts.store.snapshot()


def test_a_search_that_finds_next_to_nothing_is_widened(parts: Parts) -> None:
    """One name too many must not hide a literature; what is then sent is shown."""
    steps: list[LiveStep] = []
    report = ask_live("Does zorbaline help glimmer knee, and qwertolol?", parts, progress=steps.append)
    sent = [step.sent for step in steps if step.sent]
    assert len(sent) == 2
    assert "qwertolol" in sent[0]
    assert "qwertolol" not in sent[1]
    assert sent[1] == report.words
    assert report.fetched == 41


def test_a_reader_can_change_the_search(parts: Parts, service: StandIn) -> None:
    """The words that are shown are the words that go."""
    report = ask_live(QUESTION, parts, words="glimmer AND cohort")
    assert "glimmer AND cohort" == report.words
    assert all("zorbaline" not in asked.form.get("term", "") for asked in service.asked)
    assert report.fetched == 20


FAULTS = {
    "esearch": ("rate-limit", "rate-limit-200", "error-json", "error-html", "empty", "truncated", "fewer", "bomb"),
    "efetch": ("error-xml", "empty", "cut", "stalled", "missing", "bad-gzip", "slow", "503"),
    "search": ("version-only", "error-html", "fewer", "500"),
    "fullTextXML": ("error-html", "error-xml", "cut", "empty"),
}
"""What can go wrong where; every other pairing is in the tests of the clients."""


@pytest.mark.parametrize("times", [1, 1000])
@pytest.mark.parametrize(("path", "fault"), [(path, fault) for path, faults in FAULTS.items() for fault in faults])
def test_every_fault_ends_in_a_whole_or_a_clearly_partial_answer(
    service: StandIn, tmp_path: Path, fault: str, path: str, times: int
) -> None:
    """Whatever a service does, for a moment or for good, the reader gets a checked page or is told what is missing."""
    service.faults.plan(fault, path, times=times)
    for parts in opened(service, tmp_path):
        report = ask_live(QUESTION, parts)
        assert report.outcome is not None
        assert report.outcome.verdict.passed
        whole = report.fetched == 41 and report.full_texts == 1
        assert whole or report.shortfalls, "something is missing and nobody says so"
        if isinstance(report.outcome.page, Abstention):
            assert report.shortfalls


def test_a_thin_page_is_told_from_a_full_one(parts: Parts) -> None:
    """A search is offered where it could help: not for noise, and not where the library answers."""
    assert is_thin(ask(QUESTION, parts).page)
    assert not is_thin(ask("", parts).page)
    report = ask_live(QUESTION, parts)
    assert report.outcome is not None
    assert not is_thin(report.outcome.page)


def test_nothing_to_search_for_is_said(parts: Parts, service: StandIn) -> None:
    """Words of asking alone are no search, and nothing is sent."""
    with pytest.raises(BadInput, match="nothing in this question"):
        ask_live("What should I do about it?", parts)
    assert [] == service.asked


def test_a_library_without_a_source_sends_nothing(service: StandIn, tmp_path: Path) -> None:
    """As installed, no question can go out, not even when somebody asks for it."""
    for parts in opened(service, tmp_path, pubmed="no"):
        assert not may_search(parts)
        with pytest.raises(NetworkNotAllowed, match="not switched on"):
            ask_live(QUESTION, parts)
        assert Reason.EMPTY_LIBRARY is ask(QUESTION, parts).page.reason  # type: ignore[union-attr]
    assert [] == service.asked


def test_a_search_is_made_of_names_in_pubmeds_language(tmp_path: Path, service: StandIn) -> None:
    """Names of a known condition go along; strange words stay together; operators and fields cannot be smuggled in."""
    with open_parts(settings_at(service.url, filled_home(tmp_path), starter="yes", index="memory")) as parts:
        words = live_search("Does ketamine NOT help [all] depression (severe)?", parts).words
        assert '"major depressive disorder"' in words
        assert "(ketamine)" in words
        assert not {"[", "NOT"} & set(words.replace("]", "[").split())
        assert "(carpal tunnel syndrome)" in live_search("Does a splint help carpal tunnel syndrome?", parts).words
