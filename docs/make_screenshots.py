"""Takes the pictures of docs/images from a fresh starter library, in the system's Chromium.

Run `python docs/make_screenshots.py`. QUOTH_CHROMIUM names the browser where it is not /usr/bin/chromium.
"""

import os
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = Path(__file__).parent / "images"
CHROMIUM = os.environ.get("QUOTH_CHROMIUM", "/usr/bin/chromium")
QUESTION = "What are the interventions for patellofemoral (kneecap) pain?"
UNANSWERED = "treatment of hyperkalaemia"
SIZE_MAX_BYTES = 150_000


def main() -> int:
    """Write the pictures; returns the exit code."""
    from playwright.sync_api import sync_playwright

    if not Path(CHROMIUM).exists():
        sys.stderr.write(f"No Chromium at {CHROMIUM}. Install Debian's package `chromium`, or set QUOTH_CHROMIUM.\n")
        return 9
    FOLDER.mkdir(exist_ok=True)
    with _site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        page.goto(site)
        page.screenshot(path=FOLDER / "start.png")
        page.fill("textarea, input[name=question]", QUESTION)
        page.click("form[action='/ask'] button")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / "answer.png")
        page.locator("a[href^='/passage/']").first.click()
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / "passage.png", clip={"x": 0, "y": 0, "width": 1000, "height": 480})
        page.goto(site)
        page.fill("textarea, input[name=question]", UNANSWERED)
        page.click("form[action='/ask'] button")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / "no-answer.png")
        browser.close()
    heavy = [file.name for file in FOLDER.glob("*.png") if file.stat().st_size > SIZE_MAX_BYTES]
    for name in heavy:
        sys.stderr.write(f"docs/images/{name} is larger than {SIZE_MAX_BYTES} bytes. Take less of the page.\n")
    return 1 if heavy else 0


@contextmanager
def _site() -> Iterator[str]:
    """The address of a live server over a new starter library."""
    import uvicorn

    from quoth.settings import load_settings
    from quoth.web import create_app
    from quoth.wiring import open_parts

    with tempfile.TemporaryDirectory() as home, open_parts(load_settings({}, {"home": home})) as parts:
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(parts), log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        server.should_exit = True
        thread.join(10)


if __name__ == "__main__":
    sys.exit(main())
