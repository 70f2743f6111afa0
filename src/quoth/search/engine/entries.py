"""Catalogue entries of records without a text: an index of their own beside the one that ranks.

The engine's first pass weighs by the number and the mean length of all that its index holds. With the entries in the
same index one question in fifty had other candidates at the edge of its window (docs/decisions/0173).
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import tantivy

from quoth.search.engine.making import make_index
from quoth.search.engine.writing import transaction
from quoth.search.folder import explained

__all__ = ["Entries"]

_FOLDER = "entries"
_ENGINE = "meta.json"
_HEAP_BYTES = 16_000_000

Writer = Callable[[], tantivy.IndexWriter]
"""Opens the transaction when it is first asked for: most writes have no entry in them."""


class Entries:
    """The entries in a folder of the index; there is none until the first entry comes."""

    def __init__(self, path: Path, schema: tantivy.Schema) -> None:
        self._path, self._schema = path / _FOLDER, schema
        self._index: tantivy.Index | None = None

    def searcher(self) -> tantivy.Searcher | None:
        """The newest committed state; None where no entry ever came."""
        if self._index is None and (self._path / _ENGINE).exists():
            with explained(self._path):
                self._index = tantivy.Index.open(str(self._path))
        if self._index is None:
            return None
        with explained(self._path):
            self._index.reload()
            return self._index.searcher()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction, if anything is written at all. Committed before the caller's own.

        A kill between the two leaves the index without its stamp, so that what changed is taken up again.
        """
        with ExitStack() as stack:
            opened: list[tantivy.IndexWriter] = []

            def writer() -> tantivy.IndexWriter:
                if not opened:
                    opened.append(stack.enter_context(transaction(self._made(), self._path, heap_bytes=_HEAP_BYTES)))
                return opened[0]

            yield writer

    def close(self) -> None:
        """Let go of the files."""
        self._index = None

    def _made(self) -> tantivy.Index:
        if self.searcher() is None:
            self._path.mkdir(exist_ok=True)
            self._index = make_index(self._path, self._schema)
        assert self._index is not None
        return self._index
