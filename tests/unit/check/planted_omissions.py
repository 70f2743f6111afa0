"""Faults planted in what a page has to say of itself: what it left out, and how it read the question."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from quoth.model import (
    Answer,
    Concept,
    ConceptKind,
    Facet,
    Figure,
    Manifest,
    MarkKind,
    Mention,
    QueryTerm,
    ReviewLine,
    ReviewStatus,
    phrase,
)
from quoth.model.omission_rules import AUDITED
from tests.unit.check.planting import PAGE, K, Planted, change, on, page, with_mark

__all__ = ["PLANTED", "audited"]


_OF_AGE_OR_INDIRECT = {MarkKind.NEWER_THAN_GUIDELINE, MarkKind.INDIRECT}


def audited(**values: Any) -> Callable[[Answer], Answer]:
    """The page as the composer would have made it, with every side told or listed, and some fields changed."""
    told = {facet for statement in PAGE.statements() for facet in statement.facets}
    missing = tuple(facet for facet in AUDITED if facet not in told)
    newer = {
        statement.citations[0]: statement
        for group in reversed(PAGE.research)
        for statement in reversed((*group.statements, *group.more))
        if {MarkKind.NEWER_THAN_GUIDELINE} == {mark.kind for mark in statement.marks} & _OF_AGE_OR_INDIRECT
    }
    made = Manifest(PAGE.manifest.snapshot, (), (("quoth", "1"),))
    return lambda held: replace(held, manifest=made, **{"not_found": missing, "newer": tuple(newer.values()), **values})


def asked(**values: Any) -> Callable[[Answer], Answer]:
    """The audited page with fields of the question changed."""
    return lambda held: audited(question=replace(held.question, **values))(held)


def _without_harms(held: Answer) -> Answer:
    whole = audited()(held)
    return replace(whole, not_found=tuple(facet for facet in whole.not_found if facet is not Facet.COST))


def _never_asked(held: Answer) -> Answer:
    mention = Mention(Concept("surgery", ConceptKind.INTERVENTION), "surgery", 3, 10)
    return asked(interventions=(mention,))(held)


def _searched_for(held: Answer) -> Answer:
    question = replace(held.question, terms=(QueryTerm("exercise", ("training",)),))
    method = replace(held.method, synonyms=(("exercise", ("training", "surgery")),))
    return audited(question=question, method=method)(held)


PLANTED: tuple[Planted, ...] = (
    Planted("a side on which nothing was found is not listed", _without_harms, K.STRUCTURE),
    Planted("research newer than the guidance is not listed", audited(newer=()), K.STRUCTURE),
    Planted("a correction of the question is not told", asked(corrected=(("excercise", "exercise"),)), K.STRUCTURE),
    Planted("words that nothing is held on are not told", asked(unknown=("zanubrutinib",)), K.STRUCTURE),
    Planted("which of two questions is led is not told", asked(asks_first="Is taping advised"), K.STRUCTURE),
    Planted("what was carried over is not told", asked(carried_over=("knee pain",)), K.STRUCTURE),
    Planted("the question is said to name what it does not", _never_asked, K.FACT_WRONG),
    Planted(
        "shorthand is said to stand for what no table has",
        asked(shorthand=(("knee", "surgery of the knee"),)),
        K.FACT_WRONG,
    ),
    Planted("the question is said to have been read with other words", asked(in_full="Is surgery best?"), K.FACT_WRONG),
    Planted("something is said to be searched for that was not", _searched_for, K.FACT_WRONG),
    Planted(
        "an effect is said to be on an outcome that the quote does not name",
        on("s6", figures=(Figure(21, 49, about="death"),)),
        K.FACT_WRONG,
    ),
    Planted(
        "indirect for a group that neither question nor source names",
        change("s6", with_mark(MarkKind.INDIRECT, phrase("indirect.titled", names="people with kidney disease"))),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "approved, and never submitted",
        page(review=ReviewLine(ReviewStatus.APPROVED, ("Dr. Smith", "Dr. Jones"), "2026-11-01")),
        K.STRUCTURE,
    ),
    Planted(
        "signed on no day",
        page(review=ReviewLine(ReviewStatus.APPROVED, ("Dr. Smith",), "recently", revision=1)),
        K.STRUCTURE,
    ),
)
