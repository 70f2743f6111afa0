"""Watched topics: what is new, which answers it touches, and nothing changed behind anybody's back."""

import smtplib
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from quoth.errors import BadInput, NetworkNotAllowed, NotFound, SourceFailed
from quoth.http import MailServer, send_mail
from quoth.interop.digest import digest_lines, digest_subject
from quoth.live import Live
from quoth.model import Answer, Digest, Place, TouchedHow
from quoth.pipeline import (
    Parts,
    add_watch,
    ask,
    digest_feed,
    digests,
    due_watches,
    mail_digests,
    remove_watch,
    run_watches,
    watch_named,
    watches,
)
from quoth.wiring import open_parts
from tests.standins.records import article, citations_of
from tests.standins.server import StandIn
from tests.standins.world import RETRACTED_PMID, made_up_world
from tests.unit.live.live_factories import brisk, settings_at, stand_in

QUESTION = "Does zorbaline help glimmer knee?"
START = datetime(2024, 4, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def service() -> Iterator[StandIn]:
    """The services, with a literature of their own for each test: it grows."""
    with stand_in(world=made_up_world()) as made:
        yield made


@pytest.fixture
def clock() -> list[datetime]:
    """What time it is; tests move it."""
    return [START]


@pytest.fixture
def parts(service: StandIn, tmp_path: Path, clock: list[datetime]) -> Iterator[Parts]:
    """An empty library with every source switched on and a clock that stands still."""
    settings = settings_at(service.url, tmp_path, index="memory", retraction_watch="no", live_cached_days="0")
    with open_parts(settings) as made:
        made.now = lambda: clock[0]
        made.live = Live(settings, make_door=brisk)
        yield made


def published(service: StandIn, pmid: int, title: str, abstract: str, **facts: object) -> None:
    """Something new appears in PubMed."""
    for citation in citations_of(article(pmid, title, abstract, **facts)):  # type: ignore[arg-type]
        service.world.citations[citation.pmid] = citation


def test_the_first_run_fills_the_library_and_the_next_brings_what_is_new(
    parts: Parts, service: StandIn, clock: list[datetime]
) -> None:
    """New since the last run, each report once, the ones that answer first."""
    add_watch("zorbaline for glimmer knee", parts)
    [first] = run_watches(parts)
    assert 40 == len(first.new)
    assert Place.ON_PAGE in {one.place for one in first.new}
    clock[0] += timedelta(days=7)
    published(
        service, 95_000_001, "Zorbaline for glimmer knee: a randomised trial in centre 99",
        "RESULTS: Pain fell by 3.5 points more with zorbaline than with placebo in 300 adults with glimmer knee.",
        types=("Randomized Controlled Trial",), year=2024, entered="2024/04/05",
    )  # fmt: skip
    published(
        service, 95_000_002, "Zorbaline and the glimmer of knees: a poem", "BACKGROUND: None.", entered="2024/04/05"
    )
    [second] = run_watches(parts)
    assert "95000001" in [one.pmid for one in second.new]
    assert not {one.pmid for one in first.new} & {one.pmid for one in second.new}
    clock[0] += timedelta(days=7)
    [third] = run_watches(parts)
    assert () == third.new


def test_an_answer_that_new_evidence_touches_is_named_and_not_changed(
    parts: Parts, service: StandIn, clock: list[datetime]
) -> None:
    """A reader's page stays as it is; the digest says what would stand on it today."""
    add_watch("zorbaline for glimmer knee", parts)
    run_watches(parts)
    page = ask(QUESTION, parts).page
    assert isinstance(page, Answer)
    clock[0] += timedelta(days=8)
    published(
        service, 95_000_003, "Zorbaline for glimmer knee: updated systematic review and meta-analysis of zorbaline",
        "RESULTS: In 30 randomised trials with 4000 adults with glimmer knee, zorbaline reduced glimmer pain more than "
        "placebo. CONCLUSIONS: Zorbaline reduces pain in adults with glimmer knee.",
        types=("Systematic Review", "Meta-Analysis"), year=2024, entered="2024/04/06",
    )  # fmt: skip
    [digest] = run_watches(parts)
    touched = [each for each in digest.touched if each.answer_id == page.id]
    assert {each.how for each in touched} <= {TouchedHow.NEWER_THAN_GUIDELINE, TouchedHow.ADDS}
    assert "updated systematic review" in touched[0].detail
    assert page == parts.store.answer(page.id)
    for lines, named in ((digest_lines(digest), True), (digest_lines(digest, questions=False), False)):
        assert named is (QUESTION in "\n".join(lines)), "what a reader asked is for the operator alone"
    assert QUESTION.encode() not in digest_feed([digest], parts)


def test_an_answer_that_cites_what_was_retracted_since_is_named(
    parts: Parts, service: StandIn, clock: list[datetime]
) -> None:
    """The list of the day marks the report within one run, and every page that cites it is told."""
    add_watch("zorbaline for glimmer knee", parts)
    run_watches(parts)
    page = ask(QUESTION, parts).page
    assert isinstance(page, Answer)
    cited = page.references[-1]
    line = f"9,4/2/2024 0:00,10.5555/n,0,{cited.ids.doi},{cited.ids.pmid},Retraction,+Made up;\n"
    service.world.retractions += line.encode()
    clock[0] += timedelta(days=8)
    settings = settings_at(service.url, parts.settings.folder, index="memory", live_cached_days="0")
    parts.live = Live(settings, make_door=brisk, now=lambda: clock[0])
    [digest] = run_watches(parts)
    assert (page.id, TouchedHow.RETRACTED) in {(each.answer_id, each.how) for each in digest.touched}
    assert clock[0].date().isoformat() == digest.retractions_as_of


def test_every_loaded_report_that_the_list_names_is_marked_in_one_run(
    parts: Parts, service: StandIn, clock: list[datetime]
) -> None:
    """The bar of the issue, on made-up reports: the real list is a benchmark."""
    from quoth.library import standings
    from quoth.model import RetractionState

    add_watch("glimmer knee", parts, words="glimmer")
    run_watches(parts)
    records = list(parts.store.iter_records())
    for number, record in enumerate(records[:15]):
        line = f"{number},1/1/2024 0:00,,0,{record.ids.doi},0,Retraction,+Made up;\n"
        service.world.retractions += line.encode()
    settings = settings_at(service.url, parts.settings.folder, index="memory", live_cached_days="0")
    parts.live = Live(settings, make_door=brisk)
    run_watches(parts, watches(parts))
    states = standings(records[:15], parts.store)
    assert all(states[record.id].retraction is RetractionState.YES for record in records[:15])


def test_a_run_that_fails_says_so_and_is_made_up_for(parts: Parts, service: StandIn, clock: list[datetime]) -> None:
    """What was missed is covered by the next run: the day of the last whole one counts."""
    add_watch("zorbaline for glimmer knee", parts)
    run_watches(parts)
    clock[0] += timedelta(days=7)
    published(service, 95_000_004, "Zorbaline for glimmer knee again", "RESULTS: It helped.", entered="2024/04/03")
    service.faults.plan("500", "esearch")
    [failed] = run_watches(parts)
    assert failed.shortfalls
    assert "PubMed could not be searched" in failed.shortfalls[-1]
    service.faults.clear()
    clock[0] += timedelta(days=30)
    [made_up] = run_watches(parts)
    assert "95000004" in [one.pmid for one in made_up.new]


def test_watches_are_due_by_their_days_and_go_with_their_digests(parts: Parts, clock: list[datetime]) -> None:
    """Add, list, run, remove."""
    weekly = add_watch("zorbaline for glimmer knee", parts)
    add_watch("glimmer knee", parts, every_days=30)
    assert 2 == len(due_watches(parts))
    run_watches(parts)
    clock[0] += timedelta(days=8)
    assert [weekly.id] == [watch.id for watch in due_watches(parts)]
    assert 2 == len(digests(parts))
    remove_watch("ZORBALINE for glimmer knee", parts)
    assert 1 == len(digests(parts)) == len(watches(parts))
    with pytest.raises(NotFound, match="glimmer knee"):
        watch_named("other", parts)


@pytest.mark.parametrize(("name", "days"), [("what about it", 7), ("", 7), ("glimmer knee", 0), ("GLIMMER  knee", 7)])
def test_a_watch_that_cannot_be_is_refused(parts: Parts, name: str, days: int) -> None:
    """Nothing to search for, no days, or a name that is taken."""
    add_watch("glimmer knee", parts)
    with pytest.raises(BadInput):
        add_watch(name, parts, every_days=days)


def test_a_digest_reads_as_lines_and_as_a_feed(parts: Parts, clock: list[datetime]) -> None:
    """A terminal, a message and a feed reader get the same; what a source wrote cannot break the feed."""
    add_watch('glimmer & "knee" <zorbaline>', parts, words="zorbaline")
    [digest] = run_watches(parts)
    text = "\n".join(digest_lines(digest, address="https://quoth.example"))
    assert "NEW, ON THE PAGE" in text or "NEW, READ" in text or "NEW, APART" in text
    assert "40 new" in digest_subject(digest)
    root = ElementTree.fromstring(digest_feed([digest], parts))  # noqa: S314 - our own
    space = "{http://www.w3.org/2005/Atom}"
    entry = root.find(f"{space}entry")
    assert entry is not None
    for name in ("id", "title", "updated"):
        assert root.findtext(space + name)
        assert entry.findtext(space + name)
    assert 'glimmer & "knee" <zorbaline>' in (entry.findtext(f"{space}title") or "")


# --- mail ------------------------------------------------------------------------------------------------------------
class MailBox:
    """A mail server that keeps what it gets; enough of SMTP for a message without a password."""

    def __init__(self, *, refuse: bool = False) -> None:
        self.got: list[str] = []
        self._refuse = refuse
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection, connection.makefile("rwb") as line:

                def say(text: str) -> None:
                    line.write(text.encode() + b"\r\n")
                    line.flush()

                say("220 box")
                while words := line.readline().decode().strip():
                    if words.upper().startswith("DATA"):
                        say("354 go on")
                        body = []
                        while (row := line.readline().decode().rstrip("\r\n")) != ".":
                            body.append(row)
                        self.got.append("\n".join(body))
                        say("250 kept")
                    elif words.upper().startswith("QUIT"):
                        say("221 bye")
                        break
                    else:
                        say("550 no" if self._refuse and words.upper().startswith("RCPT") else "250 fine")


def test_a_digest_goes_to_everybody_on_the_list(parts: Parts, service: StandIn, tmp_path: Path) -> None:
    """Plain text, marked as sent by a program; nothing new, no mail."""
    box = MailBox()
    given = {"smtp_host": "127.0.0.1", "smtp_port": str(box.port), "smtp_security": "none",
             "digest_from": "quoth@example.org", "digest_to": "a@example.org, b@example.org"}  # fmt: skip
    add_watch("zorbaline for glimmer knee", parts)
    [digest] = run_watches(parts)
    parts.settings = settings_at(service.url, tmp_path, index="memory", **given)
    assert 1 == mail_digests([digest], parts)
    [message] = box.got
    assert "To: a@example.org, b@example.org" in message
    assert "Auto-Submitted: auto-generated" in message
    quiet = Digest("x", "w", "topic", "2024-01-01T00:00:00+00:00", 0)
    assert 0 == mail_digests([quiet], parts)


def test_mail_without_a_server_or_to_one_that_refuses_says_what_to_do(parts: Parts) -> None:
    """Nothing is sent by guesswork, and a refusal is told."""
    with pytest.raises(NetworkNotAllowed, match="smtp_host"):
        send_mail(MailServer(""), sender="a@b", to=["c@d"], subject="x", lines=["y"])
    with pytest.raises(BadInput, match="smtp_security"):
        send_mail(MailServer("127.0.0.1", security="odd"), sender="a@b", to=["c@d"], subject="x", lines=["y"])
    box = MailBox(refuse=True)
    server = MailServer("127.0.0.1", box.port, "none")
    with pytest.raises(SourceFailed, match=smtplib.SMTPRecipientsRefused.__name__):
        send_mail(server, sender="a@example.org", to=["c@example.org"], subject="x", lines=["y"])


def test_a_header_cannot_be_smuggled_into_a_message() -> None:
    """A topic with a new line in it stays one subject."""
    box = MailBox()
    server = MailServer("127.0.0.1", box.port, "none")
    send_mail(server, sender="a@example.org", to=["c@example.org"], subject="x\r\nBcc: evil@example.org", lines=["y"])
    assert "\nBcc:" not in box.got[0]
    assert RETRACTED_PMID
