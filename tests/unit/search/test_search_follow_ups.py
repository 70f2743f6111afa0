"""What a follow-up takes from the question before it, and what it leaves."""

import pytest

from quoth.model import Mention, QuestionKind
from quoth.search import understand
from tests.unit.search.search_words import asked, frequency, lexicon


def names(mentions: tuple[Mention, ...]) -> str:
    """Concept names of a slot in one string."""
    return "; ".join(mention.concept.name for mention in mentions)


@pytest.mark.parametrize(
    ("first", "then", "condition", "intervention", "carried"),
    [
        ("Does CBT help depression?", "and in children?", "depression", "cognitive behavioural therapy",
         ("depression", "cognitive behavioural therapy")),
        ("Does CBT help depression?", "how long?", "depression", "cognitive behavioural therapy",
         ("depression", "cognitive behavioural therapy")),
        ("Does CBT help depression?", "Is it safe?", "depression", "cognitive behavioural therapy",
         ("depression", "cognitive behavioural therapy")),
        ("Does CBT help depression?", "side effects?", "depression", "cognitive behavioural therapy",
         ("depression", "cognitive behavioural therapy")),
        ("Does CBT help depression?", "what about antidepressants?", "depression", "antidepressants", ("depression",)),
        ("Does CBT help depression?", "What can I do about sleep?", "depression", "", ("depression",)),
        ("Does CBT help depression?", "When should I be referred?", "depression", "", ("depression",)),
        ("Does CBT help depression?", "and for back pain?", "low back pain", "cognitive behavioural therapy",
         ("cognitive behavioural therapy",)),
        ("Does CBT help depression?", "What helps gout?", "gout", "", ()),
        ("Does CBT help depression?", "Does varenicline work?", "smoking", "varenicline", ()),
        ("Does taping help runner's knee?", "does exercise help?", "", "exercise", ()),
    ],
)  # fmt: skip
def test_a_follow_up_takes_what_it_leaves_unsaid_from_the_question_before(
    first: str, then: str, condition: str, intervention: str, carried: tuple[str, ...]
) -> None:
    """The condition stays until another is named or meant; the treatment only where the question cannot stand alone."""
    question = asked(then, asked(first))

    assert (condition, intervention, carried) == (
        names(question.conditions),
        names(question.interventions),
        question.carried_over,
    )


def test_what_is_carried_goes_on_being_carried() -> None:
    """Three questions into a thread the condition is still the same, and the kind follows the last one that had one."""
    thread = asked("and in children?", asked("is it safe?", asked("Does CBT help depression?")))

    assert "depression" == names(thread.conditions)
    assert QuestionKind.HARM is thread.kind
    assert "children" == names(thread.populations)


def test_a_follow_up_on_another_disease_does_not_carry_the_old_one_over() -> None:
    """A follow-up about pulmonary hypertension is not about high blood pressure any more."""
    first = asked("What helps hypertension?")
    second = understand("And in pulmonary hypertension?", lexicon(), frequency=frequency, n_units=1000, previous=first)

    assert () == second.conditions
