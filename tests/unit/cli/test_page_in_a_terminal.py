"""A page in a terminal leads on by commands that can be typed."""

import pytest

from quoth.cli.terminal import print_page
from quoth.model import Extent, NearAdvice, NearSource
from tests.unit.interop.answer_factory import abstention, answer, passed


def test_a_refusal_opens_the_very_part_that_comes_near(capsys: pytest.CaptureFixture[str]) -> None:
    """A source of a hundred pages is no way on; where no part is known the source is opened."""
    part = NearSource("title-1", "Ankles", section=("Care",), rendition_id="full-text-1", place=Extent(70, 130))
    page = abstention(nearest=(part, NearSource("pmid-2", "Feet")))

    print_page(page, passed(page), show_all=False, kept=False)

    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert ["quoth show --passage full-text-1:70-130", "quoth show pmid-2"] == [
        line for line in lines if line.startswith("quoth show")
    ]


def test_a_refusal_quotes_what_comes_near_under_what_it_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    """Below the reason, and told not to be an answer; what the terminal shows opens by its passage."""
    held = answer()
    near = NearAdvice(held.bottom_line.statements[0], ("zorbium", "tablets\x1b[31m"))
    page = abstention(advice=(near,), references=held.references)

    print_page(page, passed(page), show_all=False, kept=False, passages=True)

    shown = capsys.readouterr().out
    lines = [line.strip() for line in shown.splitlines()]
    assert shown.index("No answer") < shown.index("NEAREST ADVICE") < shown.index("Does not say: zorbium, tablets")
    assert near.statement.quote.text[:30] in shown
    assert any(line.startswith("passage ") for line in lines)
    assert "\x1b[31m" not in shown
