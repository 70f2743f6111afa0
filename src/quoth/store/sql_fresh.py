"""Many new records at a time, in a database: four reads for a batch, and one statement for each table."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Engine, Insert, bindparam, insert, select, union_all
from sqlalchemy.exc import IntegrityError

from quoth.errors import BadInput
from quoth.model import RecordId, RenditionId
from quoth.store.fresh import FreshRecord, Held
from quoth.store.session import SqlSession, batches
from quoth.store.tables import aliases, identifiers, notice_targets, records, renditions, title_keys

__all__ = ["SqlFresh"]

N = TypeVar("N", bound=str)
Rows = list[dict[str, object]]

_ASKED: BindParameter[Sequence[str]] = bindparam("asked", expanding=True)
_KEYS = union_all(
    select(identifiers.c.key).where(identifiers.c.key.in_(_ASKED)),
    select(notice_targets.c.key).where(notice_targets.c.key.in_(_ASKED)),
)
_TITLES = select(title_keys.c.key).where(title_keys.c.key.in_(_ASKED))
_RECORD_IDS = union_all(
    select(records.c.id).where(records.c.id.in_(_ASKED)), select(aliases.c.id).where(aliases.c.id.in_(_ASKED))
)
_TEXT_IDS = select(renditions.c.id).where(renditions.c.id.in_(_ASKED))

_KEEP_RECORD = insert(records)
_KEEP_KEY = insert(identifiers)
_KEEP_TITLE = insert(title_keys)
_KEEP_TEXT = insert(renditions)


class SqlFresh(SqlSession):
    """The part of the database store that takes in what is new by the batch."""

    def __init__(self, engine: Engine, *, busy_s: float) -> None:
        """As `SqlSession`."""
        super().__init__(engine, busy_s=busy_s)
        self._by_driver: dict[str, tuple[str, Sequence[str] | None]] = {}
        """By table, the statement in the driver's words, and the order of its values where they have no names."""

    def held(
        self,
        *,
        keys: Sequence[str] = (),
        titles: Sequence[str] = (),
        record_ids: Sequence[RecordId] = (),
        text_ids: Sequence[RenditionId] = (),
    ) -> Held:
        """Which of these names the library knows."""
        with self._reading() as connection:
            return Held(
                _known(connection, _KEYS, keys, str),
                _known(connection, _TITLES, titles, str),
                _known(connection, _RECORD_IDS, record_ids, RecordId),
                _known(connection, _TEXT_IDS, text_ids, RenditionId),
            )

    def put_fresh(self, fresh: Sequence[FreshRecord]) -> None:
        """Insert records of which nothing is held."""
        keys: Rows = [{"key": key, "record_id": each.id} for each in fresh for key in each.keys]
        titles: Rows = [{"key": each.title_key, "record_id": each.id} for each in fresh if each.title_key]
        with self._transaction() as connection:
            self._before_many(connection)
            for statement, rows in (
                (_KEEP_RECORD, [_record_row(each) for each in fresh]),
                (_KEEP_KEY, keys),
                (_KEEP_TITLE, titles),
                (_KEEP_TEXT, [row for each in fresh for row in _text_rows(each)]),
            ):
                if rows:
                    self._keep(connection, statement, rows)
            self._writing.added += [each.entry for each in fresh]

    def _keep(self, connection: Connection, statement: Insert, rows: Rows) -> None:
        """Set rows down by the driver itself: text, numbers and bytes need none of the toolkit's care for each."""
        name = statement.table.name
        if name not in self._by_driver:
            written = statement.compile(dialect=connection.dialect, column_keys=list(rows[0]))
            self._by_driver[name] = str(written), written.positiontup
        sql, places = self._by_driver[name]
        try:
            connection.exec_driver_sql(sql, rows if places is None else list(map(itemgetter(*places), rows)))
        except IntegrityError as fault:
            raise BadInput(f"One of {len(rows)} new rows of {name!r} is held already.") from fault


def _known(connection: Connection, statement: Any, asked: Sequence[N], kind: Callable[[str], N]) -> frozenset[N]:  # noqa: ANN401 - a SELECT or a union of them
    found: set[N] = set()
    for batch in batches(list(dict.fromkeys(asked))):
        found.update(kind(name) for name in connection.execute(statement, {"asked": batch}).scalars())
    return frozenset(found)


def _record_row(fresh: FreshRecord) -> dict[str, object]:
    return {
        "id": fresh.id,
        "design": fresh.design,
        "year": fresh.year,
        "digest": fresh.digest,
        "entry": fresh.entry,
        "noun": fresh.noun,
    }


def _text_rows(fresh: FreshRecord) -> Rows:
    return [
        {
            "id": text.id,
            "record_id": fresh.id,
            "family": text.family,
            "slot": text.slot,
            "rank": text.rank,
            "form": text.form,
            "version": text.version,
            "current": True,
            "passages": text.passages,
            "digest": text.digest,
            "noun": text.noun,
        }
        for text in fresh.texts
    ]
