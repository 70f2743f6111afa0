"""Approvals that no longer hold are taken away by quoth itself, each with its reasons, wherever the library grows."""

from dataclasses import dataclass

from quoth import review as stage
from quoth.model import RecordId, Review, ReviewStatus, Revision
from quoth.pipeline.auditing import QUOTH, note, recorded, stamp
from quoth.pipeline.composing import compose
from quoth.pipeline.edits import Edits
from quoth.pipeline.parts import Parts

__all__ = ["FellBack", "reasons_now", "recheck_approvals"]


@dataclass(frozen=True, slots=True)
class FellBack:
    """One page that is out of date now, and why."""

    review_id: str
    reasons: tuple[str, ...]


def recheck_approvals(parts: Parts) -> tuple[FellBack, ...]:
    """Hold every approved page against the library as it is now; what no longer stands becomes Out of date.

    Costs one small read where nothing is approved, and nothing more for a page that was approved on this snapshot.
    """
    fallen = []
    snapshot = parts.store.snapshot()
    for review in parts.store.items(Review):
        if stage.status_of(review) is not ReviewStatus.APPROVED:
            continue
        revision = parts.store.item(Revision, f"{review.id}.{review.revision}")
        if revision is None or revision.page.manifest.snapshot == snapshot:
            continue
        if reasons := reasons_now(revision, parts):
            _take_away(review, reasons, parts)
            fallen.append(FellBack(review.id, reasons))
    return tuple(fallen)


def reasons_now(revision: Revision, parts: Parts) -> tuple[str, ...]:
    """Why a revision no longer holds against the library as it is; empty where it does."""
    wanted = [RecordId(ref.record_id) for ref in revision.page.references]
    records = parts.store.records_by_id(wanted)
    standings = {str(record_id): one for record_id, one in parts.recall().standings(records.values()).items()}
    today = compose(revision.page.question, parts, edits=Edits(revision.left_out, revision.added))
    verdict = parts.checker().verify(revision.page)
    return stage.reasons_to_fall(revision, standings, today.outcome.page, verdict)


def _take_away(review: Review, reasons: tuple[str, ...], parts: Parts) -> None:
    with recorded(parts):
        held = parts.store.item(Review, review.id)
        if held is None or stage.status_of(held) is not ReviewStatus.APPROVED:
            return
        changed = stage.fall_back(held, reasons, at=stamp(parts))
        parts.store.put_item(changed)
        status = stage.status_of(changed).value
        note(parts, QUOTH, changed.acts[-1].kind.value, review.id, revision=str(review.revision), status=status)
