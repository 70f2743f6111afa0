"""Settings to parts: the only place that picks concrete classes."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from quoth.errors import BadInput, LibraryDamaged
from quoth.evidence import load_roles
from quoth.live import Live
from quoth.pipeline.ingesting import catch_up_if_free, ingest
from quoth.pipeline.parts import Parts
from quoth.pipeline.renewing import renew_if_free
from quoth.search import INDEXES, Bm25, Index, open_index
from quoth.settings import Settings
from quoth.signing import KeyRing
from quoth.store import open_store

__all__ = ["open_parts", "starter_packs"]


@contextmanager
def open_parts(settings: Settings, *, mend_index: bool = False) -> Iterator[Parts]:
    """The parts that the settings name, ready for use, and closed afterwards.

    A new, empty library gets the starter library, and one that has it gets newer editions of its packs, unless the
    settings say no. An index that does not reflect its
    library is rebuilt.

    Args:
        settings: what to open.
        mend_index: throw a damaged index away and start with an empty one, instead of saying that it is damaged.

    Raises:
        BadInput: a setting names no known part.
        LibraryDamaged: the library or index cannot be opened.
    """
    folder = settings.folder
    in_memory = settings.store == "memory:"
    if not in_memory:
        folder.mkdir(parents=True, exist_ok=True)
    if settings.index not in INDEXES:
        raise BadInput(f"Setting index is {settings.index!r}. Known indexes: {', '.join(INDEXES)}.")
    store = open_store(settings.store or str(folder / "library.db"))
    index = _open_index(settings, folder / "index", mend=mend_index)
    parts = Parts(
        settings=settings,
        store=store,
        index=index,
        roles=load_roles(),
        new_id=_random_id,
        live=Live(settings),
        lock_file=None if in_memory else folder / "writer.lock",
        keys=KeyRing(None if in_memory else folder / "keys"),
        anchor_file=None if in_memory else folder / "keys" / "audit.anchor",
    )
    try:
        if settings.starter and store.counts().records == 0 and not store.file_states():
            ingest(starter_packs(), parts)
        else:
            catch_up_if_free(parts)
            if settings.starter:
                renew_if_free(starter_packs(), parts)
        yield parts
    finally:
        parts.close()


def _open_index(settings: Settings, folder: Path, *, mend: bool) -> Index:
    bm25 = Bm25(settings.bm25_k1, settings.bm25_b)
    try:
        index = open_index(settings.index, folder, bm25=bm25)
        len(index)  # reads what opening alone does not
    except LibraryDamaged:
        if not mend:
            raise
        return open_index(settings.index, folder, bm25=bm25, fresh=True)
    return index


def _random_id() -> str:
    """22 characters for an address, 128 random bits. Never a dash in front: a command would take it for an option."""
    while (found := secrets.token_urlsafe(16)).startswith("-"):
        pass
    return found


def starter_packs() -> list[Path]:
    """The packs that ship with quoth, by name."""
    folder = resources.files("quoth") / "data" / "packs"
    return sorted(Path(str(entry)) for entry in folder.iterdir() if entry.name.endswith(".yaml"))
