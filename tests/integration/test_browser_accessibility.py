"""WCAG 2.2 AA as far as rules can tell: every kind of page, light and dark, on phone and desk."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quoth.model import Abstention, Answer, ProblemKind
from quoth.pipeline import Parts, ask, ingest, reporting, reviewing, revising
from quoth.pipeline.everyday import everyday_pairs, everyday_topics, sign_everyday
from tests.integration.browsing import (
    Site,
    add_people,
    faults,
    faults_everywhere,
    lay_out,
    needs_chromium,
    serving,
    window,
)
from tests.kept import library_on_disk

pytestmark = pytest.mark.browser

QUESTION = "Does taping the kneecap work?"
UNANSWERED = "treatment of hyperkalaemia"
NEARLY = "hip exercise and taping for kneecap pain in the zorbian manner"


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, dict[str, str]]]:
    """A site with people, and a page for each state that a board can bring it to."""
    needs_chromium()
    with library_on_disk(tmp_path_factory.mktemp("home")) as parts, serving(parts) as made:
        yield made, states(parts)


def states(parts: Parts) -> dict[str, str]:
    """The id of a page by its state."""
    people = add_people(parts)
    found: dict[str, str] = {}
    for state in ("draft", "submitted", "changes requested", "approved", "withdrawn"):
        page = ask(QUESTION, parts).page
        assert isinstance(page, Answer)
        found[state] = page.id
        if state == "draft":
            continue
        reviewing.submit(page.id, parts, by=people["ed"])
        if state == "withdrawn":
            reviewing.withdraw(page.id, parts, by=people["ed"], text="Wrong question.")
        if state in ("changes requested", "approved"):
            for name in ("ann", "ben"):
                reviewing.assign(page.id, people[name].id, parts, by=people["ed"])
                reviewing.declare(page.id, parts, by=people[name], conflict=False)
        if state == "changes requested":
            reviewing.decide(page.id, parts, by=people["ann"], approve=False, revision=1, text="The dose is missing.")
        if state == "approved":
            for name in ("ann", "ben"):
                reviewing.decide(page.id, parts, by=people[name], approve=True, revision=1)
    gone = page_row(found["changes requested"], parts)
    revising.revise(found["changes requested"], parts, by=people["ed"], leave_out=[gone], why="No dose is known.")
    reporting.report_problem(found["approved"], "s1", ProblemKind.OTHER, "Look at this.", parts)
    pairs = everyday_pairs(parts, pack=everyday_topics(parts)[0].pack)
    sign_everyday(pairs[0].id, parts, by=people["ann"])
    return found


def page_row(answer_id: str, parts: Parts) -> str:
    """The passage id of a row of a page."""
    page = parts.store.answer(answer_id)
    assert isinstance(page, Answer)
    return page.actions[-1].statement.quote.span.passage_id


def test_no_page_for_readers_breaks_an_accessibility_rule(chromium: Any, board: tuple[Site, dict[str, str]]) -> None:
    """What anybody can open, an answer with its passage open and an error included."""
    site, pages = board
    page = window(chromium, site)
    found = []
    refusal = ask(UNANSWERED, site.parts).page.id
    nearly = ask(NEARLY, site.parts).page
    assert isinstance(nearly, Abstention)
    assert nearly.advice
    page.goto(f"{site.address}/answer/{pages['draft']}")
    passage = page.locator("a[data-passage]").first.get_attribute("href")
    source = page.locator("a[href^='/source/']").first.get_attribute("href")
    names = ("", "library", "search", "watch", "policy", "credits", "glossary", "sign-in", "nothing-here", "job/none")
    paths = [
        f"/answer/{refusal}",
        f"/answer/{nearly.id}",
        f"/answer/{nearly.id}/report?at=s1",
        passage,
        source,
        *(f"/{name}" for name in names),
    ]
    for answer_id in pages.values():
        paths += [f"/answer/{answer_id}/review"]
    paths += [f"/answer/{pages['approved']}", f"/answer/{pages['withdrawn']}", f"/answer/{pages['draft']}/report"]
    for path in paths:
        page.goto(f"{site.address}{path}")
        found += [f"{path}: {fault}" for fault in faults_everywhere(page)]
    page.goto(f"{site.address}/search")
    page.fill("#strategy", '"patellofemoral pain"[tiab]\ntap* OR brac*\n#1 AND #2')
    page.click("button[value=run]")
    found += [f"a search with its results: {fault}" for fault in faults_everywhere(page)]
    page.goto(f"{site.address}/answer/{pages['draft']}")
    page.locator("a[data-passage]").first.click()
    page.wait_for_selector("#reader mark")
    found += [f"a passage beside the text: {fault}" for fault in faults_everywhere(page)]
    page.set_viewport_size({"width": 1024, "height": 900})  # where it rises from below, and the page stands behind it
    page.goto(f"{site.address}/answer/{pages['draft']}")
    page.locator("a[data-passage]").first.click()
    page.wait_for_selector("#reader mark")
    lay_out(page)
    found += [f"a passage below the text: {fault}" for fault in faults(page)]
    assert [] == found


def test_no_page_of_the_board_breaks_an_accessibility_rule(chromium: Any, board: tuple[Site, dict[str, str]]) -> None:
    """Every state of a page under review, everyday words, and what an administrator sees."""
    site, pages = board
    topic = everyday_topics(site.parts)[0].pack
    reviews = [f"/review/{pages[state]}" for state in ("submitted", "changes requested", "approved", "withdrawn")]
    seen = {
        "ed": [f"/answer/{pages['draft']}/review", f"/review/{pages['submitted']}/rows", "/board/reports", reviews[1],
               f"{reviews[1]}/difference", "/board/recommendations", "/library/add", "/library/care",
               "/library/duplicates"],
        "ann": ["/board", *reviews, "/board/everyday", f"/board/everyday?topic={topic}", "/board/unanswered",
                "/account"],
        "root": ["/board/people", "/board/audit", "/library/care"],
    }  # fmt: skip
    found = []
    for name, paths in seen.items():
        page = window(chromium, site, name)
        for path in paths:
            page.goto(f"{site.address}{path}")
            found += [f"{name} {path}: {fault}" for fault in faults_everywhere(page)]
    assert [] == found


def test_caring_for_the_library_is_accessible_and_done_by_keyboard(
    chromium: Any, board: tuple[Site, dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each act begins by a key, its job is followed to its end, and the running and ended pages break no rule."""
    site, _ = board
    page = window(chromium, site, "root")
    found = []
    for act in ("weighing", "verifying", "exporting", "backing-up"):
        page.goto(f"{site.address}/library/care")
        page.focus(f"button[value={act}]")
        page.keyboard.press("Enter")
        page.wait_for_url("**/job/*")
        page.wait_for_selector("[data-live]:has-text('Done')")
        found += [f"{act}: {fault}" for fault in faults_everywhere(page)]
    page.goto(f"{site.address}/library/care")
    found += [f"care, with what was done: {fault}" for fault in faults_everywhere(page)]
    held = threading.Event()
    monkeypatch.setattr("quoth.pipeline.verify_library", lambda *_, **__: held.wait(60))
    page.click("button[value=verifying]")
    page.wait_for_selector("progress")
    found += [f"a job under way: {fault}" for fault in faults_everywhere(page)]
    held.set()
    assert [] == found


def test_the_rules_bite_when_a_page_breaks_them(page: Any, board: tuple[Site, dict[str, str]]) -> None:
    """The test would notice a faint text and a button without a name."""
    page.goto(f"{board[0].address}/policy")
    page.evaluate(
        "document.querySelector('h2').style.color = '#eee';"
        "document.querySelector('main').append(document.createElement('button'))"
    )
    assert {fault.split(":")[0] for fault in faults(page)} >= {"color-contrast", "button-name"}


def test_a_page_out_of_date_and_a_closed_door_break_no_rule(
    chromium: Any, board: tuple[Site, dict[str, str]], tmp_path: Path
) -> None:
    """A retraction takes the approval away; readers, reviewers and who may not enter see good pages."""
    site, pages = board
    kept = site.parts.store.answer(pages["approved"])
    assert isinstance(kept, Answer)
    doi = next(reference.ids.doi for reference in kept.references if reference.ids.doi)
    notice = tmp_path / "retractions.csv"
    notice.write_text(f"OriginalPaperDOI,RetractionDate,RetractionNature\n{doi},2026-11-01,Retraction\n", "utf-8")
    assert pages["approved"] in [one.review_id for one in ingest([notice], site.parts).fallen]
    found = []
    for name, paths in {
        "": [f"/answer/{pages['approved']}", f"/answer/{pages['approved']}/review"],
        "ann": [f"/review/{pages['approved']}", "/board/people"],
    }.items():
        page = window(chromium, site, name) if name else window(chromium, site)
        for path in paths:
            page.goto(f"{site.address}{path}")
            found += [f"{name} {path}: {fault}" for fault in faults_everywhere(page)]
    assert [] == found
