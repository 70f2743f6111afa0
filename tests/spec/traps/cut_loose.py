"""Statements cut from what must travel with them: grade, exception, limit of a dose, interval and unit of a number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from quoth.model import (
    Action,
    Annotation,
    AnnotationKind,
    Design,
    Extent,
    Fidelity,
    Figure,
    FindingKind,
    Form,
    Report,
    SectionRole,
    make_rendition,
)

from .case import Case
from .marked import bare, cut_case, marked_report, stretch_case
from .material import Material, fixtures, quotable, report, said
from .shelf import annotated, finding, library, page, with_statement

__all__ = [
    "dose_without_limit",
    "exception_in_next",
    "exception_in_sentence",
    "figure_changed",
    "grade_cut",
    "grade_dropped",
    "interval_cut",
    "leaning_alone",
]

EACH = 24
_ROLES = (SectionRole.RESULTS, SectionRole.CONCLUSION)
_LIMITS = re.compile(
    r"(?:However|Nevertheless|Nonetheless|But|Yet|In contrast|By contrast|Conversely|Although|Except|Only|Unless"
    r"|On the other hand|This (?:effect|benefit|difference|improvement) (?:was|were|did) not)\b"
)
_INSIDE = re.compile(
    r"(?:;? however,| but (?:not|only|the|this|did|was|were|no)|, except|, although|, unless|, only (?:in|if)"
    r"| other than| provided that)\b"
)
_LEANING = re.compile(r"(?:However|In contrast|Similarly|Therefore|Both|Neither|It|They|These effects|This effect)\b")
_INTERVAL = re.compile(r"[,;]? ?[(\[]?(?:[^()\[\]]{0,20})(?:95 ?% ?(?:CI|confidence interval|C\.I\.))")
_GRADE_END = re.compile(r"[(\[][^()\[\]]{0,60}\b(?:recommendation|Grade|grade|SOR|LOE|evidence)\b[^()\[\]]{0,60}[)\]]")
_DRUGS = ("amitriptyline", "baclofen", "carvedilol", "doxazosin", "etoricoxib", "furosemide", "gabapentin", "naproxen")
_DOSES = ("5 mg once a day", "10 mg twice a day", "25 mg at night", "250 mg every eight hours", "1 g a day")
_LIMIT_FORMS = (
    "[[{drug} {dose} eased symptoms]] up to a maximum of twice that dose.",
    "[[Start {drug} at {dose}]], but not in people with kidney disease.",
    "[[Give {drug} {dose}]] for no longer than two weeks.",
    "[[{drug} {dose} is a usual dose]]. Do not give it to children.",
    "[[{drug} {dose} was effective]]. However, half of that is the limit in people over 75.",
    "[[{drug} can be raised to {dose}]] unless the pulse is below 50.",
)


def grade_cut(material: Material, random: Random) -> Iterator[Case]:
    """A recommendation is quoted up to its grade, in its own sentence or in the next one."""
    for number, text in enumerate(fixtures("grades")):
        each, start, end = marked_report(
            number,
            "A guideline",
            [("RECOMMENDATIONS", f"The panel met twice. {text} The next review is in 2030.")],
            design=Design.GUIDELINE,
            issuer="A panel",
        )
        yield stretch_case(f"fixture {number}", each, start, end, FindingKind.RECOMMENDATION)
    yield from _real_grades(material, random)


def grade_dropped(material: Material, random: Random) -> Iterator[Case]:
    """An annotated recommendation loses its strength, certainty, population or condition."""
    for number in range(EACH):
        each = _annotated(random, number)
        store = library([each])
        clean = page(store, [annotated(store, each)])
        statement = clean.statements()[0]
        gone = number % len(statement.qualifiers)
        left = tuple(one for place, one in enumerate(statement.qualifiers) if place != gone)
        kind = statement.qualifiers[gone].kind.value
        yield Case(
            f"text {number} without {kind}", store, with_statement(clean, replace(statement, qualifiers=left)), clean
        )


def exception_in_next(material: Material, random: Random) -> Iterator[Case]:
    """A sentence is shown without the next one, which negates or limits it."""
    yield from _marked("exceptions", whole=True)
    found = [
        (each, index)
        for each, index in quotable((*material.structured, *material.catalogued), *_ROLES)
        if (after := _neighbour(each, index, 1)) and _LIMITS.match(after)
    ]
    for each, index in random.sample(found, min(EACH, len(found))):
        store = library([each])
        clean, spoilt = bare(store, each, index, _kind(each, index))
        yield Case(f"{each.record.id} sentence {index}", store, spoilt, clean if clean != spoilt else None)


def exception_in_sentence(material: Material, random: Random) -> Iterator[Case]:
    """A sentence is quoted up to the clause that negates or limits it."""
    yield from _marked("exceptions", whole=False)
    yield from _cut_at(material, random, _INSIDE)


def leaning_alone(material: Material, random: Random) -> Iterator[Case]:
    """A sentence that points back is shown without what it points at."""
    found = [
        (each, index)
        for each, index in quotable((*material.structured, *material.catalogued), *_ROLES)
        if _LEANING.match(said(each, index)) and _neighbour(each, index, -1)
    ]
    for each, index in random.sample(found, min(EACH, len(found))):
        store = library([each])
        clean, spoilt = bare(store, each, index, _kind(each, index))
        yield Case(f"{each.record.id} sentence {index}", store, spoilt, clean if clean != spoilt else None)


def dose_without_limit(material: Material, random: Random) -> Iterator[Case]:
    """A dose is shown without its maximum, its duration, or for whom it is less."""
    yield from _marked("doses")
    for number in range(EACH):
        form = random.choice(_LIMIT_FORMS).format(drug=random.choice(_DRUGS).capitalize(), dose=random.choice(_DOSES))
        each, start, end = marked_report(500 + number, "A trial", [("CONCLUSIONS", f"All were seen again. {form}")])
        yield stretch_case(f"generated {number}", each, start, end, FindingKind.CONCLUSION)


def interval_cut(material: Material, random: Random) -> Iterator[Case]:
    """A number is quoted up to its interval, unit or scale."""
    yield from _marked("numbers", kind=FindingKind.RESULT)
    yield from _cut_at(material, random, _INTERVAL)


def figure_changed(material: Material, random: Random) -> Iterator[Case]:
    """The quote is whole; the number drawn beside it lacks its interval, or has another value or unit."""
    found = quotable((*material.structured, *material.catalogued), *_ROLES)
    found = [(each, index) for each, index in found if "95% CI" in said(each, index)] or list(_with_figures())
    made = 0
    for each, index in random.sample(found, len(found)):
        store = library([each])
        clean = page(store, [finding(store, each, index)])
        statement = clean.statements()[0]
        holders = [n for n, one in enumerate(statement.figures) if one.low is not None]
        if not holders:
            continue
        place = holders[0]
        figures = (*statement.figures[:place], _spoilt(statement.figures[place], made), *statement.figures[place + 1 :])
        made += 1
        yield Case(
            f"{each.record.id} sentence {index}",
            store,
            with_statement(clean, replace(statement, figures=figures)),
            clean,
        )
        if made == EACH:
            return


def _spoilt(figure: Figure, number: int) -> Figure:
    changes: Sequence[dict[str, object]] = (
        {"low": None, "high": None, "level_percent": None},
        {"value": (figure.value or 0.0) + 1.0},
        {"unit": "mg" if figure.unit != "mg" else "g"},
        {"low": figure.high, "high": figure.low},
        {"measure": "HR" if figure.measure != "HR" else "OR"},
    )
    return replace(figure, **changes[number % len(changes)])  # type: ignore[arg-type]


def _with_figures() -> Iterator[tuple[Report, int]]:
    for number in range(EACH):
        text = f"The risk ratio was 0.{60 + number} (95% CI 0.{50 + number} to 1.{10 + number}) at six weeks."
        each, start, _ = marked_report(600 + number, "A trial", [("RESULTS", f"All were seen again. [[{text}]]")])
        yield each, next(n for n, one in enumerate(each.renditions[0].sentences) if one.end > start)


def _marked(name: str, *, whole: bool | None = None, kind: FindingKind = FindingKind.CONCLUSION) -> Iterator[Case]:
    """Cases of a fixture file; `whole` picks those that quote a whole sentence, or those that cut one."""
    label = "RESULTS" if kind is FindingKind.RESULT else "CONCLUSIONS"
    for number, text in enumerate(fixtures(name)):
        parts = [("METHODS", "Adults were allocated at random."), (label, f"All were seen again. {text}")]
        each, start, end = marked_report(number, "A trial of one treatment", parts)
        is_whole = text.partition("]]")[2].startswith(".")
        if whole is None or whole is is_whole:
            yield stretch_case(f"fixture {number}", each, start, end, kind)


def _cut_at(material: Material, random: Random, pattern: re.Pattern[str]) -> Iterator[Case]:
    """Real sentences quoted up to the place where a pattern stands."""
    found = [
        (each, index, place.start())
        for each, index in quotable((*material.structured, *material.catalogued), *_ROLES)
        if (place := pattern.search(said(each, index), 30))
    ]
    for each, index, at in random.sample(found, min(EACH, len(found))):
        yield cut_case(f"{each.record.id} sentence {index}", each, index, at, _kind(each, index))


def _real_grades(material: Material, random: Random) -> Iterator[Case]:
    """Recommendations of open guidelines that end in a grade in brackets, quoted without it."""
    found = []
    for each in material.guidelines:
        for index, one in enumerate(each.renditions[0].sentences):
            said = each.renditions[0].text[one.start : one.end]
            grades = [place for place in _GRADE_END.finditer(said) if place.end() >= len(said) - 2]
            if grades and 40 <= grades[-1].start() <= 600:
                found.append((each, index, len(said[: grades[-1].start()].rstrip())))
    for each, index, at in random.sample(found, min(EACH, len(found))):
        yield cut_case(f"{each.record.id} sentence {index}", each, index, at, FindingKind.RECOMMENDATION)


def _annotated(random: Random, number: int) -> Report:
    """A guideline whose source marked what belongs to its recommendation."""
    drug, strength = random.choice(_DRUGS), random.choice(("strong", "weak", "conditional"))
    pieces = (
        ("statement", f"Offer {drug} to people whose symptoms stay"),
        ("strength", f"strength: {strength}"),
        ("certainty", f"certainty: {random.choice(('low', 'moderate', 'very low'))}"),
        ("population", random.choice(("for: adults", "for: people over 65"))),
        ("condition", random.choice(("when: no kidney disease", "when: exercise did not help"))),
    )
    text = f"{pieces[0][1]} ({'; '.join(words for _, words in pieces[1:])})."
    places = {name: Extent(text.index(words), text.index(words) + len(words)) for name, words in pieces}
    note = Annotation(
        id="r1",
        kind=AnnotationKind.RECOMMENDATION,
        whole=Extent(0, len(text)),
        action=Action.DO,
        action_by="the editor",
        interventions=(drug,),
        **places,
    )
    rendition = make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, annotations=[note], origin="PubMed XML")
    return report(400 + number, "A guideline", rendition, design=Design.GUIDELINE, issuer="A panel")


def _kind(each: Report, index: int) -> FindingKind:
    at = each.renditions[0].sentences[index].start
    section = next((one for one in each.renditions[0].sections if one.start <= at < one.end), None)
    concludes = section is not None and section.role is SectionRole.CONCLUSION
    return FindingKind.CONCLUSION if concludes else FindingKind.RESULT


def _neighbour(each: Report, index: int, step: int) -> str:
    """The sentence before or after, inside the same section; empty where there is none."""
    rendition = each.renditions[0]
    if not 0 <= index + step < len(rendition.sentences):
        return ""
    here, there = rendition.sentences[index], rendition.sentences[index + step]
    same = any(
        s.start <= min(here.start, there.start) and max(here.end, there.end) <= s.end for s in rendition.sections
    )
    return rendition.text[there.start : there.end] if same else ""
