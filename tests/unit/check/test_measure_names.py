"""An effect goes by the name that stands beside it: a standardised difference is no difference in points."""

import pytest

from quoth.check.facts import _name_at_fault
from quoth.model import Figure

SAID = "For pain at rest: SMD 0.38 (95% CI 0.12 to 0.65); for relapse: odds ratio 0.8 (95% CI 0.7 to 0.9)."
PAIN = (SAID.index("SMD"), SAID.index(";"))
RELAPSE = (SAID.index("odds"), SAID.rindex("."))


@pytest.mark.parametrize(
    ("place", "measure", "right"),
    [(PAIN, "SMD", True), (PAIN, "MD", False), (RELAPSE, "OR", True), (RELAPSE, "RR", False)],
)
def test_an_effect_is_called_what_it_is_called(place: tuple[int, int], measure: str, right: bool) -> None:
    """The letters of one name stand in those of another, and elsewhere in the sentence."""
    figure = Figure(*place, measure, 0.38, 0.12, 0.65)

    assert right == (not list(_name_at_fault(figure, SAID)))
