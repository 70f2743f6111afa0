"""The blind trap kinds are traps: cases enough, each a page at fault beside an honest one. No checker is run here."""

from random import Random

import pytest

from tests.spec.traps.blind_kinds import KINDS
from tests.spec.traps.case import Case, Kind
from tests.spec.traps.fresh_kinds import KINDS as FRESH
from tests.spec.traps.kinds import KINDS as FIRST
from tests.spec.traps.material import Material

LEAST = 15


def written(kind: Kind) -> list[Case]:
    """The cases that need no real text."""
    return list(kind.make(Material(), Random(kind.name)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_cases_enough(kind: Kind) -> None:
    """A catch rate over a handful says nothing."""
    names = [case.name for case in written(kind)]

    assert len(names) >= LEAST
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_at_fault_is_another_than_its_honest_twin(kind: Kind) -> None:
    """A trap that changes nothing would be counted as missed."""
    assert all(case.page != case.clean for case in written(kind))


def test_no_kind_is_one_of_the_earlier_tables() -> None:
    """Figures go by name, and a kind that was mended for says nothing new."""
    names = [kind.name for kind in (*KINDS, *FRESH, *FIRST)]

    assert len(set(names)) == len(names)
    assert len(KINDS) >= 12
