"""quoth's own search, as a question goes: understood with an empty lexicon, planned, ranked."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from quoth.bench.collections import Document
from quoth.bench.retrieval import unit_of
from quoth.lexicon import Lexicon
from quoth.search import open_index, retrieve, understand

__all__ = ["Own"]


class Own:
    """The index on disk with its defaults."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = open_index("tantivy", folder)
        self._lexicon = Lexicon.build(())

    def build(self, documents: Iterable[Document]) -> None:
        """In one step."""
        self._index.replace(map(unit_of, documents))

    def search(self, question: str, k: int) -> Sequence[str]:
        """Understanding included: it is what a reader waits for."""
        index = self._index
        understood = understand(question, self._lexicon, frequency=index.document_frequency, n_units=len(index))
        return [hit.record_id for hit in retrieve(understood, index, k=k).hits]

    def bytes_on_disk(self) -> int:
        """All files of the folder."""
        return sum(file.stat().st_size for file in self._folder.rglob("*") if file.is_file())
