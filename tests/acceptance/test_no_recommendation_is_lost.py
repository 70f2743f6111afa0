"""Every recommendation that answers a common question is on its page, or listed as left out with a reason.

What answers is worked out here from the packs' own tags and the question as understood, by none of the composer's code.
"""

from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
import yaml

from quoth.bench.answer_key import KeyedQuestion, load_answer_key
from quoth.bench.libraries import ask_keyed
from quoth.lexicon import Lexicon
from quoth.model import Abstention, Answer, Facet
from quoth.pipeline import Parts

KEY = load_answer_key(Path(__file__).parent / "answer_key")
MEANT = {Facet.BENEFIT, Facet.PREVENTION}
"""What a question is after that asks for no side."""


@pytest.fixture(scope="module")
def page_of(parts: Parts) -> Callable[[KeyedQuestion], Answer | Abstention]:
    """The page of a question, asked once."""

    @cache
    def asked(keyed: KeyedQuestion) -> Answer | Abstention:
        return ask_keyed(keyed, parts).page

    return asked


@cache
def recommendations(pack: str) -> list[tuple[str, dict]]:
    """(title of its source, recommendation as its pack holds it) of a topic."""
    file = resources.files("quoth.data") / "packs" / f"{pack}.yaml"
    records = yaml.safe_load(file.read_text(encoding="utf-8"))["records"]
    return [(record["title"], one) for record in records for one in record.get("recommendations") or ()]


def answers(page: Answer, one: dict, lexicon: Lexicon) -> bool:
    """Whether a recommendation is on the treatment and the side that the question asks about."""
    asked = {mention.concept.name for mention in (*page.question.interventions, *page.question.comparators)}
    fitting = asked | {name for wanted in asked for name in lexicon.narrower(wanted)}
    facets = {Facet(facet) for facet in one.get("facets") or ()}
    on_side = bool(facets & (set(page.question.facets) or MEANT))
    return on_side and (not asked or bool(fitting & set(one.get("interventions") or ())))


def words(text: str) -> str:
    """A statement on one line."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    "keyed", [one for one in KEY if one.expect == "answer"], ids=lambda keyed: f"{keyed.pack}: {keyed.question}"
)
def test_recommendations_are_on_the_page_or_left_out_with_a_reason(
    keyed: KeyedQuestion, parts: Parts, page_of: Callable[[KeyedQuestion], Answer | Abstention]
) -> None:
    """A reader can trust that what is not shown was looked at."""
    page = page_of(keyed)
    assert isinstance(page, Answer)
    shown = {statement.quote.text for statement in page.statements()}
    whole = {exclusion.title for exclusion in page.method.exclusions if exclusion.span is None and exclusion.reason}
    spans = [exclusion.span for exclusion in page.method.exclusions if exclusion.span and exclusion.reason]
    texts = parts.store.renditions_by_id([span.rendition_id for span in spans])
    left_out = {texts[span.rendition_id].rendition.text[span.start : span.end] for span in spans}
    lexicon = parts.vocabulary().lexicon

    lost = [
        f"{title}: {one['text']}"
        for title, one in recommendations(keyed.pack)
        if answers(page, one, lexicon) and words(one["text"]) not in shown | left_out and title not in whole
    ]

    assert not lost, "\n".join(lost)


def test_the_rule_is_no_sieve(parts: Parts, page_of: Callable[[KeyedQuestion], Answer | Abstention]) -> None:
    """Over all questions it holds most recommendations of the library to account."""
    lexicon = parts.vocabulary().lexicon
    held, every = set(), set()
    for keyed in KEY:
        page = page_of(keyed)
        for title, one in recommendations(keyed.pack):
            every.add((title, one["text"]))
            if isinstance(page, Answer) and answers(page, one, lexicon):
                held.add((title, one["text"]))

    assert len(held) / len(every) >= 0.8, sorted(every - held)  # the others answer none of the common questions
