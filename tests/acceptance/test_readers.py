"""Every kind of reader gets a page that the checker passes, made of the same statements."""

from typing import Any

from quoth.model import Answer, Role
from quoth.pipeline import ask, retold


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
