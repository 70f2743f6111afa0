"""Saved search strategies in a database."""

from sqlalchemy import delete, select

from quoth.errors import NotFound
from quoth.model import SavedStrategy, decode, encode
from quoth.store.keys import clean_text
from quoth.store.session import SqlSession
from quoth.store.tables import strategies as table

__all__ = ["SqlStrategies"]


class SqlStrategies(SqlSession):
    """The part of the database store that holds strategies by name."""

    def put_strategy(self, strategy: SavedStrategy) -> None:
        """Keep a strategy, replacing the one of the same name."""
        with self._transaction() as connection:
            row = self._insert(table).values(name=clean_text(strategy.name), noun=encode(strategy))
            connection.execute(
                row.on_conflict_do_update(index_elements=[table.c.name], set_={"noun": row.excluded.noun})
            )

    def strategy(self, name: str) -> SavedStrategy:
        """A strategy by its name. Raises NotFound."""
        with self._reading() as connection:
            noun = connection.execute(select(table.c.noun).where(table.c.name == clean_text(name))).scalar()
        if noun is None:
            raise NotFound(f"No search is saved as {name!r}. `quoth search --list` shows the names.")
        return decode(bytes(noun), SavedStrategy)

    def strategies(self) -> tuple[SavedStrategy, ...]:
        """All strategies, by name."""
        with self._reading() as connection:
            nouns = connection.execute(select(table.c.noun).order_by(table.c.name)).scalars().all()
        return tuple(decode(bytes(noun), SavedStrategy) for noun in nouns)

    def delete_strategy(self, name: str) -> None:
        """Forget a strategy; an unknown name is no fault."""
        with self._transaction() as connection:
            connection.execute(delete(table).where(table.c.name == clean_text(name)))
