"""What is within reach of a reader who was refused: what is quoted beside the refusal, of a source that may answer."""

import pytest

from quoth.bench.answer_key import KeyedQuestion, is_within_reach
from quoth.model import Abstention, Ids, NearAdvice, Question, Reason
from tests.unit.interop.answer_factory import abstention, advice, answer, reference

KEYED = KeyedQuestion("Exercise?", "answer", "why", recommendation_from=("nice",), pack="knees")


def refusal(source: str) -> Abstention:
    """A refusal that quotes advice of this record of a pack."""
    return abstention(advice=(NearAdvice(advice()),), references=(reference(1, ids=Ids(pack=source)),))


@pytest.mark.parametrize(("source", "within"), [("knees/nice", True), ("knees/other", False), ("heels/nice", False)])
def test_a_refusal_is_judged_by_whose_words_it_quotes(source: str, within: bool) -> None:
    """Advice of another body, or of another topic, brings nobody nearer."""
    assert is_within_reach(KEYED, refusal(source)) is within


def test_who_may_lead_counts_and_a_bare_refusal_does_not() -> None:
    """The key names who leads where it asks for no recommendation by name."""
    led = KeyedQuestion("Exercise?", "answer", "why", bottom_line_from=("nice",), pack="knees")

    assert is_within_reach(led, refusal("knees/nice"))
    assert not is_within_reach(led, Abstention("a", Question("q"), Reason.UNKNOWN_WORDS, "why"))


def test_a_page_that_answers_is_judged_as_ever() -> None:
    """It holds or it does not."""
    page = answer(references=(reference(1, ids=Ids(pack="knees/nice")), reference(2)))

    assert not is_within_reach(KEYED, page)  # nobody may lead by this key, and something does
    assert is_within_reach(KeyedQuestion("q", "answer", "w", bottom_line_from=("nice",), pack="knees"), page)
