"""Records by kind and year in the order of arrival, in a database: each page is a stretch of an index."""

from sqlalchemy import ColumnElement, func, select, true

from quoth.model import Record, decode
from quoth.store.keys import NOT_STATED, UNKNOWN_YEAR
from quoth.store.session import SqlSession
from quoth.store.tables import records

__all__ = ["SqlShelves"]

_DIGITS_MAX = 9


class SqlShelves(SqlSession):
    """The part of the database store that leafs through the catalogue."""

    def recent_records(
        self, *, kind: str = "", year: str = "", before: int | None = None, after: int | None = None, limit: int
    ) -> tuple[tuple[int, Record], ...]:
        """A page of records with their numbers of arrival, newest first; see the Protocol."""
        page = select(records.c.seq, records.c.noun).where(_on(kind, year)).limit(limit)
        if before is not None:
            page = page.where(records.c.seq < before)
        if after is not None:
            page = page.where(records.c.seq > after)
        newest_first = after is None
        with self._reading() as connection:
            rows = connection.execute(page.order_by(records.c.seq.desc() if newest_first else records.c.seq)).all()
        ordered = rows if newest_first else rows[::-1]
        return tuple((int(row.seq), decode(bytes(row.noun), Record)) for row in ordered)

    def count_records(self, *, kind: str = "", year: str = "") -> int:
        """How many records of this kind and year there are."""
        counted = select(func.count()).select_from(records).where(_on(kind, year))
        with self._reading() as connection:
            return int(connection.execute(counted).scalar_one())


def _on(kind: str, year: str) -> ColumnElement[bool]:
    wanted: ColumnElement[bool] = true()
    if kind:
        wanted = records.c.design.is_(None) if kind == NOT_STATED else records.c.design == kind
    if year == UNKNOWN_YEAR:
        wanted &= records.c.year.is_(None)
    elif year:
        wanted &= records.c.year == (int(year) if year.isdecimal() and len(year) <= _DIGITS_MAX else -1)
    return wanted
