"""How surely a text speaks to a question, told from its words alone."""

import pytest

from quoth.evidence.fitting.bearing import ENOUGH, Bearing, bearing_of, worded
from quoth.evidence.fitting.terms import Seen, Sought, Terms
from quoth.model import QueryTerm

TERMS = tuple(
    Terms.of_term(QueryTerm(word, rarity=rare))
    for word, rare in {
        "percutaneous": 0.6,
        "vertebroplasty": 0.9,
        "osteoporotic": 0.8,
        "spinal": 0.5,
        "fractures": 0.5,
    }.items()
)


def seen(text: str) -> Seen:
    """A text, read for the question with the families of its words."""
    return Terms(TERMS, kin=True).read(text)


def bearing(text: str, *, match: float | None = None, head_chars: int = 0) -> Bearing:
    """What a text says to the question."""
    return bearing_of(worded(TERMS), seen(text), match, head_chars=head_chars)


def test_a_text_that_says_it_in_one_sentence_bears_more_than_one_that_says_it_apart() -> None:
    """Two studies in one review, one of a treatment and one of a disease, are no study of the treatment for it."""
    filler = " Nothing else is told of it here, and the visits go on as they were before." * 6
    one = bearing("Percutaneous vertebroplasty relieved osteoporotic spinal fractures." + filler)
    apart = bearing(f"Percutaneous vertebroplasty was learned.{filler} Osteoporotic spinal fractures were counted.")

    assert one.covered == apart.covered
    assert one.together > apart.together
    assert one.score_0_1 > apart.score_0_1


def test_a_word_of_the_same_family_counts_for_a_part() -> None:
    """Osteoporosis stands in many texts for what is asked as osteoporotic."""
    kin = bearing("osteoporosis of the spine")

    assert 0 < kin.covered < bearing("osteoporotic, of the spine").covered
    assert 0.0 == bearing("a wrist").covered
    assert "osteoporotic" not in {one.words for one in kin.lacks}


def test_of_few_words_the_rarest_may_not_be_missing_however_well_the_rest_is_met() -> None:
    """It may be the treatment itself."""
    rest = bearing("Percutaneous care of osteoporotic spinal fractures.", match=0.99)

    assert not rest.stands
    assert not rest.is_enough
    assert rest.score_0_1 < ENOUGH


def test_beside_a_known_treatment_the_illness_in_few_words_may_not_be_missing() -> None:
    """Verapamil for headaches says nothing on verapamil for osteoporosis, although the drug is the rarer word."""
    terms = (Terms.of_term(QueryTerm("verapamil", weight=2.0)), Terms.of_term(QueryTerm("osteoporosis", rarity=0.5)))
    asked = worded(terms, named={"verapamil"})

    found = bearing_of(asked, Terms(terms, kin=True).read("Verapamil for headaches: verapamil helped."), 0.8)

    assert ("osteoporosis",) == tuple(one.words for one in found.lacks)
    assert not found.stands


@pytest.mark.parametrize(("title", "enough"), [("Gout and cherries", True), ("A diet for the heart", False)])
def test_few_words_that_the_title_does_not_name_must_be_met_better(title: str, enough: bool) -> None:
    """A trial that watches for gout as a side effect is no evidence on gout."""
    terms = tuple(Terms.of_term(QueryTerm(word)) for word in ("gout", "cherries"))
    text = f"{title}\nGout and cherries were watched."

    found = bearing_of(worded(terms), Terms(terms, kin=True).read(text), 0.3, head_chars=len(title))

    assert enough is found.is_enough


def sought(*words: str) -> tuple[Sought, ...]:
    """Words, alike in how much they tell."""
    return tuple(Terms.of_term(QueryTerm(word, rarity=0.6)) for word in words)


def test_the_shorter_a_question_the_better_it_must_be_met() -> None:
    """Three words stand together in many a text that is about something else; eight hardly ever do."""
    words = ("statins", "stroke", "aspirin", "bleeding", "warfarin", "falls", "dementia", "cancer")

    def score(n_words: int) -> float:
        asked = sought(*words[:n_words])
        return bearing_of(worded(asked), Terms(asked, kin=True).read(" ".join(words)), 0.2).score_0_1

    assert score(3) < ENOUGH
    assert score(3) < score(5) < score(8)
    assert ENOUGH <= score(8)


def test_of_many_words_one_that_no_text_holds_tells_no_text_from_another() -> None:
    """An unusual word in a long question is named above the page; it says nothing of which source comes nearest."""
    asked = sought("statins", "stroke", "aspirin", "bleeding", "warfarin", "falls", "cinema")
    seen_ = Terms(asked, kin=True).read("statins, stroke, aspirin, bleeding, warfarin and falls")

    assert bearing_of(worded(asked), seen_, 0.5).covered < 1.0
    assert 1.0 == bearing_of(worded(asked, strange={"cinema"}), seen_, 0.5).covered
    few = worded(asked[-2:], strange={"cinema"})
    assert bearing_of(few, seen_, 0.5).covered < 1.0


def test_what_was_not_searched_is_judged_by_what_it_holds() -> None:
    """An editor may bring in what the search did not."""
    text = "percutaneous vertebroplasty"

    assert bearing(text).covered == bearing(text).match
    assert 0.2 == bearing(text, match=0.2).match


def test_a_question_without_words_is_answered_by_nothing() -> None:
    """There is nothing that a text could hold."""
    assert not bearing_of(worded(()), Seen({}), 1.0).is_enough
    assert 0.0 == bearing_of(worded(()), Seen({}), 1.0).covered
