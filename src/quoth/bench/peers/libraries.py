"""Search libraries with their own defaults: bm25s, and Tantivy as it comes."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from quoth.bench.collections import Document

__all__ = ["Bm25s", "TantivyDefaults"]


class Bm25s:
    """bm25s with its English stop words and no stemmer, as its README begins."""

    def __init__(self, folder: Path) -> None:
        import bm25s

        self._bm25s: Any = bm25s
        self._folder = folder
        self._ids: list[str] = []
        self._model: Any = None

    def build(self, documents: Iterable[Document]) -> None:
        """Whole, in memory, then written."""
        held = list(documents)
        self._ids = [one.id for one in held]
        texts = [f"{one.title} {one.text}".strip() for one in held]
        self._model = self._bm25s.BM25()
        self._model.index(self._bm25s.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
        self._model.save(str(self._folder))

    def search(self, question: str, k: int) -> Sequence[str]:
        """One question."""
        asked = self._bm25s.tokenize([question], stopwords="en", show_progress=False)
        found, worth = self._model.retrieve(asked, k=min(k, len(self._ids)), show_progress=False)
        return [self._ids[int(place)] for place, score in zip(found[0], worth[0], strict=True) if score > 0]

    def bytes_on_disk(self) -> int:
        """All files of the folder."""
        return sum(file.stat().st_size for file in self._folder.rglob("*") if file.is_file())


class TantivyDefaults:
    """Tantivy's English analysis and its own BM25 (k1 1.2, b 0.75)."""

    def __init__(self, folder: Path) -> None:
        from quoth.search.engine.plain import PlainIndex

        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._index = PlainIndex(folder)

    def build(self, documents: Iterable[Document]) -> None:
        """One writer, one commit."""
        self._index.build((one.id, f"{one.title} {one.text}".strip()) for one in documents)

    def search(self, question: str, k: int) -> Sequence[str]:
        """All words of the question, any of them."""
        return self._index.search(question, k)

    def bytes_on_disk(self) -> int:
        """All files of the folder."""
        return sum(file.stat().st_size for file in self._folder.rglob("*") if file.is_file())
