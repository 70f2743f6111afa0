"""The further kinds are caught, and no honest twin is refused."""

from random import Random

import pytest

from tests.spec.traps.case import Kind, judge
from tests.spec.traps.further_kinds import KINDS
from tests.spec.traps.material import Material


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_traps_are_caught_and_honest_pages_pass(kind: Kind) -> None:
    """Each of the four cases, by what it leaves out or where it stands."""
    judged = [judge(kind, case) for case in kind.make(Material(), Random(kind.name))]

    assert [] == [one.name for one in judged if not one.caught]
    assert [] == [one.name for one in judged if one.clean_refused]
