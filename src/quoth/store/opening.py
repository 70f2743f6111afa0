"""A store by its address."""

from pathlib import Path

from quoth.store.protocol import Store

__all__ = ["MEMORY", "open_store"]

MEMORY = "memory:"


def open_store(where: str | Path, *, busy_s: float = 10.0) -> Store:
    """The library at an address: "memory:", a path, "sqlite:///path" or "postgresql://user@host/name".

    Args:
        where: the address. A SQLite file is made when it is absent.
        busy_s: how long a writer waits for another one.

    Raises:
        BadInput: the address cannot be used.
        LibraryBusy: another process holds the library.
        LibraryDamaged: what is there is no library, or one of a newer quoth.
    """
    if where == MEMORY:
        from quoth.store.memory import MemoryStore

        return MemoryStore(busy_s=busy_s)
    from quoth.store.sql import SqlStore  # SQLAlchemy takes longer to import than an answer takes to find

    return SqlStore.open(where, busy_s=busy_s)
