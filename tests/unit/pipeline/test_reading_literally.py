"""A reader says that words were read wrongly: the question is asked again without that reading."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.errors import BadInput
from quoth.interop.html import render_html
from quoth.interop.readings import readings
from quoth.model import EVERY_READING, Question, Role
from quoth.pipeline import Outcome, Parts, ask, literally, retold
from tests.kept import library_in_memory

LAY = "half my skull pounds and I see zigzag lights"


@pytest.fixture(scope="module")
def parts() -> Iterator[Parts]:
    """The starter library in memory; pages get one id, so that they can be compared."""
    with library_in_memory(Path("unused"), keep_answers="no") as opened:
        opened.new_id = lambda: "id"
        yield opened


def _read(outcome: Outcome) -> dict[str, tuple[str, ...]]:
    return {one.words: one.meant for one in readings(outcome.page)}


def test_a_reading_is_shown_and_can_be_taken_back_and_given_back(parts: Parts) -> None:
    """The page says what was read as what; without it the words are only words, until it is pressed again."""
    first = ask(LAY, parts)
    assert "headache" in _read(first)["skull … pounds"]

    second = literally(first.page, "skull … pounds", parts)
    assert second.page.question.literal == ("skull … pounds",)
    assert _read(second)["skull … pounds"] == ()
    assert "skull … pounds" not in dict(second.page.method.read_as)
    assert "skull … pounds" not in second.page.method.ranked

    assert literally(second.page, "skull … pounds", parts).page == first.page


def test_what_was_taken_back_is_in_the_manifest_and_makes_the_same_page_again(parts: Parts) -> None:
    """Whoever has the page can make it again; another reader gets the same question."""
    made = ask(LAY, parts, literal=["skull … pounds"])

    assert ("taken literally", "skull … pounds") in made.page.manifest.settings
    assert ask(made.page.question.text, parts, literal=made.page.question.literal).page == made.page
    assert retold(made.page, Role.PATIENT, parts).page.question.literal == ("skull … pounds",)
    assert made.verdict.passed


def test_a_slip_and_a_name_can_be_taken_back(parts: Parts) -> None:
    """A word that was mended, a name of a condition and a description stand for themselves then."""
    slip = ask("Does metfromin help type 2 diabetes?", parts)
    assert slip.page.question.corrected
    assert not literally(slip.page, "metfromin", parts).page.question.corrected

    named = ask("Does taping help kneecap pain?", parts)
    assert named.page.question.conditions
    (words,) = [mention.words for mention in named.page.question.conditions]
    assert not literally(named.page, words, parts).page.question.conditions


def test_every_reading_is_taken_back_at_once(parts: Parts) -> None:
    """No other names, no slip mended; what the library knows by its name is still known."""
    page = ask("Does metformin help my sugr, and the sore lug?", parts, literal=[EVERY_READING]).page

    assert not page.method.read_as
    assert not page.question.corrected
    assert [mention.concept.name for mention in page.question.interventions] == ["metformin"]


@pytest.mark.parametrize("words", ["elbow", "", "…", "half pounds"])
def test_words_that_do_not_stand_in_the_question_are_refused(words: str, parts: Parts) -> None:
    """A form can be sent by anybody."""
    with pytest.raises(BadInput, match="does not stand"):
        literally(ask(LAY, parts).page, words, parts)
    with pytest.raises(BadInput, match="at once"):
        ask(LAY, parts, literal=[" ".join(LAY.split()[:n]) for n in range(1, 10)] + list("halfmyskupondse"))


def test_a_page_offers_its_readings_as_buttons_and_a_printed_one_does_not(parts: Parts) -> None:
    """They are buttons of a form: a keyboard and no script will do."""
    outcome = ask(LAY, parts)
    page = render_html(outcome.page, outcome.verdict, open_passage=lambda *_: "/x")

    assert 'action="/answer/id/literally"' in page
    assert 'name="words" value="skull … pounds"' in page
    assert 'name="words" value="*"' in page
    assert "/literally" not in render_html(outcome.page, outcome.verdict, open_passage=None)


def test_a_page_without_readings_offers_none(parts: Parts) -> None:
    """Nothing was read as something else, and nothing is there to press."""
    page = ask("Does taping help patellofemoral pain?", parts).page

    assert readings(page) == () or all(one.meant for one in readings(page))
    assert readings(replace(page, question=Question("taping"), method=replace(page.method, read_as=()))) == ()
