"""Third blind table: right words, and beside them what belongs elsewhere or says more than the source does."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.evidence.study.figures import figures
from quoth.library import cut
from quoth.model import (
    Action,
    Annotation,
    AnnotationKind,
    Design,
    Extent,
    Fidelity,
    Finding,
    Form,
    Qualifier,
    QualifierKind,
    Report,
    make_rendition,
    quote_of,
)
from quoth.store.protocol import Store

from .blind_pages import advice, advised
from .case import Case
from .material import Material, report
from .shelf import annotated, finding, library, page, with_statement

__all__ = [
    "annotated_guide",
    "another_follow_up",
    "certainty_as_strength",
    "definition_as_grade",
    "either_way_as_advice",
    "extent_of",
    "may_as_must",
    "note_of",
    "people_of_another_advice",
]

_EACH = 20
_DRUGS = ("naproxen", "zinc", "taping", "duloxetine", "massage")
_PEOPLE = (
    ("children under 12", "adults"),
    ("pregnant women", "men over 50"),
    ("people on dialysis", "people with healthy kidneys"),
    ("adults over 80", "adults under 60"),
)
_MAY = (
    "Consider {drug} for adults with back pain",
    "{drug} may be offered to adults with back pain",
    "{drug} can be tried in adults with back pain who ask for it",
    "Think about {drug} for adults with back pain",
)
_EITHER_WAY = (
    "No recommendation can be made for or against {drug} in back pain",
    "The evidence is insufficient to recommend for or against {drug} in back pain",
    "The panel could not agree whether {drug} helps back pain",
    "Whether to use {drug} in back pain is left open",
)
_TIMES = (("one week", "two years"), ("six hours", "three months"), ("ten days", "five years"), ("a month", "a year"))


def people_of_another_advice(material: Material, random: Random) -> Iterator[Case]:
    """Promise 2: a recommendation for some stands with the people of another one of the same guideline."""
    for number in range(_EACH):
        drug, (some, others) = _DRUGS[number // 4], _PEOPLE[number % 4]
        text = f"Halve the dose of {drug} in {some}. Give the full dose of {drug} in {others}."
        first, second = (extent_of(text, words) for words in (some, others))
        end = text.index(".")
        notes = [
            note_of("r1", Extent(0, text.index(" in ")), Extent(0, end + 1), drug, population=first),
            note_of("r2", Extent(end + 2, second.start - 4), Extent(end + 2, len(text)), drug, population=second),
        ]
        store, each = annotated_guide(7000 + number, text, notes)
        mine, theirs = (annotated(store, each, place) for place in (0, 1))
        honest = page(store, [mine])
        lie = page(store, [replace(mine, qualifiers=theirs.qualifiers)])
        yield Case(f"{number}: {drug}, {others} for {some}", store, lie, honest)


def definition_as_grade(material: Material, random: Random) -> Iterator[Case]:
    """Promise 2: what the best grade means, told at the end, stands where the grade of the recommendation stood."""
    for number in range(_EACH):
        drug, grade = _DRUGS[number % 5], ("grade C", "grade D", "level 4", "grade I")[number // 5]
        meaning = ("Grade A means strongly recommended", "Level 1 means proven in several trials")[grade == "level 4"]
        text = f"Offer {drug} to adults with back pain ({grade}). {meaning}. The panel met {number + 2} times."
        own, best = extent_of(text, grade), extent_of(text, meaning)
        note = note_of("r1", Extent(0, own.start - 2), Extent(0, own.end + 2), drug, strength=own)
        store, each = annotated_guide(7100 + number, text, [note])
        mine = annotated(store, each)
        other = Qualifier(QualifierKind.STRENGTH, quote_of(mine.record.id, mine.rendition, best))
        lie = page(store, [replace(mine, qualifiers=(other,))])
        yield Case(f"{number}: {drug}, {grade}", store, lie, page(store, [mine]))


def certainty_as_strength(material: Material, random: Random) -> Iterator[Case]:
    """Promise 2: how sure the evidence is stands where the strength stood, which was weak."""
    for number in range(_EACH):
        drug, sure = _DRUGS[number % 5], ("high", "moderate")[number % 2]
        weak = ("weak recommendation", "conditional", "expert opinion only", "optional")[number // 5]
        text = f"Offer {drug} to adults with gout ({weak}; certainty: {sure}). Review after {number + 2} weeks."
        strength, certainty = extent_of(text, weak), extent_of(text, f"certainty: {sure}")
        whole = Extent(0, certainty.end + 2)
        note = note_of("r1", Extent(0, strength.start - 2), whole, drug, strength=strength, certainty=certainty)
        store, each = annotated_guide(7200 + number, text, [note])
        mine = annotated(store, each)
        told = next(one for one in mine.qualifiers if one.kind is QualifierKind.CERTAINTY)
        moved = Qualifier(QualifierKind.STRENGTH, told.quote)
        lie = page(store, [replace(mine, qualifiers=(moved, told) if number % 2 else (moved,))])
        yield Case(f"{number}: {drug}, {weak}", store, lie, page(store, [mine]))


def may_as_must(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: what may be tried is listed among what is to be done, beside its right words."""
    for number in range(_EACH):
        drug, words = _DRUGS[number // 4], _MAY[number % 4]
        yield _filed(f"{number}: {drug}", 7300 + number, words, drug, Action.CONSIDER, Action.DO)


def either_way_as_advice(material: Material, random: Random) -> Iterator[Case]:
    """Promises 3 and 4: that nothing can be advised is listed as advice, for or against."""
    for number in range(_EACH):
        drug, words = _DRUGS[number // 4], _EITHER_WAY[number % 4]
        lie = (Action.DO_NOT, Action.DO, Action.CONSIDER)[number % 3]
        name = f"{number}: {drug}, {lie.value}"
        yield _filed(name, 7400 + number, words, drug, Action.UNCERTAIN, lie, strength="not graded")


def another_follow_up(material: Material, random: Random) -> Iterator[Case]:
    """Promise 2: an early result stands with the time at which another outcome was measured."""
    for number in range(_EACH):
        drug, (soon, late) = _DRUGS[number // 4], _TIMES[number % 4]
        early = f"Pain was {11 + number} points lower with {drug} than without"
        text = f"{early} (measured after {soon}). Weight was the same (measured after {late})."
        notes = [
            _result(early, text, f"measured after {soon}", drug),
            _result("Weight was the same", text, f"measured after {late}", drug),
        ]
        rendition = cut(make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, annotations=notes, origin="PubMed XML"))
        each = report(7500 + number, f"{drug.capitalize()} for pain: a randomised trial", rendition, design=Design.RCT)
        store = library([each])
        mine, theirs = (_annotated_result(store, each, place) for place in (0, 1))
        lie = page(store, [replace(mine, qualifiers=theirs.qualifiers)])
        yield Case(f"{number}: {drug}, {late} for {soon}", store, lie, page(store, [mine]))


def _filed(
    name: str, number: int, words: str, drug: str, honest: Action, lie: Action, *, strength: str = "weak"
) -> Case:
    """An advice listed under another column of the table, with its row saying so too."""
    said = words.format(drug=drug)
    store, clean, row = advised(advice(number, said[0].upper() + said[1:], drug, honest, strength=strength))
    spoilt = with_statement(clean, replace(row, action=lie))
    (line,) = spoilt.actions
    return Case(name, store, replace(spoilt, actions=(replace(line, action=lie),)), clean)


def annotated_guide(number: int, text: str, notes: list[Annotation]) -> tuple[Store, Report]:
    """A library of one guideline whose text has these recommendations marked."""
    rendition = cut(make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, annotations=notes, origin="PubMed XML"))
    each = report(number, "A guideline", rendition, design=Design.GUIDELINE, issuer="A panel")
    return library([each]), each


def note_of(name: str, statement: Extent, whole: Extent, drug: str, **tied: Extent) -> Annotation:
    """A recommendation of a drug, with the stretches that its source tied to it."""
    return Annotation(
        id=name,
        kind=AnnotationKind.RECOMMENDATION,
        statement=statement,
        whole=whole,
        action=Action.DO,
        action_by="the editor",
        interventions=(drug,),
        **tied,
    )


def _result(words: str, text: str, when: str, drug: str) -> Annotation:
    statement, followup = extent_of(text, words), extent_of(text, when)
    return Annotation(
        id=f"r{statement.start}",
        kind=AnnotationKind.RESULT,
        statement=statement,
        whole=Extent(statement.start, followup.end + 2),
        followup=followup,
        interventions=(drug,),
    )


def _annotated_result(store: Store, each: Report, place: int) -> Finding:
    """The annotated result at `place`, with its time."""
    base = finding(store, each, 0, qualifiers=())
    note = base.rendition.annotations[place]
    assert note.followup is not None
    when = Qualifier(QualifierKind.FOLLOWUP, quote_of(base.record.id, base.rendition, note.followup))
    quote = quote_of(base.record.id, base.rendition, note.statement)
    return replace(
        base,
        quote=quote,
        qualifiers=(when,),
        annotation=note,
        interventions=note.interventions,
        figures=figures(quote.text),
    )


def extent_of(text: str, words: str) -> Extent:
    """Where the words first stand in a text."""
    start = text.index(words)
    return Extent(start, start + len(words))
