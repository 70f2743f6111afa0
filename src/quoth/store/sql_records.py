"""Catalogue entries, their identifiers and what single sources said, in a database."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, union_all, update

from quoth.errors import NotFound
from quoth.model import Ids, Record, RecordId, decode, encode, stated_design
from quoth.store.keys import BATCH_ROWS, askable, lookup_keys
from quoth.store.session import SqlSession, batches
from quoth.store.snapshot import digest_of_record
from quoth.store.tables import aliases, entries, identifiers, records, renditions, title_keys

__all__ = ["SqlRecords"]

# Statements that run for every report of an ingest or every source of a page are built once.
_DIGEST = select(records.c.digest).where(records.c.id == bindparam("one"))
_TAKEN = union_all(
    select(records.c.id).where(records.c.id == bindparam("one")),
    select(aliases.c.id).where(aliases.c.id == bindparam("one")),
)
_BY_IDS = select(records.c.id, records.c.noun).where(records.c.id.in_(bindparam("ids", expanding=True)))
_BY_KEYS = (
    select(identifiers.c.key, records.c.id, records.c.seq)
    .join(records, records.c.id == identifiers.c.record_id)
    .where(identifiers.c.key.in_(bindparam("keys", expanding=True)))
)
_BY_TITLE = (
    select(records.c.id)
    .join(title_keys, title_keys.c.record_id == records.c.id)
    .where(title_keys.c.key == bindparam("title"))
    .order_by(records.c.seq)
)
_ENTRIES = (
    select(entries.c.source, entries.c.noun).where(entries.c.record_id == bindparam("one")).order_by(entries.c.source)
)
_IDENTIFY = insert(identifiers)


class SqlRecords(SqlSession, ABC):
    """The part of the database store that holds the catalogue."""

    @cached_property
    def _new_record(self) -> Any:  # noqa: ANN401 - see `_insert`
        """An INSERT that answers with a row only where the id was not held."""
        return self._insert(records).on_conflict_do_nothing().returning(records.c.seq)

    def put_record(self, record: Record) -> None:
        """Insert or replace the catalogue entry with this id, and its identifiers."""
        row = {
            "id": record.id,
            "design": kind.value if (kind := stated_design(record)) else None,
            "year": record.published.year,
            "digest": digest_of_record(record),
            "noun": encode(record),
        }
        fresh = {name: value for name, value in row.items() if name != "id"}
        with self._transaction() as connection:
            if connection.execute(self._new_record, row).first() is None:
                if bytes(connection.execute(_DIGEST, {"one": record.id}).scalar_one()) == row["digest"]:
                    return
                connection.execute(update(records).where(records.c.id == record.id).values(fresh))
                connection.execute(delete(identifiers).where(identifiers.c.record_id == record.id))
            if keys := lookup_keys(record.ids):
                connection.execute(_IDENTIFY, [{"key": key, "record_id": record.id} for key in keys])
            self._writing.touched.add(record.id)

    def record(self, record_id: RecordId) -> Record:
        """The catalogue entry. Raises NotFound."""
        found = self.records_by_id([record_id]).get(record_id)
        if found is None:
            raise NotFound(
                f"No source {record_id!r} in this library. List what is there with `quoth library`, or ingest it first."
            )
        return found

    def records_by_id(self, record_ids: Sequence[RecordId]) -> dict[RecordId, Record]:
        """Many entries in one read; unknown ids are left out."""
        asked = askable(record_ids)
        if not asked:
            return {}
        with self._reading() as connection:
            found = _records_in(connection, asked)
            missing = [record_id for record_id in asked if record_id not in found]
            joined = self._joined(connection, missing) if missing else {}
            if joined:
                targets = _records_in(connection, sorted(set(joined.values())))
                found |= {gone: targets[kept] for gone, kept in joined.items() if kept in targets}
        return {record_id: found[record_id] for record_id in asked if record_id in found}

    def iter_records(self) -> Iterator[Record]:
        """Every record, by id, ascending; memory stays flat."""
        last = ""
        while True:
            page = select(records.c.id, records.c.noun).where(records.c.id > last)
            with self._reading() as connection:
                rows = connection.execute(page.order_by(records.c.id).limit(BATCH_ROWS)).all()
            for row in rows:
                yield decode(bytes(row.noun), Record)
            if len(rows) < BATCH_ROWS:
                return
            last = rows[-1].id

    def find(self, ids: Ids) -> RecordId | None:
        """The record that carries any of these identifiers: PMID first, then DOI, PMCID, pack id; then the older."""
        found = self.find_all(ids)
        return found[0] if found else None

    def find_all(self, ids: Ids) -> tuple[RecordId, ...]:
        """Every record that carries any of these identifiers, in the order of `find`, each once."""
        keys = lookup_keys(ids)
        if not keys:
            return ()
        with self._reading() as connection:
            rows = connection.execute(_BY_KEYS, {"keys": keys}).all()
        ordered = sorted(rows, key=lambda row: (keys.index(row.key), row.seq))
        return tuple(dict.fromkeys(RecordId(row.id) for row in ordered))

    def age(self, record_ids: Sequence[RecordId]) -> tuple[RecordId, ...]:
        """The known ones of these ids, oldest in this library first."""
        held = select(records.c.id).where(records.c.id.in_(list(record_ids))).order_by(records.c.seq)
        with self._reading() as connection:
            return tuple(RecordId(record_id) for record_id in connection.execute(held).scalars())

    def find_title(self, key: str) -> tuple[RecordId, ...]:
        """Records whose title key is this one, oldest first."""
        with self._reading() as connection:
            return tuple(RecordId(record_id) for record_id in connection.execute(_BY_TITLE, {"title": key}).scalars())

    def put_title_key(self, record_id: RecordId, key: str) -> None:
        """Remember the title key of a record."""
        with self._transaction() as connection:
            connection.execute(self._insert_new(title_keys), {"key": key, "record_id": record_id})

    def is_taken(self, record_id: RecordId) -> bool:
        """Whether a record has this id, or had it before it was joined to another one."""
        with self._reading() as connection:
            return connection.execute(_TAKEN, {"one": record_id}).first() is not None

    def put_entry(self, record_id: RecordId, source: str, entry: Record) -> None:
        """Remember what one source says of a record, replacing what the same source said before."""
        row = self._insert(entries).values(record_id=record_id, source=source, noun=encode(entry))
        with self._transaction() as connection:
            connection.execute(
                row.on_conflict_do_update(
                    index_elements=[entries.c.record_id, entries.c.source], set_={"noun": row.excluded.noun}
                )
            )

    def delete_entry(self, record_id: RecordId, source: str) -> None:
        """Forget what one source says of a record."""
        with self._transaction() as connection:
            connection.execute(delete(entries).where(entries.c.record_id == record_id, entries.c.source == source))

    def entries(self, record_id: RecordId) -> tuple[tuple[str, Record], ...]:
        """What each source says of a record, by source name; empty where nothing was remembered."""
        with self._reading() as connection:
            rows = connection.execute(_ENTRIES, {"one": record_id}).all()
        return tuple((row.source, decode(bytes(row.noun), Record)) for row in rows)

    def join_records(self, kept: RecordId, gone: RecordId) -> None:
        """Move texts and title keys of `gone` to `kept`; the id `gone` goes on to name `kept`."""
        with self._transaction() as connection:
            self.record(kept), self.record(gone)
            self._move_renditions(connection, kept, gone)
            for key in connection.execute(select(title_keys.c.key).where(title_keys.c.record_id == gone)).scalars():
                self.put_title_key(kept, key)
            connection.execute(update(aliases).where(aliases.c.record_id == gone).values(record_id=kept))
            self._take_out(connection, gone)
            connection.execute(insert(aliases), {"id": gone, "record_id": kept})
            self._writing.touched.add(kept)

    def delete_record(self, record_id: RecordId) -> None:
        """Take a record and its texts out. Notices and stored answers stay."""
        with self._transaction() as connection:
            self._take_out(connection, record_id)

    def _take_out(self, connection: Connection, record_id: RecordId) -> None:
        """Remove a record's row, all that hangs on it, and what it added to the content sum."""
        entry = connection.execute(select(records.c.entry).where(records.c.id == record_id)).scalar()
        if entry is not None:
            self._writing.removed.append(bytes(entry))
        self._writing.touched.discard(record_id)
        self._writing.changed.add(record_id)
        for table in (renditions, identifiers, title_keys, entries, aliases):
            connection.execute(delete(table).where(table.c.record_id == record_id))
        connection.execute(delete(records).where(records.c.id == record_id))

    @abstractmethod
    def _move_renditions(self, connection: Connection, kept: RecordId, gone: RecordId) -> None:
        """Put the texts of one record under another: `SqlRenditions` does."""

    def _joined(self, connection: Connection, record_ids: Sequence[RecordId]) -> dict[RecordId, RecordId]:
        """For ids that were joined to another record, that record's id."""
        found: dict[RecordId, RecordId] = {}
        for batch in batches(record_ids):
            held = select(aliases.c.id, aliases.c.record_id).where(aliases.c.id.in_(batch))
            found |= {RecordId(row.id): RecordId(row.record_id) for row in connection.execute(held)}
        return found


def _records_in(connection: Connection, record_ids: Sequence[RecordId]) -> dict[RecordId, Record]:
    """The records with these ids, read in as few statements as the engines allow."""
    found: dict[RecordId, Record] = {}
    for batch in batches(record_ids):
        rows = connection.execute(_BY_IDS, {"ids": batch})
        found |= {RecordId(row.id): decode(bytes(row.noun), Record) for row in rows}
    return found
