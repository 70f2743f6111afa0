"""Searching beyond the library, watched topics and a fault of ours, in a real browser, by keyboard."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from quoth.live import Live
from quoth.pipeline import add_watch, run_watches
from quoth.wiring import open_parts
from tests.integration.browsing import (
    Site,
    ask_on,
    faults_everywhere,
    go_by_keyboard,
    needs_chromium,
    serving,
    window,
)
from tests.unit.live.live_factories import brisk, settings_at, stand_in

pytestmark = pytest.mark.browser

QUESTION = "Does zorbaline help glimmer knee?"


@pytest.fixture(scope="module")
def beyond(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A live server over an empty library, with every source beside it switched on."""
    needs_chromium()
    with stand_in() as service:
        settings = settings_at(service.url, tmp_path_factory.mktemp("home"), index="memory")
        with open_parts(settings) as parts:
            parts.live = Live(settings, make_door=brisk)
            with serving(parts) as made:
                yield made


def test_a_search_beyond_the_library_is_planned_and_followed_by_keyboard(
    chromium: Any, beyond: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would be sent, the search under way, and what came of it: each page breaks no rule."""
    page = window(chromium, beyond)
    ask_on(page, beyond, QUESTION)
    go_by_keyboard(page, "form[action$='/live/plan'] button")
    found = [f"the plan: {fault}" for fault in faults_everywhere(page)]
    held, fetch = threading.Event(), Live.pubmed

    def slowly(live: Live) -> Any:
        held.wait(60)
        return fetch(live)

    monkeypatch.setattr(Live, "pubmed", slowly)
    go_by_keyboard(page, "form[action$='/live/start'] button")
    page.wait_for_selector("[data-events]")
    found += [f"the search under way: {fault}" for fault in faults_everywhere(page)]
    held.set()
    page.wait_for_selector("h1:has-text('The search is done')")
    found += [f"the search done: {fault}" for fault in faults_everywhere(page)]
    assert [] == found
    go_by_keyboard(page, "main a[href^='/answer/']")
    assert "glimmer" in page.locator("main").inner_text()


def test_watched_topics_and_one_of_them_break_no_rule(chromium: Any, beyond: Site) -> None:
    """With what a run brought."""
    watch = add_watch("zorbaline for glimmer knee", beyond.parts)
    run_watches(beyond.parts)
    page = window(chromium, beyond)
    found = []
    for path in ("/watch", f"/watch/{watch.id}"):
        page.goto(f"{beyond.address}{path}")
        found += [f"{path}: {fault}" for fault in faults_everywhere(page)]
    assert "new" in page.locator("main").inner_text()
    assert [] == found


def test_a_fault_of_ours_is_told_on_a_page_that_breaks_no_rule(
    chromium: Any, beyond: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader meets words and a way on, and never a traceback."""

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("quoth.pipeline.watches", broken)
    page = window(chromium, beyond)
    reply = page.goto(f"{beyond.address}/watch")
    assert 500 == reply.status
    assert "a fault in quoth" in page.locator("main").inner_text()
    assert page.locator("main a").count(), "no way on"
    assert [] == faults_everywhere(page)
