"""Notices and lists of notices in memory; every method is described in the Protocol."""

from collections.abc import Iterable, Iterator, Sequence

from quoth.model import Ids, Notice, NoticeList
from quoth.store.keys import BY, clean_text, lookup_keys, notice_keys
from quoth.store.memory_session import MemorySession
from quoth.store.snapshot import entry_of_notice

__all__ = ["MemoryNotices"]


class MemoryNotices(MemorySession):
    """What was said of reports: retractions, successors, deletions."""

    def put_notices(self, notices: Iterable[Notice]) -> int:
        """Keep notices; the same one again changes nothing. Returns how many were new."""
        with self._change() as state:
            by_digest = {entry_of_notice(notice): notice for notice in notices}
            fresh = {digest: notice for digest, notice in by_digest.items() if digest not in state.notices}
            for digest, notice in fresh.items():
                state.notices[digest] = notice
                for key in notice_keys(notice):
                    state.targets[key] = state.targets.get(key, frozenset()) | {digest}
                state.revision = self._committed.revision + 1
        return len(fresh)

    def drop_notices(self, source: str, *, keep: Iterable[Notice]) -> int:
        """Forget what this source said before and says no longer. Returns how many notices went."""
        with self._change() as state:
            kept = {entry_of_notice(notice) for notice in keep}
            gone = {d for d, notice in state.notices.items() if clean_text(notice.source) == source and d not in kept}
            for digest in gone:
                for key in notice_keys(state.notices.pop(digest)):
                    state.targets[key] -= {digest}
                state.revision = self._committed.revision + 1
        return len(gone)

    def notices(self, ids: Sequence[Ids]) -> tuple[tuple[Notice, ...], ...]:
        """For each set of identifiers, the notices that target any of them, in a fixed order."""
        return self._under([lookup_keys(each) for each in ids])

    def superseded_by(self, ids: Sequence[Ids]) -> tuple[tuple[Notice, ...], ...]:
        """For each set of identifiers, the notices that say what it took the place of, in a fixed order."""
        return self._under([tuple(f"{BY}{key}" for key in lookup_keys(each)) for each in ids])

    def _under(self, keys_of: Sequence[tuple[str, ...]]) -> tuple[tuple[Notice, ...], ...]:
        state = self._state()
        found: list[tuple[Notice, ...]] = []
        for keys in keys_of:
            digests = {digest for key in keys for digest in state.targets.get(key, ())}
            ordered = sorted(digests, key=lambda digest: (state.notices[digest].on or "", digest))
            found.append(tuple(state.notices[digest] for digest in ordered))
        return tuple(found)

    def iter_notices(self) -> Iterator[Notice]:
        """Every notice, in a fixed order."""
        return iter([notice for _, notice in sorted(self._state().notices.items(), key=lambda pair: pair[0])])

    def put_notice_list(self, notice_list: NoticeList) -> None:
        """Remember that a list was ingested, by its name; a later date replaces an earlier one."""
        with self._change() as state:
            held = state.lists.get(notice_list.name)
            if held is None or held.as_of < notice_list.as_of:
                state.lists[notice_list.name] = notice_list
                state.revision = self._committed.revision + 1

    def notice_lists(self) -> tuple[NoticeList, ...]:
        """All lists, by name."""
        return tuple(notice_list for _, notice_list in sorted(self._state().lists.items()))
