"""Which outcome an effect speaks of."""

import pytest

from quoth.evidence.study.figures import figures
from quoth.evidence.study.outcomes import with_outcomes
from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind

WORDS = Lexicon.build(
    (
        Concept("death", ConceptKind.OUTCOME, clinical=("all-cause mortality", "mortality")),
        Concept("stroke", ConceptKind.OUTCOME),
        Concept("serious adverse events", ConceptKind.OUTCOME),
        Concept("adverse events", ConceptKind.OUTCOME),
    )
)


def about(text: str, *tagged: str) -> list[str | None]:
    """The outcome of each effect of a text."""
    return [f.about for f in with_outcomes(figures(text), text, WORDS, tagged) if f.low is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mortality fell (RR 0.89, 95% CI 0.83 to 0.96).", ["death"]),
        ("Death RR 0.98 (0.88 to 1.10); stroke RR 0.63 (0.57 to 0.71).", ["death", "stroke"]),
        ("Serious adverse events were rarer (OR 0.5, 95% CI 0.3 to 0.9).", ["serious adverse events"]),
        ("The risk of stroke, as of death, was lower: HR 0.8 (95% CI 0.7 to 0.9).", ["death"]),
        ("RR 0.74 (95% CI 0.55 to 0.99), 8 trials.", [None]),
        ("Nobody had a stroke. The score improved (SMD 0.4, 95% CI 0.1 to 0.7).", [None]),
    ],
)
def test_an_effect_speaks_of_the_outcome_named_last_before_it(text: str, expected: list[str | None]) -> None:
    """The clause decides: an outcome of another sentence or of another effect is not taken over."""
    assert expected == about(text)


def test_an_editors_single_tag_names_the_outcome_of_a_single_effect() -> None:
    """A statement that names no outcome speaks of the one it is filed under; of two effects none can be told."""
    assert ["stroke"] == about("RR 0.74 (95% CI 0.55 to 0.99), 8 trials.", "stroke")
    assert [None] == about("RR 0.74 (95% CI 0.55 to 0.99), 8 trials.", "stroke", "death")
    assert [None, None] == about("RR 0.74 (0.55 to 0.99) short term, RR 0.8 (0.6 to 0.9) long term.", "stroke")
