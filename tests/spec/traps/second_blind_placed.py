"""Second blind table: every row is true, and where it stands makes it say something else."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from random import Random

from quoth.model import (
    Action,
    ActionRow,
    Answer,
    BottomLine,
    Difference,
    DiffersIn,
    MarkKind,
    ReviewLine,
    ReviewStatus,
    Statement,
    phrase,
)

from .case import Case
from .material import Material
from .second_blind_pages import (
    MOST,
    condition_of,
    in_reading_order,
    mapped,
    one_a_page,
    reference_of,
    starter,
    two_a_page,
)

__all__ = [
    "another_condition_leads",
    "another_question",
    "difference_made_up",
    "folded_though_apart",
    "missing_side_not_told",
    "newer_not_told",
    "one_side_left_out",
    "signed_by_nobody",
    "study_leads",
    "unfitting_first_line",
]

_SIGNATURES = (
    ReviewLine(ReviewStatus.APPROVED),
    ReviewLine(ReviewStatus.APPROVED, signed_by=("A. Reviewer", "B. Reviewer"), signed_on="2026-11-01"),
    ReviewLine(ReviewStatus.NOT_SUBMITTED, signed_by=("A. Reviewer", "B. Reviewer"), signed_on="2026-11-01"),
    ReviewLine(ReviewStatus.APPROVED, signed_on="2026-11-01", changed_since=("A source was retracted.",), revision=1),
)
"""None of them can be: unsigned, of a page that was never submitted, or approved though something has changed."""


def folded_though_apart(material: Material, random: Random) -> Iterator[Case]:
    """Promise 5: a body is counted among those that agree, though it says another thing on another treatment."""

    def make(page: Answer) -> Iterator[Answer]:
        for one, two in combinations(page.actions, 2):
            if one.action is not two.action and _apart(one.statement, two.statement):
                rows = [row for row in page.actions if row is not two]
                rows[rows.index(one)] = replace(one, also=(*one.also, two.statement))
                yield in_reading_order(replace(page, actions=tuple(rows)))

    yield from two_a_page(make)


def one_side_left_out(material: Material, random: Random) -> Iterator[Case]:
    """Promise 5: under "where bodies differ" stands one of them alone, and no note tells of the others."""

    def make(page: Answer, number: int) -> Answer | None:
        for place, each in enumerate(page.differences):
            if len({row.quote.span.record_id for row in each.statements}) > 1:
                alone = replace(each, statements=each.statements[:1], note=None, differs_in=())
                told = (*page.differences[:place], alone, *page.differences[place + 1 :])
                return in_reading_order(replace(page, differences=told))
        return None

    yield from one_a_page(make)


def difference_made_up(material: Material, random: Random) -> Iterator[Case]:
    """Promise 5: two bodies that ask to do two things which do not exclude each other are said to point apart."""

    def make(page: Answer) -> Iterator[Answer]:
        for one, two in combinations(page.actions, 2):
            if one.action is two.action is Action.DO and _apart(one.statement, two.statement):
                lie = Difference(one.intervention, (one.statement, two.statement), differs_in=(DiffersIn.DIRECTION,))
                yield in_reading_order(replace(page, differences=(*page.differences, lie)))

    yield from two_a_page(make)


def missing_side_not_told(material: Material, random: Random) -> Iterator[Case]:
    """Promise 3: a side of the question on which nothing was found is not listed as not found."""

    def make(page: Answer, number: int) -> Answer | None:
        if not page.not_found:
            return None
        place = number % len(page.not_found)
        return replace(page, not_found=(*page.not_found[:place], *page.not_found[place + 1 :]))

    yield from one_a_page(make)


def study_leads(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: the result of a study stands as the current recommendation, before any guideline."""

    def make(page: Answer, number: int) -> Answer | None:
        if not page.research:
            return None
        study = page.research[0].statements[0]
        return in_reading_order(replace(page, bottom_line=BottomLine(phrase("lead.one"), (study,))))

    yield from one_a_page(make)


def another_condition_leads(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: advice on another condition leads, as if it were direct."""
    pages = [page for page in starter()[1] if page.bottom_line.statements and page.question.conditions]

    def make(page: Answer, number: int) -> Answer | None:
        rows = page.actions
        for other in random.sample(pages, len(pages)):
            foreign = other.bottom_line.statements[0]
            places = [place for place, row in enumerate(rows) if row.action is foreign.action]
            if condition_of(other.question) == condition_of(page.question) or not places:
                continue
            if foreign.quote.span.record_id in {one.record_id for one in page.references}:
                continue
            last = len(page.references) + 1
            foreign = replace(foreign, id="foreign", citations=(last,))
            source = replace(reference_of(other, other.bottom_line.statements[0]), number=last)
            row = ActionRow(", ".join(foreign.interventions[:1]), rows[places[-1]].action, foreign)
            made = replace(
                page,
                bottom_line=BottomLine(phrase("lead.one"), (foreign,)),
                actions=(*rows[: places[-1] + 1], row, *rows[places[-1] + 1 :]),
                references=(*page.references, source),
            )
            return in_reading_order(made)
        return None

    yield from one_a_page(lambda page, number: make(page, number) if page.question.conditions else None)


def another_question(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: a page stands under a question on another condition, all of its rows as direct as before."""
    pages = [page for page in starter()[1] if page.question.conditions]

    def make(page: Answer, number: int) -> Answer | None:
        if not page.question.conditions:
            return None
        others = [one.question for one in pages if condition_of(one.question) != condition_of(page.question)]
        return replace(page, question=random.choice(others))

    yield from one_a_page(make)


def newer_not_told(material: Material, random: Random) -> Iterator[Case]:
    """Promise 4: research that appeared after the guidance does not say so, on its row or in the list of it."""
    kinds = (MarkKind.NEWER_THAN_GUIDELINE,)

    def unlisted(page: Answer, number: int) -> Answer | None:
        return replace(page, newer=()) if page.newer else None

    def unmarked(page: Answer, number: int) -> Answer | None:
        if not page.newer:
            return None
        bare = mapped(page, lambda row: replace(row, marks=tuple(mark for mark in row.marks if mark.kind not in kinds)))
        references = tuple(
            replace(one, marks=tuple(mark for mark in one.marks if mark.kind not in kinds)) for one in page.references
        )
        return replace(bare, newer=(), references=references)

    for what, make in (("list", unlisted), ("marks and list", unmarked)):
        for case in one_a_page(make, MOST // 2):
            yield replace(case, name=f"{case.name} ({what})")


def unfitting_first_line(material: Material, random: Random) -> Iterator[Case]:
    """Promises 3 and 5: the first line says none, against or current, and what stands beneath it is otherwise."""

    def make(page: Answer, number: int) -> Answer | None:
        led = page.bottom_line.statements
        if not led:
            return replace(page, bottom_line=replace(page.bottom_line, lead=phrase("lead.one")))
        if any(row.action in (Action.DO_NOT, Action.UNCERTAIN) for row in led):
            return None
        lead = phrase(("lead.none", "lead.against", "lead.superseded")[number % 3])
        return replace(page, bottom_line=replace(page.bottom_line, lead=lead))

    yield from one_a_page(make)


def signed_by_nobody(material: Material, random: Random) -> Iterator[Case]:
    """Promise 8: the banner tells of an approval that its own parts contradict."""
    yield from one_a_page(lambda page, number: replace(page, review=_SIGNATURES[number % len(_SIGNATURES)]))


def _apart(one: Statement, two: Statement) -> bool:
    """Whether two rows are of different sources and share no treatment."""
    return one.quote.span.record_id != two.quote.span.record_id and set(one.interventions).isdisjoint(two.interventions)
