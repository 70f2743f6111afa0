"""What a peer must do, and the table of them. A peer that is not installed is named, never guessed."""

import importlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from quoth.bench.collections import Document

__all__ = ["PEERS", "NotHere", "Peer", "open_peer"]


class NotHere(Exception):
    """A peer that cannot run on this machine, with the reason."""


class Peer(Protocol):
    """Texts in, ranked ids out, with the engine's own defaults."""

    def build(self, documents: Iterable[Document]) -> None:
        """Index all texts and make them ready to be asked."""

    def search(self, question: str, k: int) -> Sequence[str]:
        """Ids of the best `k`, best first."""

    def bytes_on_disk(self) -> int:
        """Size of the index."""


# name -> module and class. Imported in the child that runs it.
PEERS: dict[str, str] = {
    "quoth": "quoth.bench.peers.own:Own",
    "encoder": "quoth.bench.peers.own:OwnWithEncoder",
    "lucene": "quoth.bench.peers.lucene:Lucene",
    "anserini": "quoth.bench.peers.lucene:Anserini",
    "bm25s": "quoth.bench.peers.libraries:Bm25s",
    "tantivy": "quoth.bench.peers.libraries:TantivyDefaults",
    "sqlite": "quoth.bench.peers.databases:SqliteFts5",
    "postgresql": "quoth.bench.peers.databases:PostgresFullText",
}


def open_peer(name: str, folder: Path) -> Peer:
    """A peer by its name in `PEERS`. Raises NotHere."""
    module, _, part = PEERS[name].partition(":")
    try:
        make: Callable[[Path], Peer] = getattr(importlib.import_module(module), part)
        return make(folder)
    except ImportError as fault:
        raise NotHere(f"{fault.name or fault} is not installed") from fault
