"""quoth's own search, as a question goes: understood with an empty lexicon, ranked, by an encoder too where asked."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from quoth.bench.collections import Document
from quoth.bench.libraries import opened_reader
from quoth.bench.peers.table import NotHere
from quoth.bench.places import ENCODER_VARIABLE, find_places
from quoth.bench.retrieval import unit_of
from quoth.lexicon import Lexicon
from quoth.model import Run
from quoth.pipeline.nearest_guidance import text_of
from quoth.search import open_index, retrieve, understand

__all__ = ["Own", "OwnWithEncoder"]


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
        return [hit.record_id for hit in self._found(question, k).hits]

    def _found(self, question: str, k: int) -> Run:
        index = self._index
        understood = understand(question, self._lexicon, frequency=index.document_frequency, n_units=len(index))
        return retrieve(understood, index, k=k)

    def bytes_on_disk(self) -> int:
        """All files of the folder."""
        return sum(file.stat().st_size for file in self._folder.rglob("*") if file.is_file())


class OwnWithEncoder(Own):
    """The same, its first hits read again by the encoder that the bench names; vectors are kept beside that encoder."""

    def __init__(self, folder: Path) -> None:
        places = find_places()
        if places.encoder is None:
            raise NotHere(f"{ENCODER_VARIABLE} names no encoder")
        super().__init__(folder)
        self._reader = opened_reader(places)
        self._texts: dict[str, str] = {}

    def build(self, documents: Iterable[Document]) -> None:
        """In one step; texts are encoded when they are found."""
        held = list(documents)
        self._texts = {unit_of(one).id: text_of(one.title, one.text) for one in held}
        super().build(held)

    def search(self, question: str, k: int) -> Sequence[str]:
        """Words, then the encoder."""
        found = self._found(question, self._reader.k)
        return [hit.record_id for hit in self._reader.read(question, found, self._texts).hits[:k]]
