"""What a row of running text stands under: what it advises, not every treatment that it names."""

import pytest

from quoth.evidence.fitting.question_terms import asked
from quoth.evidence.fitting.row_names import row_names
from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind
from tests.unit.evidence.evidence_factories import CONCEPTS, question, record

LEXICON = Lexicon.build(
    (
        *CONCEPTS,
        Concept("surgery", ConceptKind.INTERVENTION),
        Concept("opioids", ConceptKind.INTERVENTION, lay=("opioid",)),
        Concept("pain medicines", ConceptKind.INTERVENTION, lay=("pharmacotherapy",)),
    )
)
TITLE = "Clinical practice guideline for screening for shoulder stiffness"


def names(sentence: str, *about: str, asking: str = "kneecap pain") -> tuple[str, ...]:
    """What a recommendation of a body stands under, where it is about these by name; empty: under all of them."""
    of = record(TITLE, issuer="A society")
    return row_names(sentence, about, asked(question(asking), LEXICON), of, LEXICON)


@pytest.mark.parametrize(
    ("sentence", "about", "under"),
    [
        ("Stop screening once somebody is no longer able or willing to have surgery.", ("surgery",), None),
        ("Screen people with a history of major surgery every year.", ("surgery",), None),
        ("Refer people with opioid use disorder to a clinic.", ("opioids",), None),
        ("Offer exercise as an adjunct to pharmacotherapy.", ("exercise", "pain medicines"), ("exercise",)),
        ("For adults undergoing surgery, offer exercise.", ("surgery", "exercise"), ("exercise",)),
        ("Offer exercise rather than surgery.", ("exercise", "surgery"), ("exercise",)),
        ("If taping has failed, consider surgery.", ("taping", "surgery"), ("surgery",)),
        ("People who cannot take opioids should be offered tape.", ("opioids", "taping"), ("taping",)),
    ],
)
def test_a_treatment_named_beside_the_advice_heads_no_row(
    sentence: str, about: tuple[str, ...], under: tuple[str, ...] | None
) -> None:
    """What says for whom, when or for which illness gives way to what is advised, or to what the document is on."""
    assert names(sentence, *about) == (("screening for shoulder stiffness",) if under is None else under)


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Offer surgery where exercise did not help.", ("surgery", "exercise")),
        ("We recommend against opioids.", ("opioids",)),
        ("Surgery should not be offered to adults with shoulder stiffness.", ("surgery",)),
    ],
)
def test_a_treatment_that_is_advised_or_advised_against_heads_its_row(sentence: str, about: tuple[str, ...]) -> None:
    """Nothing changes where all that is named is what the advice is on."""
    assert names(sentence, *about) == ()


def test_what_was_asked_about_heads_a_row_that_names_it_anywhere() -> None:
    """Who asks about exercise finds the row that says what to do before it."""
    assert names("Before exercise, offer tape.", "exercise", "taping", asking="exercise") == ()
    assert names("Before exercise, offer tape.", "exercise", "taping") == ("taping",)
