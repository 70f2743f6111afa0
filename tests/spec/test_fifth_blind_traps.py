"""The fifth blind trap kinds are traps: cases enough, each a page at fault beside an honest one. No checker is run."""

from functools import cache
from random import Random

import pytest

from tests.spec.traps.blind_kinds import KINDS as BLIND
from tests.spec.traps.case import Case, Kind
from tests.spec.traps.fifth_blind_kinds import KINDS
from tests.spec.traps.fifth_blind_told import ADVISED, ALONE, LAYOUT, NO_ADVICE
from tests.spec.traps.fourth_blind_kinds import KINDS as FOURTH
from tests.spec.traps.fresh_kinds import KINDS as FRESH
from tests.spec.traps.kinds import KINDS as FIRST
from tests.spec.traps.material import Material
from tests.spec.traps.second_blind_kinds import KINDS as SECOND
from tests.spec.traps.third_blind_kinds import KINDS as THIRD
from tests.spec.traps.wider_kinds import KINDS as WIDER

EACH = 20
FORTY = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@cache
def written(kind: Kind) -> tuple[Case, ...]:
    """All cases: no kind of this table needs the data folder."""
    return tuple(kind.make(Material(), Random(kind.name)))


@FORTY
def test_a_kind_has_its_twenty_cases(kind: Kind) -> None:
    """A catch rate over a handful says nothing."""
    names = [case.name for case in written(kind)]

    assert len(names) == len(set(names)) == EACH


@FORTY
def test_each_page_has_an_honest_twin_that_is_another(kind: Kind) -> None:
    """A trap that changes nothing would be counted as missed, and one without a twin says nothing of false alarms."""
    assert all(case.clean is not None and case.page != case.clean for case in written(kind))


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name in (*ALONE, *ADVISED, *LAYOUT)], ids=lambda kind: kind.name
)
def test_an_honest_twin_shows_the_same_row_and_what_turns_it(kind: Kind) -> None:
    """The trap shows no more than the row; what it leaves out stands on the honest page, in the quote or beside it."""
    for case in written(kind):
        assert case.clean is not None
        (bare,), (whole,) = case.page.statements(), case.clean.statements()
        told = " ".join((whole.quote.text, *(one.quote.text for one in whole.qualifiers)))

        assert set(bare.qualifiers) < set(whole.qualifiers) or bare.quote.text != whole.quote.text
        assert len(bare.qualifiers) == 0 or kind.name in LAYOUT
        assert bare.quote.text in whole.quote.text
        assert len(told) > len(bare.quote.text) + 1, case.name


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name in (*ALONE, *ADVISED)], ids=lambda kind: kind.name
)
def test_what_turns_a_sentence_stands_right_beside_it(kind: Kind) -> None:
    """No page is made with a line from far away: the twin is what a page may show, the trap what it may leave out."""
    for case in written(kind):
        assert case.clean is not None
        (row,) = case.clean.statements()
        (turn,) = row.qualifiers
        between = sorted((row.quote.span.start, row.quote.span.end, turn.quote.span.start, turn.quote.span.end))[1:3]

        assert between[1] - between[0] <= 2, case.name


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name in NO_ADVICE], ids=lambda kind: kind.name)
def test_a_line_that_advises_nothing_is_shown_instead_of_the_recommendation(kind: Kind) -> None:
    """Both pages show one sentence of one text, and not the same."""
    for case in written(kind):
        assert case.clean is not None
        (wrong,), (right,) = case.page.statements(), case.clean.statements()

        assert wrong.quote.span.rendition_id == right.quote.span.rendition_id
        assert wrong.quote.span.end <= right.quote.span.start
        assert right.quote.text.startswith("Offer walking")


def test_no_kind_is_one_of_the_earlier_tables() -> None:
    """Figures go by name, and a kind that was mended for says nothing new."""
    names = [kind.name for kind in (*KINDS, *WIDER, *FOURTH, *THIRD, *SECOND, *BLIND, *FRESH, *FIRST)]

    assert len(set(names)) == len(names)
    assert len(KINDS) == 40
