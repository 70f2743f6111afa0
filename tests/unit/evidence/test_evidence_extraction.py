"""Recommendations in guideline text: which words they are, and whose grade is whose."""

import pytest

from quoth.model import Action, Fidelity, Form, GradePlace, Section, SectionRole, make_rendition
from tests.unit.evidence.guideline_texts import found, proposed, text, words_of

P = GradePlace
VA, USPSTF = "Department of Veterans Affairs", "U.S. Preventive Services Task Force"


GRADED = [
    # (words, issuer, strength, certainty, action, place)
    ("Offer exercise. ( Strong For; Reviewed, New-added )", VA, "Strong For", None, Action.DO, P.AFTER),
    ("We suggest offering taping. (Weak for)", VA, "Weak for", None, Action.CONSIDER, P.AFTER),
    ("We suggest not using opioids. (Weak Against)", VA, "Weak Against", None, Action.DO_NOT, P.AFTER),
    ("Offer taping. (Neither for nor against)", VA, "Neither for nor against", None, Action.UNCERTAIN, P.AFTER),
    ("Screen adults each year. [B] Screen children. [D]", VA, "B", None, Action.DO, P.AFTER),
    ("The USPSTF recommends screening. (B recommendation)", USPSTF, "B recommendation", None, Action.DO, P.AFTER),
    ("Offer screening selectively to men. Grade: C", USPSTF, "Grade: C", None, Action.CONSIDER, P.AFTER),
    ("Screening of men is reasonable. Grade: D", USPSTF, "Grade: D", None, Action.DO_NOT, P.AFTER),
    ("Evidence is insufficient. (I statement)", USPSTF, "I statement", None, Action.UNCERTAIN, P.AFTER),
    ("We recommend exercise (strong recommendation, low-quality evidence).", "A", "strong recommendation",
     "low-quality evidence", Action.DO, P.AFTER),
    ("We suggest orthoses (conditional recommendation; very low certainty of evidence ⊕◯◯◯).", "A",
     "conditional recommendation", "very low certainty of evidence ⊕◯◯◯", Action.CONSIDER, P.AFTER),
    ("We recommend against surgery (conditional recommendation against, low certainty).", "A",
     "conditional recommendation against", "low certainty", Action.DO_NOT, P.AFTER),
    ("We recommend heparin (Grade 1B).", "A", "Grade 1B", None, Action.DO, P.AFTER),
    ("We suggest stockings (2C).", "A", "2C", None, Action.CONSIDER, P.AFTER),
    ("Statins are recommended (Class I; Level of Evidence: A).", "A", "Class I", "Level of Evidence: A", Action.DO,
     P.AFTER),
    ("Aspirin should not be used (COR III: Harm, LOE B-R).", "A", "COR III: Harm", "LOE B-R", Action.DO_NOT, P.AFTER),
    ("Statins are reasonable (Class IIa, LOE: C).", "A", "Class IIa", "LOE: C", Action.CONSIDER, P.AFTER),
    ("Clinicians should give vaccine (A-I).", "A", "A-I", None, Action.DO, P.AFTER),
    ("Test all donors for HIV. (Category IB)", "A", "Category IB", None, Action.DO, P.AFTER),
    ("Clinicians should avoid both (recommendation category: A, evidence type: 3).", "A", "recommendation category: A",
     "evidence type: 3", Action.DO_NOT, P.AFTER),
    ("Clinicians must counsel them (Level B).", "American Academy of Neurology", "Level B", None, Action.DO, P.AFTER),
    ("Offer exercise to adults. (Grade A; level 1++)", "Scottish Intercollegiate Guidelines Network", "Grade A",
     "level 1++", Action.DO, P.AFTER),
    ("Consider taping. (OCEBM level 2)", "A", None, "OCEBM level 2", Action.CONSIDER, P.AFTER),
    ("Explain the plan to patients. (Good practice point)", "A", "Good practice point", None, Action.DO, P.AFTER),
    ("We strongly recommend exercise for adults.", "A", "strongly recommend", None, Action.DO, P.SENTENCE),
    ("Strong recommendation: offer exercise to adults.", "A", "Strong recommendation", None, Action.DO, P.BEFORE),
]  # fmt: skip


@pytest.mark.parametrize(("words", "issuer", "strength", "certainty", "action", "place"), GRADED)
def test_each_system_is_read_in_its_ownwords_of(
    words: str, issuer: str, strength: str | None, certainty: str | None, action: Action, place: GradePlace
) -> None:
    """The grade that is shown is what the issuer wrote; the table only says under which action it stands."""
    rendition = text(words, *(["Screen women. [A]"] if "[B]" in words else []))
    first = proposed(rendition, issuer)[0]
    annotation = first.annotation

    assert (strength, certainty, action, place) == (
        words_of(rendition, annotation.strength),
        words_of(rendition, annotation.certainty),
        annotation.action,
        first.place,
    )
    assert annotation.whole.start <= annotation.statement.start < annotation.statement.end <= annotation.whole.end


def test_a_letter_means_what_its_issuer_means() -> None:
    """A bare D advises against for the one body and names weak evidence for the other."""
    words = text("Offer taping to adults. [D]", "Offer exercise to adults. [A]")

    assert [Action.DO_NOT, Action.DO] == [p.annotation.action for p in proposed(words, VA)]
    assert [Action.DO, Action.DO] == [p.annotation.action for p in proposed(words, "SIGN")]


def test_a_grade_on_the_next_line_belongs_to_the_advice_before_it() -> None:
    """Strength and certainty may each have a line of their own."""
    words = text("Offer exercise to adults.", "Strength of recommendation: Strong", "Quality of evidence: moderate",
                 "Offer rest.")  # fmt: skip

    assert found(words)[0] == (
        "Offer exercise to adults.", "Strength of recommendation: Strong", "Quality of evidence: moderate",
    )  # fmt: skip


def test_a_heading_grades_what_stands_under_it_and_no_more() -> None:
    """A heading that is a grade holds until the next heading; a grade of its own goes before it."""
    words = text(
        "# Strong recommendations", "Offer exercise to adults.", "Offer taping to adults. (Weak for)",
        "# Costs", "Offer both to adults.",
    )  # fmt: skip

    assert [
        ("Offer exercise to adults.", "Strong recommendations", None),
        ("Offer taping to adults.", "Weak for", None),
        ("Offer both to adults.", None, None),
    ] == found(words)


def test_a_column_of_a_table_is_a_grade() -> None:
    """Each row carries its own class and level, whichever column they stand in."""
    words = text(
        "COR: I | LOE: A | Recommendations: Exercise is recommended for adults with knee pain.",
        "Recommendation: Do not offer surgery. | Strength: Strong | Certainty: moderate",
    )

    assert [
        ("Exercise is recommended for adults with knee pain.", "COR: I", "LOE: A"),
        ("Do not offer surgery.", "Strength: Strong", "Certainty: moderate"),
    ] == found(words)
    assert [Action.DO, Action.DO_NOT] == [p.annotation.action for p in proposed(words)]


def test_a_list_is_never_cut_from_the_words_that_lead_it_in() -> None:
    """The lead-in belongs to every item; a list graded at its end is one recommendation."""
    bound = text("Do not offer:\n• opioids\n• imaging", "(Strong against)")
    apart = text("We recommend one of the following to adults with pain:", "Taping", "Orthoses", "( Strong For )")

    assert [("Do not offer:\n• opioids\n• imaging", "Strong against", None)] == found(bound)
    assert ["Strong For"] == [strength for _, strength, _ in found(apart)]
    assert found(apart)[0][0].endswith("Orthoses")


def test_items_with_grades_of_their_own_keep_the_lead_in_as_their_condition() -> None:
    """An item alone would lose for whom it is, or that it is denied."""
    words = text("In adults with pain do not offer:\n• opioids (Strong against)\n• rest (Weak against)")
    first, second = proposed(words)

    assert ("opioids", "rest") == (
        words_of(words, first.annotation.statement),
        words_of(words, second.annotation.statement),
    )
    assert "In adults with pain do not offer:" == words_of(words, first.annotation.condition)
    assert [Action.DO_NOT, Action.DO_NOT] == [first.annotation.action, second.annotation.action]


def test_several_grades_in_one_sentence_are_left_to_an_editor() -> None:
    """None is picked: the sentence says it itself. What it asks for is the more careful of what its grades ask for."""
    words = text("Offer it to adults with pain [B] and to others at high risk. [C]", "Offer rest. [A]")
    annotation = proposed(words, VA)[0].annotation

    assert (None, Action.CONSIDER, True) == (annotation.strength, annotation.action, bool(annotation.doubts))


@pytest.mark.parametrize(
    ("advice", "action"),
    [
        ("We recommend oxygen at home. It should not be stopped at discharge. (Strong For)", Action.DO),
        ("We suggest oxygen at home. It should not be stopped at discharge. (Weak For)", Action.CONSIDER),
        ("We recommend oxygen at home. It should not be used by smokers. (Strong Against)", Action.DO_NOT),
        ("Oxygen should not be given at home. (Strong For)", Action.DO_NOT),
    ],
)
def test_what_a_later_sentence_warns_of_turns_no_advice_that_is_graded_for_it(advice: str, action: Action) -> None:
    """It bounds the advice; what its only sentence speaks against stays advised against whatever the grade."""
    assert [one.annotation.action for one in proposed(text(advice), VA)] == [action]


def test_a_grade_at_the_end_of_a_paragraph_is_that_of_the_paragraph() -> None:
    """Advice of several sentences is not cut to its last one."""
    words = text("Exercise is preferred for knee pain. Consider taping only with it, as appropriate (weak for).")

    assert [
        ("Exercise is preferred for knee pain. Consider taping only with it, as appropriate", "weak for", None)
    ] == (found(words))


@pytest.mark.parametrize(
    "words",
    [
        "Grades of recommendation (A, B, C, D, or I) are defined at the end.",
        "The strength of recommendation grading ( Strong For , Weak For , Strong Against ) is defined below.",
        "Absolute contraindications include: (a) infection, (b) bleeding, (c) pregnancy.",
        "Women had a higher risk (hazard ratio [HR], 3.76 [95% CI, 2.58 to 5.47]).",
        "Give vitamin (A) to children with measles.",
        "Patients with hepatitis (B) should be treated.",
    ],
)
def test_what_only_looks_like_a_grade_is_none(words: str) -> None:
    """A scheme's list, an enumeration, an interval or a vitamin grades nothing."""
    assert all(strength is None for _, strength, _ in found(text(words), VA))


def test_definitions_of_grades_recommend_nothing() -> None:
    """What stands under "Definitions" explains a letter."""
    words = text(
        "Screen adults each year. (A recommendation)", "# Definitions", "The USPSTF recommends offering it.", "# Grade",
        "A", "Offer or provide this service.", "# Levels of Certainty", "Clinicians should know them.",
        "# Treatment", "Offer exercise to adults.",
    )  # fmt: skip

    assert ["Screen adults each year.", "Offer exercise to adults."] == [words for words, *_ in found(words, USPSTF)]


def test_methods_and_background_recommend_nothing() -> None:
    """What other bodies recommend is told in the introduction; it is not this issuer's advice."""
    said = "The society recommends exercise for adults."
    rendition = make_rendition(
        Form.FULL_TEXT, Fidelity.VERBATIM, said, sections=[Section(0, len(said), "Background", SectionRole.BACKGROUND)]
    )

    assert () == proposed(rendition)


def test_population_condition_and_negation_are_words_of_the_statement() -> None:
    """What a reader ticks under "this patient" is quoted, and what denies the advice is pointed at."""
    words = text("In adults aged 65 or older with knee pain, do not offer opioids unless other care has failed.")
    (only,) = proposed(words)
    annotation = only.annotation

    assert "adults aged 65 or older with knee pain" == words_of(words, annotation.population)
    assert "unless other care has failed" == words_of(words, annotation.condition)
    assert "do not" == words_of(words, only.negation)


def test_every_part_lies_in_the_text_on_hostile_input() -> None:
    """No text, however odd, gives an extent outside of it, nor takes more time than its length."""
    for hostile in (
        "",
        "\n\n\n",
        "(" * 5000,
        "[A] " * 3000,
        "Offer:\n" * 2000,
        " | " * 4000,
        "Grade: " * 3000,
        "⊕" * 9000,
    ):
        rendition = text(hostile, "Offer x to adults. (Strong for)")
        for proposal in proposed(rendition, VA):
            annotation = proposal.annotation
            for part in (annotation.statement, annotation.whole, annotation.strength, annotation.certainty):
                assert part is None or 0 <= part.start < part.end <= len(rendition.text)


def test_a_heading_may_hold_its_grade_beside_its_number() -> None:
    """Many guidelines head each piece of advice with its number and grade."""
    graded = text("# Recommendation 2 (weak recommendation, low-quality evidence)", "We suggest taping for runners.")
    several = text("# Grades (strong recommendation) and (weak recommendation)", "We suggest taping for runners.")

    assert [("We suggest taping for runners.", "weak recommendation", "low-quality evidence")] == found(graded)
    assert [("We suggest taping for runners.", None, None)] == found(several)
