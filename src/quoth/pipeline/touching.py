"""Which kept answers are touched by what has come: cited and since retracted, new on their page, or fallen back."""

from collections.abc import Iterable, Sequence

from quoth.library import standings
from quoth.model import (
    Abstention,
    Answer,
    Direction,
    NewReport,
    NoticeKind,
    Place,
    RecordId,
    Review,
    ReviewStatus,
    Standing,
    Touched,
    TouchedHow,
)
from quoth.pipeline.composing import compose
from quoth.pipeline.parts import Parts
from quoth.review import status_of

__all__ = ["approved_pages", "by_new", "by_standing", "fallen", "standings_of_answers"]

ANSWERS_MAX = 500
"""Kept answers that are held against what is new, the newest first."""
_BY_NOTICE = (
    (NoticeKind.RETRACTION, TouchedHow.RETRACTED),
    (NoticeKind.CONCERN, TouchedHow.CONCERN),
    (NoticeKind.SUPERSEDED, TouchedHow.SUPERSEDED),
    (NoticeKind.WITHDRAWN, TouchedHow.SUPERSEDED),
    (NoticeKind.CORRECTION, TouchedHow.CORRECTED),
)
_OPPOSITE = {
    Direction.FAVOURS_INTERVENTION: (Direction.FAVOURS_COMPARATOR, Direction.NO_DIFFERENCE),
    Direction.FAVOURS_COMPARATOR: (Direction.FAVOURS_INTERVENTION,),
    Direction.NO_DIFFERENCE: (Direction.FAVOURS_INTERVENTION, Direction.FAVOURS_COMPARATOR),
}


def _answers(parts: Parts) -> Iterable[Answer]:
    for answer_id in parts.store.answer_ids()[-ANSWERS_MAX:]:
        page = parts.store.answer(answer_id)
        if isinstance(page, Answer):
            yield page


def standings_of_answers(parts: Parts) -> dict[tuple[str, str], Standing]:
    """(answer, record) -> how the record stood on that page when it was made."""
    return {(page.id, ref.record_id): ref.standing for page in _answers(parts) for ref in page.references}


def by_standing(before: dict[tuple[str, str], Standing], approved: frozenset[str], parts: Parts) -> tuple[Touched, ...]:
    """Answers that cite what has been retracted, corrected or superseded since they were made."""
    pages = {page.id: page for page in _answers(parts)}
    wanted = list(dict.fromkeys(RecordId(record_id) for _, record_id in before))
    records = parts.store.records_by_id(wanted)
    now = {str(key): value for key, value in standings(tuple(records.values()), parts.store).items()}
    found = []
    for (answer_id, record_id), then in before.items():
        standing = now.get(record_id)
        if standing is None or answer_id not in pages:
            continue
        how = next((how for kind, how in _BY_NOTICE if standing.has(kind) and not then.has(kind)), None)
        if how is not None:
            title = records[RecordId(record_id)].title
            found.append(_touched(pages[answer_id], how, RecordId(record_id), title, approved))
    return tuple(found)


def by_new(new: Sequence[NewReport], approved: frozenset[str], parts: Parts) -> tuple[Touched, ...]:
    """Answers on which a new report would stand if they were made today."""
    fresh = {one.record_id: one.title for one in new if one.place is Place.ON_PAGE and not one.retracted}
    if not fresh:
        return ()
    found = []
    for page in _answers(parts):
        today = compose(page.question, parts).outcome.page
        if isinstance(today, Abstention):
            continue
        cited = {ref.number: RecordId(ref.record_id) for ref in today.references}
        had = {RecordId(ref.record_id) for ref in page.references}
        for record_id in dict.fromkeys(each for each in cited.values() if each in fresh and each not in had):
            how = _how(record_id, page, today)
            found.append(_touched(page, how, record_id, fresh[record_id], approved))
    return tuple(found)


def _how(record_id: RecordId, page: Answer, today: Answer) -> TouchedHow:
    numbers = {ref.number for ref in today.references if ref.record_id == record_id}
    fresh = [statement for statement in today.statements() if statement.citations[0] in numbers]
    old = {(name, statement.direction) for statement in page.statements() for name in statement.interventions[:1]}
    for statement in fresh:
        for name in statement.interventions[:1]:
            if any((name, opposite) in old for opposite in _OPPOSITE.get(statement.direction, ())):
                return TouchedHow.CONTRADICTS
    if any(statement.citations[0] in numbers for statement in today.newer):
        return TouchedHow.NEWER_THAN_GUIDELINE
    return TouchedHow.ADDS


def _touched(
    page: Answer, how: TouchedHow, record_id: RecordId | None, detail: str, approved: frozenset[str]
) -> Touched:
    return Touched(page.id, page.question.text, how, record_id, detail, page.id in approved)


def approved_pages(parts: Parts) -> frozenset[str]:
    """Ids of the pages whose approval stands."""
    return frozenset(each.id for each in parts.store.items(Review) if status_of(each) is ReviewStatus.APPROVED)


def fallen(approved: frozenset[str], parts: Parts) -> tuple[Touched, ...]:
    """Pages that were approved before this run and are out of date now, with the reasons."""
    found = []
    for review in parts.store.items(Review):
        if review.id in approved and status_of(review) is ReviewStatus.OUT_OF_DATE:
            page = parts.store.answer(review.id)
            reasons = "; ".join(review.acts[-1].reasons)
            found.append(Touched(review.id, page.question.text, TouchedHow.FELL_BACK, None, reasons, approved=True))
    return tuple(found)
