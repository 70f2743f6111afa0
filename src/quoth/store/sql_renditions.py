"""Texts of records, their versions and which of them are current, in a database."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, or_, select, update

from quoth.errors import BadInput, NotFound
from quoth.model import Record, RecordId, Rendition, RenditionId, decode, encode
from quoth.store.keys import BATCH_ROWS, askable, family_of, reading_order, slot_of
from quoth.store.session import batches
from quoth.store.snapshot import digest_of_rendition
from quoth.store.sql_records import SqlRecords
from quoth.store.stored import StoredRendition
from quoth.store.tables import records, renditions

__all__ = ["SqlRenditions"]

_STATE = (
    renditions.c.id,
    renditions.c.record_id,
    renditions.c.slot,
    renditions.c.rank,
    renditions.c.form,
    renditions.c.version,
    renditions.c.current,
)
_WHOLE = (renditions.c.id, renditions.c.record_id, renditions.c.noun, renditions.c.version, renditions.c.current)

# Statements that run for every report of an ingest or every source of a page are built once.
_RIVALS = select(*_STATE).where(
    or_(renditions.c.record_id == bindparam("record"), renditions.c.id == bindparam("text"))
)
_BY_IDS = select(*_WHOLE).where(renditions.c.id.in_(bindparam("ids", expanding=True)))
_OF_RECORD = select(*_WHOLE).where(renditions.c.record_id == bindparam("record"))
_HELD = select(records.c.seq).where(records.c.id == bindparam("one"))
_KEEP = insert(renditions)
_PAGE = (
    select(records.c.seq, records.c.id, records.c.noun)
    .where(records.c.seq > bindparam("last"))
    .order_by(records.c.seq)
    .limit(100)  # with more at hand than this, nouns leave the processor's cache, and take half as long again
    .subquery()
)
_BESIDE_RECORDS = (
    select(_PAGE.c.seq, _PAGE.c.noun.label("entry"), *_WHOLE)
    .select_from(_PAGE.outerjoin(renditions, and_(renditions.c.record_id == _PAGE.c.id, renditions.c.current)))
    .order_by(_PAGE.c.seq, renditions.c.id)
)


class SqlRenditions(SqlRecords):
    """The part of the database store that holds texts."""

    def put_rendition(
        self, record_id: RecordId, rendition: Rendition, *, slot: str | None = None, rank: str = ""
    ) -> bool:
        """Keep this text under the record; see the Protocol for slots and ranks."""
        place = slot_of(rendition) if slot is None else slot
        with self._transaction() as connection:
            record_id = self._known(connection, record_id)
            rows = connection.execute(_RIVALS, {"record": record_id, "text": rendition.id}).all()
            same = next((row for row in rows if row.id == rendition.id), None)
            if same is not None and same.record_id != record_id:
                raise BadInput(
                    f"Text {rendition.id!r} is held under {same.record_id!r} and cannot also stand under "
                    f"{record_id!r}. Give it an id of its own."
                )
            if same is not None and (rank < same.rank or (same.current and rank == same.rank)):
                return False
            place = same.slot if same is not None else place
            holder = next((row for row in rows if row.slot == place and row.current and row is not same), None)
            current = holder is None or rank >= holder.rank
            if current and holder is not None:
                _set(connection, [holder.id], current=False)
            content = {"rank": rank, "current": current, "passages": len(rendition.sentences)}
            content |= {"digest": digest_of_rendition(rendition), "noun": encode(rendition)}
            if same is not None:
                _set(connection, [same.id], **content)
            else:
                form = rendition.form.value
                version = 1 + sum(row.form == form and row.record_id == record_id for row in rows)
                place_of = {"id": rendition.id, "record_id": record_id, "family": family_of(rendition.origin)}
                place_of |= {"slot": place, "form": form, "version": version}
                connection.execute(_KEEP, place_of | content)
            self._writing.touched.add(record_id)
        return same is None

    def retire_renditions(self, family: str, *, below_rank: str) -> tuple[RecordId, ...]:
        """Make texts of this origin family with a lower rank no longer current."""
        older = select(renditions.c.id, renditions.c.record_id).where(
            renditions.c.family == family, renditions.c.rank < below_rank, renditions.c.current
        )
        with self._transaction() as connection:
            rows = connection.execute(older).all()
            for batch in batches(rows):
                _set(connection, [row.id for row in batch], current=False)
            lost = sorted({RecordId(row.record_id) for row in rows})
            self._writing.touched.update(lost)
        return tuple(lost)

    def renditions(self, record_id: RecordId, *, current_only: bool = True) -> tuple[StoredRendition, ...]:
        """Texts of one record: verbatim before summary, full text before abstract, newest version first."""
        if not askable([record_id]):
            return ()
        with self._reading() as connection:
            found = _texts_of(connection, record_id)
            if not found:
                joined = self._joined(connection, [record_id])
                found = _texts_of(connection, joined[record_id]) if joined else ()
        return tuple(stored for stored in sorted(found, key=reading_order) if stored.current or not current_only)

    def rendition(self, rendition_id: RenditionId) -> StoredRendition:
        """One text. Raises NotFound."""
        found = self.renditions_by_id([rendition_id]).get(rendition_id)
        if found is None:
            raise NotFound(f"No text {rendition_id!r} in this library. `quoth show SOURCE` lists a source's texts.")
        return found

    def renditions_by_id(self, rendition_ids: Sequence[RenditionId]) -> dict[RenditionId, StoredRendition]:
        """Many texts in one read; unknown ids are left out."""
        asked = askable(rendition_ids)
        if not asked:
            return {}
        found: dict[RenditionId, StoredRendition] = {}
        with self._reading() as connection:
            for batch in batches(asked):
                rows = connection.execute(_BY_IDS, {"ids": batch})
                found |= {RenditionId(row.id): _stored(row) for row in rows}
        return {rendition_id: found[rendition_id] for rendition_id in asked if rendition_id in found}

    def iter_renditions(
        self, *, current_only: bool = True, after: RenditionId | None = None
    ) -> Iterator[StoredRendition]:
        """Every text, by id, ascending; memory stays flat."""
        last = after or ""
        while True:
            page = select(*_WHOLE).where(renditions.c.id > last)
            page = page.where(renditions.c.current) if current_only else page
            with self._reading() as connection:
                rows = connection.execute(page.order_by(renditions.c.id).limit(BATCH_ROWS)).all()
            for row in rows:
                yield _stored(row)
            if len(rows) < BATCH_ROWS:
                return
            last = rows[-1].id

    def iter_texts(self, *, after: RecordId | None = None) -> Iterator[tuple[Record, StoredRendition]]:
        """Every current text beside its record, in the order in which the records came; memory stays flat."""
        return ((record, text) for record, text in self.iter_entries(after=after) if text is not None)

    def iter_entries(self, *, after: RecordId | None = None) -> Iterator[tuple[Record, StoredRendition | None]]:
        """As `iter_texts`, and in its place every record without a current text, beside `None`."""
        last = 0 if after is None else self._place_of(after)
        while True:
            with self._reading() as connection:
                rows = connection.execute(_BESIDE_RECORDS, {"last": last}).all()
            record = None
            for row in rows:
                if row.seq != last:
                    last, record = row.seq, decode(bytes(row.entry), Record)
                if record is not None:
                    yield record, None if row.id is None else _stored(row)
            if not rows:
                return

    def _place_of(self, record_id: RecordId) -> int:
        with self._reading() as connection:
            place = connection.execute(_HELD, {"one": record_id}).scalar()
        if place is None:
            raise NotFound(f"No record {record_id!r} in this library.")
        return int(place)

    def _known(self, connection: Connection, record_id: RecordId) -> RecordId:
        """The id under which the record is held. Raises NotFound."""
        if record_id in self._writing.touched or connection.execute(_HELD, {"one": record_id}).first():
            return record_id
        return self.record(record_id).id

    def _move_renditions(self, connection: Connection, kept: RecordId, gone: RecordId) -> None:
        """Put the texts of `gone` under `kept`, number them on, and leave one current text for each slot."""
        rows = connection.execute(select(*_STATE).where(renditions.c.record_id.in_([kept, gone]))).all()
        ordered = sorted(rows, key=lambda row: (row.record_id == gone, row.version, row.id))
        best: dict[str, tuple[str, str]] = {}
        for row in ordered:
            if row.current:
                best[row.slot] = max(best.get(row.slot, ("", "")), (row.rank, row.id))
        versions: dict[str, int] = {}
        for row in ordered:
            versions[row.form] = versions.get(row.form, 0) + 1
            current = row.current and best[row.slot][1] == row.id
            _set(connection, [row.id], record_id=kept, version=versions[row.form], current=current)


def _set(connection: Connection, rendition_ids: Sequence[str], **values: object) -> None:
    connection.execute(update(renditions).where(renditions.c.id.in_(rendition_ids)).values(**values))


def _texts_of(connection: Connection, record_id: RecordId) -> tuple[StoredRendition, ...]:
    return tuple(_stored(row) for row in connection.execute(_OF_RECORD, {"record": record_id}))


def _stored(row: Any) -> StoredRendition:  # noqa: ANN401 - rows are typed by their columns at run time
    noun = decode(bytes(row.noun), Rendition)
    return StoredRendition(RecordId(row.record_id), noun, bool(row.current), row.version)
