"""The fourth to the tenth blind trap kinds are traps: cases enough, each a page at fault beside an honest one.

No checker is run.
"""

import re
from functools import cache
from random import Random
from types import ModuleType

import pytest

from tests.spec.traps import (
    blind_kinds,
    eighth_blind_kinds,
    eighth_blind_told,
    fifth_blind_kinds,
    fifth_blind_told,
    fourth_blind_kinds,
    fourth_blind_told,
    fresh_kinds,
    kinds,
    ninth_blind_kinds,
    ninth_blind_told,
    second_blind_kinds,
    seventh_blind_kinds,
    seventh_blind_told,
    sixth_blind_kinds,
    sixth_blind_told,
    sixty_kinds,
    tenth_blind_kinds,
    third_blind_kinds,
    wider_kinds,
)
from tests.spec.traps.case import Case, Kind
from tests.spec.traps.material import Material

EACH, KINDS_EACH = 20, (40, 40, 40, 40, 30, 30, 30)
TABLES = (
    (fourth_blind_kinds, fourth_blind_told),
    (fifth_blind_kinds, fifth_blind_told),
    (sixth_blind_kinds, sixth_blind_told),
    (seventh_blind_kinds, seventh_blind_told),
    (eighth_blind_kinds, eighth_blind_told),
    (ninth_blind_kinds, ninth_blind_told),
    (tenth_blind_kinds, tenth_blind_kinds),
)
EARLIER = (sixty_kinds, wider_kinds, third_blind_kinds, second_blind_kinds, blind_kinds, fresh_kinds, kinds)
KINDS = tuple(kind for table, _ in TABLES for kind in table.KINDS)
LAYOUT_SHOWN = frozenset((*fifth_blind_told.LAYOUT, *sixth_blind_told.LAYOUT, *seventh_blind_told.LAYOUT))
"""Here trap and twin both show the heading, and one line is missing."""
PARAGRAPH_SHOWN = frozenset(
    kind for told in (ninth_blind_told, tenth_blind_kinds) for kind in (*told.ALONE, *told.ADVISED)
)
"""Here both show what else the paragraph says, and one sentence is missing."""
ADVISES = re.compile(r"Offer |We recommend |[^.]+ should be offered ")
"""How the guidelines of these tables advise what an honest page shows."""


def named(*groups: str) -> pytest.MarkDecorator:
    """The kinds of these groups of their table."""
    chosen = [kind for table, told in TABLES for kind in table.KINDS if _is_of(kind, told, groups)]
    return pytest.mark.parametrize("kind", chosen, ids=lambda kind: kind.name)


def _is_of(kind: Kind, told: ModuleType, groups: tuple[str, ...]) -> bool:
    return any(kind.name in getattr(told, group, ()) for group in groups)


@cache
def written(kind: Kind) -> tuple[Case, ...]:
    """All cases: no kind of these tables needs the data folder."""
    return tuple(kind.make(Material(), Random(kind.name)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_its_twenty_cases(kind: Kind) -> None:
    """A catch rate over a handful says nothing."""
    names = [case.name for case in written(kind)]

    assert len(names) == len(set(names)) == EACH


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_page_has_an_honest_twin_that_is_another(kind: Kind) -> None:
    """A trap that changes nothing would be counted as missed, and one without a twin says nothing of false alarms."""
    assert all(case.clean is not None and case.page != case.clean for case in written(kind))


@named("ALONE", "ADVISED", "LAYOUT")
def test_an_honest_twin_shows_the_same_row_and_what_turns_it(kind: Kind) -> None:
    """The trap shows no more than the row; what it leaves out stands on the honest page, in the quote or beside it."""
    for case in written(kind):
        assert case.clean is not None
        (bare,), (whole,) = case.page.statements(), case.clean.statements()
        told = " ".join((whole.quote.text, *(one.quote.text for one in whole.qualifiers)))

        assert set(bare.qualifiers) < set(whole.qualifiers) or bare.quote.text != whole.quote.text
        assert not bare.qualifiers or kind.name in LAYOUT_SHOWN | PARAGRAPH_SHOWN
        assert bare.quote.text in whole.quote.text
        assert len(told) > len(bare.quote.text) + 1, case.name


@named("ALONE", "ADVISED")
def test_what_turns_a_sentence_stands_right_beside_it(kind: Kind) -> None:
    """No page is made with a line from far away: the twin is what a page may show, the trap what it may leave out."""
    for case in written(kind):
        assert case.clean is not None
        (row,), (bare,) = case.clean.statements(), case.page.statements()
        (turn,) = set(row.qualifiers) - set(bare.qualifiers)
        between = sorted((row.quote.span.start, row.quote.span.end, turn.quote.span.start, turn.quote.span.end))[1:3]

        assert between[1] - between[0] <= 2, case.name


@named("NO_ADVICE", "LINES")
def test_a_line_that_advises_nothing_is_shown_instead_of_the_recommendation(kind: Kind) -> None:
    """Both pages show one sentence of one text, and not the same."""
    for case in written(kind):
        assert case.clean is not None
        (wrong,), (right,) = case.page.statements(), case.clean.statements()

        assert wrong.quote.span.rendition_id == right.quote.span.rendition_id
        assert wrong.quote.span.end <= right.quote.span.start
        assert ADVISES.match(right.quote.text)


def test_no_kind_is_one_of_another_table() -> None:
    """Figures go by name, and a kind that was mended for says nothing new."""
    names = [kind.name for kind in (*KINDS, *(kind for table in EARLIER for kind in table.KINDS))]

    assert len(set(names)) == len(names)
    assert tuple(len(table.KINDS) for table, _ in TABLES) == KINDS_EACH
