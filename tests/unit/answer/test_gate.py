"""What a question alone is refused for, and what only where nothing says what it asked."""

from dataclasses import replace

import pytest

from quoth.answer.gate import refuse_question, refuse_table
from quoth.answer.ground import Ground
from quoth.model import Concept, ConceptKind, EvidenceTable, Facet, Mention, QueryTerm, Question, Reason
from tests.unit.answer.factories import finding, ground, question

PREGNANT = Mention(Concept("pregnant women", ConceptKind.POPULATION), "pregnant", 10, 18)


def of_many(asked: Question) -> tuple[Question, Ground]:
    """A treatment that is used for two conditions here, with nothing that says for which."""
    unnamed = replace(asked, conditions=(), terms=tuple(term for term in asked.terms if term.concept == "taping"))
    return unnamed, replace(ground(), conditions_treated=("heel pain", "knee pain"))


def test_a_treatment_of_several_conditions_is_refused_unless_advice_says_it_for_those_asked_about() -> None:
    """Nobody said what for; for whom may be enough where a recommendation says just that."""
    asked, known = of_many(question("Taping?"))
    for_them = replace(asked, populations=(PREGNANT,))
    silent = EvidenceTable((finding("Offer taping."),), coverage_0_1=1.0)
    speaks = EvidenceTable((replace(finding("Offer taping in pregnancy."), spoken=1.2),), coverage_0_1=1.0)

    refused = refuse_question(asked, silent, known)
    assert refused is not None
    assert refused.reason is Reason.NO_CONDITION
    assert refuse_question(for_them, silent, known) is None
    assert refuse_table(for_them, speaks, known) is None
    assert refuse_question(asked, speaks, known) is None
    still = refuse_table(for_them, silent, known)
    assert still is not None
    assert still.reason is Reason.NO_CONDITION


def test_who_says_for_whom_or_against_what_is_read_about_before_anything_is_refused() -> None:
    """Guidelines may say it of them, or of that aim; people with an illness are what the question is about."""
    asked, known = of_many(question("Taping?"))
    gout = Mention(Concept("people with gout", ConceptKind.POPULATION), "gout", 10, 14)
    stroke = Mention(Concept("stroke", ConceptKind.OUTCOME), "stroke", 10, 16)
    silent = EvidenceTable((finding("Offer taping."),), coverage_0_1=1.0)

    for named, reason in (
        (replace(asked, populations=(gout,)), Reason.NO_DIRECT_EVIDENCE),
        (replace(asked, outcomes=(stroke,)), Reason.NO_CONDITION),
    ):
        assert refuse_question(named, silent, known) is None
        refused = refuse_table(named, silent, known)
        assert refused is not None
        assert refused.reason is reason


def test_what_stands_before_a_dash_is_no_kind_of_the_treatment_behind_it() -> None:
    """A word right before its name says which kind is meant."""
    dashed, kind = "heel at noon - taping or rest", "heel at noon taping or rest"
    missing = EvidenceTable((finding("Offer taping."),), coverage_0_1=1.0, uncovered=("noon",))

    def refused(text: str) -> bool:
        at = text.index("taping")
        taping = replace(question().interventions[0], words="taping", start=at, end=at + len("taping"))
        return refuse_table(replace(question(text), interventions=(taping,)), missing, ground()) is not None

    assert refused(kind)
    assert not refused(dashed)


def test_what_no_source_speaks_of_is_named_as_it_was_asked() -> None:
    """Words that stand side by side in the question are one name, others stand apart."""
    terms = tuple(map(QueryTerm, ("losing weight", "blood", "pressure", "gout")))
    asked = question("Does losing weight lower blood pressure in gout?", conditions=(), interventions=(), terms=terms)
    nothing = EvidenceTable((), coverage_0_1=0.3, nearest_0_1=0.3, lacking=("blood", "pressure", "gout"))

    refused = refuse_table(asked, nothing, ground())
    assert refused is not None
    assert "speaks of blood pressure, gout together with losing weight." in refused.explanation


def test_a_word_that_stands_nowhere_does_not_refuse_what_a_recommendation_answers() -> None:
    """It was weighed with that word."""
    asked = replace(question("Taping at half-term?"), interventions=(), unknown=("half-term",))
    silent = EvidenceTable((finding("Offer taping."),), coverage_0_1=1.0)
    speaks = EvidenceTable((replace(finding("Offer taping."), spoken=1.2),), coverage_0_1=1.0)

    refused = refuse_table(asked, silent, ground())
    assert refused is not None
    assert refused.reason is Reason.UNKNOWN_WORDS
    assert refuse_table(asked, speaks, ground()) is None


def test_a_refusal_names_the_side_that_was_asked_for_as_the_page_does() -> None:
    """Who asks how long would think that "dose" alone is a misreading."""
    asked = replace(question("How long should taping go on for knee pain?"), facets=(Facet.DOSE,))
    refused = refuse_table(asked, EvidenceTable((), coverage_0_1=0.0), ground())

    assert refused is not None
    assert refused.explanation.endswith("this side of it: dose and length of treatment.")


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Is quorine recommended to keep pain crises away in sickle cell disease?", True),
        ("quorine for pain crises in sickle cell disease, long term, adults", True),
        ("Do pain crises in sickle cell disease, says my quorine neighbour, need warm drinks?", False),
    ],
)
def test_a_strange_word_that_is_the_very_thing_asked_about_refuses_however_much_else_is_said(
    text: str, refused: bool
) -> None:
    """Of so many words a source may lack one, but not this one."""
    words = ("quorine", "pain", "crises", "sickle", "cell", "disease", "adults")
    asked = replace(question(text), conditions=(), interventions=(), terms=tuple(map(QueryTerm, words)))
    table = EvidenceTable((finding("Offer hydroxyurea."),), coverage_0_1=1.0)

    told = refuse_table(replace(asked, unknown=("quorine",)), table, ground())

    assert (told is not None) == refused
    assert told is None or told.reason is Reason.UNKNOWN_WORDS
