"""The database store: SQLite for one machine, PostgreSQL beyond it, through the same statements."""

from pathlib import Path

from sqlalchemy import Engine, func, select

from quoth.store.engine import open_engine
from quoth.store.sql_desk import SqlDesk
from quoth.store.sql_faults import SqlFaults
from quoth.store.sql_fresh import SqlFresh
from quoth.store.sql_history import SqlHistory
from quoth.store.sql_holdings import SqlHoldings
from quoth.store.sql_notices import SqlNotices
from quoth.store.sql_proposals import SqlProposals
from quoth.store.sql_renditions import SqlRenditions
from quoth.store.sql_shelves import SqlShelves
from quoth.store.sql_strategies import SqlStrategies
from quoth.store.sql_words import SqlAnswers, SqlFiles, SqlWords
from quoth.store.stored import Counts
from quoth.store.tables import records, renditions

__all__ = ["SqlStore"]


class SqlStore(
    SqlRenditions,
    SqlFresh,
    SqlNotices,
    SqlWords,
    SqlFiles,
    SqlProposals,
    SqlAnswers,
    SqlDesk,
    SqlStrategies,
    SqlHistory,
    SqlShelves,
    SqlHoldings,
    SqlFaults,
):
    """A library in a database; every method is described in the Protocol.

    The parts differ in what they hold and share one session: a transaction spans them all.
    """

    address = ""

    @classmethod
    def open(cls, where: str | Path, *, busy_s: float = 10.0) -> "SqlStore":
        """The library at a path or database address, made when absent and brought up to this version when older.

        Raises:
            LibraryDamaged: the file is no library, or one of a newer quoth.
            LibraryBusy: another process holds the library for longer than `busy_s` seconds.
            BadInput: the address cannot be used.
        """
        store = cls(open_engine(where, busy_s=busy_s), busy_s=busy_s)
        store.address = where if isinstance(where, str) and "://" in where else str(Path(where).absolute())
        return store

    def __init__(self, engine: Engine, *, busy_s: float) -> None:
        """Take an engine whose database has the schema of this version."""
        super().__init__(engine, busy_s=busy_s)
        self._counted: tuple[int, Counts] | None = None

    def counts(self) -> Counts:
        """What is in the library; counted once for each revision, since that reads every row."""
        if self._writing.connection is not None:
            return self._count()
        revision = self.revision()
        if self._counted is None or self._counted[0] != revision:
            self._counted = (revision, self._count())
        return self._counted[1]

    def _count(self) -> Counts:
        texts = select(func.count(), func.coalesce(func.sum(renditions.c.passages), 0)).where(renditions.c.current)
        designs = select(records.c.design, func.count()).group_by(records.c.design)
        years = select(records.c.year, func.count()).group_by(records.c.year)
        forms = select(renditions.c.form, func.count()).where(renditions.c.current).group_by(renditions.c.form)
        with self._reading() as connection:
            n_records = connection.execute(select(func.count()).select_from(records)).scalar_one()
            n_renditions, n_passages = connection.execute(texts.select_from(renditions)).one()
            by_design = [(design or "not stated", int(n)) for design, n in connection.execute(designs)]
            by_year = [(year, int(n)) for year, n in connection.execute(years)]
            by_form = [(form, int(n)) for form, n in connection.execute(forms)]
        return Counts(
            records=int(n_records),
            renditions=int(n_renditions),
            passages=int(n_passages),
            by_design=tuple(sorted(by_design, key=lambda pair: (-pair[1], pair[0]))),
            by_year=tuple(sorted(by_year, key=lambda pair: (pair[0] is None, -(pair[0] or 0)))),
            by_form=tuple(sorted(by_form, key=lambda pair: (-pair[1], pair[0]))),
        )
