"""What has ended is forgotten while quoth serves, by a clock that the tests turn."""

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from quoth.errors import LibraryBusy
from quoth.model import Abstention, Account, Office, Question, Reason, Session
from quoth.pipeline import Parts
from quoth.pipeline import people as who
from quoth.pipeline import signing_in as door
from quoth.settings import load_settings
from quoth.web import retention as web_retention
from quoth.web.access_log import LOG
from quoth.web.retention import Retention
from quoth.web.running import serve
from quoth.wiring import open_parts

START = datetime(2026, 1, 1, 8, tzinfo=UTC)


class Clock:
    """Shows what it was set to."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        """The time."""
        return self.time


@pytest.fixture
def clock() -> Clock:
    """A clock that stands until it is turned."""
    return Clock()


@pytest.fixture
def parts(tmp_path: Path, clock: Clock) -> Iterator[Parts]:
    """An empty library with an administrator, an editor and a kept answer."""
    set_by = {"store": "memory:", "index": "memory", "starter": "false", "accounts_kept_days": "60"}
    with open_parts(load_settings({"QUOTH_HOME": str(tmp_path)}, set_by)) as opened:
        opened = replace(opened, now=clock)
        who.add_account("root", opened, offices=[Office.ADMINISTRATOR])
        held = who.add_account("mary.reader", opened, shown_name="Mary Reader")
        door.sign_in_as(held, opened)
        keep_answer(opened)
        yield opened


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is logged."""
    told: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    monkeypatch.setattr(LOG, "handlers", [Kept()])
    monkeypatch.setattr(LOG, "level", logging.INFO)
    monkeypatch.setattr(LOG, "propagate", False)
    LOG.manager._clear_cache()  # type: ignore[attr-defined]
    return told


def keep_answer(parts: Parts) -> None:
    """Keep a page under the id "old", as of now."""
    page = Abstention("old", Question("what helps?"), Reason.EMPTY_LIBRARY, "Nothing is held here.")
    parts.store.put_answer(page, kept_on=parts.now().date())


def test_it_is_done_at_the_start_and_then_once_a_day(parts: Parts, clock: Clock, lines: list[str]) -> None:
    """Questions after 30 days and accounts after 60, though nobody asks anything or runs a command."""
    keeper = Retention(parts)
    assert keeper.look()
    assert parts.store.has_answer("old")
    clock.time += timedelta(hours=23)
    assert not keeper.look()
    clock.time += timedelta(hours=1)
    assert keeper.look()
    assert () == parts.store.items(Session)
    clock.time = START + timedelta(days=31)
    assert keeper.look()
    assert not parts.store.has_answer("old")
    clock.time = START + timedelta(days=61)
    assert keeper.look()
    assert ["root"] == [one.name for one in who.accounts(parts)]
    assert [
        "retention: forgotten: answers 0, accounts 0, others 0",
        "retention: forgotten: answers 0, accounts 0, others 1",
        "retention: forgotten: answers 1, accounts 0, others 0",
        "retention: forgotten: answers 0, accounts 1, others 0",
    ] == lines


@pytest.mark.parametrize("fault", [LibraryBusy("Mary Reader is busy"), RuntimeError("Mary Reader"), OSError("Mary")])
def test_a_fault_is_logged_without_its_words_and_tried_again(
    fault: Exception, parts: Parts, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or a busy library costs a try, never the server."""

    def fail(_: Parts) -> Any:
        raise fault

    keeper = Retention(parts)
    with monkeypatch.context() as broken:
        broken.setattr(web_retention, "keep_to_retention", fail)
        assert not keeper.look()
    assert keeper.look()
    assert (2, False) == (len(lines), "Mary" in " ".join(lines))


def test_it_goes_on_after_a_fault_and_ends_with_the_server(
    parts: Parts, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread outlives what goes wrong in it, and does not outlive the block."""
    tries: list[int] = []
    third = threading.Event()

    def fail(_: Parts) -> Any:
        tries.append(1)
        if len(tries) == 3:
            third.set()
        raise RuntimeError

    monkeypatch.setattr(web_retention, "keep_to_retention", fail)
    with Retention(parts).running(look_every_s=0.001):
        assert third.wait(10)
    assert "retention" not in [thread.name for thread in threading.enumerate()]
    assert "retention: failed by RuntimeError; tried again later" in lines


def test_serving_begins_with_it(parts: Parts, clock: Clock, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`quoth serve` alone keeps to the settings."""
    clock.time += timedelta(days=61)
    waited = threading.Event()

    def run(*_: Any, **__: Any) -> None:
        for _try in range(1000):
            if len(parts.store.items(Account)) == 1 and lines:
                return
            waited.wait(0.01)

    monkeypatch.setattr("uvicorn.Server.run", run)
    serve(parts, "127.0.0.1", 0)
    assert ["root"] == [one.name for one in who.accounts(parts)]
    assert not parts.store.has_answer("old")
    assert ["retention: forgotten: answers 1, accounts 1, others 1"] == lines
