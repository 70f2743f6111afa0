"""Every kind of reader gets a page that the checker passes, made of the same statements."""

from collections.abc import Iterator
from typing import Any

import pytest

from quoth.model import Answer, Role
from quoth.pipeline import ask, retold
from quoth.settings import load_settings
from quoth.wiring import open_parts


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The starter library."""
    home = str(tmp_path_factory.mktemp("home"))
    with open_parts(load_settings({}, {"home": home, "keep_answers": "no"})) as opened:
        yield opened


def test_the_checker_passes_every_readers_page_and_the_statements_are_the_same(parts: Any) -> None:
    """A role changes order and how much stands open; no reader gets a word that another cannot open."""
    for topic in parts.store.topics():
        usual = ask(topic.question, parts)
        assert isinstance(usual.page, Answer)
        words = {(s.quote.span, s.quote.text) for s in usual.page.statements()}
        for role in Role:
            made = retold(usual.page, role, parts)
            assert isinstance(made.page, Answer), (topic.pack, role, made.verdict.faults)
            assert made.verdict.passed, (topic.pack, role, made.verdict.faults)
            assert {(s.quote.span, s.quote.text) for s in made.page.statements()} == words
