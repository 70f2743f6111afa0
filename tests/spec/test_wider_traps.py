"""The wider kinds are caught where the rules were mended on them, and no honest twin is refused."""

from random import Random

import pytest

from tests.spec.traps.case import Kind, judge
from tests.spec.traps.material import Material
from tests.spec.traps.wider_kinds import KINDS


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_honest_pages_pass_and_most_traps_are_caught(kind: Kind) -> None:
    """More than half, also of the half that the rules were never mended on."""
    judged = [judge(kind, case) for case in kind.make(Material(), Random(kind.name))]

    assert not [one.name for one in judged if one.clean_refused]
    assert sum(one.caught for one in judged) >= 0.55 * len(judged)
