"""The web face in a real browser, over the starter library: by keyboard, without scripts, on paper."""

import gzip
import urllib.parse
import urllib.request
from typing import Any

import pytest

from tests.integration.browsing import Site, ask_on

pytestmark = pytest.mark.browser

QUESTION = "Does taping the kneecap work?"
IN_SIGHT = """link => {
  const row = link.closest(".row").getBoundingClientRect();
  const reader = document.getElementById("reader").getBoundingClientRect();
  const own = link.getBoundingClientRect();
  const kept = row.height <= window.innerHeight - 300 ? row : own;
  const apart = (one) => one.bottom <= reader.top + 1 || one.top >= reader.bottom - 1 || one.right <= reader.left + 1;
  const seen = own.top >= 0 && own.bottom <= window.innerHeight;
  return apart(kept) && apart(own) && seen ? "in sight" : JSON.stringify([row, own, reader]);
}"""


def ask(page: Any, site: Site, question: str = QUESTION) -> str:
    """Ask on the start page. Returns the address of the answer."""
    return ask_on(page, site, question)


def test_a_passage_opens_beside_the_text_by_keyboard_and_gives_the_focus_back(page: Any, site: Site) -> None:
    """Enter on a number opens the words in their source; Escape leads back to the number."""
    ask(page, site)
    number = page.locator("a[data-passage]").first
    quoted = page.locator(".said").first.inner_text().strip("“”")
    number.focus()

    page.keyboard.press("Enter")
    page.wait_for_selector("#reader mark")

    assert page.locator("#reader mark").inner_text() == quoted
    assert page.locator("#reader mark").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Close"
    assert page.locator("h1").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#reader").is_visible()
    assert number.evaluate("link => link === document.activeElement")


@pytest.mark.parametrize("size", [(320, 568), (360, 740), (768, 1024), (1024, 768), (1215, 900), (1280, 900)])
def test_a_passage_never_covers_the_row_that_it_belongs_to(chromium: Any, site: Site, size: tuple[int, int]) -> None:
    """On phone, tablet and desk the quote and its source are both in sight, wherever on the window the row stands."""
    width, height = size
    context = chromium.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    ask(page, site)
    page.evaluate("document.querySelectorAll('section').forEach(part => { part.style.contentVisibility = 'visible' })")
    numbers = page.locator(".row a[data-passage]").filter(visible=True)
    for number in (numbers.nth(at) for at in range(0, min(12, numbers.count()), 3)):
        for share in (0.1, 0.5, 0.9):
            number.evaluate("(link, y) => window.scrollBy(0, link.getBoundingClientRect().top - y)", share * height)
            before = page.evaluate("window.scrollY")
            number.focus()
            page.keyboard.press("Enter")
            page.wait_for_selector("#reader mark")
            assert "in sight" == number.evaluate(IN_SIGHT)
            assert page.locator("#reader .pane").bounding_box()["height"] > 90
            if width >= 768 and share != 0.5:
                assert before == page.evaluate("window.scrollY"), "the text moved"
            page.keyboard.press("Escape")
            assert not page.locator("#reader").is_visible()
            assert number.evaluate("link => link === document.activeElement")
    context.close()


def test_a_passage_can_stay_open_while_the_text_is_read(chromium: Any, site: Site) -> None:
    """On a phone the page scrolls beside it to its very end; its button, and Escape from anywhere, close it."""
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    ask(page, site)
    number = page.locator("a[data-passage]").first
    number.click()
    page.wait_for_selector("#reader mark")
    page.mouse.move(160, 20)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    foot = page.locator("footer, .foot").last.bounding_box()
    assert foot["y"] + foot["height"] <= page.locator("#reader").bounding_box()["y"] + 1, (
        "the end of the page is out of reach"
    )
    page.get_by_role("button", name="Close").click()
    assert not page.locator("#reader").is_visible()
    number.click()
    page.wait_for_selector("#reader mark")
    page.locator("h1").first.evaluate("title => { title.tabIndex = -1; title.focus() }")
    page.keyboard.press("Escape")
    assert not page.locator("#reader").is_visible()
    context.close()


def test_a_follow_up_carries_the_condition_over(page: Any, site: Site) -> None:
    """A few words are enough after an answer, and the page says what it carried over."""
    first = ask(page, site)

    page.get_by_label("Your follow-up question").fill("and exercise?")
    page.locator("#follow-up .ask button").click()
    page.wait_for_url(lambda address: "/answer/" in address and address != first)

    assert "patellofemoral pain" in page.locator(".note").first.inner_text()


def test_everything_works_without_scripts(chromium: Any, site: Site) -> None:
    """Ask, read, open a passage, go back, follow a suggestion: links and forms are enough."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    answer = ask(page, site)

    page.locator("a[data-passage]").first.click()
    page.wait_for_url("**/passage/**")
    assert page.locator("mark").count() >= 1
    page.get_by_role("link", name="Back to the answer").click()
    assert page.url.startswith(answer)
    page.locator(".suggest button").first.click()
    page.wait_for_url(lambda address: "/answer/" in address and not address.startswith(answer))
    page.locator("#patient summary").click()
    page.locator("#patient fieldset").first.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Mark the rows").click()
    assert page.locator(".fit[data-fit=not]").first.text_content() == "Does not apply to this patient"
    page.locator("#as").select_option("patient")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**/answer/*")
    assert page.locator(".ours").count()
    context.close()


def test_no_address_holds_the_question_and_nothing_is_asked_of_other_machines(page: Any, site: Site) -> None:
    """Every request goes to the site itself, and none of its addresses tells what was asked."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))

    ask(page, site)
    page.locator("a[data-passage]").first.click()
    page.wait_for_selector("#reader mark")

    assert all(address.startswith(f"{site.address}/") for address in asked)
    assert not [address for address in asked if "taping" in address.lower() or "kneecap" in address.lower()]
    assert not complaints


def test_on_paper_everything_is_open_and_no_control_is_printed(page: Any, site: Site) -> None:
    """A print holds what a fold hides on the screen, and no button."""
    ask(page, site)
    folded = page.locator(".body details:not([open]):not(.patient *, .follow *) > :not(summary)")
    hidden = folded.count()

    page.emulate_media(media="print")

    assert hidden > 0
    shown = folded.evaluate_all("all => all.filter(one => one.checkVisibility()).length")
    assert shown == hidden
    assert not page.locator(".follow").is_visible()
    assert len(page.pdf()) > 10_000


def test_ticks_of_a_patient_mark_the_rows_in_the_page_alone(page: Any, site: Site) -> None:
    """Advice that needs what was ticked “no” says that it does not apply; nothing is sent, and a reload forgets it."""
    ask(page, site, "What are the interventions for patellofemoral pain?")
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))

    page.locator("#patient summary").click()
    first = page.locator("#patient fieldset").first
    key = first.locator("input").first.get_attribute("name")
    first.get_by_label("No", exact=True).focus()
    page.keyboard.press("Space")

    row = page.locator(f"#actions [data-limits~='{key}'] > .fit").first
    assert row.text_content() == "Does not apply to this patient"
    assert "do not" in page.locator("[data-fits]").inner_text()
    assert not [address for address in sent if not address.endswith(".svg")]
    page.reload()
    assert page.locator("#patient input[value='no']:checked").count() == 0


def test_the_heaviest_page_weighs_less_than_a_photograph(site: Site) -> None:
    """The page with the most rows, its stylesheet and script come to less than 100 kB."""
    body = urllib.parse.urlencode(
        {"question": "What are the interventions for patellofemoral (kneecap) pain?"}
    ).encode()
    weight = 0
    for address, data in (
        (f"{site.address}/ask", body),
        *((f"{site.address}/static/quoth.{end}", None) for end in ("css", "js", "svg")),
    ):
        request = urllib.request.Request(address, data=data, headers={"Accept-Encoding": "gzip"})  # noqa: S310
        with urllib.request.urlopen(request, timeout=30) as reply:  # noqa: S310 - our own server
            content = reply.read()
            weight += len(content)
            assert len(content) < 1024 or gzip.decompress(content)

    assert weight < 100_000
