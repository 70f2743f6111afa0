"""Grades stated in ways that no bracket after a sentence shows: in verbs, columns, letters before, sentences after."""

import pytest

from quoth.evidence.guideline.advice import advice_of
from quoth.model import Action, GradePlace
from tests.unit.evidence.evidence_factories import candidate, passages, record, rendition
from tests.unit.evidence.guideline_texts import found, proposed, text, words_of

SIGN = "Scottish Intercollegiate Guidelines Network"


@pytest.mark.parametrize(
    ("words", "statement", "strength", "certainty"),
    [
        ("We strongly recommend tape for runners (high certainty).", "We strongly recommend tape for runners",
         "strongly recommend", "high certainty"),
        ("We weakly suggest braces for runners (low certainty of evidence).", "We weakly suggest braces for runners",
         "weakly suggest", "low certainty of evidence"),
        ("Offer tape to runners. Conditional recommendation; low quality of evidence.", "Offer tape to runners.",
         "Conditional recommendation", "low quality of evidence"),
        ("The task force recommends tape. This is a C recommendation.", "The task force recommends tape.",
         "C recommendation", None),
        ("Tape should be offered. [Level of evidence: 2a. Recommendation: B]", "Tape should be offered.",
         "Recommendation: B", "Level of evidence: 2a"),
        ("We suggest tape for runners (2C).", "We suggest tape for runners", "2C", None),
        ("Runners with 2.5 cm of swelling should be taped (1B).", "Runners with 2.5 cm of swelling should be taped",
         "1B", None),
        ("Practice Point 3.1.2: Keep the ankle raised.", "Keep the ankle raised.", "Practice Point 3.1.2", None),
        ("Good practice point. Keep the ankle raised.", "Keep the ankle raised.", "Good practice point", None),
    ],
)  # fmt: skip
def test_a_grade_is_found_where_it_stands(
    words: str, statement: str, strength: str | None, certainty: str | None
) -> None:
    """In the adverb, in a sentence of its own, in a label before the advice, or as the only mark of a text."""
    assert [(statement, strength, certainty)] == found(text(words))


@pytest.mark.parametrize(
    ("line", "strength", "certainty"),
    [
        ("Weak, very low quality of evidence", "Weak", "very low quality of evidence"),
        ("Strong recommendation, moderate quality of evidence for pain", "Strong recommendation",
         "moderate quality of evidence for pain"),
        ("Strong recommendation, low certainty of evidence (runners); very low certainty of evidence (walkers)",
         "Strong recommendation", "low certainty of evidence (runners); very low certainty of evidence (walkers)"),
        ("Strong recommendation: braces, high-quality evidence; rest, moderate; ice, low", "Strong recommendation",
         "braces, high-quality evidence; rest, moderate; ice, low"),
    ],
)  # fmt: skip
def test_a_line_of_grades_is_the_grade_of_the_advice_before_it(line: str, strength: str, certainty: str) -> None:
    """Several certainties beside one strength keep all their words, and none of them becomes advice."""
    assert [("We recommend tape for runners.", strength, certainty)] == found(
        text("We recommend tape for runners.", line)
    )


def test_a_paragraph_that_opens_with_a_grade_closes_the_advice_before_it() -> None:
    """What goes on after it explains the grade."""
    words = text("Offer tape to runners.", "Strong recommendation. Tape was cheap in all of the trials.")

    assert [("Offer tape to runners.", "Strong recommendation", None)] == found(words)


def test_the_first_row_of_a_table_heads_its_columns_when_nothing_else_does() -> None:
    """Most documents mark no row as a head; the people and the figures of a row are read by it all the same."""
    words = text(
        "No. | Recommendation | Grade | Population",
        "1 | Offer tape. | 1A | Runners and walkers",
        "2 | Do not offer rest. | 2C | All adults",
        "Costs | Length",
        "Offer tape. | 5",
    )
    levels = text("Statement | Level of evidence", "Offer tape to runners. | 2", "Avoid rest. | 4")

    assert [("Offer tape.", "1A", None), ("Do not offer rest.", "2C", None), ("Offer tape.", None, None)] == found(
        words
    )
    assert "Runners and walkers" == words_of(words, proposed(words)[0].annotation.population)
    assert ["2", "4"] == [certainty for *_, certainty in found(levels)]


def test_a_table_that_explains_grades_recommends_nothing() -> None:
    """Whether or not its first row is marked as a head."""
    for legend in (
        ("Grade | Meaning", "1A | Strong recommendation. Clinicians should follow it.", "2C | Others may be offered."),
        ("1a | Meaning: Reviews of trials: should be acted on", "5 | Meaning: Opinion, may be offered"),
    ):
        assert [] == found(text(*legend))


@pytest.mark.parametrize("issuer", [SIGN, "A Society"])
def test_letters_and_ticks_in_a_column_without_a_head_are_grades(issuer: str) -> None:
    """SIGN prints them left of the advice."""
    words = text("B | Tape should be offered.", "✓ | Runners should be seen early.", "B | Rest is not recommended.")

    assert ["B", "✓", "B"] == [strength for _, strength, _ in found(words, issuer)]


def test_letters_that_number_a_table_are_no_grades() -> None:
    """A, B and C in order count, unless the issuer or the text itself says what they mean."""
    rows = ("A | Tape should be offered.", "B | Runners should be seen early.", "C | Rest is not recommended.")

    assert [None, None, None] == [strength for _, strength, _ in found(text(*rows))]
    assert ["A", "B", "C"] == [strength for _, strength, _ in found(text(*rows), SIGN)]
    explained = text("# Grading of evidence", "A | At least one review of trials", "# Treatment", *rows)
    assert ["A", "B", "C"] == [strength for _, strength, _ in found(explained)]


def test_marks_that_are_something_else_are_no_grades() -> None:
    """What a column is headed by, and recommendations numbered 1A, 1B, 2A."""
    vitamins = ("Vitamin | Advice", "A | Offer to children.", "D | Offer to infants.", "B | Offer to old people.")
    numbered = ("1A | Tape should be offered.", "1B | Braces should be offered.", "2A | Rest is not recommended.")

    for rows in (vitamins, numbered):
        assert [None, None, None] == [strength for _, strength, _ in found(text(*rows))]


def test_a_letter_before_the_sentence_is_its_grade_and_an_article_is_none() -> None:
    """The advice is quoted without its letter."""
    lettered = text("A Tape is recommended for runners.", "B Braces may be considered where tape is poorly tolerated.")

    assert [
        ("Tape is recommended for runners.", "A", None),
        ("Braces may be considered where tape is poorly tolerated.", "B", None),
    ] == found(lettered, SIGN)
    for issuer in (SIGN, "A Society"):
        assert [("A Mediterranean diet is recommended.", None, None)] == found(
            text("A Mediterranean diet is recommended."), issuer
        )


def test_a_grade_before_the_items_of_a_list_is_that_of_all_of_them() -> None:
    """Of the list as one, or of each item that has none of its own where others have."""
    whole = text("We recommend for adults the following (1A):\n• elastic tape\n• an ice pack")
    mixed = text("We recommend for adults the following (1A):\n• elastic tape\n• an ice pack (2C)")

    assert ["1A"] == [strength for _, strength, _ in found(whole)]
    assert [("elastic tape", "1A", None), ("an ice pack", "2C", None)] == found(mixed)
    assert "adults" == words_of(mixed, proposed(mixed)[0].annotation.population)


def test_items_without_a_grade_stay_beside_items_with_one() -> None:
    """They are advised by the words that lead them in."""
    words = text("We recommend for adults:\n• elastic tape (grade A)\n• an ice pack")

    assert [("elastic tape", "grade A"), ("an ice pack", None)] == [
        (said, strength) for said, strength, _ in found(words)
    ]


TWO = [
    (
        "If pain lasts, we suggest adding tape (2B), and we recommend referral of runners (1C).",
        [("If pain lasts, we suggest adding tape", "2B", Action.CONSIDER),
         ("we recommend referral of runners", "1C", Action.DO)],
    ),
    (
        "In adults with sprains, surgery is not recommended (grade B); tape may be continued (grade C).",
        [("In adults with sprains, surgery is not recommended", "grade B", Action.DO_NOT),
         ("tape may be continued", "grade C", Action.CONSIDER)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "parts"), TWO)
def test_a_sentence_that_advises_two_things_gives_each_its_own_grade(
    words: str, parts: list[tuple[str, str, Action]]
) -> None:
    """For whom or when both hold stands in front of the first alone, and goes with the second too."""
    cut = text(words)
    first, second = proposed(cut)

    assert parts == [
        (words_of(cut, p.annotation.statement), words_of(cut, p.annotation.strength), p.annotation.action)
        for p in (first, second)
    ]
    for kind in ("population", "condition"):
        assert getattr(first.annotation, kind) == getattr(second.annotation, kind)
    assert {GradePlace.AFTER} == {first.place, second.place}


@pytest.mark.parametrize("words", [words for words, _ in TWO])
def test_a_page_that_quotes_the_whole_sentence_names_neither_grade(words: str) -> None:
    """Which part a grade beside the sentence would stand for, nobody could tell."""
    hit = candidate(record(), rendition(words))
    (only,) = advice_of(passages(hit), hit.record, hit.rendition)

    assert () == only.grade


def test_a_part_that_advises_nothing_by_itself_leaves_the_sentence_whole() -> None:
    """An editor decides what its grades belong to."""
    words = text("Offer tape to runners (1A) and to walkers with old sprains (2C).")

    assert [None] == [strength for _, strength, _ in found(words)]
    assert proposed(words)[0].annotation.doubts


@pytest.mark.parametrize(
    "words",
    [
        "The quality of the evidence is high (A), moderate (B) or low (C).",
        "Class I is strong (is recommended), Class IIb weak (may be reasonable).",
        "We use “we recommend” for strong recommendations (grade 1) and “we suggest” for weak ones (grade 2).",
        "Each recommendation has a strength (Level 1, “we recommend”, or Level 2, “we suggest”).",
    ],
)
def test_words_that_explain_grades_are_no_advice(words: str) -> None:
    """A legend in running text grades nothing, though it is full of grades."""
    assert ["Offer tape.", "Offer rest."] == [
        said for said, *_ in found(text(words, "Offer tape. (A)", "Offer rest. (B)"))
    ]
