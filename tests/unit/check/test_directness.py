"""A row that is shown as direct is of a source that names the condition asked about."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from quoth.check import verify
from quoth.check.directness import _names_another
from quoth.check.links import Links
from quoth.model import Concept, ConceptKind, FaultKind, Mention
from tests.unit.check.factories import Library
from tests.unit.check.honest_page import clean_page

LIBRARY = Library()
PAGE = clean_page(LIBRARY)


def test_a_source_that_nowhere_names_the_condition_is_not_direct() -> None:
    """Neither its title, its subject headings nor its text speaks of it."""
    asked = Mention(Concept("wrist sprain", ConceptKind.CONDITION, lay=("sprained wrist",)), "wrist sprain", 0, 12)
    page = replace(PAGE, question=replace(PAGE.question, conditions=(asked,)))
    found = {(fault.kind, fault.statement_id) for fault in verify(page, LIBRARY.store).faults}

    assert (FaultKind.UNMARKED_INDIRECT, "s6") in found
    assert verify(PAGE, LIBRARY.store).passed


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Taping for kneecap pain", True),
        ("Soles in runner's kneecap pain", True),
        ("Painful kneecaps in adolescents", True),
        ("Exercise for hip arthritis", False),
        ("", False),
    ],
)
def test_a_condition_is_named_by_any_name_of_it_or_of_a_kind_of_it(text: str, named: bool) -> None:
    """Endings aside: "hypertensive" names hypertension."""
    links = Links(LIBRARY.store)

    assert links.names_condition([text], Concept("kneecap pain", ConceptKind.CONDITION)) is named
    assert links.names_condition(["In hypertensive women"], Concept("hypertension", ConceptKind.CONDITION))


@pytest.mark.parametrize(
    ("title", "another"),
    [
        ("Sildenafil in pulmonary hypertension", True),
        ("Sildenafil for Interstitial Hypertension", True),
        ("Sildenafil in pulmonary hypertenſion", True),
        ("Exercise for hypertension", False),
        ("Hypertension and pulmonary hypertension compared", False),
        ("Exercise for resistant hypertension", False),
        ("Exercise for the heart", False),
    ],
)
def test_a_title_on_a_condition_that_ends_alike_is_on_another(title: str, another: bool) -> None:
    """Unless it names the one that was asked about besides, or a kind of it that the library knows."""
    asked = Mention(Concept("hypertension", ConceptKind.CONDITION), "hypertension", 0, 12)
    question = SimpleNamespace(conditions=(asked,))
    ctx: Any = SimpleNamespace(page=SimpleNamespace(question=question), links=Links(LIBRARY.store))

    assert _names_another(ctx, title) is another
