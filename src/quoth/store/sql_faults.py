"""Looks through a whole database for what does not fit: hashes, look-up rows, the content sum, the file itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from quoth.errors import BadStoredData
from quoth.model import Holding, Notice, NoticeList, Record, Rendition, decode
from quoth.store.keys import lookup_keys
from quoth.store.session import SqlSession
from quoth.store.snapshot import (
    EMPTY_SUM,
    digest_of_record,
    digest_of_rendition,
    entry_of_list,
    entry_of_notice,
    entry_of_record,
    moved_sum,
)
from quoth.store.sql_holdings import HOLDINGS_AT_ONCE, by_record, holdings_of
from quoth.store.tables import identifiers, library_state, notice_lists, notices, packs, records, renditions

__all__ = ["SqlFaults"]


class SqlFaults(SqlSession):
    """The part of the database store that holds what is there against itself."""

    def faults(self, look: Callable[[Holding], Iterable[str]]) -> Iterator[str]:
        """What is wrong with what is held; see the Protocol."""
        with self.viewing(), self._reading() as connection:
            yield from _faults(connection, look)


def _faults(connection: Connection, look: Callable[[Holding], Iterable[str]]) -> Iterator[str]:
    """Every fault, in words; memory stays flat. `look` says what else is wrong with a holding that can be read."""
    yield from _of_the_file(connection)
    content = EMPTY_SUM
    last = 0
    while True:
        page = select(records).where(records.c.seq > last).order_by(records.c.seq).limit(HOLDINGS_AT_ONCE)
        rows = connection.execute(page).all()
        ids = [row.id for row in rows]
        texts, keys = by_record(connection, renditions, ids), by_record(connection, identifiers, ids)
        content = moved_sum(content, added=[bytes(row.entry) for row in rows if row.entry is not None])
        for row in rows:
            own = list(_of_a_record(row, texts.get(row.id, []), {key.key for key in keys.get(row.id, [])}))
            if not any(fault.startswith("unreadable") for fault in own):
                own += _looked(connection, row, look)
            yield from (f"{row.id}: {fault}" for fault in own)
        if len(rows) < HOLDINGS_AT_ONCE:
            break
        last = rows[-1].seq
    content = moved_sum(content, added=[bytes(entry) for entry in connection.execute(select(packs.c.entry)).scalars()])
    for row in _rows(connection, notices):
        content = moved_sum(content, added=[bytes(row.digest)])
        try:
            if entry_of_notice(decode(bytes(row.noun), Notice)) != bytes(row.digest):
                yield f"A notice of {row.source!r} was changed: its hash is another one."
        except BadStoredData as fault:
            yield f"A notice of {row.source!r} is unreadable: {fault}"
    for row in _rows(connection, notice_lists):
        try:
            content = moved_sum(content, added=[entry_of_list(decode(bytes(row.noun), NoticeList))])
        except BadStoredData as fault:
            yield f"The list {row.name!r} is unreadable: {fault}"
    held = connection.execute(select(library_state.c.content_sum)).scalar_one()
    if held != content:
        yield "The content sum, from which the snapshot id is made, is not the sum of what is held."


def _looked(connection: Connection, row: Any, look: Callable[[Holding], Iterable[str]]) -> list[str]:  # noqa: ANN401
    try:
        return list(look(holdings_of(connection, [row])[0]))
    except BadStoredData as fault:
        return [f"unreadable: {fault}"]


def _of_the_file(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds in its file; a server looks after its own."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA quick_check(20)").all():
        if line != "ok":
            yield f"The database file is damaged: {line}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20):
        yield f"A row of {row[0]!r} belongs to nothing in {row[2]!r}."


def _of_a_record(row: Any, texts: Sequence[Any], keys: set[str]) -> Iterator[str]:  # noqa: ANN401 - rows
    try:
        record = decode(bytes(row.noun), Record)
    except BadStoredData as fault:
        yield f"unreadable: {fault}"
        return
    if record.id != row.id:
        yield f"the entry calls itself {record.id!r}"
    if digest_of_record(record) != bytes(row.digest):
        yield "the catalogue entry was changed: its hash is another one"
    if keys != set(lookup_keys(record.ids)):
        yield "its identifiers do not lead to it"
    current = []
    for text in texts:
        try:
            rendition = decode(bytes(text.noun), Rendition)
        except BadStoredData as fault:
            yield f"unreadable: {fault}"
            continue
        if rendition.id != text.id:
            yield f"text {text.id} calls itself {rendition.id!r}"
        if digest_of_rendition(rendition) != bytes(text.digest):
            yield f"text {text.id} was changed: its hash is another one"
        current += [bytes(text.digest)] if text.current else []
    slots = [text.slot for text in texts if text.current]
    if len(set(slots)) < len(slots):
        yield "two texts are current in one place"
    if row.entry is None or entry_of_record(bytes(row.digest), current) != bytes(row.entry):
        yield "what it adds to the snapshot id is not what is held of it"


def _rows(connection: Connection, table: Table) -> Iterator[Any]:
    column = next(iter(table.primary_key.columns))
    last: object = b"" if table is notices else ""
    while True:
        rows = connection.execute(select(table).where(column > last).order_by(column).limit(HOLDINGS_AT_ONCE)).all()
        yield from rows
        if len(rows) < HOLDINGS_AT_ONCE:
            return
        last = rows[-1][0]
