"""The engine with nothing of ours: its own English analysis and ranking. What our search is measured against."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy

__all__ = ["PlainIndex"]


class PlainIndex:
    """Texts by name."""

    def __init__(self, path: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("text", tokenizer_name="en_stem", index_option="position")
        self._index = tantivy.Index(builder.build(), path=str(path))

    def build(self, texts: Iterable[tuple[str, str]]) -> None:
        """Index (name, text) pairs in one commit."""
        writer = self._index.writer(48_000_000, 1)
        for name, text in texts:
            document = tantivy.Document()
            document.add_text("id", name)
            document.add_text("text", text)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, question: str, k: int) -> Sequence[str]:
        """Names of the best `k`."""
        words = "".join(char if char.isalnum() else " " for char in question)
        if not words.strip():
            return []
        searcher = self._index.searcher()
        query, _ = self._index.parse_query_lenient(words.lower(), ["text"])
        return [str(searcher.doc(address).get_first("id")) for _, address in searcher.search(query, k).hits]
