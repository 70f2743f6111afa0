"""The board in a real browser: a whole review by keyboard, without scripts, and no page that breaks a rule."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from quoth.model import Office
from quoth.pipeline import Parts, ask
from quoth.pipeline import people as who
from quoth.settings import load_settings
from quoth.web import create_app
from quoth.wiring import open_parts

pytestmark = pytest.mark.browser

CHROMIUM = os.environ.get("QUOTH_CHROMIUM", "/usr/bin/chromium")
QUESTION = "Does taping the kneecap work?"
PASSWORD = "seven green lamps dance"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PEOPLE = {"root": Office.ADMINISTRATOR, "ed": Office.EDITOR, "ann": Office.REVIEWER, "ben": Office.REVIEWER}


@dataclass(frozen=True, slots=True)
class Site:
    """A live server and its library."""

    address: str
    parts: Parts


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A live server over a new starter library, with one person for each office."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"No Chromium at {CHROMIUM}. Install Debian's package `chromium`, or set QUOTH_CHROMIUM.")
    import uvicorn

    home = tmp_path_factory.mktemp("home")
    with open_parts(load_settings({}, {"home": str(home), "public_address": "https://kb.example"})) as parts:
        for name, office in PEOPLE.items():
            who.add_account(name, parts, shown_name=f"Dr {name.title()}", offices=[office], password=PASSWORD)
        sock = socket.socket()
        sock.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(parts), log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield Site(f"http://127.0.0.1:{sock.getsockname()[1]}", parts)
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def chromium(site: Site) -> Iterator[Any]:
    """One browser for all."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


def window(chromium: Any, site: Site, name: str = "", **options: Any) -> Any:
    """A browser of its own, signed in by form as somebody."""
    context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(60_000)
    page = context.new_page()
    if name:
        page.goto(f"{site.address}/sign-in?next=/board")
        page.get_by_label("Name").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/board")
    return page


def keep_pressing(page: Any, key: str, until: str, most: int = 400) -> None:
    """Press a key until what has the focus fits the selector."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", until):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{until} is not reached by keyboard")


def by_keyboard(page: Any, selector: str, *keys: str) -> None:
    """Tab to an element and press keys there."""
    keep_pressing(page, "Tab", selector)
    for key in keys:
        if len(key) == 1 or key in ("Enter", "Space", "ArrowDown", "ArrowRight"):
            page.keyboard.press(key)
        else:
            page.keyboard.type(key)


def go_by_keyboard(page: Any, selector: str) -> None:
    """Tab to a link or button, press Enter, and wait for the page that it leads to."""
    keep_pressing(page, "Tab", selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_whole_review_is_done_by_keyboard(chromium: Any, site: Site) -> None:
    """Submit, assign, declare, ask for a change, revise, approve twice: nobody touches a mouse."""
    page_id = ask(QUESTION, site.parts).page.id
    editor = window(chromium, site, "ed")
    editor.goto(f"{site.address}/answer/{page_id}/review")
    by_keyboard(editor, "form[action$='/submit'] textarea", "For the knee week.")
    go_by_keyboard(editor, "form[action$='/submit'] button")
    editor.wait_for_url("**/review/*")
    for _ in ("ann", "ben"):
        go_by_keyboard(editor, "form[action$='/assign'] button")
    assert "Reviewers: Dr Ann, Dr Ben" in editor.locator("main").inner_text()

    ann = window(chromium, site, "ann")
    go_by_keyboard(ann, "main a[href^='/review/']")
    ann.wait_for_url("**/review/*")
    by_keyboard(ann, "input[name=conflict]", "Space")
    go_by_keyboard(ann, "form[action$='/declare'] button")
    ann.wait_for_selector("#decide")
    by_keyboard(ann, "#text-s2", "Name the dose.")
    go_by_keyboard(ann, "#s2 button[value=ask]")
    ann.wait_for_selector("#s2 .remarks")
    assert "1 request for a change is open" in ann.locator("main").inner_text()

    editor.goto(f"{site.address}/review/{page_id}")
    go_by_keyboard(editor, "a[href$='/rows']")
    editor.wait_for_url("**/rows")
    by_keyboard(editor, "#out-s2", "Space")
    by_keyboard(editor, "#why", "The dose is not known.")
    go_by_keyboard(editor, "form[action$='/revise'] button")
    editor.wait_for_url("**/difference")
    assert "Revision 1 beside revision 2" in editor.locator("h1").inner_text()

    for name, page in (("ann", ann), ("ben", window(chromium, site, "ben"))):
        page.goto(f"{site.address}/review/{page_id}")
        if name == "ben":
            by_keyboard(page, "input[name=conflict]", "Space")
            go_by_keyboard(page, "form[action$='/declare'] button")
            page.wait_for_selector("#decide")
        go_by_keyboard(page, "#decide button[value=approve]")
        page.wait_for_selector("text=approved and signed")

    reader = window(chromium, site)
    reader.goto(f"{site.address}/answer/{page_id}")
    assert "Approved" == reader.locator(".steps .current strong").inner_text()
    assert "The medical board approved this revision" in reader.locator("p.banner").inner_text()
    reader.goto(f"{site.address}/answer/{page_id}/review")
    assert 2 == reader.get_by_text("Verified:").count()


def test_a_reader_without_scripts_reports_a_statement_and_an_editor_closes_it(chromium: Any, site: Site) -> None:
    """Every row has the link; the report reaches the inbox; nobody needs an account for it."""
    page_id = ask(QUESTION, site.parts).page.id
    reader = window(chromium, site, java_script_enabled=False)
    reader.goto(f"{site.address}/answer/{page_id}")
    rows = reader.locator("a.report")
    assert rows.count() >= 20
    rows.first.click()
    reader.get_by_label("It is out of date").check()
    reader.get_by_label("Anything that helps the editors").fill("A newer guideline exists.")
    reader.get_by_role("button", name="Send to the editors").click()
    assert "Thank you" in reader.locator("h1").inner_text()

    editor = window(chromium, site, "ed", java_script_enabled=False)
    editor.goto(f"{site.address}/board/reports")
    assert "A newer guideline exists." in editor.locator("main").inner_text()
    editor.get_by_label("What was done").first.fill("Ingested it.")
    editor.get_by_role("button", name="Close the report").first.click()
    assert "Ingested it." in editor.locator("main").inner_text()


def test_an_invitation_is_followed_once_from_link_to_account(chromium: Any, site: Site) -> None:
    """The administrator hands a link over; whoever follows it has an account and a session."""
    root = window(chromium, site, "root")
    root.goto(f"{site.address}/board/people")
    root.locator("#shown_name").fill("Dr New")
    root.get_by_role("button", name="Make a link").click()
    link = root.locator(".code").first.inner_text()
    assert link.startswith("https://kb.example/invitation/")
    path = link.removeprefix("https://kb.example")

    fresh = window(chromium, site)
    fresh.goto(site.address + path)
    fresh.get_by_label("Name to sign in with").fill("new.one")
    fresh.get_by_label("Password").fill("eight blue lamps sleep")
    fresh.get_by_role("button", name="Make the account").click()
    fresh.wait_for_url("**/account")
    assert "Dr New" in fresh.locator("h1").inner_text()
    fresh.goto(site.address + path)
    assert "used already" in fresh.locator("main").inner_text()


def test_a_printed_copy_says_where_to_ask_whether_it_stands(chromium: Any, site: Site) -> None:
    """The recall notice: the address stands on paper and in the file, and answers for copies of forgotten pages."""
    page_id = ask(QUESTION, site.parts).page.id
    reader = window(chromium, site)
    reader.goto(f"{site.address}/answer/{page_id}")
    reader.emulate_media(media="print")
    assert reader.get_by_text(f"https://kb.example/answer/{page_id}/review").first.is_visible()
    for ending in ("html", "md"):
        file = reader.request.get(f"{site.address}/answer/{page_id}.{ending}").text()
        assert f"https://kb.example/answer/{page_id}/review" in file
    site.parts.store.delete_answer(page_id)
    reader.goto(f"{site.address}/answer/{page_id}/review")
    assert "no longer kept here" in reader.locator("main").inner_text()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_the_board_breaks_an_accessibility_rule(chromium: Any, site: Site, scheme: str, width: int) -> None:
    """WCAG 2.2 AA, as far as rules can tell, on every page, in both schemes, on phone and desk."""
    from axe_playwright_python.sync_playwright import Axe

    from quoth.pipeline import reviewing

    held = {one.name: one for one in who.accounts(site.parts)}
    page_id = ask(QUESTION, site.parts).page.id
    reviewing.submit(page_id, site.parts, by=held["ed"])
    for name in ("ann", "ben"):
        reviewing.assign(page_id, held[name].id, site.parts, by=held["ed"])
        reviewing.declare(page_id, site.parts, by=held[name], conflict=False)
    reviewing.decide(page_id, site.parts, by=held["ann"], approve=True, revision=1)
    options = {
        "viewport": {"width": width, "height": 900}, "color_scheme": scheme, "reduced_motion": "reduce",
    }  # fmt: skip
    pages = {
        "": ["/sign-in", f"/answer/{page_id}", f"/answer/{page_id}/review", f"/answer/{page_id}/report?at=s1",
             "/answer/none/review"],
        "ed": ["/board", f"/review/{page_id}", f"/review/{page_id}/rows", f"/review/{page_id}/difference",
               "/board/reports", "/board/unanswered", "/board/recommendations", "/account"],
        "ben": [f"/review/{page_id}"],
        "root": ["/board/people", "/board/audit"],
    }  # fmt: skip
    found = []
    for name, paths in pages.items():
        page = window(chromium, site, name, **options)
        for path in paths:
            page.goto(site.address + path)
            page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
            results = Axe().run(
                page, options={"runOnly": WCAG, "resultTypes": ["violations"]}
            )  # passes are many megabytes
            found += [
                (path, f"{fault['id']}: {node['html'][:160]}")
                for fault in results.response["violations"]
                for node in fault["nodes"]
            ]
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.context.close()
    assert not found
