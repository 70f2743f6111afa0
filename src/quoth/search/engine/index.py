"""The index on disk: Tantivy finds candidates fast, then each one is scored exactly as the reference does.

Tantivy's own scores hang on its segments, on rounded lengths and on texts that are deleted but not yet merged away, so
they only choose the candidates (at least `WINDOW`, twice what was asked for, and never half of a group of equals).
The exact score needs the counts of each candidate: its terms are stored with it as numbers (docs/decisions/0008).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock

import tantivy

from quoth.model import Hit, Query, RecordId, RenditionId, Run, Unit
from quoth.search.analysis import analyse
from quoth.search.boolean.atoms import Atom, Keys, either
from quoth.search.counting import exact_scores
from quoth.search.engine.entries import Entries
from quoth.search.engine.first_pass import first_pass
from quoth.search.engine.making import make_index
from quoth.search.engine.matching import keys_of, names_of
from quoth.search.engine.schema import documents_of, schema
from quoth.search.engine.view import View, count_of, look
from quoth.search.engine.writing import HEAP_BYTES, transaction
from quoth.search.folder import explained, prepare, read_notes, version, write_notes
from quoth.search.scoring import Bm25, Clause, clauses_of, share_of, weigh

__all__ = ["WINDOW", "TantivyIndex"]

WINDOW = 100
"""Candidates that are scored exactly, at least."""
_WIDEN = 2
_SAME = 1e-5
"""First-pass scores closer than this, relatively, count as equal: they are 32-bit sums in no fixed order."""
_REBUILD_HEAP_BYTES = 9 * HEAP_BYTES // 4
"""More makes fewer pieces, which are searched a little faster (2 instead of 4 at 200,000 units: 3%), and takes memory:
a build stays below 300 MB with this."""


class TantivyIndex:
    """Units in a folder. Any number of readers; one writer at a time, which never makes a reader wait."""

    def __init__(self, path: Path, bm25: Bm25 | None = None) -> None:
        self._bm25 = bm25 or Bm25()
        self._path = path
        self._schema = schema()
        self._index = self._open()
        self._entries = Entries(path, self._schema)
        self._lock = Lock()
        self._seen: object = None
        self._current: View | None = None

    def add(self, units: Iterable[Unit]) -> int:
        """Add or replace units by id and make them visible, all or none. Returns how many different ones came.

        Raises:
            LibraryBusy: another process is writing to the index.
        """
        return self.exchange(units)

    def exchange(
        self, units: Iterable[Unit], *, texts: Collection[RenditionId] = (), records: Collection[RecordId] = ()
    ) -> int:
        """Take out all units of these texts and records and put these in, in one step. Returns how many came.

        Raises:
            LibraryBusy: another process is writing to the index.
        """
        with self._lock, self._writing() as writer, self._entries.writing() as entries:
            for text_id in texts:
                writer.delete_documents_by_term("rendition", text_id)
            for record_id in records:
                writer.delete_documents_by_term("record", record_id)
            if records and self._entries.searcher() is not None:
                for record_id in records:
                    entries().delete_documents_by_term("record", record_id)
            searcher = self._searcher()
            arrived: set[str] = set()
            for unit, document in documents_of(units):
                if unit.without_text:
                    arrived.add(unit.id)
                    entries().delete_documents_by_term("id", unit.id)
                    entries().add_document(document)
                    continue
                taken_out = unit.id in arrived or unit.rendition_id in texts or unit.record_id in records
                arrived.add(unit.id)
                if taken_out or searcher.doc_freq("id", unit.id):
                    if not taken_out and self._same(searcher, unit.id, document):
                        continue
                    writer.delete_documents_by_term("id", unit.id)
                writer.add_document(document)
        return len(arrived)

    def replace(self, units: Iterable[Unit]) -> int:
        """Take everything out and these units in, in one step: readers see the old index until all of it is there.

        A kill on the way leaves the old index. Each unit must come once. Returns how many came.

        Raises:
            LibraryBusy: another process is writing to the index.
        """
        count = 0
        with self._lock, self._writing(_REBUILD_HEAP_BYTES) as writer, self._entries.writing() as entries:
            writer.delete_all_documents()
            if self._entries.searcher() is not None:
                entries().delete_all_documents()
            for count, (unit, document) in enumerate(documents_of(units), 1):  # noqa: B007 - the last one is returned
                (entries() if unit.without_text else writer).add_document(document)
        return count

    def remove(self, rendition_ids: Iterable[RenditionId]) -> None:
        """Take out all units of these texts."""
        with self._lock, self._writing() as writer:
            for rendition_id in rendition_ids:
                writer.delete_documents_by_term("rendition", rendition_id)

    def clear(self) -> None:
        """Take everything out."""
        with self._lock, self._writing() as writer, self._entries.writing() as entries:
            self.set_stamp("")
            writer.delete_all_documents()
            if self._entries.searcher() is not None:
                entries().delete_all_documents()

    def search(self, query: Query, *, k: int) -> Run:
        """At most `k` hits, best first, ties by unit id.

        Raises:
            LibraryDamaged: the files of the index cannot be read.
        """
        view = self._view()
        if k < 1 or not view.units:
            return Run(query, (), 0)
        with explained(self._path):
            clauses = clauses_of(query, view.vocabulary)
            worth = [weigh(clause, view.vocabulary, view.units, self._bm25) for clause in clauses]
            found = first_pass(self._schema, view, clauses, worth, query.filters, self._bm25)
            considered, addresses = _candidates(view, found, k)
            documents = [view.searcher.doc(address) for address in addresses]
        return Run(query, self._ranked(view, documents, clauses, worth, k), considered)

    def matching(self, atom: Atom) -> Keys:
        """Keys of the records that one piece of a strategy matches, ascending, each once."""
        with explained(self._path):
            found = keys_of(self._schema, self._view().searcher, atom)
            entries = self._entries.searcher()
            return found if entries is None else either(found, keys_of(self._schema, entries, atom))

    def differing(self, units: Iterable[Unit]) -> tuple[str, ...]:
        """Ids of those of these units that are not held, or not held as they are now."""
        searcher = self._searcher()
        entries = self._entries.searcher() or searcher
        return tuple(
            unit.id
            for unit, document in documents_of(units)
            if not self._same(entries if unit.without_text else searcher, unit.id, document)
        )

    def names(self, keys: Keys) -> tuple[RecordId, ...]:
        """The records behind keys, ascending."""
        with explained(self._path):
            found = names_of(self._schema, self._view().searcher, keys)
            entries = self._entries.searcher()
            return found if entries is None else tuple(sorted({*found, *names_of(self._schema, entries, keys)}))

    def document_frequency(self, terms: Sequence[str]) -> tuple[int, ...]:
        """In how many units each word occurs, plain wording left out; for several words, the rarest of them."""
        view = self._view()
        frequency, unsaid = view.vocabulary.frequency, view.unsaid
        return tuple(min((frequency(t) - unsaid(t) for t in analyse(words)), default=0) for words in terms)

    def __len__(self) -> int:
        return self._view().units

    def without_text(self) -> int:
        """How many records are held by their catalogue entry alone."""
        entries = self._entries.searcher()
        return 0 if entries is None else int(entries.num_docs)

    def stamp(self) -> str:
        """The library snapshot that the index was last brought up to; any change to the units forgets it."""
        return read_notes(self._path).stamp

    def bookmark(self) -> str:
        """The library's bookmark that came with the last stamp."""
        return read_notes(self._path).bookmark

    def set_stamp(self, snapshot: str, bookmark: str = "") -> None:
        """Remember the snapshot that the index now reflects, and the library's bookmark of that state."""
        write_notes(self._path, replace(read_notes(self._path), stamp=snapshot, bookmark=bookmark))

    def close(self) -> None:
        """Let go of the files."""
        self._current = None
        self._seen = None
        self._entries.close()

    def _open(self) -> tantivy.Index:
        there = prepare(self._path)
        with explained(self._path):
            return tantivy.Index.open(str(self._path)) if there else make_index(self._path, self._schema)

    @contextmanager
    def _writing(self, heap_bytes: int = HEAP_BYTES) -> Iterator[tantivy.IndexWriter]:
        with transaction(self._index, self._path, heap_bytes=heap_bytes) as writer:
            if self.stamp():
                self.set_stamp("", self.bookmark())
            yield writer

    def _searcher(self) -> tantivy.Searcher:
        """The newest committed state for a look at single units, without the counts of all, which grow with them."""
        with explained(self._path):
            self._index.reload()
            return self._index.searcher()

    def _view(self) -> View:
        """The newest committed state, whoever committed it."""
        seen = version(self._path)
        current = self._current
        if current is None or seen != self._seen:
            with explained(self._path):
                self._index.reload()
                current = look(self._index, self._schema)
            self._current, self._seen = current, seen
        return current

    def _ranked(
        self,
        view: View,
        documents: Sequence[tantivy.Document],
        clauses: Sequence[Clause],
        worth: Sequence[float],
        k: int,
    ) -> tuple[Hit, ...]:
        """The candidates by their exact scores."""
        counts = [document.get_first("counts") or b"" for document in documents]
        scores = exact_scores(counts, clauses, worth, view.mean_length, self._bm25)
        ids = (str(document.get_first("id")) for document in documents)
        rows = sorted(zip(scores, ids, documents, strict=True), key=lambda row: (-row[0], row[1]))
        full = sum(worth)
        return tuple(_hit(document, score, rank, full) for rank, (score, _, document) in enumerate(rows[:k], 1))

    def _same(self, searcher: tantivy.Searcher, unit_id: str, document: tantivy.Document) -> bool:
        """True when the very same unit is already kept: writing it again would only leave a deleted copy behind."""
        query = tantivy.Query.term_query(self._schema, "id", unit_id, "basic")
        hits = searcher.search(query, 1, count=False).hits
        return bool(hits) and searcher.doc(hits[0][1]).get_first("digest") == document.get_first("digest")


def _candidates(view: View, found: tantivy.Query, k: int) -> tuple[int, list[tantivy.DocAddress]]:
    """How many units match at all, and the addresses of those worth an exact score.

    Equals at the edge of the window stand there in no fixed order. They are all left out, if enough is left without
    them, or all taken in.
    """
    window = max(WINDOW, _WIDEN * k)
    while True:
        result = view.searcher.search(found, window + 1, count=True)
        hits = result.hits
        if len(hits) <= window:
            return count_of(result), [address for _, address in hits]
        edge = hits[-1][0] * (1 + _SAME)
        inside = [address for score, address in hits if score > edge]
        if len(inside) >= min(window // 2, _WIDEN * k):
            return count_of(result), inside
        window *= _WIDEN


def _hit(document: tantivy.Document, score: float, rank: int, full: float) -> Hit:
    name, record, rendition = (str(document.get_first(field)) for field in ("id", "record", "rendition"))
    start, end = (int(document.get_first(field) or 0) for field in ("start", "end"))
    return Hit(name, RecordId(record), RenditionId(rendition), start, end, score, rank, share_of(score, full))
