"""What a refusal names as coming near is in the library, told as the catalogue and the text tell it, and stands."""

from collections.abc import Iterator

from quoth.check.context import Ctx
from quoth.model import Abstention, Fault, FaultKind, NearSource, RecordId, RenditionId

__all__ = ["near_sources"]


def near_sources(ctx: Ctx) -> Iterator[Fault]:
    """Each source once, under its own names, with a part that its text has; none that was taken back or replaced."""
    near = ctx.page.nearest if isinstance(ctx.page, Abstention) else ()
    if len({one.record_id for one in near}) < len(near):
        yield Fault(FaultKind.STRUCTURE, "", "a source is said twice to come near")
    for one in near:
        record = ctx.records.get(RecordId(one.record_id))
        truth = ctx.truth(one.record_id)
        if record is None or truth is None:
            yield Fault(FaultKind.SOURCE_MISSING, "", f"near: no record {one.record_id[:80]!r} in this library")
            continue
        told = (one.title, one.issuer, one.journal, one.year)
        if told != (record.title, record.issuer, record.journal, record.published.year):
            detail = f"near: {one.title[:80]!r}, the record says {record.title[:80]!r}, {record.published.year}"
            yield Fault(FaultKind.REFERENCE_WRONG, "", detail)
        if not truth.usable:
            detail = f"near: {one.title[:80]!r} is {', '.join(sorted(truth.marks))}"
            yield Fault(FaultKind.UNMARKED_RETRACTION, "", detail)
        if (one.section or one.place or one.rendition_id) and not _has_the_part(ctx, one):
            detail = f"near: {' / '.join(one.section)[:80]!r} is no part of {one.title[:80]!r} there"
            yield Fault(FaultKind.REFERENCE_WRONG, "", detail)


def _has_the_part(ctx: Ctx, source: NearSource) -> bool:
    """Whether a text of the source has a part under these headings at this place."""
    stored = ctx.renditions.get(RenditionId(source.rendition_id))
    place = source.place
    if stored is None or place is None or not ctx.same_record(stored.record_id, source.record_id):
        return False
    inside = 0 <= place.start < place.end <= len(stored.rendition.text)
    parts = [part for part in stored.rendition.sections if part.start <= place.start < part.end]
    return inside and any((*part.path, part.heading) == source.section for part in parts)
