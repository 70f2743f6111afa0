"""Evidence on animals or on other people, shown as if it answered for the people of the question."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.evidence.fitting.directness import Fit
from quoth.model import (
    Design,
    Directness,
    MeshHeading,
    Question,
    Record,
    Report,
    SectionRole,
    phrase,
)

from .case import Case
from .material import Material, abstract, report, sentences_of
from .shelf import asking, finding, library, page

__all__ = ["animals", "other_people"]

EACH = 24
_ANIMALS = (
    ("in rats", "Sprague-Dawley rats were given the drug or saline."),
    ("in a mouse model", "C57BL/6 mice were fed the compound for eight weeks."),
    ("in rabbits", "New Zealand white rabbits were operated on."),
    ("in cultured human cells in vitro", "Cell lines were exposed to the compound."),
    ("in zebrafish", "Zebrafish larvae were exposed to the compound."),
    ("in beagle dogs", "Twelve beagle dogs were given the drug by mouth."),
)
_CONDITIONS = ("osteoarthritis", "asthma", "hypertension", "migraine", "epilepsy", "psoriasis")
_PEOPLE = (
    # what is asked about, what was studied, and how the catalogue says so
    ("pregnant women", "adult men", ("Male", "Adult", "Humans")),
    ("children", "adults over 65", ("Aged", "Humans")),
    ("older adults", "children aged 5 to 11", ("Child", "Humans")),
    ("children", "adults", ("Adult", "Humans")),
    ("adolescents", "older adults", ("Aged", "Humans")),
    ("adults", "infants", ("Infant", "Humans")),
    ("adults", "newborn babies", ("Infant, Newborn", "Humans")),
    ("adults", "children", ("Child", "Humans")),
)
_CHILD = {"child", "infant", "infant, newborn", "child, preschool"}
_GROWN = {"adult", "aged", "middle aged", "young adult", "aged, 80 and over", "adolescent"}


def animals(material: Material, random: Random) -> Iterator[Case]:
    """An animal or laboratory study is shown for people, as direct or without saying what it is."""
    for number in range(EACH):
        condition, (where, how) = random.choice(_CONDITIONS), random.choice(_ANIMALS)
        text = abstract([("METHODS", how), ("RESULTS", f"The compound reduced signs of {condition} by half.")])
        facts = (
            {"design": Design.ANIMAL},
            {"mesh": (MeshHeading("Animals"), MeshHeading(condition.capitalize(), major=True))},
            {},
        )[number % 3]
        each = report(number, f"The compound reduces {condition} {where}", text, **facts)
        yield _animal_case(f"written {number}", each, 1, asking(condition), number)
    found = [each for each in material.catalogued if _only_animals(each.record) and _last(each)]
    for number, each in enumerate(random.sample(found, min(EACH, len(found)))):
        condition = next((one.descriptor for one in each.record.mesh if one.major), "the disease").casefold()
        yield _animal_case(each.record.id, each, _last(each), asking(condition), number)


def other_people(material: Material, random: Random) -> Iterator[Case]:
    """A study of one group is shown as direct for another."""
    for number in range(EACH):
        condition = random.choice(_CONDITIONS)
        people, studied, tags = _PEOPLE[number % len(_PEOPLE)]
        text = abstract(
            [
                ("METHODS", f"We allocated 200 {studied} with {condition} at random."),
                ("RESULTS", f"Symptoms of {condition} fell by half with treatment."),
            ]
        )
        facts = (
            {"mesh": tuple(MeshHeading(tag) for tag in tags)},
            {"population": studied, "conditions": (condition,)},
        )[number // len(_PEOPLE) % 2]
        each = report(number, f"Treatment of {condition} in {studied}: a randomised trial", text, **facts)
        yield _people_case(f"written {number}: {studied} for {people}", each, 1, people, condition)
    young = [each for each in material.catalogued if _tags(each.record) & _CHILD and not _tags(each.record) & _GROWN]
    grown = [
        each
        for each in material.catalogued
        if {"adult", "aged"} & _tags(each.record) and not _tags(each.record) & (_CHILD | {"adolescent"})
    ]
    for pool, people in ((young, "adults"), (grown, "children")):
        usable = [each for each in pool if "humans" in _tags(each.record) and _last(each)]
        for each in random.sample(usable, min(EACH // 2, len(usable))):
            condition = next((one.descriptor for one in each.record.mesh if one.major), "the disease").casefold()
            yield _people_case(f"{each.record.id} for {people}", each, _last(each), people, condition)


def _animal_case(name: str, each: Report, index: int, question: Question, number: int) -> Case:
    store = library([each])
    honest = finding(store, each, index, fit=Fit(Directness.ANIMAL, phrase("indirect.animal")))
    clean = page(store, [replace(honest, design=Design.ANIMAL)], question)
    row = (
        replace(honest, directness=Directness.DIRECT, design=Design.RCT, design_inferred=False),
        replace(honest, directness=Directness.UNKNOWN),
        replace(honest, directness=Directness.DIRECT, design=Design.ANIMAL),
    )[number % 3]
    return Case(name, store, page(store, [row], question), clean)


def _people_case(name: str, each: Report, index: int, people: str, condition: str) -> Case:
    store, question = library([each]), asking(condition, people)
    studied = "children" if people in ("adults", "older adults") else "adults"
    honest = finding(
        store,
        each,
        index,
        fit=Fit(Directness.OTHER_POPULATION, phrase("indirect.people", studied=studied, asked=people)),
    )
    clean = page(store, [honest], question)
    spoilt = page(store, [replace(honest, directness=Directness.DIRECT)], question)
    return Case(name, store, spoilt, clean)


def _last(each: Report) -> int:
    """The place of the last sentence that may be quoted; 0 where a label says that it is no finding."""
    rendition = each.renditions[0]
    places = sentences_of(rendition, None, SectionRole.RESULTS, SectionRole.CONCLUSION)
    return places[-1] if places else 0


def _tags(record: Record) -> set[str]:
    return {one.descriptor.casefold() for one in record.mesh}


def _only_animals(record: Record) -> bool:
    return "animals" in _tags(record) and "humans" not in _tags(record)
