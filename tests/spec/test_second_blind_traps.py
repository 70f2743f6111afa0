"""The second blind trap kinds are traps: cases enough, each a page at fault beside an honest one. No checker is run."""

from functools import cache
from random import Random

import pytest

from tests.spec.traps.blind_kinds import KINDS as BLIND
from tests.spec.traps.case import Case, Kind
from tests.spec.traps.fresh_kinds import KINDS as FRESH
from tests.spec.traps.kinds import KINDS as FIRST
from tests.spec.traps.material import Material
from tests.spec.traps.second_blind_kinds import KINDS
from tests.spec.traps.second_blind_pages import in_reading_order, starter

LEAST = 20


@cache
def written(kind: Kind) -> tuple[Case, ...]:
    """All cases: no kind of this table needs the data folder."""
    return tuple(kind.make(Material(), Random(kind.name)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_cases_enough(kind: Kind) -> None:
    """A catch rate over a handful says nothing."""
    names = [case.name for case in written(kind)]

    assert len(names) >= LEAST
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_page_has_an_honest_twin_that_is_another(kind: Kind) -> None:
    """A trap that changes nothing would be counted as missed, and one without a twin says nothing of false alarms."""
    assert all(case.clean is not None and case.page != case.clean for case in written(kind))


def test_a_page_counted_anew_is_the_page_as_the_product_counts_it() -> None:
    """Else a trap that moves a row would be told by its numbers alone."""
    pages = starter()[1]

    assert len(pages) > 80
    assert all(in_reading_order(page) == page for page in pages)


def test_no_kind_is_one_of_the_earlier_tables() -> None:
    """Figures go by name, and a kind that was mended for says nothing new."""
    names = [kind.name for kind in (*KINDS, *BLIND, *FRESH, *FIRST)]

    assert len(set(names)) == len(names)
    assert len(KINDS) >= 15
