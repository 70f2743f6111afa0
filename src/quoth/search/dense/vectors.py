"""Vectors of texts that were encoded before, as whole numbers of eight bits in one file beside the library.

Every vector goes through the same rounding before it is used, whether it was kept or was just made, so that a full
cache and an empty one give the same page. A file belongs to one encoder; another encoder starts another file.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from threading import Lock

import numpy as np

from quoth.search.dense.encoder import Encoder, Vectors

__all__ = ["VectorCache", "rounded", "text_key"]

_AT_ONCE = 500
_STEPS = 127


def text_key(text: str) -> bytes:
    """What a text is kept by."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def rounded(vectors: Vectors) -> tuple[bytes, ...]:
    """Each row as its largest value (float32) and whole numbers from -127 to 127."""
    tops = np.abs(vectors).max(axis=1, initial=1e-12)
    whole = np.rint(vectors / tops[:, None] * _STEPS).astype(np.int8)
    return tuple(np.float32(top).tobytes() + row.tobytes() for top, row in zip(tops, whole, strict=True))


class VectorCache:
    """Vectors by text, for one encoder. Several processes may use one file; a lost or damaged one is made again."""

    def __init__(self, folder: Path | None, encoder: Encoder) -> None:
        """Keep vectors in this folder, or in memory when there is none."""
        self._encoder = encoder
        self._lock = Lock()
        self._file = folder / f"{encoder.name}.vectors" if folder else None
        self._database = self._open()

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """float32[n_texts, dimensions], from the cache where they are kept, else made now and kept."""
        keys = [text_key(text) for text in texts]
        held = self._held(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in held}
        if missing:
            made = dict(zip(missing, rounded(self._encoder.encode_articles(tuple(missing.values()))), strict=True))
            self._keep(made)
            held = {**held, **made}
        rows = [np.frombuffer(held[key], dtype=np.int8, offset=4) for key in keys]
        tops = [np.frombuffer(held[key], dtype=np.float32, count=1)[0] / _STEPS for key in keys]
        if not rows:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack(rows).astype(np.float32) * np.asarray(tops, dtype=np.float32)[:, None]

    def missing(self, texts: Iterable[str]) -> list[str]:
        """The texts whose vectors are not kept yet."""
        given = list(texts)
        keys = [text_key(text) for text in given]
        held = self._held(keys)
        return [text for key, text in zip(keys, given, strict=True) if key not in held]

    def __len__(self) -> int:
        with self._lock:
            return int(self._database.execute("SELECT count(*) FROM vectors").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _held(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        with self._lock:
            for start in range(0, len(keys), _AT_ONCE):
                part = keys[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                rows = self._database.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part)  # noqa: S608 - question marks alone
                found.update(rows)
        return found

    def _keep(self, made: Mapping[bytes, bytes]) -> None:
        """A cache that cannot be written (another process, a full disk) only costs time."""
        with self._lock:
            try:
                with self._database:
                    self._database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", made.items())
            except sqlite3.OperationalError:
                return

    def _open(self) -> sqlite3.Connection:
        if self._file is None:
            return _with_table(sqlite3.connect(":memory:", check_same_thread=False))
        self._file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _with_table(sqlite3.connect(self._file, timeout=5.0, check_same_thread=False))
        except sqlite3.DatabaseError:
            self._file.unlink(missing_ok=True)
            return _with_table(sqlite3.connect(self._file, timeout=5.0, check_same_thread=False))


def _with_table(database: sqlite3.Connection) -> sqlite3.Connection:
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID")
    return database
