"""A certainty that a result states of itself is told as its certainty, in its words."""

import pytest

from quoth.evidence import assess
from quoth.evidence.role_model.chain_roles import load_roles
from quoth.lexicon import Lexicon
from quoth.model import QualifierKind, SectionRole
from tests.unit.evidence.evidence_factories import CONCEPTS, candidate, labelled, passages, question, record


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Exercise reduces kneecap pain (low-certainty evidence).", ["low-certainty evidence"]),
        (
            "For exercise in kneecap pain the quality of the evidence was very low.",
            ["quality of the evidence was very low"],
        ),
        ("High-quality trials of exercise for kneecap pain are needed to say more.", []),
        ("Exercise gives people with kneecap pain a high quality of life.", []),
    ],
)
def test_words_of_certainty_travel_as_a_qualifier(sentence: str, expected: list[str]) -> None:
    """What is said of the evidence is a certainty; what is said of trials or of life is not."""
    of = candidate(
        record("Exercise for kneecap pain"),
        labelled((SectionRole.METHODS, "We searched for trials."), (SectionRole.CONCLUSION, sentence)),
    )

    found = assess(
        question("kneecap pain", "exercise"), [of], Lexicon.build(CONCEPTS), load_roles(), passages_of=passages
    ).findings

    told = [q.quote.text for f in found for q in f.qualifiers if q.kind is QualifierKind.CERTAINTY]
    assert expected == told
