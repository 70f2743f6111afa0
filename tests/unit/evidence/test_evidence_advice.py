"""The advice of running text: which sentences belong together, whose grade it is, and what is only said around it."""

import pytest

from quoth.evidence.guideline.advice import Advice, advice_of, joined
from quoth.model import Action, QualifierKind
from tests.unit.evidence.evidence_factories import candidate, passages, record, rendition


def read(text: str) -> tuple[list[str], tuple[Advice, ...]]:
    """The words of each piece of advice, and the pieces."""
    hit = candidate(record(), rendition(text))
    cut = passages(hit)
    advised = advice_of(cut, hit.record, hit.rendition)
    return [joined(cut, one.first, one.last, hit.rendition).text for one in advised], advised


@pytest.mark.parametrize(
    ("text", "kind", "grade"),
    [
        (
            "We recommend exercise for all adults (strong recommendation, moderate-quality evidence).",
            QualifierKind.STRENGTH,
            "strong recommendation",
        ),
        ("Clinicians should offer exercise (Grade B).", QualifierKind.STRENGTH, "Grade B"),
        (
            "The USPSTF recommends screening for depression in adults. (B recommendation) It applies to all.",
            QualifierKind.STRENGTH,
            "B recommendation",
        ),
        (
            "Exercise should be offered first.\n\nStrength of recommendation: A",
            QualifierKind.STRENGTH,
            "Strength of recommendation: A",
        ),
        ("Offer tape (Low-Quality Evidence).", QualifierKind.CERTAINTY, "Low-Quality Evidence"),
    ],
)
def test_the_issuers_grade_travels_with_the_advice(text: str, kind: QualifierKind, grade: str) -> None:
    """The grade is the source's own string with its own place, in the sentence or right behind it."""
    _, (first, *_) = read(text)

    (qualifier,) = [one for one in first.grade if one.kind is kind]
    assert grade in qualifier.quote.text
    assert qualifier.quote.text == text[qualifier.quote.span.start : qualifier.quote.span.end]


def test_sentences_under_one_grade_are_one_piece_of_advice() -> None:
    """The decision and who may choose otherwise were graded together, and are not cut apart."""
    words, advised = read(
        "The decision to offer tape should be an individual one. People who value relief may choose to begin with it."
        " (C recommendation)"
    )

    assert len(words) == 1
    assert words[0].startswith("The decision")
    assert "may choose" in words[0]
    assert advised[0].grade[0].quote.text == "C recommendation"


def test_advice_without_a_grade_is_said_around_what_is_graded() -> None:
    """Where a guideline grades, its other sentences explain; where it grades nothing, each of them is its advice."""
    graded, plain = "Offer exercise to adults (strong recommendation).", "Tape should be renewed daily."

    _, around = read(f"{graded}\n\n{plain}")
    _, alone = read(plain)

    assert [False, True] == [one.said_around for one in around]
    assert [False] == [one.said_around for one in alone]


@pytest.mark.parametrize(
    "remark", ["*Tests must be repeated.", "Note: Tests must be repeated.", "(which must be warm)."]
)
def test_a_footnote_or_a_note_is_said_around(remark: str) -> None:
    """It explains what stands elsewhere, graded or not."""
    _, advised = read(f"Offer tape to adults.\n\n{remark}")

    assert [False, True] == [one.said_around for one in advised]


def test_several_grades_that_agree_with_the_words_leave_the_action() -> None:
    """No grade is picked out of two; that both are for it is no doubt."""
    _, (agreed,) = read("Offer exercise to children (strong recommendation) and to adults (strong recommendation).")

    assert (Action.DO, ()) == (agreed.action, agreed.grade)
