"""Notices against reports and the lists they came from, in a database."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import bindparam, delete, insert, select

from quoth.model import Ids, Notice, NoticeList, decode, encode
from quoth.store.keys import BATCH_ROWS, BY, clean_text, lookup_keys, notice_keys
from quoth.store.session import SqlSession, batches
from quoth.store.snapshot import entry_of_list, entry_of_notice
from quoth.store.tables import notice_lists, notice_targets, notices

__all__ = ["SqlNotices"]

_AGAINST = (
    select(notice_targets.c.key, notices.c.digest, notices.c.noun)
    .join(notices, notices.c.digest == notice_targets.c.digest)
    .where(notice_targets.c.key.in_(bindparam("keys", expanding=True)))
)


class SqlNotices(SqlSession):
    """The part of the database store that holds notices."""

    def put_notices(self, notices: Iterable[Notice]) -> int:
        """Keep notices; the same one again changes nothing. Returns how many were new."""
        by_digest = {entry_of_notice(notice): notice for notice in notices}
        new_count = 0
        with self._transaction():
            for batch in batches(list(by_digest.items())):
                new_count += self._put_new(dict(batch))
        return new_count

    def drop_notices(self, source: str, *, keep: Iterable[Notice]) -> int:
        """Forget what this source said before and says no longer. Returns how many notices went."""
        kept = {entry_of_notice(notice) for notice in keep}
        with self._transaction() as connection:
            said = connection.execute(select(notices.c.digest).where(notices.c.source == source)).scalars()
            gone = [bytes(digest) for digest in said if bytes(digest) not in kept]
            for batch in batches(gone):
                connection.execute(delete(notice_targets).where(notice_targets.c.digest.in_(batch)))
                connection.execute(delete(notices).where(notices.c.digest.in_(batch)))
            self._writing.removed += gone
        return len(gone)

    def notices(self, ids: Sequence[Ids]) -> tuple[tuple[Notice, ...], ...]:
        """For each set of identifiers, the notices that target any of them, in a fixed order."""
        return self._under([lookup_keys(each) for each in ids])

    def superseded_by(self, ids: Sequence[Ids]) -> tuple[tuple[Notice, ...], ...]:
        """For each set of identifiers, the notices that say what it took the place of, in a fixed order."""
        return self._under([tuple(f"{BY}{key}" for key in lookup_keys(each)) for each in ids])

    def _under(self, keys_of: Sequence[tuple[str, ...]]) -> tuple[tuple[Notice, ...], ...]:
        against: dict[str, dict[bytes, bytes]] = {}
        with self._reading() as connection:
            for batch in batches(sorted({key for keys in keys_of for key in keys})):
                for row in connection.execute(_AGAINST, {"keys": batch}):
                    against.setdefault(row.key, {})[bytes(row.digest)] = bytes(row.noun)
        return tuple(_in_order({d: n for key in keys for d, n in against.get(key, {}).items()}) for keys in keys_of)

    def iter_notices(self) -> Iterator[Notice]:
        """Every notice, in a fixed order; memory stays flat."""
        last = b""
        while True:
            page = select(notices.c.digest, notices.c.noun).where(notices.c.digest > last)
            with self._reading() as connection:
                rows = connection.execute(page.order_by(notices.c.digest).limit(BATCH_ROWS)).all()
            for row in rows:
                yield decode(bytes(row.noun), Notice)
            if len(rows) < BATCH_ROWS:
                return
            last = bytes(rows[-1].digest)

    def put_notice_list(self, notice_list: NoticeList) -> None:
        """Remember that a list was ingested, by its name; a later date replaces an earlier one."""
        with self._transaction() as connection:
            named = select(notice_lists.c.noun).where(notice_lists.c.name == notice_list.name)
            noun = connection.execute(named).scalar()
            held = None if noun is None else decode(bytes(noun), NoticeList)
            if held is not None and held.as_of >= notice_list.as_of:
                return
            if held is not None:
                self._writing.removed.append(entry_of_list(held))
            row = self._insert(notice_lists).values(name=notice_list.name, noun=encode(notice_list))
            update_rule = {"index_elements": [notice_lists.c.name], "set_": {"noun": row.excluded.noun}}
            connection.execute(row.on_conflict_do_update(**update_rule))
            self._writing.added.append(entry_of_list(notice_list))

    def notice_lists(self) -> tuple[NoticeList, ...]:
        """All lists, by name."""
        with self._reading() as connection:
            nouns = connection.execute(select(notice_lists.c.noun).order_by(notice_lists.c.name)).scalars().all()
        return tuple(decode(bytes(noun), NoticeList) for noun in nouns)

    def _put_new(self, by_digest: dict[bytes, Notice]) -> int:
        """Insert those of a batch that are not held. Returns how many."""
        with self._transaction() as connection:
            known = connection.execute(select(notices.c.digest).where(notices.c.digest.in_(list(by_digest))))
            held = {bytes(digest) for digest in known.scalars()}
            fresh = {digest: notice for digest, notice in by_digest.items() if digest not in held}
            if not fresh:
                return 0
            connection.execute(insert(notices), [_row(d, n) for d, n in fresh.items()])
            targets = [{"key": key, "digest": d} for d, n in fresh.items() for key in notice_keys(n)]
            if targets:
                connection.execute(insert(notice_targets), targets)
            self._writing.added += fresh
        return len(fresh)


def _row(digest: bytes, notice: Notice) -> dict[str, object]:
    return {"digest": digest, "source": clean_text(notice.source), "noun": encode(notice)}


def _in_order(nouns: dict[bytes, bytes]) -> tuple[Notice, ...]:
    """Notices by their date, then by their digest, so that the order never depends on arrival."""
    found = [(digest, decode(noun, Notice)) for digest, noun in nouns.items()]
    return tuple(notice for _, notice in sorted(found, key=lambda pair: (pair[1].on or "", pair[0])))
