"""What a page costs its reader, in a real browser on this machine: time to first paint, weight, and text that moves."""

import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.serving import CHROMIUM, asked, served_library
from quoth.bench.statistics import percentile
from quoth.errors import MissingExtra

__all__ = ["Parameters", "measure"]

QUESTION = "What are the interventions for patellofemoral (kneecap) pain?"
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
_WEIGHT = (
    "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
    ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)"
)
# Every shift counts, those after a click as well, which the browser's own score would forgive.
_WATCH = (
    "window.moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) "
    "window.moved += entry.value; }).observe({ type: 'layout-shift', buffered: true })"
)


@dataclass(frozen=True, slots=True)
class Parameters:
    """How often the page is loaded anew, and at which widths passages are opened."""

    loads: int = 15
    widths: tuple[int, ...] = (320, 768, 1280)
    passages: int = 4


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """First contentful paint, weight over the wire, and the sum of layout shifts. Raises MissingExtra."""
    if find_spec("playwright") is None or not Path(CHROMIUM).exists():
        raise MissingExtra(
            "The pages benchmark",
            "dev",
            how=f"This benchmark needs Playwright (extra `dev`) and Chromium at {CHROMIUM}.",
        )
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as home, served_library(Path(home)) as (host, port), sync_playwright() as play:
        address = f"http://{host}:{port}"
        page = address + asked(address, QUESTION)
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        loads = [_load(browser, page) for _ in range(parameters.loads)]
        bench.say(f"first paint p50 {percentile([paint for paint, _ in loads], 50):.0f} ms; now opening passages")
        moved = {width: _moved(browser, page, width, parameters.passages) for width in parameters.widths}
        browser.close()
    paints = [paint for paint, _ in loads]
    return Measured(
        (
            Measurement("first_paint_p50_ms", percentile(paints, 50), n=len(paints)),
            Measurement("first_paint_p95_ms", percentile(paints, 95), n=len(paints)),
            Measurement("weight_kb", max(weight for _, weight in loads) / 1000),
            Measurement("layout_shift", max(moved.values()), n=len(moved) * parameters.passages),
        ),
        (
            "The heaviest starter answer, each load in a fresh browser profile without a cache; weight is the page, "
            "drawings, style, script, fonts and sign, as compressed on the wire.",
            f"Layout shift is summed over loading and {parameters.passages} opened passages, clicks included, at "
            + ", ".join(f"{width} px: {value:.4f}" for width, value in moved.items())
            + ".",
        ),
    )


def _load(browser: Any, page: str) -> tuple[float, float]:  # noqa: ANN401 - Playwright is imported late
    """Milliseconds to the first paint, and bytes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(page, wait_until="networkidle")
    paint, weight = tab.evaluate(f"[{_PAINT}, {_WEIGHT}]")
    for _ in range(100):
        if paint is not None:
            break
        tab.wait_for_timeout(50)  # a busy machine can be done with loading before it paints
        paint = tab.evaluate(_PAINT)
    context.close()
    assert paint is not None, "the browser painted nothing"
    return float(paint), float(weight)


def _moved(browser: Any, page: str, width: int, passages: int) -> float:  # noqa: ANN401 - as above
    """The sum of layout shifts while the page loads and passages open and close."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.add_init_script(_WATCH)
    tab.goto(page, wait_until="networkidle")
    numbers = tab.locator("#actions a[data-passage]:visible")
    for at in range(passages):
        numbers.nth(at).click()
        tab.wait_for_selector("#reader mark")
        tab.wait_for_timeout(200)
        tab.keyboard.press("Escape")
    moved = float(tab.evaluate("window.moved"))
    context.close()
    return moved
