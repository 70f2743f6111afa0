"""What a form says when it is refused, and what stands on paper: found by walking through the pages by keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quoth.model import Answer
from quoth.pipeline import Parts, ask, reviewing
from tests.integration.browsing import PASSWORD, Site, add_people, needs_chromium, serving, window
from tests.kept import library_on_disk

pytestmark = pytest.mark.browser

QUESTION = "Does taping the kneecap work?"
FOCUS = """() => {
  const at = document.activeElement, why = at.getAttribute("aria-describedby") || "";
  const told = why.split(" ").map(id => document.getElementById(id)?.innerText || "").join(" ");
  return [at.id, at.getAttribute("aria-invalid"), told];
}"""
PRINTED = "all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 90))"


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """A site with people and a page that two of them signed."""
    needs_chromium()
    with library_on_disk(tmp_path_factory.mktemp("home")) as parts, serving(parts) as made:
        yield made, signed(parts)


def signed(parts: Parts) -> str:
    """The id of an approved page."""
    people = add_people(parts)
    page = ask(QUESTION, parts).page
    assert isinstance(page, Answer)
    reviewing.submit(page.id, parts, by=people["ed"])
    for name in ("ann", "ben"):
        reviewing.assign(page.id, people[name].id, parts, by=people["ed"])
        reviewing.declare(page.id, parts, by=people[name], conflict=False)
        reviewing.decide(page.id, parts, by=people[name], approve=True, revision=1)
    return page.id


def where_refused(page: Any) -> list[str]:
    """Field that holds the focus, whether it is marked as wrong, and what is told of it.

    `autofocus` takes hold when the page is next drawn, which may be after its text is there.
    """
    page.wait_for_selector("[role=alert]")
    page.wait_for_selector("[aria-invalid=true]:focus")
    return list(page.evaluate(FOCUS))


def test_a_refused_form_leads_to_the_field_and_says_why(chromium: Any, board: tuple[Site, str]) -> None:
    """Whoever cannot see the page hears the reason at the field that it is about."""
    site, _ = board
    page = window(chromium, site)
    page.goto(f"{site.address}/sign-in")
    page.get_by_label("Name").fill("ed")
    page.get_by_label("Password").fill("not the one")
    page.keyboard.press("Enter")
    at, invalid, why = where_refused(page)
    assert (at, invalid) == ("name", "true")
    assert "do not fit" in why

    page.goto(f"{site.address}/search")
    page.locator("#strategy").fill("(taping")
    page.get_by_role("button", name="Search", exact=True).click()
    at, invalid, why = where_refused(page)
    assert (at, invalid) == ("strategy", "true")
    assert "not closed" in why


def test_a_wrong_old_password_is_told_beside_its_field(chromium: Any, board: tuple[Site, str]) -> None:
    """Nobody has to find the way back to a form from a page that only says no."""
    site, _ = board
    page = window(chromium, site, "ed")
    page.goto(f"{site.address}/account")
    page.get_by_label("The old one").fill("not the one")
    page.get_by_label("The new one").fill(f"{PASSWORD} again")
    page.keyboard.press("Enter")
    at, invalid, why = where_refused(page)
    assert (at, invalid) == ("old", "true")
    assert "Nothing was changed" in why


def test_what_a_form_was_refused_for_leads_back_to_it(chromium: Any, board: tuple[Site, str]) -> None:
    """What was typed is not lost with the form."""
    site, _ = board
    page = window(chromium, site, "ed")
    page.goto(f"{site.address}/board/recommendations")
    page.locator("main input:visible").fill("no such source")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Not found").wait_for()
    page.get_by_role("button", name="Back to the form").press("Enter")

    page.wait_for_selector("main input:visible")
    assert page.get_by_role("heading", level=1).inner_text() == "Recommendations found in guidelines"


def test_files_are_sent_without_anything_being_typed(chromium: Any, board: tuple[Site, str], tmp_path: Path) -> None:
    """The script that asks for a question leaves other forms alone; names stand one to a line."""
    site, _ = board
    file = tmp_path / "refs.ris"
    file.write_text("TY  - JOUR\nTI  - Braces for the elbow\nAU  - Doe J\nPY  - 2020\nER  - \n")
    page = window(chromium, site, "ed")
    page.goto(f"{site.address}/library/add")
    page.locator("#names").press("Enter")
    assert page.locator("#names").input_value() == "\n"
    page.locator("#names").fill("")
    page.locator("#files").set_input_files(str(file))
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url("**/job/*")
    page.get_by_role("rowheader", name="refs.ris").wait_for()


def test_no_control_and_no_way_around_is_printed(chromium: Any, board: tuple[Site, str]) -> None:
    """Nobody can press what stands on paper."""
    site, page_id = board
    page = window(chromium, site, "ed")
    for path in (f"/answer/{page_id}", f"/answer/{page_id}/review", "/board", "/library", "/search"):
        page.goto(site.address + path)
        page.emulate_media(media="print")
        assert page.locator("button, nav, .report, select, [type=search]").evaluate_all(PRINTED) == [], path


def test_paper_names_the_address_that_says_whether_a_page_stands(chromium: Any, board: tuple[Site, str]) -> None:
    """Where no public address is set, the one that the reader came by is printed."""
    site, page_id = board
    page = window(chromium, site)
    page.goto(f"{site.address}/answer/{page_id}")
    page.emulate_media(media="print")
    after = page.evaluate("getComputedStyle(document.querySelector('.recall a'), '::after').content")

    assert f"<{site.address}/answer/{page_id}/review>" in "".join(after.replace('"', "").split())


def test_a_signed_document_is_printed_whole_and_a_row_in_one_piece(chromium: Any, board: tuple[Site, str]) -> None:
    """What does not scroll on paper is not cut, and a statement is not parted from what bounds it."""
    site, page_id = board
    page = window(chromium, site)
    page.goto(f"{site.address}/answer/{page_id}/review")
    page.emulate_media(media="print")
    cut = "all => all.filter(one => one.scrollHeight > one.clientHeight + 2).length"
    assert page.locator("pre").count() > 0
    assert page.locator("pre").evaluate_all(cut) == 0

    page.goto(f"{site.address}/answer/{page_id}")
    page.emulate_media(media="print")
    kept = page.locator(".row").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    assert set(kept) == {"avoid"}
