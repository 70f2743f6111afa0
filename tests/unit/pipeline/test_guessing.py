"""When a condition that nobody named may be guessed: nothing answers, and nothing of the library's own is near."""

from dataclasses import replace

import pytest

from quoth.model import Fidelity, NearAdvice, Reason
from quoth.pipeline.asking import may_be_guessed
from quoth.pipeline.composing import Outcome
from tests.unit.interop.answer_factory import abstention, advice, answer, passed, reference


def refused(reason: Reason = Reason.UNKNOWN_WORDS, *fidelities: Fidelity) -> Outcome:
    """A refusal that quotes advice of these kinds of text."""
    near = tuple(NearAdvice(advice(id=f"s{n}", fidelity=kind)) for n, kind in enumerate(fidelities, start=1))
    page = abstention(reason=reason, advice=near, references=(reference(1),) if near else ())
    return Outcome(page, passed(page))


@pytest.mark.parametrize("reason", [Reason.UNKNOWN_WORDS, Reason.NO_DIRECT_EVIDENCE, Reason.NO_CONDITION])
def test_a_refusal_for_want_of_a_condition_may_come_of_one_that_was_not_recognised(reason: Reason) -> None:
    """A summary of a pack beside it changes nothing: the guess is of the packs' conditions."""
    assert may_be_guessed(refused(reason), None)
    assert may_be_guessed(refused(reason, Fidelity.SUMMARY), None)


def test_what_documents_of_the_library_advise_near_it_is_not_hidden_by_a_guess() -> None:
    """A hospital's own words come nearer than a guess."""
    assert not may_be_guessed(refused(Reason.UNKNOWN_WORDS, Fidelity.SUMMARY, Fidelity.VERBATIM), None)


def test_nothing_is_guessed_where_something_leads_or_a_condition_or_a_thread_is_known() -> None:
    """A guess takes no answer's place."""
    led = answer()
    bare = replace(led, bottom_line=replace(led.bottom_line, statements=()))

    assert not may_be_guessed(Outcome(led, passed(led)), None)
    assert may_be_guessed(Outcome(bare, passed(bare)), None)
    assert not may_be_guessed(refused(), led.question)
    assert not may_be_guessed(refused(Reason.EMPTY_QUESTION), None)
