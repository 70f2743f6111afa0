"""The table of index back ends. Built-in and further ones are opened through the same door."""

from collections.abc import Callable
from pathlib import Path

from quoth.errors import BadInput
from quoth.search.folder import is_outdated, wipe
from quoth.search.memory import MemoryIndex
from quoth.search.protocol import Index
from quoth.search.scoring import Bm25

__all__ = ["INDEXES", "open_index"]


def open_index(kind: str, path: Path, *, fresh: bool = False, bm25: Bm25 | None = None) -> Index:
    """The index of this kind in this folder, made if there is none.

    Args:
        kind: a name in `INDEXES`.
        path: folder of the index; the memory index needs none and ignores it.
        bm25: how terms are weighed; the defaults of `Bm25` when left out.
        fresh: delete what is there first, damaged or not. An index that an earlier version made in another way is
            always made anew, empty.

    Raises:
        BadInput: no such kind.
        LibraryDamaged: what is in the folder cannot be used.
    """
    if kind not in INDEXES:
        raise BadInput(f"Index {kind!r} is not known. Known: {', '.join(sorted(INDEXES))}.")
    if (fresh or is_outdated(path)) and kind != "memory":
        wipe(path)
    return INDEXES[kind](path, bm25 or Bm25())


def _memory(_: Path, bm25: Bm25) -> Index:
    return MemoryIndex(bm25)


def _tantivy(path: Path, bm25: Bm25) -> Index:
    from quoth.search.engine import TantivyIndex  # late: brings the engine, which --help can do without

    return TantivyIndex(path, bm25)


INDEXES: dict[str, Callable[[Path, Bm25], Index]] = {"memory": _memory, "tantivy": _tantivy}
