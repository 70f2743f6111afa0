"""One recommendation that holds what was asked is an answer, however little else of its document is about it."""

from dataclasses import replace

import pytest

from quoth.evidence import CueRoles, assess
from quoth.model import Candidate, EvidenceTable
from tests.unit.evidence.evidence_factories import candidate, lexicon, passages, question, record, rendition

TITLE = "Stress disorder after trauma: clinical practice guideline"
TEXT = "\n\n".join(
    (
        "We recommend individual psychotherapy (strong recommendation).",
        "For nightmares, we suggest against prazosin (weak recommendation).",
        *(f"Clinicians should document visit {number} of the whole programme in full." for number in range(40)),
        "Prazosin was studied in Utah.",
    )
)


def guideline(title: str = TITLE, **fields: object) -> Candidate:
    """A long document, of which the search found next to nothing."""
    hit = candidate(record(title, **fields), rendition(TEXT))
    return replace(hit, match_0_1=0.1)


def read(*words: str, hit: Candidate | None = None) -> EvidenceTable:
    """What is found for a question of these words, whose condition no list knows."""
    asked = question(words=words, text=" ".join(words))
    return assess(asked, [hit or guideline()], lexicon(), CueRoles(), passages_of=passages)


def test_the_recommendation_on_what_was_asked_is_all_that_is_offered() -> None:
    """The rest of the document, its other advice included, says nothing of it."""
    found = read("prazosin", "nightmares")

    assert [one.quote.text for one in found.findings] == [
        "For nightmares, we suggest against prazosin (weak recommendation)."
    ]
    assert found.coverage_0_1 >= 0.63


@pytest.mark.parametrize(
    "words",
    [
        ("prazosin", "insomnia", "stress", "disorder"),
        ("quetiapine", "nightmares", "stress", "disorder"),
        ("prazosin", "nightmares", "bereavement", "grief"),
    ],
)
def test_a_telling_word_that_stands_nowhere_leaves_the_question_unanswered(words: tuple[str, ...]) -> None:
    """Another treatment, another symptom, another illness."""
    assert read(*words).findings == ()


def test_a_single_word_that_is_named_in_passing_is_no_question_answered() -> None:
    """Where one word tells all, the document must be about it."""
    assert read("prazosin").findings == ()
    assert read("prazosin", hit=guideline("Prazosin: clinical practice guideline")).findings != ()


def test_a_study_is_held_to_its_whole_text() -> None:
    """Only a body that recommends answers with one sentence."""
    study = guideline("Stress disorder after trauma")

    assert read("prazosin", "nightmares", hit=study).findings == ()
