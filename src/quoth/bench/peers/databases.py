"""Databases with full-text search of their own: SQLite's FTS5 and PostgreSQL's GIN."""

import os
import re
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from quoth.bench.collections import Document
from quoth.bench.peers.table import NotHere

__all__ = ["PostgresFullText", "SqliteFts5"]

POSTGRES_VARIABLE = "QUOTH_TEST_POSTGRES"
_WORD = re.compile(r"\w+")


class SqliteFts5:
    """Porter stems over unicode61, ranked by its bm25()."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "fts.db"
        folder.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(self._file)

    def build(self, documents: Iterable[Document]) -> None:
        """One transaction."""
        with self._database as database:
            database.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, text, tokenize = 'porter unicode61')")
            rows = ((one.id, f"{one.title} {one.text}".strip()) for one in documents)
            database.executemany("INSERT INTO texts VALUES (?, ?)", rows)

    def search(self, question: str, k: int) -> Sequence[str]:
        """Any word of the question."""
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(_WORD.findall(question)))
        if not asked:
            return []
        rows = self._database.execute("SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?", (asked, k))
        return [row[0] for row in rows]

    def bytes_on_disk(self) -> int:
        """The database with its texts."""
        return self._file.stat().st_size


class PostgresFullText:
    """to_tsvector('english') under a GIN index, ranked by ts_rank with its length normalisation.

    Of its ranks the one that finds most here: 56 of 60 questions have their abstract among ten, with ts_rank_cd 36.
    """

    def __init__(self, folder: Path) -> None:
        import psycopg

        address = os.environ.get(POSTGRES_VARIABLE, "").replace("+psycopg", "")
        if not address:
            raise NotHere(f"{POSTGRES_VARIABLE} names no server")
        try:
            self._connection: Any = psycopg.connect(address, autocommit=True)
        except psycopg.OperationalError as fault:
            raise NotHere("the server does not answer") from fault

    def build(self, documents: Iterable[Document]) -> None:
        """One COPY into a table of this session, then the index."""
        cursor = self._connection.cursor()
        cursor.execute("CREATE TEMPORARY TABLE texts (id text, words tsvector, body text)")
        with cursor.copy("COPY texts (id, body) FROM STDIN") as copy:
            for one in documents:
                copy.write_row((one.id, f"{one.title} {one.text}".strip().replace("\x00", " ")))
        cursor.execute("UPDATE texts SET words = to_tsvector('english', body)")
        cursor.execute("CREATE INDEX ON texts USING gin (words)")
        cursor.execute("ANALYZE texts")

    def search(self, question: str, k: int) -> Sequence[str]:
        """Any word of the question."""
        asked = " OR ".join(dict.fromkeys(_WORD.findall(question)))
        rows = self._connection.execute(
            "SELECT id FROM texts, websearch_to_tsquery('english', %s) q WHERE words @@ q "
            "ORDER BY ts_rank(words, q, 1) DESC, id LIMIT %s",
            (asked, k),
        )
        return [row[0] for row in rows]

    def bytes_on_disk(self) -> int:
        """The table with its index."""
        return int(self._connection.execute("SELECT pg_total_relation_size('texts')").fetchone()[0])
