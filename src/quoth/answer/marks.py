"""Which warnings a row or a reference wears. One table from standing, directness and doubts to marks."""

from quoth.model import (
    Directness,
    Doubt,
    DoubtKind,
    Fidelity,
    Finding,
    FindingKind,
    Mark,
    MarkKind,
    Notice,
    NoticeKind,
    Record,
    RetractionState,
    Standing,
    phrase,
)

__all__ = ["marks_of_finding", "marks_of_record"]

MARK_BY_NOTICE: dict[NoticeKind, MarkKind] = {
    NoticeKind.RETRACTION: MarkKind.RETRACTED,
    NoticeKind.CONCERN: MarkKind.CONCERN,
    NoticeKind.SUPERSEDED: MarkKind.SUPERSEDED,
    NoticeKind.WITHDRAWN: MarkKind.WITHDRAWN,
    NoticeKind.DELETED: MarkKind.WITHDRAWN,
    NoticeKind.CORRECTION: MarkKind.CORRECTED,
}
INDIRECT = (Directness.OTHER_CONDITION, Directness.OTHER_POPULATION, Directness.ANIMAL)


def marks_of_record(record: Record, standing: Standing) -> tuple[Mark, ...]:
    """The warnings that every use of a record wears: notices against it, indirectness, an unknown year, its doubts."""
    marks = [mark for notice in standing.notices if (mark := _mark_of_notice(notice, standing))]
    if standing.retraction is RetractionState.YES and not any(mark.kind is MarkKind.RETRACTED for mark in marks):
        marks.append(Mark(MarkKind.RETRACTED, _since("Retracted", standing.checked_on)))
    if record.indirect:
        marks.append(Mark(MarkKind.INDIRECT, record.indirect))
    if record.published.year is None:
        marks.append(_from_bank(MarkKind.YEAR_UNKNOWN))
    if not record.title_verified:
        marks.append(_from_bank(MarkKind.TITLE_UNVERIFIED))
    marks += [_mark_of_doubt(doubt) for doubt in record.doubts if doubt.kind is not DoubtKind.TITLE_UNVERIFIED]
    return _unique(marks)


def marks_of_finding(finding: Finding, newest_guidance_year: int | None) -> tuple[Mark, ...]:
    """The warnings of one row: those of its record, its own doubts, and how it stands to the question and guidance."""
    marks = list(marks_of_record(finding.record, finding.standing))
    if finding.directness in INDIRECT and not finding.record.indirect:
        marks.append(Mark(MarkKind.INDIRECT, finding.directness_because or finding.directness.value))
    if finding.design_inferred:
        marks.append(_from_bank(MarkKind.DESIGN_INFERRED))
    marks += [_from_bank(MarkKind(one.value)) for one in finding.emphasis]
    if finding.annotation is not None:
        marks += [_mark_of_doubt(doubt) for doubt in finding.annotation.doubts]
    if finding.rendition.fidelity is Fidelity.SUMMARY:
        marks.append(_from_bank(MarkKind.SUMMARY, by=finding.rendition.origin or "an editor"))
    year = finding.record.published.year
    dated = finding.kind in (FindingKind.RESULT, FindingKind.CONCLUSION)
    if newest_guidance_year is not None and year is not None and dated:
        if year > newest_guidance_year:
            marks.append(_from_bank(MarkKind.NEWER_THAN_GUIDELINE, year=year, guidance=newest_guidance_year))
        elif year < newest_guidance_year:
            marks.append(_from_bank(MarkKind.OLDER_THAN_GUIDELINE, year=year, guidance=newest_guidance_year))
    return _unique(marks)


def _from_bank(kind: MarkKind, **slots: object) -> Mark:
    return Mark(kind, phrase(f"mark.{kind.value}", **slots))


def _mark_of_notice(notice: Notice, standing: Standing) -> Mark | None:
    kind = MARK_BY_NOTICE.get(notice.kind)
    if kind is None:
        return None
    if kind is MarkKind.RETRACTED and standing.retraction is not RetractionState.YES:
        return None  # reinstated since
    words = [notice.kind.value.capitalize()]
    if notice.on:
        words.append(f"on {notice.on}")
    if kind is MarkKind.SUPERSEDED and notice.by is not None:
        successor = notice.by.doi or notice.by.pmid or notice.by.pmcid or notice.by.pack
        words.append(f"by {successor}")
    if notice.source:
        words.append(f"({notice.source})")
    if notice.note:
        words.append(f"- {notice.note}")
    return Mark(kind, " ".join(words))


def _mark_of_doubt(doubt: Doubt) -> Mark:
    return Mark(MarkKind.DOUBT, doubt.text)


def _since(word: str, checked_on: str | None) -> str:
    return f"{word} (checked {checked_on})" if checked_on else word


def _unique(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(dict.fromkeys(marks))
