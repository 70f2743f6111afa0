"""Which outcomes of a question nobody asks to be told."""

import pytest

from quoth.model import Concept, ConceptKind, Mention
from quoth.search.happened import is_no_outcome
from quoth.search.wording import read


def _is_none(words: str, question: str) -> bool:
    start = question.index(words)
    concept = Concept(words, ConceptKind.OUTCOME)
    return is_no_outcome(Mention(concept, words, start, start + len(words)), read(question))


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("heart attack", "I had a heart attack in spring. Do I need tablets?"),
        ("stroke", "Target after a stroke?"),
        ("heart attack", "And if I have already had a heart attack?"),
        ("migraine days", "32M, 8 migraine days/mo. Next step?"),
        ("get better", "Do I get better odds with both?"),
    ],
)
def test_what_somebody_has_had_is_no_outcome(words: str, question: str) -> None:
    """Nor a figure of theirs, nor half of another word."""
    assert _is_none(words, question)


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("heart attack", "Does it prevent a heart attack?"),
        ("heart attack", "How many had a heart attack on it?"),
        ("stroke", "Is stroke less common with it?"),
        ("migraine days", "How many migraine days does it save?"),
        ("get better", "When will I get better?"),
        ("nausea", "Fewer had nausea"),
    ],
)
def test_what_is_asked_stays_an_outcome(words: str, question: str) -> None:
    """Also where somebody is said to have had it in the end."""
    assert not _is_none(words, question)
