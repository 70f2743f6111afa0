"""The page in HTML, Markdown and JSON: the same layers, nothing lost, and its state in every form."""

import itertools
import json
import re
from dataclasses import replace

import pytest

from quoth.interop.html import render_html
from quoth.interop.json_page import render_json
from quoth.interop.markdown import render_markdown
from quoth.model import (
    Fault,
    FaultKind,
    NearAdvice,
    Reason,
    ReviewLine,
    ReviewStatus,
    Suggestion,
    Verdict,
    phrase,
)
from tests.unit.interop.answer_factory import abstention, advice, answer, passed, reference
from tests.unit.interop.rendered_page import Page, alone, full_page, open_passage


def test_a_provisional_certainty_stands_apart_under_its_label() -> None:
    """A level that a rule gives is never shown without the words that say so, nor without its reasons."""
    page = full_page()

    for shown in (alone(page).text, render_markdown(page, passed(page))):
        told = " ".join(shown.split())
        assert phrase("certainty") in told
        assert phrase("certainty.level", level="moderate") in told
        assert phrase("rating.imprecise") in told


def test_one_statement_is_not_said_to_stand_side_by_side() -> None:
    """A note of which one source alone can be shown has that source beside it."""
    page = full_page()
    both = page.differences[0]
    alone_with_its_note = replace(page, differences=(replace(both, statements=both.statements[:1]),))

    assert "2 statements side by side" in alone(page).text
    assert "1 statement beside it" in alone(alone_with_its_note).text


def test_every_number_and_jump_of_the_html_page_resolves() -> None:
    """A number without its reference is a false citation, and an id stands once."""
    page = alone(full_page())

    assert len(page.ids) == len(set(page.ids))
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
    assert {f"ref-{n}" for n in range(1, 5)} <= set(page.ids)
    assert {f"s{n}" for n in range(1, 9)} <= set(page.ids)


def test_every_footnote_of_the_markdown_page_resolves() -> None:
    """Each number used has a definition, and each definition is used."""
    text = render_markdown(full_page(), passed(full_page()))

    defined = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert defined == set(re.findall(r"\[\^(\d+)\](?!:)", text)) == {"1", "2", "3", "4"}


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_every_layer_and_statement_is_on_the_page(form: str) -> None:
    """Nothing of the typed page is lost in any form."""
    page = full_page()
    markdown = render_markdown(page, passed(page))
    text = alone(page).text if form == "html" else markdown
    layers = alone(page).layers if form == "html" else re.findall(r"^## (.*)$", markdown, re.MULTILINE)

    assert [layer for layer in layers if layer not in ("Advice at a glance", "The evidence in pictures")] == [
        "Bottom line",
        "Actions",
        "Also in the guidelines",
        "Where bodies differ",
        "Newer than these guidelines",
        "From the research",
        "Certainty, provisional",
        "Not found",
        "How this was found",
        "References",
        "Review",
    ]
    for said in page.statements():
        assert said.quote.text in text
    assert "2 bodies agree" in text
    assert "1\u202f234" in text
    assert "a protocol" in text


def test_headings_never_skip_a_level() -> None:
    """A screen reader moves through the page by its headings."""
    levels = alone(full_page()).headings

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_a_citation_opens_its_passage_in_the_web_face() -> None:
    """The first number of a statement leads to the very characters that it quotes."""
    html = render_html(answer(), passed(answer()), open_passage=open_passage, base="/kb")

    assert 'href="/passage/abstract-1/0-15?at=s1"' in html
    assert 'href="/kb/static/quoth.css"' in html


def test_the_file_that_stands_alone_has_styles_inside_and_asks_for_nothing() -> None:
    """An exported page makes no request and has no form or script."""
    html = render_html(full_page(), passed(full_page()), open_passage=None)
    page = Page(html)

    assert "<style>" in html
    assert not {"script", "form", "img", "iframe"} & set(page.tags)
    assert "link" not in page.tags
    assert not re.search(r"url\(|@import", html)


def test_the_banner_says_what_the_review_status_says() -> None:
    """The banner's words come from the status and from nothing else."""
    for status in ReviewStatus:
        page = answer(review=ReviewLine(status))
        assert f"<strong>{status.value}</strong>" in render_html(page, passed(page), open_passage=None)


def test_a_page_with_faults_is_withheld_in_every_form() -> None:
    """What fails the checker is not shown, neither as a page nor as data."""
    verdict = Verdict("a1", 2, (Fault(FaultKind.TEXT_CHANGED, "s2", "the store says otherwise"),))

    forms = [
        render_html(answer(), verdict, open_passage=open_passage),
        render_markdown(answer(), verdict),
        render_json(answer(), verdict).decode(),
    ]

    for text in forms:
        assert "Pain fell" not in text
        assert "Offer exercise" not in text
        assert "the store says otherwise" in text


def test_an_abstention_says_why_and_what_to_do_next() -> None:
    """Not knowing is an answer, with its reason above everything else."""
    page = abstention(suggestions=(Suggestion("Overview", "What helps knee pain?"),))
    seen = Page(render_html(page, passed(page), open_passage=open_passage))

    assert "the library does not know these words" in seen.text
    assert page.explanation in seen.text
    assert "Overview" in seen.text
    assert page.explanation in render_markdown(page, passed(page))


def test_a_refusal_quotes_what_comes_near_below_its_reason() -> None:
    """Each row opens its passage and names what it lacks; nothing of it wears a heading of the actions."""
    near = NearAdvice(advice("Offer <b>tape</b>."), ("moon sickness",))
    page = abstention(advice=(near,), references=(reference(1),))
    html = render_html(page, passed(page), open_passage=open_passage)
    seen, file = Page(html), Page(render_html(page, passed(page), open_passage=None))
    markdown = render_markdown(page, passed(page))

    for text in (seen.text, file.text, markdown):
        places = [text.index(one) for one in (page.explanation[:20], "Nearest advice", "Does not say: moon sickness")]
        assert places == sorted(places)
        assert "References" in text
        assert "What to do" not in text
    assert "Offer <b>tape</b>." in seen.text
    assert "<b>tape" not in html
    assert open_passage(near.statement.quote.span, "s1") in html


def test_a_refusal_by_the_checker_is_shown_with_its_faults() -> None:
    """The refusal that tells of faults is a page of its own."""
    page = abstention(reason=Reason.CHECK_FAILED, explanation="The independent checker found 1 fault(s).")
    verdict = Verdict(page.id, 3, (Fault(FaultKind.QUALIFIER_CUT, "s1", "cut"),))

    assert "The checker refused the page" in render_markdown(page, verdict)
    assert "Qualifier cut off (s1): cut" in render_html(page, verdict, open_passage=None)


def test_json_holds_the_page_and_the_verdict() -> None:
    """A program gets the same object."""
    data = json.loads(render_json(full_page(), passed(full_page())))

    assert data["kind"] == "answer"
    assert data["page"]["actions"][0]["statement"]["quote"]["text"] == "Offer exercise."
    assert data["verdict"]["checked"] == 8
