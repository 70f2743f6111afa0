"""Pages that the blind traps share: real rows, an advice with its parts marked, a stretch of a sentence alone."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.model import (
    Action,
    Annotation,
    AnnotationKind,
    Answer,
    Design,
    Extent,
    Fidelity,
    FindingKind,
    Form,
    PartialDate,
    Report,
    SectionRole,
    Statement,
    make_rendition,
)
from quoth.store.protocol import Store

from .case import Case
from .marked import holding
from .material import Material, abstract, quotable, report
from .shelf import annotated, cut_to, finding, library, page, with_statement

__all__ = ["EACH", "advice", "advised", "as_study", "cut_page", "rows", "shown", "with_first_reference"]

EACH = 20
_ROLES = (SectionRole.RESULTS, SectionRole.CONCLUSION)


def rows(material: Material, random: Random, most: int = EACH) -> list[tuple[Report, int]]:
    """Sentences of real abstracts that a page may show; hand-written ones where there are none."""
    pool = quotable((*material.structured, *material.catalogued), *_ROLES) or list(_written())
    return random.sample(pool, min(most, len(pool)))


def shown(each: Report, index: int) -> tuple[Store, Answer, Statement]:
    """A library of one report, the honest page with one of its sentences, and that row."""
    store = library([each])
    made = page(store, [finding(store, each, index)])
    return store, made, made.statements()[0]


def as_study(each: Report, design: Design, year: int = 2012) -> Report:
    """The report as the catalogue would hold one of this design and year."""
    return Report(replace(each.record, design=design, published=PartialDate(year)), each.renditions)


def with_first_reference(answer: Answer, **changes: object) -> Answer:
    """The page with other facts in its first reference."""
    first, *others = answer.references
    return replace(answer, references=(replace(first, **changes), *others))  # type: ignore[arg-type]


def advice(
    number: int, words: str, drug: str, action: Action, *, strength: str = "weak", issuer: str = "A panel"
) -> Report:
    """A guideline with one recommendation, whose grade its source marked."""
    grade = f"strength: {strength}"
    text = f"{words} ({grade})."
    note = Annotation(
        id="r1",
        kind=AnnotationKind.RECOMMENDATION,
        whole=Extent(0, len(text)),
        statement=Extent(0, len(words)),
        strength=Extent(text.index(grade), text.index(grade) + len(grade)),
        action=action,
        action_by="the editor",
        interventions=(drug,),
    )
    rendition = make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, annotations=[note], origin="PubMed XML")
    return report(number, f"Guideline on {drug}", rendition, design=Design.GUIDELINE, issuer=issuer)


def advised(each: Report) -> tuple[Store, Answer, Statement]:
    """A library of one guideline, the honest page with its recommendation, and that row."""
    store = library([each])
    made = page(store, [annotated(store, each)])
    return store, made, made.statements()[0]


def cut_page(name: str, each: Report, start: int, end: int, kind: FindingKind) -> Case:
    """The stretch from `start` to `end` alone, with offsets, hash and figures that fit it."""
    store = library([each])
    clean = page(store, [finding(store, each, holding(each, start), kind)])
    short = cut_to(each.renditions[0], clean.statements()[0], start, end)
    return Case(name, store, with_statement(clean, short), clean)


def _written() -> Iterator[tuple[Report, int]]:
    for number in range(2 * EACH):
        said = (
            f"Of {100 + number} adults on the drug, {40 + number % 30} improved within six weeks, "
            f"against 20 on placebo (P = .0{1 + number % 9})."
        )
        text = abstract([("METHODS", "We allocated adults at random."), ("RESULTS", f"All were seen again. {said}")])
        yield report(3900 + number, f"Drug {number}: a randomised trial", text), 2
