"""Whole holdings in a database: out as they are held, and in where nothing of them is held."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from quoth.errors import BadInput, NotFound
from quoth.model import (
    AuditEntry,
    HeldText,
    Holding,
    Proposal,
    Record,
    RecordId,
    Rendition,
    decode,
    encode,
    stated_design,
)
from quoth.store.keys import askable, clean_text, family_of, in_reading_order, lookup_keys
from quoth.store.session import SqlSession, batches
from quoth.store.snapshot import EMPTY_SUM, digest_of_record, digest_of_rendition, entry_of_record
from quoth.store.tables import (
    aliases,
    answer_records,
    answers,
    audit,
    changes,
    desk,
    entries,
    files,
    identifiers,
    library_state,
    notice_lists,
    notice_targets,
    notices,
    pack_concepts,
    packs,
    proposals,
    records,
    renditions,
    revisions,
    strategies,
    title_keys,
)

__all__ = ["HOLDINGS_AT_ONCE", "SqlHoldings", "by_record", "holdings_of"]

HOLDINGS_AT_ONCE = 250
"""Records read with all that hangs on them: full texts are long."""

Rows = list[dict[str, Any]]

_ALL = (
    proposals, answer_records, answers, renditions, identifiers, title_keys, aliases, entries, records, notice_targets,
    notices, notice_lists, pack_concepts, packs, files, strategies, desk, audit, changes, revisions,
)  # fmt: skip


class SqlHoldings(SqlSession):
    """The part of the database store that moves everything between libraries."""

    def holding(self, record_id: RecordId) -> Holding:
        """All that is held of a record. Raises NotFound."""
        with self._reading() as connection:
            asked = askable([record_id])
            named = select(aliases.c.record_id).where(aliases.c.id.in_(asked))
            held = connection.execute(named).scalar() or record_id
            rows = connection.execute(select(records).where(records.c.id.in_(askable([held])))).all()
            if not rows:
                raise NotFound(f"No source {record_id!r} in this library. List what is there with `quoth library`.")
            return holdings_of(connection, rows)[0]

    def iter_holdings(self) -> Iterator[Holding]:
        """Everything, a record at a time, in the order of arrival; memory stays flat."""
        last = 0
        while True:
            page = select(records).where(records.c.seq > last).order_by(records.c.seq).limit(HOLDINGS_AT_ONCE)
            with self._reading() as connection:
                rows = connection.execute(page).all()
                found = holdings_of(connection, rows)
            yield from found
            if len(rows) < HOLDINGS_AT_ONCE:
                return
            last = rows[-1].seq

    def put_holdings(self, holdings: Sequence[Holding]) -> None:
        """Insert records of which nothing is held, exactly as they were held elsewhere."""
        rows: dict[Table, Rows] = {table: [] for table in _INSERTED}
        for each in holdings:
            _lay_out(each, rows)
        with self._transaction() as connection:
            taken = {str(row["id"]) for table in (records, aliases) for row in rows[table]}
            for table in (records, aliases):
                for batch in batches(sorted(taken)):
                    if name := connection.execute(select(table.c.id).where(table.c.id.in_(batch))).scalar():
                        raise BadInput(f"{name!r} is held already.")
            self._before_many(connection)
            for table, table_rows in rows.items():
                if table_rows:
                    _insert(connection, table, table_rows)
            self._writing.added += [row["entry"] for row in rows[records]]

    def clear(self) -> None:
        """Take everything out."""
        with self._transaction() as connection:
            for table in _ALL:
                connection.execute(delete(table))
            self._writing.begin()
            state = connection.execute(select(library_state.c.revision)).scalar_one() + 1
            connection.execute(update(library_state).values(content_sum=EMPTY_SUM, revision=state))
            self._note(connection, state, EMPTY_SUM)

    def put_audit(self, entries: Iterable[AuditEntry]) -> None:
        """Lines of a trail as they were written, for a library that has none."""
        with self._transaction() as connection:
            if connection.execute(select(func.count()).select_from(audit)).scalar_one():
                raise BadInput("The library has an audit trail of its own. Nothing can be put into it.")
            for entry in entries:
                connection.execute(insert(audit), {"number": entry.number, "noun": encode(entry)})


_INSERTED = (records, identifiers, title_keys, aliases, entries, renditions, proposals)


def _insert(connection: Connection, table: Table, rows: Rows) -> None:
    try:
        connection.execute(insert(table), rows)
    except IntegrityError as fault:
        raise BadInput(f"One of {len(rows)} new rows of {table.name!r} is held already.") from fault


def _lay_out(holding: Holding, rows: dict[Table, Rows]) -> None:
    """The rows of one holding, added to those of the others."""
    record = holding.record
    texts = [_text_row(holding, text) for text in holding.texts]
    versions: dict[object, int] = {}
    for row in texts:
        versions[row["form"]] = row["version"] = versions.get(row["form"], 0) + 1
    digest = digest_of_record(record)
    rows[records].append(
        {
            "id": record.id,
            "design": kind.value if (kind := stated_design(record)) else None,
            "year": record.published.year,
            "digest": digest,
            "entry": entry_of_record(digest, (row["digest"] for row in texts if row["current"])),
            "noun": encode(record),
        }
    )
    rows[renditions] += texts
    rows[identifiers] += [{"key": key, "record_id": record.id} for key in lookup_keys(record.ids)]
    rows[title_keys] += [{"key": key, "record_id": record.id} for key in holding.title_keys]
    rows[aliases] += [{"id": former, "record_id": record.id} for former in holding.former_ids]
    for source, entry in holding.entries:
        rows[entries].append({"record_id": record.id, "source": clean_text(source), "noun": encode(entry)})
    for one in holding.proposals:
        rows[proposals].append({"rendition_id": one.rendition_id, "id": one.id, "noun": encode(one)})


def _text_row(holding: Holding, text: HeldText) -> dict[str, Any]:
    one = text.rendition
    return {
        "id": one.id,
        "record_id": holding.record.id,
        "family": family_of(one.origin),
        "slot": text.slot,
        "rank": text.rank,
        "form": one.form.value,
        "current": text.current,
        "passages": len(one.sentences),
        "digest": digest_of_rendition(one),
        "noun": encode(one),
    }


def holdings_of(connection: Connection, rows: Sequence[Any]) -> list[Holding]:
    """The records of some rows with all that hangs on them, in the order of the rows."""
    ids = [row.id for row in rows]
    texts = by_record(connection, renditions, ids)
    formers, keys = by_record(connection, aliases, ids), by_record(connection, title_keys, ids)
    said = by_record(connection, entries, ids)
    text_ids = [text.id for them in texts.values() for text in them]
    found: dict[str, list[Proposal]] = {}
    for batch in batches(text_ids):
        for row in connection.execute(select(proposals).where(proposals.c.rendition_id.in_(batch))):
            found.setdefault(row.rendition_id, []).append(decode(bytes(row.noun), Proposal))
    return [_holding(row, formers, said, keys, texts, found) for row in rows]


def by_record(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, list[Any]]:
    """The rows of a table that hang on these records, by record."""
    found: dict[str, list[Any]] = {}
    for batch in batches(ids):
        for row in connection.execute(select(table).where(table.c.record_id.in_(batch))):
            found.setdefault(row.record_id, []).append(row)
    return found


def _holding(
    row: Any,  # noqa: ANN401 - rows are typed by their columns at run time
    formers: dict[str, list[Any]],
    said: dict[str, list[Any]],
    keys: dict[str, list[Any]],
    texts: dict[str, list[Any]],
    found: dict[str, list[Proposal]],
) -> Holding:
    held = sorted(texts.get(row.id, ()), key=lambda text: (text.version, text.form, text.id))
    ids = [text.id for text in held]
    return Holding(
        record=decode(bytes(row.noun), Record),
        former_ids=tuple(sorted(RecordId(former.id) for former in formers.get(row.id, ()))),
        entries=tuple(sorted(((e.source, decode(bytes(e.noun), Record)) for e in said.get(row.id, ())), key=_source)),
        title_keys=tuple(sorted(key.key for key in keys.get(row.id, ()))),
        texts=tuple(
            HeldText(decode(bytes(text.noun), Rendition), text.slot, text.rank, bool(text.current)) for text in held
        ),
        proposals=in_reading_order((one for text_id in ids for one in found.get(text_id, ())), ids),
    )


def _source(entry: tuple[str, Record]) -> str:
    return entry[0]
