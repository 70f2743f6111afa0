"""Takes the pictures of docs/images from a fresh starter library, in the system's Chromium.

Run `python docs/make_screenshots.py`, with the names of some pictures to take those alone. Everybody who appears on the
board is made up. QUOTH_CHROMIUM names the browser where it is not /usr/bin/chromium.
"""

import os
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quoth.model import Account, Answer, Office
from quoth.pipeline import Parts, ask, everyday, people, reviewing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parent / "images"
CHROMIUM = os.environ.get("QUOTH_CHROMIUM", "/usr/bin/chromium")
QUESTION = "What are the interventions for patellofemoral (kneecap) pain?"
REVIEWED = "Does taping the kneecap work?"
UNANSWERED = "L-carnitine for migraine prevention"
STRATEGY = '"patellofemoral pain"[tiab]\nexercis*\n#1 AND #2 AND 2015:[dp]'
PASSWORD = "seven green lamps dance"  # noqa: S105 (of accounts that end with the script)
PEOPLE = {
    "a.editor": ("Ada Editor", Office.EDITOR),
    "b.reviewer": ("Dr Ben Reviewer", Office.REVIEWER),
    "c.reviewer": ("Dr Cleo Reviewer", Office.REVIEWER),
    "root": ("Ida Administrator", Office.ADMINISTRATOR),
}
PICTURE_MAX_BYTES = 150_000
FOLDER_MAX_BYTES = 1_500_000


@dataclass(frozen=True, slots=True)
class Site:
    """A live server, the browser that looks at it, and the pages of the board."""

    address: str
    browser: "Browser"
    under_review: str
    signed: str
    topic: str

    def window(self, name: str = "", *, width: int = 1000, height: int = 900, dark: bool = False) -> "Page":
        """A browser window of its own, signed in as somebody or as nobody. Sizes in pixels."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        page = context.new_page()
        if name:
            page.goto(f"{self.address}/sign-in?next=/board")
            page.get_by_label("Name").fill(name)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in", exact=True).click()
            page.wait_for_url("**/board")
        return page

    def asked(self, page: "Page", question: str = QUESTION) -> "Page":
        """The window, at the answer to a question."""
        page.goto(self.address)
        page.get_by_label("Your clinical question").fill(question)
        page.get_by_role("button", name="Ask", exact=True).click()
        page.wait_for_url("**/answer/*")
        page.wait_for_load_state("networkidle")
        return page


def start(site: Site) -> bytes:
    """The start page."""
    page = site.window()
    page.goto(site.address)
    return _top(page)


def answer(site: Site) -> bytes:
    """The answer page on a desk."""
    return _top(site.asked(site.window()))


def answer_dark(site: Site) -> bytes:
    """The answer page for eyes that prefer dark."""
    return _top(site.asked(site.window(height=700, dark=True)))


def answer_phone(site: Site) -> bytes:
    """The answer page in the narrowest window that we promise to fit."""
    return _top(site.asked(site.window(width=320, height=900)))


def answer_patient(site: Site) -> bytes:
    """The answer page for a patient."""
    page = site.asked(site.window(height=800))
    asked_as = page.url
    page.locator("#as").select_option("patient")
    page.wait_for_url(lambda address: "/answer/" in address and address != asked_as)
    return _top(page)


def passage(site: Site) -> bytes:
    """A passage, open beside the text that quotes it."""
    page = site.asked(site.window(width=1280, height=420))
    page.locator("a[data-passage]").first.click()
    page.wait_for_selector("#reader mark")
    return _top(page)


def evidence_map(site: Site) -> bytes:
    """What was studied, and what it reports, as a picture."""
    page = site.asked(site.window(height=1400))
    # Parts out of sight are not laid out until somebody comes near, and a figure would move while it is taken.
    page.evaluate("document.querySelectorAll('section').forEach(part => { part.style.contentVisibility = 'visible' })")
    return page.locator("figure[aria-labelledby=map-cap]").screenshot()


def no_answer(site: Site) -> bytes:
    """A question that the library cannot answer."""
    return _top(site.asked(site.window(height=700), UNANSWERED))


def search(site: Site) -> bytes:
    """A librarian's strategy, with its counts and the first of what it found."""
    page = site.window(height=800)
    page.goto(f"{site.address}/search")
    page.get_by_label("Strategy, one line each").fill(STRATEGY)
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator("#counts").evaluate("one => one.scrollIntoView()")
    return _top(page)


def source(site: Site) -> bytes:
    """A source with what is known about it."""
    page = site.asked(site.window(height=800))
    page.goto(page.locator("#references a[href*='/source/']").first.evaluate("link => link.href"))
    return _top(page)


def review(site: Site) -> bytes:
    """A statement under review, beside its source; one without everyday words, which have a picture of their own."""
    page = site.window("b.reviewer", width=1100, height=800)
    page.goto(f"{site.address}/review/{site.under_review}")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('section').forEach(part => { part.style.contentVisibility = 'visible' })")
    return page.locator("article.pair:not(:has(.everyday-beside))").first.screenshot()


def everyday_words(site: Site) -> bytes:
    """Everyday words beside what their source says; one signed, the others not yet."""
    page = site.window("b.reviewer", width=1200, height=700)
    page.goto(f"{site.address}/board/everyday?topic={site.topic}")
    return _top(page)


def signed(site: Site) -> bytes:
    """What the board signed of a page, and that the signatures hold."""
    page = site.window()
    page.goto(f"{site.address}/answer/{site.signed}/review")
    return _top(page)


def audit(site: Site) -> bytes:
    """What was done on the board, by whom."""
    page = site.window("root", height=700)
    page.goto(f"{site.address}/board/audit")
    return _top(page)


PICTURES: tuple[Callable[[Site], bytes], ...] = (
    *(start, answer, answer_dark, answer_phone, answer_patient, passage, evidence_map, no_answer),
    *(search, source, review, everyday_words, signed, audit),
)


def main(wanted: list[str]) -> int:
    """Write the pictures; returns the exit code."""
    from playwright.sync_api import sync_playwright

    names = [take.__name__.replace("_", "-") for take in PICTURES]
    if unknown := sorted(set(wanted) - set(names)):
        sys.stderr.write(f"No picture is named {', '.join(unknown)}. Known: {', '.join(names)}.\n")
        return 2
    if not Path(CHROMIUM).exists():
        sys.stderr.write(f"No Chromium at {CHROMIUM}. Install Debian's package `chromium`, or set QUOTH_CHROMIUM.\n")
        return 9
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        with _site(browser) as site:
            for name, take in zip(names, PICTURES, strict=True):
                if not wanted or name in wanted:
                    (FOLDER / f"{name}.png").write_bytes(take(site))
        browser.close()
    sizes = {file.name: file.stat().st_size for file in FOLDER.glob("*.png")}
    heavy = [name for name, size in sizes.items() if size > PICTURE_MAX_BYTES]
    for name in heavy:
        sys.stderr.write(f"docs/images/{name} is larger than {PICTURE_MAX_BYTES} bytes. Take less of the page.\n")
    if sum(sizes.values()) > FOLDER_MAX_BYTES:
        sys.stderr.write(f"docs/images is larger than {FOLDER_MAX_BYTES} bytes. Take fewer or smaller pictures.\n")
        return 1
    return 1 if heavy else 0


def _top(page: "Page") -> bytes:
    """What the window shows now."""
    page.wait_for_load_state("networkidle")
    return page.screenshot()


def _set_up_board(parts: Parts) -> tuple[str, str, str]:
    """One page under review, one that two people signed, and everyday words of which one is signed.

    Returns the ids of both pages, and the name of the topic whose everyday words are looked at.
    """
    who: dict[str, Account] = {
        name: people.add_account(name, parts, shown_name=shown, offices=[office], password=PASSWORD)
        for name, (shown, office) in PEOPLE.items()
    }
    editor, *reviewers = who["a.editor"], who["b.reviewer"], who["c.reviewer"]
    ids = []
    for question in (QUESTION, REVIEWED):
        page = ask(question, parts).page
        assert isinstance(page, Answer)
        reviewing.submit(page.id, parts, by=editor, why="For the knee clinic.")
        for reviewer in reviewers:
            reviewing.assign(page.id, reviewer.id, parts, by=editor)
            reviewing.declare(page.id, parts, by=reviewer, conflict=False, text="")
        ids.append(page.id)
    for reviewer in reviewers:
        reviewing.decide(ids[1], parts, by=reviewer, approve=True, revision=1, text="")
    topic = next(one.pack for one in everyday.everyday_topics(parts) if "patellofemoral" in one.pack)
    everyday.sign_everyday(everyday.everyday_pairs(parts, pack=topic)[0].id, parts, by=who["c.reviewer"])
    return ids[0], ids[1], topic


@contextmanager
def _site(browser: "Browser") -> Iterator[Site]:
    """A live server over a new starter library, with a board."""
    import uvicorn

    from quoth.settings import load_settings
    from quoth.web import create_app
    from quoth.wiring import open_parts

    with tempfile.TemporaryDirectory() as home, open_parts(load_settings({}, {"home": home})) as parts:
        board = _set_up_board(parts)
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(parts), log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield Site(f"http://127.0.0.1:{listener.getsockname()[1]}", browser, *board)
        server.should_exit = True
        thread.join(10)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
