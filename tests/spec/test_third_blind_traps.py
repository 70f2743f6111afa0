"""The third blind trap kinds are traps: cases enough, each a page at fault beside an honest one. No checker is run."""

from functools import cache
from random import Random

import pytest

from tests.spec.traps.blind_kinds import KINDS as BLIND
from tests.spec.traps.case import Case, Kind
from tests.spec.traps.fresh_kinds import KINDS as FRESH
from tests.spec.traps.kinds import KINDS as FIRST
from tests.spec.traps.material import Material
from tests.spec.traps.second_blind_kinds import KINDS as SECOND
from tests.spec.traps.third_blind_kinds import KINDS
from tests.spec.traps.third_blind_told import ADVICE, ALONE, LAYOUT, NO_FINDING

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


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name in (*ALONE, *LAYOUT)], ids=lambda kind: kind.name)
def test_an_honest_twin_shows_all_that_turns_the_words(kind: Kind) -> None:
    """What the trap leaves out stands on the honest page, in the quote or beside it."""
    for case in written(kind):
        assert case.clean is not None
        (bare,), (whole,) = case.page.statements(), case.clean.statements()
        told = " ".join((whole.quote.text, *(one.quote.text for one in whole.qualifiers)))

        assert bare.quote.text in whole.quote.text
        assert len(told) > len(bare.quote.text) + 1, case.name


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name in (*NO_FINDING, *ADVICE)], ids=lambda kind: kind.name
)
def test_a_line_that_says_nothing_is_shown_instead_of_the_one_that_does(kind: Kind) -> None:
    """Both pages show one sentence of one text, and not the same."""
    for case in written(kind):
        assert case.clean is not None
        (wrong,), (right,) = case.page.statements(), case.clean.statements()

        assert wrong.quote.span.rendition_id == right.quote.span.rendition_id
        assert wrong.quote.span.end <= right.quote.span.start


def test_no_kind_is_one_of_the_earlier_tables() -> None:
    """Figures go by name, and a kind that was mended for says nothing new."""
    names = [kind.name for kind in (*KINDS, *SECOND, *BLIND, *FRESH, *FIRST)]

    assert len(set(names)) == len(names)
    assert len(KINDS) >= 25
