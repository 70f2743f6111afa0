"""The versions of one report that notices tie together: a Cochrane review and its updates, editions of a guideline.

The ties are the sources' own: PubMed's "Update in", a publisher's "updated article", a pack's or a document's word on
what it takes the place of. None is worked out from a title.
"""

from dataclasses import dataclass

from quoth.model import Ids, Notice, NoticeKind, Record, RecordId
from quoth.store import Store

__all__ = ["Version", "versions"]

MOST = 50


@dataclass(frozen=True, slots=True)
class Version:
    """One version, held here or merely named."""

    record_id: RecordId | None
    """`None` where the library does not hold it."""
    ids: Ids
    title: str = ""
    year: int | None = None
    stands: bool = False
    """Nothing that is held or named took its place."""


def versions(record: Record, store: Store) -> tuple[Version, ...]:
    """Every version of a report, this one included, the newest first; empty where nothing is said of others.

    Held ones go by their date, unknown dates last; those that are merely named stand at the end.
    """
    held: dict[RecordId, Record] = {record.id: record}
    replaced: set[RecordId] = set()
    named: dict[Ids, bool] = {}
    waiting = [record]
    while waiting and len(held) + len(named) < MOST:
        one = waiting.pop()
        (forward,), (back,) = store.notices([one.ids]), store.superseded_by([one.ids])
        after = [n.by for n in forward if n.kind is NoticeKind.SUPERSEDED and n.by is not None]
        if after or _is_superseded(forward):
            replaced.add(one.id)
        for ids, stands in (*((each, True) for each in after), *((notice.target, False) for notice in back)):
            found = store.find(ids)
            if found is None:
                named.setdefault(ids, stands)
            elif found not in held:
                held[found] = store.record(found)
                waiting.append(held[found])
    if len(held) + len(named) < 2:
        return ()
    ordered = sorted(held.values(), key=lambda each: (each.published.sort_key, each.id), reverse=True)
    ordered.sort(key=lambda each: each.id in replaced)
    return (
        *(Version(each.id, each.ids, each.title, each.published.year, each.id not in replaced) for each in ordered),
        *(Version(None, ids, stands=stands) for ids, stands in named.items()),
    )


def _is_superseded(notices: tuple[Notice, ...]) -> bool:
    return any(notice.kind is NoticeKind.SUPERSEDED for notice in notices)
