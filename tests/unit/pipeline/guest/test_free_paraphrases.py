"""A guest's sentence in words of its own is shown under a measured judge alone, and wears a badge."""

import json
from dataclasses import replace

import pytest

from quoth.errors import GuestFailed
from quoth.interop.html import render_html
from quoth.interop.markdown import render_markdown
from quoth.llm import Ask, Budget, ModelJudge, Scripted
from quoth.model import GuestMode, JudgeMark, encode
from quoth.pipeline import Parts
from quoth.pipeline.guest import GuestLimits, with_guest
from quoth.pipeline.judging import MeasuredJudge
from tests.unit.pipeline.guest.visits import material, visited


class Sure:
    """A judge that is this sure of everything, and counts what it was asked."""

    name, identity = "a measured judge", "0" * 16

    def __init__(self, confidence: float | Exception | None) -> None:
        self.says = confidence
        self.asked: list[tuple[str, str]] = []

    def confidence(
        self, source: str, sentence: str, *, deadline_s: float, budget: Budget | None = None
    ) -> float | None:
        """What it is told to say."""
        self.asked.append((source, sentence))
        if isinstance(self.says, Exception):
            raise self.says
        return self.says


def measured(confidence: float | Exception | None = 0.97, **changes: float) -> MeasuredJudge:
    """A judge that was measured and is good enough, but for the changes."""
    mark = JudgeMark("a measured judge", "0" * 16, "1" * 16, "2026-11-26", 0.9, 0.96, 0.4)
    return MeasuredJudge(Sure(confidence), replace(mark, **changes))


def _paraphrase(asked: Ask) -> str:
    """A statement in other words that the rules let through, then one that lies, then a repetition."""
    shown = material(asked)
    found = next(each for each in shown if " may " in each["text"])
    words = found["text"].replace(" may ", " might ")
    lie = found["text"].replace(" may ", " may not ")
    written = [{"text": text, "statements": [found["number"]]} for text in (words, lie, found["text"])]
    return json.dumps({"sentences": written})


@pytest.mark.parametrize("mode", ["prose", "plain"])
def test_a_free_paraphrase_is_shown_under_a_measured_judge_and_wears_a_badge(library: Parts, mode: str) -> None:
    """The honest one with its badge in every form of the page; the lie, which the rules catch, never."""
    judge = measured()
    page = visited(library, mode, _paraphrase, judge=judge)

    assert page.guest is not None
    assert judge.mark == page.guest.judge
    own = [sentence for sentence in page.guest.sentences if sentence.judged is not None]
    assert own[0].judged == 0.97
    assert not any(" not " in sentence.text and sentence.judged for sentence in own)
    assert all(" not " not in said for _, said in judge.judge.asked)  # type: ignore[attr-defined]
    verdict = library.checker().verify(page)
    for shown in (render_html(page, verdict, open_passage=None), render_markdown(page, verdict)):
        assert "let in by a measured judge: right in at least 96%" in shown
        assert own[0].text in shown.replace("\\", "")
    assert b'"judged":0.97' in encode(page)


@pytest.mark.parametrize("judge", [None, measured(0.89), measured(None), measured(GuestFailed("late"))])
def test_without_a_judge_that_lets_it_in_nothing_free_is_shown(library: Parts, judge: MeasuredJudge | None) -> None:
    """Prose falls back to the quotes; everyday words fall away, and the page says why."""
    prose = visited(library, "prose", _paraphrase, judge=judge).guest
    plain = visited(library, "plain", _paraphrase, judge=judge).guest

    assert prose is not None
    assert plain is not None
    assert [None] * len(prose.sentences) == [sentence.judged for sentence in prose.sentences]
    assert prose.sentences[0].replaced or not prose.sentences[0].edits
    assert () == plain.sentences
    assert "took no part" in plain.note
    assert judge is not None or "no judge of its words was measured" in plain.note


def test_what_a_judge_takes_is_counted_and_bounded_with_the_page(library: Parts) -> None:
    """A judge behind a server takes tokens of the same budget: the page names them all, and none is taken beyond it."""
    mark = measured().mark
    say_yes = json.dumps({"borne": True, "confidence": 0.97})
    script = Scripted([say_yes] * 10, name="a judge")
    page = visited(library, "prose", _paraphrase, judge=MeasuredJudge(ModelJudge(script), mark))
    alone = visited(library, "prose", _paraphrase)
    assert page.guest is not None
    assert alone.guest is not None
    assert script.asked
    assert page.guest.sentences[0].judged == 0.97
    asked = sum(len(message.text) for ask_ in script.asked for message in ask_.messages) // 4
    assert abs(page.guest.tokens_in - alone.guest.tokens_in - asked) < 200, "another prompt, and what the judge took"

    assert isinstance(library.guest, Scripted)
    (asked_once,) = library.guest.asked
    just_enough = sum(len(message.text) for message in asked_once.messages) // 3 + 2000
    script = Scripted([say_yes] * 10, name="a judge")
    page = with_guest(
        alone,
        Scripted([lambda asked: _paraphrase(asked) + " " * 12_000]),
        GuestMode.PROSE,
        GuestLimits(30.0, just_enough),
        verify=library.checker().verify,
        judge=MeasuredJudge(ModelJudge(script), mark),
    )
    assert [] == script.asked
    assert page.guest is not None
    assert all(sentence.judged is None for sentence in page.guest.sentences)


def test_a_model_is_not_asked_for_everyday_words_when_no_judge_could_let_them_in(library: Parts) -> None:
    """Nothing is sent and nothing is paid for what could not be shown."""
    visited(library, "plain", _paraphrase)
    assert isinstance(library.guest, Scripted)
    assert [] == library.guest.asked


def test_the_checker_refuses_paraphrases_that_no_measured_judge_let_in(library: Parts) -> None:
    """A page that claims a badge which was not earned, or words that the rules do not hold, is found out."""
    page = visited(library, "prose", _paraphrase, judge=measured())
    guest = page.guest
    assert guest is not None
    assert library.checker().verify(page).passed
    own = guest.sentences[0]
    assert guest.judge is not None
    for planted in (
        replace(guest, judge=None),
        replace(guest, judge=replace(guest.judge, precision_low=0.94)),
        replace(guest, judge=replace(guest.judge, recall_low=0.29)),
        replace(guest, judge=replace(guest.judge, threshold=0.99)),
        replace(guest, judge=replace(guest.judge, name="Take two aspirins. Now")),
        replace(guest, sentences=(replace(own, text="Surgery cures everyone."), *guest.sentences[1:])),
        replace(guest, sentences=(replace(own, text=own.text.replace(" might ", " might not ")), *guest.sentences[1:])),
        replace(guest, sentences=(replace(own, judged=None), *guest.sentences[1:])),
        replace(guest, sentences=(replace(own, judged=0.5), *guest.sentences[1:])),
        replace(guest, sentences=(replace(own, statements=("s999",)), *guest.sentences[1:])),
        replace(guest, mode=GuestMode.SELECT),
    ):
        assert not library.checker().verify(replace(page, guest=planted)).passed, planted
