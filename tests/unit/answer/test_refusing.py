"""When the page is refused, with which reason, and what the refusal offers."""

from dataclasses import replace

import pytest

from quoth.answer import write
from quoth.model import (
    Abstention,
    Answer,
    Concept,
    ConceptKind,
    Facet,
    Mention,
    QueryTerm,
    Question,
    Reason,
    phrase,
)
from tests.unit.answer.factories import KNEE, TAPE, finding, ground, question, result, table

REFUSALS = [
    ("", {}, {}, 1.0, Reason.EMPTY_QUESTION),
    ("x" * 50, {}, {"question_chars": 5000}, 1.0, Reason.TOO_LONG),
    ("taping", {}, {"n_records": 0}, 1.0, Reason.EMPTY_LIBRARY),
    ("is the", {"terms": (), "conditions": (), "interventions": ()}, {}, 1.0, Reason.NOT_CLINICAL),
    ("kryptonite knee", {"unknown": ("kryptonite",), "interventions": ()}, {}, 1.0, Reason.UNKNOWN_WORDS),
    ("taping", {"conditions": ()}, {"conditions_treated": ("heel pain", "knee pain")}, 1.0, Reason.NO_CONDITION),
    ("taping knee pain", {}, {}, 0.4, Reason.NO_DIRECT_EVIDENCE),
]


@pytest.mark.parametrize(("text", "understood", "of_ground", "coverage", "reason"), REFUSALS)
def test_page_is_refused_with_its_reason(
    text: str, understood: dict[str, object], of_ground: dict[str, object], coverage: float, reason: Reason
) -> None:
    """Not knowing is an answer, and it says why."""
    page = write(question(text, **understood), table(finding(), coverage_0_1=coverage), ground(**of_ground))

    assert isinstance(page, Abstention)
    assert reason is page.reason
    assert page.explanation


def test_named_intervention_that_nothing_covers_is_refused_even_when_most_words_are_covered() -> None:
    """A page on the condition is no answer to a question about a treatment that the library does not hold."""
    page = write(question(), table(finding(), coverage_0_1=0.9, uncovered=("taping",)), ground())

    assert isinstance(page, Abstention)
    assert "taping" in page.explanation


@pytest.mark.parametrize(
    ("words", "uncovered", "refused"),
    [
        (("glutamine",), ("glutamine",), True),
        (("glutamine", "morning"), ("glutamine", "morning"), True),
        (("squatting", "wear"), ("wear",), False),
        (("glutamine",), (), False),
    ],
)
def test_a_question_most_of_whose_own_words_nothing_speaks_of_is_refused(
    words: tuple[str, ...], uncovered: tuple[str, ...], refused: bool
) -> None:
    """Advice on the condition is no answer on a treatment that only other texts of the library name."""
    terms = (QueryTerm("knee pain", concept="knee pain"), *map(QueryTerm, words))
    asked = question("Does it help knee pain?", interventions=(), terms=terms)
    page = write(asked, table(finding(), coverage_0_1=0.9, uncovered=uncovered), ground())

    assert refused == isinstance(page, Abstention)
    if isinstance(page, Abstention):
        assert all(word in page.explanation for word in uncovered)


def test_question_on_one_side_is_refused_when_nothing_speaks_to_that_side() -> None:
    """A question on how long it lasts is not answered with what to do about it."""
    asked = question("How long does knee pain last?", interventions=(), facets=(Facet.PROGNOSIS,))

    page = write(asked, table(finding(), result()), ground())

    assert isinstance(page, Abstention)
    assert Reason.NO_DIRECT_EVIDENCE is page.reason


@pytest.mark.parametrize(
    ("before", "answers"),
    [("two", True), ("2", True), ("re", True), ("magnetic", False), ("carpal tunnel syndrome", True)],
)
def test_how_much_of_a_treatment_or_for_what_is_no_other_kind_of_it(before: str, answers: bool) -> None:
    """Two tablets are tablets, an illness is what tape is for, and a magnetic brace is another thing than a brace."""
    text = f"{before} taping for knee pain"
    asked = question(text, interventions=(Mention(TAPE, "taping", len(before) + 1, len(before) + 7),))

    page = write(asked, table(finding(), coverage_0_1=0.9, uncovered=(before.split()[-1],)), ground())

    assert answers is isinstance(page, Answer)


def test_a_word_read_as_another_that_no_source_speaks_of_refuses() -> None:
    """Elastin, read as elastic, is still what was asked about; a page on the condition alone is no answer."""
    terms = (*question().terms[:1], QueryTerm("elastin", ("elastic",)))
    asked = question("elastin for knee pain", interventions=(), terms=terms, corrected=(("elastin", "elastic"),))

    assert isinstance(write(asked, table(finding(), coverage_0_1=0.7, uncovered=("elastin",)), ground()), Abstention)
    assert isinstance(write(asked, table(finding(), coverage_0_1=0.7), ground()), Answer)


WORDS = ("rugby", "headgear", "concussion")


def of_words(*words: str, **given: object) -> Question:
    """A question on nothing that any list knows."""
    terms = tuple(QueryTerm(word) for word in words)
    return question("Does it help?", conditions=(), interventions=(), terms=terms, **given)


def test_a_refusal_without_known_condition_says_which_word_the_nearest_source_lacks() -> None:
    """The reader learns what the library does hold, and what it does not hold beside that."""
    page = write(of_words(*WORDS), table(coverage_0_1=0.0, nearest_0_1=0.4, lacking=("rugby",)), ground())

    assert isinstance(page, Abstention)
    assert "No source in this library speaks of rugby together with headgear, concussion." == page.explanation


def test_a_refusal_says_when_the_words_only_stand_apart() -> None:
    """A source that names everything and says nothing of it together is no answer."""
    page = write(of_words(*WORDS), table(coverage_0_1=0.0, nearest_0_1=0.4), ground())

    assert isinstance(page, Abstention)
    assert "none speaks of them together" in page.explanation


def test_a_refusal_says_when_what_is_about_the_question_gives_no_answer() -> None:
    """A study on animals holds every word: that its words stand apart would be untrue."""
    page = write(of_words(*WORDS), table(coverage_0_1=0.0, nearest_0_1=0.9), ground())

    assert isinstance(page, Abstention)
    assert phrase("why.silent") == page.explanation


@pytest.mark.parametrize(("further", "answers"), [(("school",), False), (tuple("abcd"), True)])
def test_an_unknown_word_among_few_refuses_and_among_many_is_named(further: tuple[str, ...], answers: bool) -> None:
    """Of few words the unknown one may be the treatment. Of many it is named above everything."""
    asked = of_words(*WORDS, *further, unknown=("rugby",))

    page = write(asked, table(finding(), coverage_0_1=0.9, lacking=("rugby",)), ground())

    assert answers is isinstance(page, Answer)
    told = page.notes if isinstance(page, Answer) else (page.explanation,)
    assert any("rugby" in words for words in told)


def test_a_word_that_stands_nowhere_is_met_by_one_of_its_family_where_nothing_known_is_named() -> None:
    """Who asks about imitation is answered by a trial in which people imitated each other."""
    asked = of_words(*WORDS, unknown=("rugby",))
    listed = replace(asked, terms=(replace(asked.terms[0], synonyms=("football",)), *asked.terms[1:]))
    animal = of_words(*WORDS, unknown=("rats",))

    met = table(finding(), coverage_0_1=0.9, lacking=())

    assert isinstance(write(asked, met, ground()), Answer)
    for refused in (listed, animal, replace(asked, interventions=question().interventions)):
        page = write(refused, met, ground())
        assert isinstance(page, Abstention)
        assert Reason.UNKNOWN_WORDS is page.reason


def test_an_unknown_word_refuses_a_long_question_too_where_a_condition_is_known() -> None:
    """What this library treats, and a word for what it is treated with: that word decides."""
    asked = of_words(*WORDS, *"abcdef", unknown=("rugby",))
    asked = replace(asked, conditions=question().conditions)

    page = write(asked, table(finding(), coverage_0_1=0.9), ground())

    assert isinstance(page, Abstention)
    assert Reason.UNKNOWN_WORDS is page.reason


def test_a_result_that_is_silent_on_its_side_answers_only_where_no_condition_is_known() -> None:
    """A trial of prevention says what came of it. Where guidance is held, its editors have said which side it takes."""
    asked = of_words(*WORDS, facets=(Facet.PREVENTION, Facet.BENEFIT))

    found = table(replace(result(), annotation=None), coverage_0_1=0.9)

    assert isinstance(write(asked, found, ground()), Answer)
    assert isinstance(write(replace(asked, conditions=question().conditions), found, ground()), Abstention)


def test_refusal_without_condition_offers_each_condition_as_a_way_on() -> None:
    """The reader can go on with one click."""
    asked = question("taping", conditions=(), interventions=(Mention(TAPE, "taping"),))
    page = write(asked, table(), ground(conditions_treated=("heel pain", "knee pain")))

    assert isinstance(page, Abstention)
    assert ["heel pain", "knee pain"] == [suggestion.text for suggestion in page.suggestions]
    assert all(KNEE.name in s.question or "heel pain" in s.question for s in page.suggestions)


def test_a_refusal_does_not_deny_that_a_source_speaks_of_what_was_named() -> None:
    """A guideline on the condition may speak of the treatment, for others: the refusal says what was not answered."""
    people = (Mention(Concept("pregnant people", ConceptKind.POPULATION), "pregnancy", 20, 29),)
    asked = question("Taping knee pain in pregnancy?", populations=people)
    page = write(asked, table(finding(), coverage_0_1=0.4, uncovered=("knee pain", "taping")), ground())

    assert isinstance(page, Abstention)
    assert "None was found that answers on taping together with pregnancy" in page.explanation
    assert "speaks of" not in page.explanation


def test_a_refusal_without_a_condition_says_which_treatment_was_understood() -> None:
    """Sertraline is known here: what is missing is what it is for."""
    page = write(question("taping", conditions=()), table(coverage_0_1=0.1), ground(conditions_treated=()))

    assert isinstance(page, Abstention)
    assert Reason.NO_CONDITION is page.reason
    assert "answers on taping alone" in page.explanation
