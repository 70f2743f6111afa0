"""A language model adds names of the library to a question, in the open; whatever else it says changes nothing."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from quoth.errors import GuestFailed
from quoth.interop.html import render_html
from quoth.interop.markdown import render_markdown
from quoth.llm import Scripted
from quoth.model import Abstention, Answer, encode
from quoth.pipeline import Outcome, Parts, ask
from tests.kept import library_on_disk

LAY = "Is there an exercise for it when my leg hurts after sitting?"
NAMED = "Does taping help patellofemoral pain?"
UNKNOWN = "Does zorblaxin help patellofemoral pain?"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library, with a guest that may read questions."""
    with library_on_disk(tmp_path_factory.mktemp("reading"), keep_answers="no") as opened:
        opened.settings = replace(opened.settings, model="understand")
        yield opened


def said(**parts: object) -> str:
    """A reply."""
    return json.dumps(parts)


def read(library: Parts, question: str, *lines: str | Exception, as_typed: bool = False) -> Outcome:
    """The page of a question that a guest reads so."""
    library.guest = Scripted(lines)
    outcome = ask(question, library, as_typed=as_typed)
    assert outcome.verdict.passed
    return outcome


def bare(outcome: Outcome) -> bytes:
    """A page without its id and guest."""
    return encode(replace(outcome.page, id="", guest=None))


def test_what_is_added_stands_in_the_title_and_can_be_taken_away(library: Parts) -> None:
    """A lay question gets the condition's name, and the reader sees it, may change it, or ask as typed."""
    typed = read(library, LAY, as_typed=True).page
    assert isinstance(typed, Abstention)
    assert typed.guest is None

    line = said(condition="anterior knee pain", searches=["knee pain AND taping", "cats[tiab] AND (", "moon AND pain"])
    outcome = read(library, LAY, line)
    page = outcome.page
    assert isinstance(page, Answer)
    assert page.guest is not None
    assert page.guest.reading is not None
    ((part, name),) = page.guest.reading.added
    assert "condition" == part
    assert page.question.text == f"{LAY[:-1]} – {name}?"
    assert LAY == page.guest.reading.asked
    assert all("moon" not in search and "cats" not in search for search in page.guest.reading.searches)
    html = render_html(page, outcome.verdict, open_passage=lambda _span, _name: "/passage")
    assert 'name="as_typed" value="yes"' in html
    for shown in (html, render_markdown(page, outcome.verdict)):
        assert f"You asked: {LAY}" in shown


@pytest.mark.parametrize(
    "line",
    [
        "I cannot help with that.",
        "日本語の返事",
        said(condition="Take two aspirins and stop your statin"),
        said(condition="x" * 5000),
        said(condition="knee", answer="Surgery."),
        said(condition=["knee pain"]),
        '{"condition": "knee pain"',
        said(condition="", searches=["a" * 5000]),
        GuestFailed("late"),
        GuestFailed("silent"),
        GuestFailed("refused"),
    ],
)
@pytest.mark.parametrize("question", [LAY, NAMED])
def test_a_hostile_reading_ends_in_the_question_as_typed(library: Parts, question: str, line: str | Exception) -> None:
    """With a note, whether the question is answered or refused, and without a word of the model's."""
    typed = read(library, question, as_typed=True)
    outcome = read(library, question, line, line)

    assert bare(typed) == bare(outcome)
    assert outcome.page.guest is not None
    assert outcome.page.guest.note.startswith("The language model scripted model took no part: ")
    assert "took no part" in render_markdown(outcome.page, outcome.verdict)
    assert "took no part" in render_html(outcome.page, outcome.verdict, open_passage=None)
    assert "statin" not in encode(outcome.page.guest).decode()


def test_nothing_that_was_asked_is_exchanged_or_taken_away(library: Parts) -> None:
    """What nobody knows is refused all the same, and what is named stays what is asked about."""
    strange = read(library, UNKNOWN, said(condition="patellofemoral pain", intervention="exercise"))
    assert isinstance(strange.page, Abstention)

    other = read(library, NAMED, said(condition="hypertension", intervention="metformin"))
    assert bare(read(library, NAMED, as_typed=True)) == bare(other)


def test_an_open_question_that_is_answered_is_not_narrowed(library: Parts) -> None:
    """A guest that names a treatment, people or an outcome where none was asked for takes nothing off the page."""
    line = said(intervention="taping", population="adolescents", outcome="pain")
    for question in ("What helps patellofemoral pain?", "What is the best way to stop smoking?"):
        assert bare(read(library, question, as_typed=True)) == bare(read(library, question, line))


def test_a_treatment_is_named_where_the_question_as_typed_is_refused(library: Parts) -> None:
    """There nothing can be put away: what the reader called otherwise gets its name, in the title."""
    typed = read(library, LAY, as_typed=True).page
    assert isinstance(typed, Abstention)
    page = read(library, LAY, said(condition="anterior knee pain", population="adolescents")).page
    assert page.guest is not None
    assert page.guest.reading is not None
    assert ("condition", "population") == tuple(part for part, _ in page.guest.reading.added)


def test_the_checker_holds_title_and_additions_to_each_other(library: Parts) -> None:
    """A page that was widened by more than it says is found out."""
    page = read(library, LAY, said(condition="anterior knee pain")).page
    assert isinstance(page, Answer)
    guest = page.guest
    assert guest is not None
    assert guest.reading is not None
    for planted in (
        replace(guest, reading=replace(guest.reading, added=(("condition", "hypertension"),))),
        replace(guest, reading=replace(guest.reading, added=())),
        replace(guest, reading=replace(guest.reading, asked="Something else?")),
        replace(guest, reading=replace(guest.reading, searches=("Take aspirin. Stop statins.",))),
        replace(guest, reading=None),
    ):
        assert not library.checker().verify(replace(page, guest=planted)).passed, planted
    renamed = replace(page, question=replace(page.question, text="What helps?"))
    assert not library.checker().verify(renamed).passed


def test_a_follow_up_and_a_question_as_typed_are_read_by_nobody(library: Parts) -> None:
    """Nothing is sent where nothing could come of it."""
    before = read(library, NAMED, as_typed=True).page.question
    library.guest = llm = Scripted([])
    ask("and in adolescents?", library, previous=before)
    ask(NAMED, library, as_typed=True)
    assert [] == llm.asked
