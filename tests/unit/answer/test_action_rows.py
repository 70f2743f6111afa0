"""What is folded beneath a row of the actions, and under which heading each row stands."""

from dataclasses import replace

import pytest

from quoth.answer.action_rows import heading_of, rows_of
from tests.unit.answer.factories import finding, question


@pytest.mark.parametrize(
    ("under", "other", "rows"),
    [
        (("care of the knee",), ("care of the hip",), 2),
        (("care of the knee",), (), 2),
        (("care of the knee",), ("care of the knee",), 1),
        ((), (), 1),
    ],
)
def test_only_what_stands_under_the_same_heading_is_folded(
    under: tuple[str, ...], other: tuple[str, ...], rows: int
) -> None:
    """A guideline's subject names no row of another guideline."""
    one = replace(finding("Offer taping to adults with knee pain.", record="r1"), under=under)
    two = replace(finding("Offer taping to adults with knee pain.", record="r2"), under=other)
    made = rows_of(question("taping for knee pain"), [one, two])

    assert len(made) == rows
    assert sum(1 + len(row.beneath) for row in made) == 2
    assert heading_of(made[0].leading) == (under[0] if under else "taping")


def test_what_something_is_preferred_to_heads_no_row() -> None:
    """Under "Do" it would read as advice."""
    one = replace(finding("Offer taping rather than a knee brace."), interventions=("taping", "knee brace"))
    both = replace(finding("Offer taping and a knee brace."), interventions=("taping", "knee brace"))
    assert ("taping", "taping, knee brace") == (heading_of(one), heading_of(both))
