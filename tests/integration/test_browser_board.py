"""The board in a real browser: a whole review by keyboard, and without scripts."""

from collections.abc import Iterator
from typing import Any

import pytest

from quoth.pipeline import ask
from tests.integration.browsing import (
    Site,
    add_people,
    by_keyboard,
    go_by_keyboard,
    needs_chromium,
    serving,
    window,
)
from tests.kept import library_on_disk

pytestmark = pytest.mark.browser

QUESTION = "Does taping the kneecap work?"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A live server over a new starter library, with one person for each office."""
    needs_chromium()
    home = tmp_path_factory.mktemp("home")
    with library_on_disk(home, public_address="https://kb.example") as parts, serving(parts) as made:
        add_people(parts)
        yield made


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


def test_everyday_words_are_signed_and_taken_back_by_keyboard(chromium: Any, site: Site) -> None:
    """From the board to the topic, a signature by Enter, back at the very wording, and taken back."""
    ann = window(chromium, site, "ann")
    go_by_keyboard(ann, "a[href$='/board/everyday']")
    go_by_keyboard(ann, "main a[href*='/board/everyday?topic=']")
    wording = ann.locator("article.pair").first
    assert "not yet checked" in wording.inner_text()
    go_by_keyboard(ann, f"#{wording.get_attribute('id')} button[value=sign]")
    assert "Dr Ann" in wording.inner_text()
    assert "not yet checked" not in wording.inner_text()
    assert f"#{wording.get_attribute('id')}" in ann.url
    go_by_keyboard(ann, f"#{wording.get_attribute('id')} button[value='take back']")
    assert "not yet checked" in wording.inner_text()
