"""The desk in a database: accounts, reviews, reports, and the audit trail."""

from sqlalchemy import delete, func, insert, select

from quoth.model import DESK, AuditEntry, DeskItem, DeskItemT, decode, encode, linked
from quoth.store.keys import askable, clean_text
from quoth.store.session import SqlSession
from quoth.store.tables import audit, desk

__all__ = ["SqlDesk"]


class SqlDesk(SqlSession):
    """The part of the database store that holds what people keep besides the library."""

    def put_item(self, item: DeskItem) -> None:
        """Insert or replace an item by its id."""
        row = self._insert(desk).values(
            kind=DESK[type(item)], id=item.id, about=clean_text(item.about), until=item.until, noun=encode(item)
        )
        new = {name: row.excluded[name] for name in ("about", "until", "noun")}
        with self._transaction() as connection:
            connection.execute(row.on_conflict_do_update(index_elements=[desk.c.kind, desk.c.id], set_=new))

    def item(self, kind: type[DeskItemT], item_id: str) -> DeskItemT | None:
        """The item of this kind with this id, or `None`."""
        wanted = select(desk.c.noun).where(desk.c.kind == DESK[kind], desk.c.id.in_(askable([item_id])))
        with self._reading() as connection:
            noun = connection.execute(wanted).scalar()
        return None if noun is None else decode(bytes(noun), kind)

    def items(self, kind: type[DeskItemT], *, about: str | None = None) -> tuple[DeskItemT, ...]:
        """All items of a kind, or those that are about one thing, by id, ascending."""
        wanted = select(desk.c.noun).where(desk.c.kind == DESK[kind]).order_by(desk.c.id)
        if about is not None:
            wanted = wanted.where(desk.c.about.in_(askable([about])))
        with self._reading() as connection:
            return tuple(decode(bytes(noun), kind) for noun in connection.execute(wanted).scalars())

    def delete_item(self, kind: type[DeskItem], item_id: str) -> None:
        """Forget an item; an unknown one is no fault."""
        with self._transaction() as connection:
            connection.execute(delete(desk).where(desk.c.kind == DESK[kind], desk.c.id.in_(askable([item_id]))))

    def delete_ended_items(self, at: str) -> int:
        """Forget the items that end by themselves and have ended by this ISO time."""
        with self._transaction() as connection:
            return connection.execute(delete(desk).where(desk.c.until != "", desk.c.until <= at)).rowcount

    def append_audit(self, entry: AuditEntry) -> AuditEntry:
        """Add a line to the audit trail, linked to the last one, which no other writer can move meanwhile."""
        with self._transaction() as connection:
            placed = linked(entry, self.last_audit())
            connection.execute(insert(audit), {"number": placed.number, "noun": encode(placed)})
            return placed

    def audit(self, *, after: int = 0, limit: int = 1000) -> tuple[AuditEntry, ...]:
        """Lines of the trail in order, those after a number, at most `limit`."""
        wanted = select(audit.c.noun).where(audit.c.number > after).order_by(audit.c.number).limit(limit)
        with self._reading() as connection:
            return tuple(decode(bytes(noun), AuditEntry) for noun in connection.execute(wanted).scalars())

    def last_audit(self) -> AuditEntry | None:
        """The newest line of the trail, or `None`."""
        newest = select(audit.c.noun).where(audit.c.number == select(func.max(audit.c.number)).scalar_subquery())
        with self._reading() as connection:
            noun = connection.execute(newest).scalar()
        return None if noun is None else decode(bytes(noun), AuditEntry)
