"""What browser tests share: a live site, windows signed in by form, keys, and the rules of accessibility."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from quoth.model import Account, Office
from quoth.pipeline import Parts
from quoth.pipeline import people as who
from quoth.web import create_app

CHROMIUM = os.environ.get("QUOTH_CHROMIUM", "/usr/bin/chromium")
PASSWORD = "seven green lamps dance"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PEOPLE = {"root": Office.ADMINISTRATOR, "ed": Office.EDITOR, "ann": Office.REVIEWER, "ben": Office.REVIEWER}
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True, slots=True)
class Site:
    """A live server and its library."""

    address: str
    parts: Parts


def needs_chromium() -> None:
    """Skip where there is no browser."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"No Chromium at {CHROMIUM}. Install Debian's package `chromium`, or set QUOTH_CHROMIUM.")


@contextmanager
def serving(parts: Parts) -> Iterator[Site]:
    """The web face of a library on a free port of this machine."""
    import uvicorn

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(parts), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield Site(f"http://127.0.0.1:{listener.getsockname()[1]}", parts)
    finally:
        server.should_exit = True
        thread.join(10)


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium without a window."""
    needs_chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield made
        made.close()


def add_people(parts: Parts) -> dict[str, Account]:
    """One person for each office, two reviewers."""
    return {
        name: who.add_account(name, parts, shown_name=f"Dr {name.title()}", offices=[office], password=PASSWORD)
        for name, office in PEOPLE.items()
    }


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


def ask_on(page: Any, site: Site, question: str) -> str:
    """Ask on the start page. Returns the address of the answer."""
    page.goto(f"{site.address}/")
    page.get_by_label("Your clinical question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.wait_for_url("**/answer/*")
    return str(page.url)


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


def faults(page: Any, rules: list[str] | None = None) -> list[str]:
    """What axe finds on a page that has settled, one line for each element; only these rules where some are given."""
    from axe_playwright_python.sync_playwright import Axe

    wanted = {"runOnly": {"type": "rule", "values": rules}} if rules else {"runOnly": WCAG}
    results = Axe().run(page, options={**wanted, "resultTypes": ["violations"]})  # passes are many megabytes
    return [f"{v['id']}: {node['html'][:160]}" for v in results.response["violations"] for node in v["nodes"]]


def lay_out(page: Any) -> None:
    """Parts out of sight are not laid out until somebody comes near; places that nobody sees yet cannot be judged."""
    page.evaluate("document.querySelectorAll('section').forEach(part => { part.style.contentVisibility = 'visible' })")


def faults_everywhere(page: Any) -> list[str]:
    """What breaks a rule on the page as it stands: on phone and desk, in light and dark, with every fold open.

    All rules are asked in light; what dark changes is colours alone, so contrast alone is asked again.
    """
    page.wait_for_load_state("networkidle")  # never judge a page that is half laid out
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    lay_out(page)
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        found += [f"{width} light {fault}" for fault in faults(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"{width} dark {fault}" for fault in faults(page, ["color-contrast"])]
        reach = page.evaluate("document.documentElement.scrollWidth")
        if reach > width:
            found.append(f"{width} the page is {reach} pixels wide")
    page.emulate_media(color_scheme="light")
    return found
