"""In which order the actions of a page may stand."""

from dataclasses import replace

import pytest

from quoth.check.context import read_page
from quoth.check.links import Links
from quoth.check.order import order
from quoth.model import Answer, Concept, ConceptKind, Mention
from tests.unit.check.planting import LIBRARY, PAGE

OLDER_PEOPLE = Mention(Concept("older people", ConceptKind.POPULATION), "people over 76", 0, 14)


def asked_about(people: tuple[Mention, ...], parts: int) -> Answer:
    """The honest page with its rows over again, from "do" to "do not", in so many parts."""
    return replace(PAGE, question=replace(PAGE.question, populations=people), actions=PAGE.actions * parts)


@pytest.mark.parametrize(
    ("people", "parts", "faults"), [((), 2, 0), ((), 3, 1), ((OLDER_PEOPLE,), 3, 0), ((OLDER_PEOPLE,), 4, 1)]
)
def test_advice_on_the_people_asked_about_is_a_part_of_its_own(
    people: tuple[Mention, ...], parts: int, faults: int
) -> None:
    """What to do for them, then for people in general, then what stands beside it: each from "do" to "uncertain"."""
    ctx = read_page(asked_about(people, parts), LIBRARY.store, frozenset(), Links(LIBRARY.store))

    assert faults == len(list(order(ctx)))
