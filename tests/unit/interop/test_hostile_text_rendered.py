"""Nothing that a source says can break a page."""

import re

import pytest

from quoth.interop.html import render_html
from quoth.interop.markdown import render_markdown
from quoth.interop.markdown_text import escape_markdown
from quoth.model import (
    Question,
)
from tests.unit.interop.answer_factory import answer, passed
from tests.unit.interop.rendered_page import Page, hostile_page, open_passage


@pytest.mark.parametrize("web", [True, False])
def test_hostile_text_stays_text_in_html(web: bool) -> None:
    """A title can hold any characters; none of them becomes an element or an attribute."""
    page = hostile_page()
    html = render_html(page, passed(page), open_passage=open_passage if web else None)

    assert "<script>alert" not in html
    assert "img" not in Page(html).tags
    assert Page(html).tags.count("script") == (1 if web else 0)


def test_hostile_text_stays_text_in_markdown() -> None:
    """No markup, HTML or address of a source survives as such."""
    text = render_markdown(hostile_page(), passed(hostile_page()))

    assert not re.search(r"(?<!\\)<(?!https)", text.replace("](<", ""))


@pytest.mark.parametrize(
    ("raw", "escaped"),
    [
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("a\n\n# b", r"a \# b"),
        ("[x](javascript:y)", r"\[x\](javascript\:y)"),
        ("see https://x.y", r"see https\://x.y"),
        ("95% CI -5.6 to -1.0, p = 0.04", "95% CI -5.6 to -1.0, p = 0.04"),
    ],
)
def test_markdown_escapes_markup_and_leaves_numbers_alone(raw: str, escaped: str) -> None:
    """What a source writes is read as it was written."""
    assert escape_markdown(raw) == escaped


def test_lone_surrogates_do_not_break_a_page() -> None:
    """A damaged character from a file or form never stops the page."""
    page = answer(question=Question("knee \ud800 pain"))

    assert render_html(page, passed(page), open_passage=None).encode("utf-8")
    assert render_markdown(page, passed(page)).encode("utf-8")
