"""Second blind table: the quote is right, and a fact that hangs on it is not."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, permutations
from random import Random

from quoth.evidence.fitting.directness import Fit
from quoth.model import (
    Answer,
    Certainty,
    ComparableSet,
    Directness,
    Figure,
    Mark,
    MarkKind,
    ProvisionalCertainty,
    Qualifier,
    QualifierKind,
    RetractionState,
    Standing,
    Statement,
    phrase,
)

from .case import Case
from .material import Material, abstract, report
from .second_blind_pages import MOST, one_a_page, reference_of, starter, two_a_page, with_reference, with_row
from .shelf import asking, finding, library, page, with_statement

__all__ = [
    "about_another_outcome",
    "certainty_worked_up",
    "condition_of_another",
    "doubts_taken_away",
    "editors_reading_as_the_sources",
    "level_raised",
    "measure_renamed",
    "never_checked_as_checked",
    "plain_words_of_another",
    "plot_of_unlike_effects",
    "reason_of_indirectness_exchanged",
]

_RENAMED = {"RR": "OR", "OR": "RR", "HR": "RR", "SMD": "MD", "MD": "SMD", "RD": "RR"}
_OUTCOMES = ("death", "pain", "quality of life", "stroke", "relapse")
_HARMLESS = ("children", "outpatients", "an earlier stage of it", "the same condition", "a wider group of adults")
_STUDIED = (
    # what was asked about, and what was studied
    ("cystitis", "kidney stones"),
    ("migraine", "epilepsy"),
    ("knee osteoarthritis", "hip fracture"),
    ("plantar fasciitis", "ankle sprain"),
    ("depression", "schizophrenia"),
    ("hypertension", "heart failure"),
)


def condition_of_another(material: Material, random: Random) -> Iterator[Case]:
    """Promise 2: a recommendation stands with the condition of another one of the same guideline."""

    def make(answer: Answer, number: int) -> Answer | None:
        advice = [row for row in answer.statements() if _condition(row)]
        for one, two in permutations(advice, 2):
            mine, theirs = _condition(one), _condition(two)
            same_source = one.quote.span.rendition_id == two.quote.span.rendition_id
            if mine and theirs and same_source and _unlike_words(mine, theirs):
                swapped = tuple(theirs if each == mine else each for each in one.qualifiers)
                return with_row(answer, replace(one, qualifiers=swapped))
        return None

    yield from one_a_page(make)


def doubts_taken_away(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4 and the starter library's own: a doubt of the record is no longer told, on the row, below, or both."""

    def make(answer: Answer, number: int) -> Answer | None:
        rows = [row for row in answer.statements() if _sure(row.marks) != row.marks]
        if not rows:
            return None
        row = rows[number % len(rows)]
        source = reference_of(answer, row)
        if number % 3 != 1:
            answer = with_row(answer, replace(row, marks=_sure(row.marks)))
        if number % 3 != 0:
            answer = with_reference(answer, replace(source, marks=_sure(source.marks)))
        return answer

    yield from one_a_page(make)


def never_checked_as_checked(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: a source whose retraction nobody looked for is said to have been looked up and found clean."""

    def make(answer: Answer, number: int) -> Answer | None:
        open_ones = [one for one in answer.references if one.standing.retraction is RetractionState.NOT_CHECKED]
        if not open_ones:
            return None
        source = open_ones[number % len(open_ones)]
        standing = Standing(RetractionState.NO, f"2026-10-{1 + number:02d}", source.standing.notices)
        return with_reference(answer, replace(source, standing=standing))

    yield from one_a_page(make)


def editors_reading_as_the_sources(material: Material, random: Random) -> Iterator[Case]:
    """Promise 1: do or do not, which an editor read out of the words, is shown as the source's own verdict."""

    def make(answer: Answer, number: int) -> Answer | None:
        rows = [row for row in answer.statements() if row.action_by and row.issuer]
        if not rows:
            return None
        row = rows[number % len(rows)]
        return with_row(answer, replace(row, action_by=(None, row.issuer)[number % 2]))

    yield from one_a_page(make)


def plain_words_of_another(material: Material, random: Random) -> Iterator[Case]:
    """Promises 1 and 7: an editor's everyday words stand beneath a recommendation that says something else."""

    def make(answer: Answer) -> Iterator[Answer]:
        rows = [row for row in answer.statements() if row.plain]
        for one, two in combinations(rows, 2):
            if one.plain != two.plain and set(one.interventions).isdisjoint(two.interventions):
                yield with_row(answer, replace(one, plain=two.plain))

    yield from two_a_page(make)


def measure_renamed(material: Material, random: Random) -> Iterator[Case]:
    """Promise 2: an effect is drawn as another measure than the one printed, such as odds as risk."""

    def make(answer: Answer, number: int) -> Answer | None:
        for row in answer.statements()[::-1]:
            for place, figure in enumerate(row.figures):
                if figure.measure in _RENAMED and figure.low is not None:
                    other = replace(figure, measure=_RENAMED[figure.measure])
                    return with_row(answer, _with_figure(row, place, other))
        return None

    yield from one_a_page(make)


def about_another_outcome(material: Material, random: Random) -> Iterator[Case]:
    """Promise 2: an effect is said to be on another outcome than its words name."""

    def make(answer: Answer, number: int) -> Answer | None:
        for row in answer.statements()[::-1]:
            for place, figure in enumerate(row.figures):
                words = row.quote.text.casefold()
                others = [name for name in _OUTCOMES if name not in words and name != figure.about]
                if figure.about and others:
                    lie = replace(figure, about=others[number % len(others)])
                    return with_row(answer, _with_figure(row, place, lie))
        return None

    yield from one_a_page(make)


def level_raised(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: a study stands one level of evidence higher than its design, which is told as it is."""

    def make(answer: Answer, number: int) -> Answer | None:
        lower = [one for one in answer.references if one.level and one.level > 1]
        if not lower:
            return None
        source = lower[number % len(lower)]
        return with_reference(answer, replace(source, level=(source.level or 2) - 1))

    yield from one_a_page(make)


def plot_of_unlike_effects(material: Material, random: Random) -> Iterator[Case]:
    """Promise 5: a plot draws its line of no effect elsewhere, exchanges two sources, or mixes two measures."""
    store, pages = starter()
    number = 0
    for way, answer in ((way, answer) for way in range(3) for answer in pages):
        for place, each in enumerate(answer.comparable):
            lie = _unlike(each, way)
            sets = (*answer.comparable[:place], lie, *answer.comparable[place + 1 :])
            if number < MOST and lie != each:
                yield Case(
                    f"{number}: {answer.question.text} ({each.outcome})",
                    store,
                    replace(answer, comparable=sets),
                    answer,
                )
                number += 1


def certainty_worked_up(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: a starting point of certainty is higher than its reasons, hides one, or counts a foreign row."""
    store, pages = starter()
    number = 0
    for way in range(3):
        for answer in pages:
            for place, each in enumerate(answer.certainties):
                lie = _worked_up(each, way, answer)
                told = (*answer.certainties[:place], lie, *answer.certainties[place + 1 :])
                if number < MOST and lie != each and number // 8 <= way:
                    name = f"{number}: {answer.question.text} ({each.intervention}, {each.outcome})"
                    yield Case(name, store, replace(answer, certainties=told), answer)
                    number += 1


def reason_of_indirectness_exchanged(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: a row wears its mark of indirect evidence, and the mark says of it something smaller than it is."""
    for number in range(MOST):
        asked, studied = _STUDIED[number % len(_STUDIED)]
        parts = [
            ("METHODS", f"We allocated {70 + number} adults with {studied} at random."),
            ("RESULTS", f"All were seen again. Symptoms of {studied} fell by a third with treatment."),
        ]
        each = report(5000 + number, f"Treatment of {studied}: a trial", abstract(parts), conditions=(studied,))
        store = library([each])
        because = phrase("indirect.titled", names=studied)
        clean = page(store, [finding(store, each, 2, fit=Fit(Directness.OTHER_CONDITION, because))], asking(asked))
        row = clean.statements()[0]
        smaller = phrase("indirect.titled", names=_HARMLESS[number % len(_HARMLESS)])
        marks = tuple(Mark(one.kind, smaller) if one.kind is MarkKind.INDIRECT else one for one in row.marks)
        yield Case(f"{number}: {studied} for {asked}", store, with_statement(clean, replace(row, marks=marks)), clean)


def _unlike(each: ComparableSet, way: int) -> ComparableSet:
    first, second, *others = each.rows
    if way == 0:
        return replace(each, no_effect=1.0 - each.no_effect)
    if way == 1:
        exchanged = (replace(first, figure=second.figure), replace(second, figure=first.figure))
        return replace(each, rows=(*exchanged, *others))
    other = replace(first.figure, measure=_RENAMED[each.measure])
    return replace(each, rows=(replace(first, figure=other), second, *others))


def _worked_up(each: ProvisionalCertainty, way: int, answer: Answer) -> ProvisionalCertainty:
    if way == 0:
        return replace(each, level=Certainty(min(4, each.level + 1)))
    if way == 1:
        return replace(each, reasons=each.reasons[:-1])
    foreign = [
        row.id
        for group in answer.research
        if group.intervention != each.intervention
        for row in group.statements
        if row.id not in each.statement_ids
    ]
    return replace(each, statement_ids=(*each.statement_ids, *foreign[-1:]))


def _condition(row: Statement) -> Qualifier | None:
    return next((one for one in row.qualifiers if one.kind is QualifierKind.CONDITION), None)


def _unlike_words(one: Qualifier, two: Qualifier) -> bool:
    """Whether neither condition is part of the other."""
    first, second = one.quote.text.casefold(), two.quote.text.casefold()
    return first not in second and second not in first


def _sure(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(one for one in marks if one.kind is not MarkKind.DOUBT)


def _with_figure(row: Statement, place: int, figure: Figure) -> Statement:
    return replace(row, figures=(*row.figures[:place], figure, *row.figures[place + 1 :]))
