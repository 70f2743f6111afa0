"""The doctor's conversation: a faithful service passes every question, and one that differs is told by what differs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from quoth.cli.main import group
from quoth.errors import SourceFailed
from quoth.live import Live, converse
from tests.standins.server import StandIn, settings_for
from tests.unit.live.live_factories import live_at


@pytest.fixture
def service(running: StandIn) -> StandIn:
    """The services, behaving."""
    running.faults.clear()
    running.asked.clear()
    return running


def test_the_stand_in_passes_every_question(live: Live) -> None:
    """What the tests rely on is what the doctor asks of the real services: one conversation for both."""
    checks = list(converse(live))
    assert [] == [(check.source, check.asked, check.differences) for check in checks if not check.passed]
    assert {source.title for source in live.on()} == {check.source for check in checks}


@pytest.mark.parametrize(
    ("fault", "path"),
    [
        ("error-html", "esearch"),
        ("empty", "efetch"),
        ("error-html", "searchPOST"),
        ("500", "pubmed/baseline"),
        ("error-html", "retraction_watch"),
        ("error-html", "J_Medline"),
    ],
)
def test_a_service_that_differs_is_told(live: Live, service: StandIn, fault: str, path: str) -> None:
    """Each difference names what was expected."""
    service.faults.plan(fault, path)
    assert [check for check in converse(live) if check.differences]


def test_only_sources_that_are_on_are_asked(service: StandIn, tmp_path: Path) -> None:
    """The doctor sends nothing that an operator did not switch on."""
    off = dict.fromkeys(("europepmc", "pmc", "pubmed_files", "retraction_watch", "nlm_files"), "no")
    checks = list(converse(live_at(service.url, tmp_path, **off)))
    assert {"PubMed"} == {check.source for check in checks}
    assert all(each.path.startswith("/entrez/") for each in service.asked)


def test_the_command_reports_and_exits_by_what_it_found(
    service: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines for a person, data for a program, an exit code for a script."""
    monkeypatch.setenv("QUOTH_HOME", str(tmp_path))
    for name, value in {**settings_for(service.url), "starter": "no", "index": "memory"}.items():
        monkeypatch.setenv(f"QUOTH_{name.upper()}", value)
    done = CliRunner().invoke(group, ["doctor", "--live", "--json"])
    found = json.loads(done.stdout)
    assert all(not check["differences"] for check in found["services"])
    service.faults.plan("500", "efetch")
    differs = CliRunner().invoke(group, ["doctor", "--live"])
    assert "DIFFERS" in differs.output
    assert isinstance(differs.exception, SourceFailed)
