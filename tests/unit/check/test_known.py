"""What concepts say of each other is read as far as a rule asks for it."""

from typing import Any

import pytest

from quoth.check.links import Links
from quoth.model import Concept, ConceptKind

CONCEPTS = (
    Concept("back pain", ConceptKind.CONDITION, lay=("sore back",)),
    Concept("low back pain", ConceptKind.CONDITION, broader=("back pain",), lay=("lumbago",)),
    Concept("facet joint pain", ConceptKind.CONDITION, broader=("low back pain",)),
    Concept("aspirin", ConceptKind.INTERVENTION, group="painkillers", lay=("acetylsalicylic acid",)),
    Concept("time off work", ConceptKind.OUTCOME, lay=("days away from work",)),
)


class Shelf:
    """A store of these concepts that notes which of them it was asked for."""

    def __init__(self) -> None:
        self.asked: list[ConceptKind | None] = []

    def revision(self) -> int:
        """Always the same."""
        return 1

    def concepts(self, kind: ConceptKind | None = None) -> tuple[Concept, ...]:
        """Of one kind, or all."""
        self.asked.append(kind)
        return tuple(one for one in CONCEPTS if kind in (None, one.kind))


@pytest.fixture
def shelf() -> Any:
    """A fresh one."""
    return Shelf()


def test_a_page_reads_the_kinds_of_concepts_that_its_rules_ask_for(shelf: Any) -> None:
    """With all of MeSH, laying out every name of every condition took longer than the whole answer."""
    links = Links(shelf)

    assert links.belongs_to("aspirin", "painkillers")
    assert links.names_treatment(["Acetylsalicylic acids for all"], "aspirin")
    assert [ConceptKind.INTERVENTION] == shelf.asked


def test_a_condition_is_named_by_its_kinds_however_far_down(shelf: Any) -> None:
    """The kinds of its kinds included, and nothing that it is a kind of."""
    links = Links(shelf)
    wide, narrow = (Concept(name, ConceptKind.CONDITION) for name in ("back pain", "facet joint pain"))

    assert links.names_condition(["Pain of facet joints"], wide)
    assert links.names_condition(["Lumbago in nurses"], wide)
    assert not links.names_condition(["Lumbago in nurses"], narrow)
    assert links.is_kind_of("facet joint pain", "back pain")


def test_an_outcome_is_spoken_of_by_any_of_its_names(shelf: Any) -> None:
    """All words of a name have to stand there."""
    links = Links(shelf)

    assert links.speaks_of_outcome("They had fewer days away from their work", "time off work")
    assert not links.speaks_of_outcome("They worked for days", "time off work")
    assert links.is_name("Lumbago")
    assert not links.is_name("sciatica")
