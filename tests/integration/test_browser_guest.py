"""What a language model contributed, in a browser: told apart, one tap from its quotes, for everybody and on paper."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from quoth.llm import Ask, Scripted
from quoth.model import Abstention, Answer
from quoth.pipeline import Parts, ask
from tests.integration.browsing import (
    Site,
    faults_everywhere,
    go_by_keyboard,
    keep_pressing,
    needs_chromium,
    serving,
    window,
)
from tests.kept import library_on_disk
from tests.standins.sure_judge import JUDGE

pytestmark = pytest.mark.browser

QUESTION = "Does taping the kneecap work?"
LAY = "Is there an exercise for it when my leg hurts after sitting?"
TYPED = "Is there an exercise for it when my leg hurts after sitting"


def written(asked: Ask) -> str:
    """A sentence in other words, one that joins two quotes, and one that lies."""
    shown = json.loads(asked.messages[1].text)["statements"]
    other = next(each for each in shown if " may " in each["text"])
    one, two = [each for each in shown if each is not other][:2]
    sentences = [
        {"text": other["text"].replace(" may ", " might "), "statements": [other["number"]]},
        {"text": f"{one['text'].rstrip('.')}; {two['text']}", "statements": [one["number"], two["number"]]},
        {"text": "Surgery cures everyone.", "statements": [two["number"]]},
    ]
    return json.dumps({"sentences": sentences})


def plain(asked: Ask) -> str:
    """One statement in other words, for a patient."""
    return json.dumps({"sentences": json.loads(written(asked))["sentences"][:1]})


READ = json.dumps({"condition": "anterior knee pain", "searches": ["knee pain AND taping", "taping[tiab]"]})
MODES: dict[str, tuple[str, str, str | Callable[[Ask], str]]] = {
    "select": ("select", QUESTION, '{"statements": [3, 1, 2]}'),
    "prose": ("prose", QUESTION, written),
    "plain": ("plain", QUESTION, plain),
    "understand": ("understand", LAY, READ),
    "silent": ("prose", QUESTION, "I would rather not."),
    "silent on a refusal": ("understand", LAY, "I would rather not."),
}


def asked_with(parts: Parts, name: str) -> str:
    """The id of a page with a guest that contributed in this way."""
    mode, question, line = MODES[name]
    parts.settings = replace(parts.settings, model=mode)
    parts.guest, parts.judge = Scripted([line, line], name="small model"), JUDGE
    page = ask(question, parts).page
    assert page.guest is not None
    assert isinstance(page, Abstention if name == "silent on a refusal" else Answer)
    parts.settings, parts.guest, parts.judge = replace(parts.settings, model="off"), None, None
    return page.id


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, dict[str, str]]]:
    """A site with a page for each way in which a guest can contribute."""
    needs_chromium()
    with library_on_disk(tmp_path_factory.mktemp("home")) as parts, serving(parts) as made:
        yield made, {name: f"{made.address}/answer/{asked_with(parts, name)}" for name in MODES}


def test_no_page_with_a_guest_breaks_an_accessibility_rule(chromium: Any, site: tuple[Site, dict[str, str]]) -> None:
    """Light and dark, on phone and desk, every fold open."""
    page = window(chromium, site[0])
    found = []
    for name, address in site[1].items():
        page.goto(address)
        found += [f"{name}: {fault}" for fault in faults_everywhere(page)]
    assert [] == found


def test_a_paraphrase_wears_its_badge_and_leads_to_its_quote_by_keyboard(
    chromium: Any, site: tuple[Site, dict[str, str]]
) -> None:
    """In prose and in everyday words: who let it in, how often that is right, and the words themselves one key away."""
    page = window(chromium, site[0])
    for name in ("prose", "plain"):
        page.goto(site[1][name])
        row = page.locator("#guest li").first
        assert "small model" in page.locator("#guest").inner_text()
        assert "let in by a measured judge: right in at least 96%" in row.locator(".badge").inner_text()
        quote = row.locator("small a").first.get_attribute("href")
        keep_pressing(page, "Tab", f"#guest a[href='{quote}']")
        page.keyboard.press("Enter")
        page.wait_for_function("place => location.hash === place", arg=quote)
        assert page.locator(f"[id='{quote[1:]}']").is_visible()


def test_what_a_guest_added_to_a_question_is_changed_by_keyboard(
    chromium: Any, site: tuple[Site, dict[str, str]]
) -> None:
    """Asked as typed with one key; changed and asked again; neither is read by the model again."""
    page = window(chromium, site[0])
    page.goto(site[1]["understand"])
    assert "Added condition: patellofemoral pain" in page.locator("#reading").inner_text()
    go_by_keyboard(page, "#reading form:nth-of-type(2) button")
    assert page.locator("#reading").count() == 0
    assert TYPED in page.locator("h1").inner_text()

    page.goto(site[1]["understand"])
    keep_pressing(page, "Tab", "#read-as")
    page.keyboard.press("Control+a")
    page.keyboard.type("Does taping help plantar heel pain?")
    go_by_keyboard(page, "#reading form:nth-of-type(1) button")
    assert "plantar heel pain" in page.locator("h1").inner_text()


def test_an_offered_search_line_is_run_where_the_reader_wants_it(
    chromium: Any, site: tuple[Site, dict[str, str]]
) -> None:
    """It leads to the librarian's search with the line in it."""
    page = window(chromium, site[0])
    page.goto(site[1]["understand"])
    line = page.locator("#reading .suggest button").first.inner_text()
    go_by_keyboard(page, "#reading .suggest button")
    assert line in page.locator("#strategy").input_value()


def test_on_paper_badge_note_and_source_stay_and_forms_go(chromium: Any, site: tuple[Site, dict[str, str]]) -> None:
    """A copy that is handed on says who wrote what, and offers nothing to press."""
    page = window(chromium, site[0])
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme=scheme)
        page.goto(site[1]["prose"])
        for place in ("#guest h2", "#guest .hint", "#guest li .badge", "#guest li small"):
            assert page.locator(place).first.is_visible(), place
        ink = page.evaluate("getComputedStyle(document.querySelector('#guest li')).color")
        assert sum(int(each) for each in ink.strip("rgba()").split(",")[:3]) < 3 * 100, "dark letters on paper"
        page.goto(site[1]["understand"])
        assert page.locator("#reading li").first.is_visible()
        assert not page.locator("#reading textarea").is_visible()
        assert not page.locator("#reading button").first.is_visible()
