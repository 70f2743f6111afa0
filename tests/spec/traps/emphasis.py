"""A part shown as the whole, and a claim that the study's own results do not bear."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.model import Answer, FindingKind, MarkKind, Rendition, Report, SectionRole

from .case import Case
from .marked import holding, marked_report
from .material import Material, abstract, fixtures, quotable, report, said, sentences_of
from .shelf import finding, library, page, with_statement

__all__ = ["benefit_borne_out", "plain_results", "spin", "subgroup", "unmarked_fixtures"]

EACH = 24
_NONE = ("no significant difference", "did not differ", "no difference", "not significant", "were similar")
_SOME = (
    " than ",
    "more",
    "less",
    "only",
    "higher",
    "lower",
    "improve",
    "reduc",
    "increas",
    "decreas",
    "better",
    "fewer",
    "greater",
    "signific",
    "p = 0.0",
    "p=0.0",
    "p < ",
    "p<",
    "p = .0",
    "advantage",
)
_PARTS = ("women", "patients over 65", "smokers", "patients with severe disease", "men with diabetes", "girls")
_FOUND = ("pain fell by half", "mortality was lower with treatment", "the drug prevented relapse (P = .01)")
_PARTED = (
    "In the subgroup of {part}, {found}.",
    "A post hoc analysis showed that {found} in {part}.",
    "In a subgroup analysis of {part}, {found}.",
    "When the analysis was restricted to {part}, {found}.",
    "Among {part}, {found}.",
    "However, in {part} {found}.",
)
_CLAIMS = (
    "{what} is an effective treatment.",
    "{what} reduces symptoms and should be offered to patients.",
    "{what} appears to be a promising option.",
    "These results support the use of {what}.",
    "{what} improves outcome in clinical practice.",
    "{what} was beneficial and well tolerated.",
)
_TREATMENTS = ("Taping", "Zinc", "Yoga", "Iron", "Massage", "Laser therapy", "Vitamin D", "Acupuncture")


def subgroup(material: Material, random: Random) -> Iterator[Case]:
    """What was found in a part of the people is shown without saying so."""
    yield from unmarked_fixtures("subgroups", FindingKind.RESULT, MarkKind.SUBGROUP)
    for number in range(EACH):
        words = _PARTED[number % len(_PARTED)].format(part=random.choice(_PARTS), found=random.choice(_FOUND))
        parts = [
            ("METHODS", f"We allocated {200 + number} adults at random."),
            ("RESULTS", f"There was no significant difference in the primary outcome. {words}"),
        ]
        each = report(1000 + number, "A randomised trial of one drug", abstract(parts))
        yield _unmarked(f"written {number}", each, 2, FindingKind.RESULT, MarkKind.SUBGROUP)
    found = [
        (each, index)
        for each, index in quotable((*material.structured, *material.catalogued), SectionRole.RESULTS)
        if "in the subgroup" in said(each, index).casefold() or "subgroup of" in said(each, index).casefold()
    ]
    for each, index in random.sample(found, min(EACH, len(found))):
        yield _unmarked(f"{each.record.id} sentence {index}", each, index, FindingKind.RESULT, MarkKind.SUBGROUP)


def spin(material: Material, random: Random) -> Iterator[Case]:
    """The conclusion claims a benefit, the results report none, and the row does not say so."""
    yield from unmarked_fixtures("spin", FindingKind.CONCLUSION, MarkKind.SPIN)
    empty = [each for each in material.structured if _finds_nothing(each)]
    for number, each in enumerate(random.sample(empty, min(EACH, len(empty)))):
        claim = random.choice(_CLAIMS).format(what=random.choice(_TREATMENTS))
        twin = Report(each.record, (_with_conclusion(each, claim),))
        index = len(twin.renditions[0].sentences) - 1
        yield _unmarked(f"{each.record.id} with claim {number}", twin, index, FindingKind.CONCLUSION, MarkKind.SPIN)


def plain_results(material: Material, random: Random) -> Iterator[Case]:
    """Results and conclusions as they stand in real abstracts, shown with what they need: lawful."""
    pool = quotable((*material.structured, *material.catalogued), SectionRole.RESULTS, SectionRole.CONCLUSION)
    for each, index in random.sample(pool, min(20 * EACH, len(pool))):
        store = library([each])
        yield Case(f"{each.record.id} sentence {index}", store, page(store, [finding(store, each, index)]))


def benefit_borne_out(material: Material, random: Random) -> Iterator[Case]:
    """A claim of benefit over results that report one needs no mark: lawful without it."""
    for number in range(EACH):
        what = random.choice(_TREATMENTS)
        claim = random.choice(_CLAIMS).format(what=what)
        text = abstract(
            [
                ("METHODS", f"We allocated {200 + number} adults at random."),
                ("RESULTS", f"Pain was significantly lower with {what.casefold()}. Adverse events did not differ."),
                ("CONCLUSIONS", claim),
            ]
        )
        each = report(1100 + number, f"{what}: a randomised trial", text)
        store = library([each])
        made = page(store, [finding(store, each, 3, FindingKind.CONCLUSION)])
        yield Case(f"written {number}", store, _bare(made, MarkKind.SPIN))


def unmarked_fixtures(name: str, kind: FindingKind, mark: MarkKind) -> Iterator[Case]:
    """Hand-written texts whose marked sentence calls for a mark, without it."""
    for number, (results, conclusion) in enumerate(fixtures(name)):
        parts = [("METHODS", "Adults were allocated at random."), ("RESULTS", results), ("CONCLUSIONS", conclusion)]
        each, start, _ = marked_report(1200 + number, "A randomised trial of one treatment", parts)
        yield _unmarked(f"fixture {number}", each, holding(each, start), kind, mark)


def _unmarked(name: str, each: Report, index: int, kind: FindingKind, mark: MarkKind) -> Case:
    """The page as it is made, without the mark; the clean twin where the mark was there."""
    store = library([each])
    made = page(store, [finding(store, each, index, kind)])
    spoilt = _bare(made, mark)
    return Case(name, store, spoilt, made if made != spoilt else None)


def _bare(made: Answer, mark: MarkKind) -> Answer:
    statement = made.statements()[0]
    left = tuple(one for one in statement.marks if one.kind is not mark)
    return with_statement(made, replace(statement, marks=left))


def _finds_nothing(each: Report) -> bool:
    """Whether the results hold a denial of a difference and no word of one, by words alone."""
    results = [said(each, index) for index in sentences_of(each.renditions[0], SectionRole.RESULTS)]
    denying = [words for words in results if any(one in words for one in _NONE)]
    left = " ".join(results).casefold()
    for one in _NONE:
        left = left.replace(one, " ")
    return bool(denying) and not any(one in left for one in _SOME)


def _with_conclusion(each: Report, claim: str) -> Rendition:
    rendition = each.renditions[0]
    parts = [
        (one.heading, rendition.text[one.start : one.end].removeprefix(f"{one.heading}: "))
        for one in rendition.sections
        if one.role is not SectionRole.CONCLUSION
    ]
    return abstract([*parts, ("CONCLUSIONS", claim)])
