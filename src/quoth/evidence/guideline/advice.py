"""The advice that a guideline's running text gives: which sentences belong together, and the grade that is theirs.

The drafts of `extraction` say it, whether or not an editor has looked at them: a grade at the end of a paragraph is the
grade of the advice before it, and advice without a grade, in a text that grades its advice, is what is said around it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quoth.evidence.guideline.extraction import propose
from quoth.evidence.guideline.recommendations import action_of, recommends
from quoth.evidence.guideline.rows import is_headed
from quoth.model import (
    Action,
    Annotation,
    Extent,
    Passage,
    Qualifier,
    QualifierKind,
    Record,
    RecordId,
    Rendition,
    RenditionId,
    quote_of,
)
from quoth.text.surroundings import row_at

__all__ = ["Advice", "advice_of", "joined"]

_KEPT_TEXTS = 512
_UNREAD_GRADE = re.compile(
    r"[(\[][^()\[\]]*\b(?:recommendation|evidence|grade|strong|weak|conditional|consensus)\b[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
"""A grade that is told in a way of its own: "(strong for infants; moderate for adolescents)"."""
_REMARK = re.compile(r"\s*(?:[*†‡§]|Note\b|NOTE\b|[a-z(])")
"""A footnote, a note or the rest of something: it explains what stands elsewhere."""
_TOGETHER_CHARS = 700
"""Longer advice is not one row of a page: its sentences are offered one by one."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Sentences `first` to `last` of a text, what they ask for and why, and the issuer's grade in its own words."""

    first: int
    last: int
    action: Action
    action_by: str
    grade: tuple[Qualifier, ...] = ()
    said_around: bool = False
    """A remark, or advice without a grade in a text that grades what it recommends."""
    formal: bool = True
    """It is worded as a recommendation; else it is guidance that stands beside them (`guiding`)."""


def advice_of(passages: Sequence[Passage], record: Record, rendition: Rendition) -> tuple[Advice, ...]:
    """The advice that stands in these sentences of a guideline's text, in reading order; no sentence is in two."""
    drafts = _drafts(_Text(rendition.id, record.issuer, record.title, rendition, record))
    grades = any(_graded(draft) for draft in drafts)
    found: dict[int, Advice] = {}
    taken: set[int] = set()
    starts, ends = [one.start for one in passages], [one.end for one in passages]
    for draft in drafts:
        here = list(range(bisect_right(ends, draft.whole.start), bisect_left(starts, draft.whole.end)))
        for advice in _of_draft(passages, here, draft, rendition, grades=grades):
            held = set(range(advice.first, advice.last + 1))
            if not held & taken:
                taken |= held
                found[advice.first] = advice
    return tuple(found[first] for first in sorted(found))


def joined(passages: Sequence[Passage], first: int, last: int, rendition: Rendition) -> Passage:
    """Neighbouring sentences as one, with what stands between them."""
    start, end = passages[first], passages[last]
    text = rendition.text[start.start : end.end]
    return Passage(start.id, start.record_id, start.rendition_id, start.start, end.end, text)


def _of_draft(
    passages: Sequence[Passage], here: list[int], draft: Annotation, rendition: Rendition, *, grades: bool
) -> Iterator[Advice]:
    """A draft as one piece where it is short enough, else its advising sentences, each with the grade in it."""
    if not here:
        return
    by = draft.action_by or ""
    if row := row_at(rendition.text, draft.statement.start):
        yield from _of_row(passages, row, draft, rendition, grades=grades)
        return
    whole = here == list(range(here[0], here[-1] + 1)) and draft.action is not None
    if whole and passages[here[-1]].end - passages[here[0]].start <= _TOGETHER_CHARS:
        words = rendition.text[passages[here[0]].start : passages[here[-1]].end]
        around = grades and not draft.doubts and not _UNREAD_GRADE.search(words)
        around = not _graded(draft) and (around or _REMARK.match(words) is not None)
        record_id = passages[here[0]].record_id
        yield Advice(
            here[0], here[-1], draft.action or Action.UNCERTAIN, by, _grade(draft, record_id, rendition), around
        )
        return
    for index in here:
        passage = passages[index]
        if recommends(passage.text):
            inside = Extent(passage.start, passage.end)
            grade = _grade(draft, passage.record_id, rendition, within=inside)
            action, said = (draft.action, by) if grade and draft.action else action_of(passage.text)
            yield Advice(index, index, action, said, grade, grades and not _graded(draft))


def _of_row(
    passages: Sequence[Passage], row: tuple[int, int], draft: Annotation, rendition: Rendition, *, grades: bool
) -> Iterator[Advice]:
    """A draft out of a table as its whole row: what a cell says holds for what stands beside it."""
    here = [at for at, passage in enumerate(passages) if row[0] <= passage.start < row[1]]
    if here and is_headed(rendition.text[slice(*row)]):
        grade = _grade(draft, passages[here[0]].record_id, rendition)
        action = draft.action or Action.UNCERTAIN
        yield Advice(here[0], here[-1], action, draft.action_by or "", grade, grades and not grade)


def _grade(
    draft: Annotation, record_id: RecordId, rendition: Rendition, *, within: Extent | None = None
) -> tuple[Qualifier, ...]:
    parts = ((QualifierKind.STRENGTH, draft.strength), (QualifierKind.CERTAINTY, draft.certainty))
    return tuple(
        Qualifier(kind, quote_of(record_id, rendition, extent))
        for kind, extent in parts
        if extent and (within is None or (within.start <= extent.start and extent.end <= within.end))
    )


def _graded(draft: Annotation) -> bool:
    return draft.strength is not None or draft.certainty is not None


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, known by its id and by what decides how its grades are read: under one id it never changes."""

    text_id: RenditionId
    issuer: str | None
    title: str
    rendition: Rendition = field(compare=False, repr=False)
    record: Record = field(compare=False, repr=False)


@lru_cache(maxsize=_KEPT_TEXTS)
def _drafts(text: _Text) -> tuple[Annotation, ...]:
    return tuple(proposal.annotation for proposal in propose(text.rendition, text.record, cuts_sentences=False))
