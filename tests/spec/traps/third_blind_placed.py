"""Third blind table: every row is right, and what the page says of it, or of itself, is not."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.evidence.fitting.directness import Fit
from quoth.model import Answer, Design, Directness, Facet, FindingKind, Mark, MarkKind, phrase

from .blind_pages import as_study, with_first_reference
from .case import Case
from .material import Material, abstract, report
from .second_blind_pages import one_a_page
from .shelf import asking, finding, library, page, with_statement

__all__ = [
    "age_hidden",
    "conclusion_as_result",
    "found_told_as_not_found",
    "mark_on_the_neighbour",
    "people_left_out_of_the_question",
]

_EACH = 20
_DRUGS = ("naproxen", "zinc", "taping", "duloxetine", "massage")
_CONDITIONS = ("osteoarthritis", "asthma", "hypertension", "migraine", "epilepsy")
_ASKED = ("pregnant women", "children", "older adults", "adolescents")


def conclusion_as_result(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: what the authors conclude stands as what they measured."""
    for number in range(_EACH):
        drug = _DRUGS[number % 5]
        parts = [
            ("METHODS", f"We allocated {80 + number} adults at random."),
            ("RESULTS", f"Pain was {9 + number} points lower with {drug} than without it at week six."),
            ("CONCLUSIONS", f"All were seen again. {drug.capitalize()} is an effective treatment of back pain."),
        ]
        each = report(7600 + number, f"{drug.capitalize()} for back pain: a randomised trial", abstract(parts))
        store = library([each])
        lie, honest = (
            page(store, [finding(store, each, 3, kind)]) for kind in (FindingKind.RESULT, FindingKind.CONCLUSION)
        )
        yield Case(f"{number}: {drug}", store, lie, honest)


def people_left_out_of_the_question(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: the people named in the question are not among what was understood, so that all looks direct."""
    for number in range(_EACH):
        asked, condition = _ASKED[number % 4], _CONDITIONS[number // 4]
        text = f"What helps {condition} in {asked}?"
        studied = "men aged 40 to 60"
        parts = [
            ("METHODS", f"We allocated {120 + number} {studied} with {condition} at random."),
            ("RESULTS", f"All were seen again. Symptoms of {condition} fell by half with treatment."),
        ]
        facts = {"population": studied, "conditions": (condition,)}
        title = f"Treatment of {condition} in {studied}: a randomised trial"
        each = report(7700 + number, title, abstract(parts), **facts)
        store = library([each])
        because = phrase("indirect.people", studied="adults", asked=asked)
        other = finding(store, each, 2, fit=Fit(Directness.OTHER_POPULATION, because))
        honest = page(store, [other], replace(asking(condition, asked), text=text))
        direct = replace(other, directness=Directness.DIRECT, directness_because="")
        lie = page(store, [direct], replace(asking(condition), text=text))
        yield Case(f"{number}: {condition} in {asked}", store, lie, honest)


def mark_on_the_neighbour(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: the mark of indirect evidence stands on the row beside the one that it is about."""
    for number in range(_EACH):
        condition, animal = _CONDITIONS[number % 5], ("rats", "mice", "rabbits", "dogs")[number // 5]
        said = f"All were seen again. Signs of {condition} fell by {30 + number}% with the drug."
        of_animals = report(
            7800 + number,
            f"A drug against {condition} in {animal}",
            abstract([("METHODS", f"Forty {animal} were given the drug or saline."), ("RESULTS", said)]),
            design=Design.ANIMAL,
        )
        of_people = report(
            7900 + number,
            f"A drug against {condition} in adults: a randomised trial",
            abstract([("METHODS", "Forty adults were allocated to the drug or to saline."), ("RESULTS", said)]),
            design=Design.RCT,
            conditions=(condition,),
        )
        store = library([of_animals, of_people])
        people = finding(store, of_people, 2, fit=Fit(Directness.DIRECT, ""))
        animals = finding(store, of_animals, 2, fit=Fit(Directness.ANIMAL, phrase("indirect.animal")))
        honest = page(store, [people, replace(animals, interventions=people.interventions)], asking(condition))
        first, second = honest.research[0].statements
        moved = tuple(one for one in second.marks if one.kind is MarkKind.INDIRECT)
        left = tuple(one for one in second.marks if one.kind is not MarkKind.INDIRECT)
        lie = with_statement(honest, replace(first, marks=(*first.marks, *moved), directness=second.directness))
        lie = with_statement(lie, replace(second, marks=left, directness=first.directness), 1)
        yield Case(f"{number}: {condition} in {animal}", store, lie, honest)


def age_hidden(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: the year of an old report is said not to be known."""
    for number in range(_EACH):
        year = 1981 + number
        parts = [("RESULTS", f"All were seen again. Of {50 + number} adults on the drug, 30 improved by week six.")]
        old = as_study(report(8000 + number, f"Drug {number}: a randomised trial", abstract(parts)), Design.RCT, year)
        store = library([old])
        honest = page(store, [finding(store, old, 1)])
        unknown = Mark(MarkKind.YEAR_UNKNOWN, phrase("mark.year unknown"))
        row = honest.statements()[0]
        lie = with_statement(honest, replace(row, year=None, marks=(*row.marks, unknown)))
        marks = (*honest.references[0].marks, unknown)
        yield Case(f"{number}: {year}", store, with_first_reference(lie, year=None, marks=marks), honest)


def found_told_as_not_found(material: Material, random: Random) -> Iterator[Case]:
    """Promise 3: a side of the question of which a row of the page speaks is listed as not found."""

    def make(answer: Answer, number: int) -> Answer | None:
        told = {facet for row in answer.statements() for facet in row.facets} - set(answer.not_found)
        sides = [facet for facet in Facet if facet in told]
        if not sides:
            return None
        wrong = sides[number % len(sides)]
        return replace(answer, not_found=tuple(f for f in Facet if f in {*answer.not_found, wrong}))

    yield from one_a_page(make, _EACH)
