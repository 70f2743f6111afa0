"""How surely a text speaks to a question, told from its words alone."""

import pytest

from quoth.evidence.bearing import ENOUGH, Bearing, bearing_of, worded
from quoth.evidence.terms import Seen, Terms
from quoth.model import QueryTerm

QUESTION = "Does percutaneous vertebroplasty relieve osteoporotic spinal fractures"
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
    return bearing_of(worded(QUESTION, TERMS), seen(text), match, head_chars=head_chars)


def test_a_text_that_says_it_in_one_sentence_bears_more_than_one_that_says_it_apart() -> None:
    """Two studies in one review, one of a treatment and one of a disease, are no study of the treatment for it."""
    filler = " Nothing else is told of it here, and the visits go on as they were before." * 6
    one = bearing("Percutaneous vertebroplasty relieved osteoporotic spinal fractures." + filler)
    apart = bearing(f"Percutaneous vertebroplasty was learned.{filler} Osteoporotic spinal fractures were counted.")

    assert one.covered == apart.covered
    assert one.together > apart.together
    assert one.score_0_1 > apart.score_0_1


def test_words_side_by_side_in_the_question_count_for_standing_side_by_side() -> None:
    """Fractures of the spine are not the spinal cord and a fracture of the wrist."""
    near = bearing("osteoporotic spinal fractures after percutaneous vertebroplasty")
    far = bearing("spinal cord, vertebroplasty, percutaneous needles and other osteoporotic or wrist-bone fractures")

    assert near.beside > far.beside


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
    asked = worded("verapamil osteoporosis", terms, named={"verapamil"})

    found = bearing_of(asked, Terms(terms, kin=True).read("Verapamil for headaches: verapamil helped."), 0.8)

    assert ("osteoporosis",) == tuple(one.words for one in found.lacks)
    assert not found.stands


@pytest.mark.parametrize(("title", "stands"), [("Gout and cherries", True), ("A diet for the heart", False)])
def test_very_few_words_must_be_named_by_title_or_headings(title: str, stands: bool) -> None:
    """A trial that watches for gout as a side effect is no evidence on gout."""
    terms = tuple(Terms.of_term(QueryTerm(word)) for word in ("gout", "cherries"))
    text = f"{title}\nGout and cherries were watched."

    found = bearing_of(worded("gout cherries", terms), Terms(terms, kin=True).read(text), 0.9, head_chars=len(title))

    assert stands is found.stands


def test_what_was_not_searched_is_judged_by_what_it_holds() -> None:
    """An editor may bring in what the search did not."""
    text = "percutaneous vertebroplasty"

    assert bearing(text).covered == bearing(text).match
    assert 0.2 == bearing(text, match=0.2).match


def test_a_question_without_words_is_answered_by_nothing() -> None:
    """There is nothing that a text could hold."""
    assert not bearing_of(worded("is it so", ()), Seen({}), 1.0).is_enough
    assert 0.0 == bearing_of(worded("is it so", ()), Seen({}), 1.0).covered
