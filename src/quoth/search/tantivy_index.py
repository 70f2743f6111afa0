"""The index on disk: Tantivy finds candidates fast, then each one is scored exactly as the reference does.

Tantivy's own scores hang on its segments, on rounded lengths and on texts that are deleted but not yet merged away, so
they only choose the candidates (at least `WINDOW`, four times what was asked for, and never half of a group of equals).
The exact score needs the counts of each candidate: its terms are stored with it as numbers (docs/decisions/0008).
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

import tantivy

from quoth.errors import LibraryBusy, LibraryDamaged
from quoth.model import Filters, Hit, Query, RecordId, RenditionId, Run, Unit
from quoth.search.analysis import analyse
from quoth.search.counting import exact_scores, pack_terms
from quoth.search.folder import ADVICE, explained, prepare, read_notes, version, write_notes
from quoth.search.scoring import Bm25, Clause, clauses_of, field_terms, weigh, weighted_length

__all__ = ["WINDOW", "TantivyIndex"]

WINDOW = 200
"""Candidates that are scored exactly, at least."""
_WIDEN = 4
_SAME = 1e-5
"""First-pass scores closer than this, relatively, count as equal: they are 32-bit sums in no fixed order."""
_BATCH_UNITS = 2_000
_HEAP_BYTES = 48_000_000
_LOCK_WAIT_S = 10.0
_BOUNDARY = "|"
"""Stands between fields, so that no phrase runs from one into the next; no term can be it."""

_Q = tantivy.Query
_SHOULD, _MUST = tantivy.Occur.Should, tantivy.Occur.Must


@dataclass(frozen=True, slots=True)
class _View:
    """One committed state of the index, with what was worked out from it."""

    searcher: tantivy.Searcher
    units: int
    mean_length: float
    frequency: Callable[[str], int]


class TantivyIndex:
    """Units in a folder. Any number of readers; one writer at a time, which never makes a reader wait."""

    def __init__(self, path: Path, bm25: Bm25 | None = None) -> None:
        self._bm25 = bm25 or Bm25()
        self._path = path
        self._schema = _schema()
        self._index = self._open()
        self._lock = Lock()
        self._seen: object = None
        self._current: _View | None = None

    def add(self, units: Iterable[Unit]) -> int:
        """Add or replace units by id and make them visible, all or none. Returns how many different ones came.

        Raises:
            LibraryBusy: another process is writing to the index.
        """
        with self._lock, self._writing() as writer:
            searcher = self._view().searcher
            arrived: set[str] = set()
            for batch in _batches(units):
                for unit in batch.values():
                    again = unit.id in arrived
                    arrived.add(unit.id)
                    document = _document(unit)
                    if again or searcher.doc_freq("id", unit.id):
                        if not again and self._same(searcher, unit.id, document):
                            continue
                        writer.delete_documents_by_term("id", unit.id)
                    writer.add_document(document)
        return len(arrived)

    def remove(self, rendition_ids: Iterable[RenditionId]) -> None:
        """Take out all units of these texts."""
        with self._lock, self._writing() as writer:
            for rendition_id in rendition_ids:
                writer.delete_documents_by_term("rendition", rendition_id)

    def clear(self) -> None:
        """Take everything out."""
        with self._lock, self._writing() as writer:
            writer.delete_all_documents()

    def search(self, query: Query, *, k: int) -> Run:
        """At most `k` hits, best first, ties by unit id.

        Raises:
            LibraryDamaged: the files of the index cannot be read.
        """
        clauses = clauses_of(query)
        view = self._view()
        if not clauses or k < 1 or not view.units:
            return Run(query, (), 0)
        worth = [weigh(clause, view.frequency, view.units, self._bm25) for clause in clauses]
        with explained(self._path):
            considered, addresses = self._candidates(view, clauses, worth, query.filters, k)
            documents = [view.searcher.doc(address) for address in addresses]
        return Run(query, self._ranked(view, documents, clauses, worth, k), considered)

    def document_frequency(self, terms: Sequence[str]) -> tuple[int, ...]:
        """In how many units each word occurs; for several words in one string, the rarest of them."""
        view = self._view()
        return tuple(min((view.frequency(term) for term in analyse(words)), default=0) for words in terms)

    def __len__(self) -> int:
        return self._view().units

    def stamp(self) -> str:
        """The library snapshot that the index was last brought up to; any change to the units forgets it."""
        return read_notes(self._path).stamp

    def set_stamp(self, snapshot: str) -> None:
        """Remember the snapshot that the index now reflects."""
        write_notes(self._path, replace(read_notes(self._path), stamp=snapshot))

    def close(self) -> None:
        """Let go of the files."""
        self._current = None
        self._seen = None

    def _open(self) -> tantivy.Index:
        there = prepare(self._path)
        with explained(self._path):
            return tantivy.Index.open(str(self._path)) if there else tantivy.Index(self._schema, path=str(self._path))

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        """One transaction: committed at the end, forgotten on any error.

        The lock is held by the operating system for as long as the process lives, so a process that was killed leaves
        none behind, only the empty lock file.
        """
        writer = self._writer()
        try:
            if self.stamp():
                self.set_stamp("")
            yield writer
            with explained(self._path):
                writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()

    def _writer(self) -> tantivy.IndexWriter:
        deadline = time.monotonic() + _LOCK_WAIT_S
        while True:
            try:
                return self._index.writer(_HEAP_BYTES, 1)
            except ValueError as error:
                if "LockBusy" not in str(error):
                    raise LibraryDamaged(f"The index '{self._path}' cannot be written: {error}. {ADVICE}") from error
                if time.monotonic() > deadline:
                    raise LibraryBusy(
                        f"Another process has been writing to the index '{self._path}' for over {_LOCK_WAIT_S:.0f} s. "
                        "Wait until it is done and try again."
                    ) from error
            time.sleep(0.05)

    def _view(self) -> _View:
        """The newest committed state, whoever committed it."""
        seen = version(self._path)
        current = self._current
        if current is None or seen != self._seen:
            with explained(self._path):
                self._index.reload()
                current = self._look()
            self._current, self._seen = current, seen
        return current

    def _look(self) -> _View:
        searcher = self._index.searcher()
        everything = _Q.all_query()
        units = searcher.num_docs
        total = searcher.aggregate(everything, {"total": {"sum": {"field": "length"}}}) if units else {}
        mean_length = total["total"]["value"] / units if units else 0.0
        deleted = searcher.doc_freq("every", "1") != units

        @lru_cache(maxsize=1 << 16)
        def frequency(term: str) -> int:
            known: int = searcher.doc_freq("terms", term)
            if known and deleted:  # the cheap number counts texts that are gone
                known = _count(searcher.search(_Q.term_query(self._schema, "terms", term, "basic"), 1))
            return known

        return _View(searcher, units, mean_length, frequency)

    def _candidates(
        self, view: _View, clauses: Sequence[Clause], worth: Sequence[float], filters: Filters, k: int
    ) -> tuple[int, list[tantivy.DocAddress]]:
        """How many units match at all, and the addresses of those worth an exact score.

        Equals at the edge of the window stand there in no fixed order. They are all left out, if enough is left without
        them, or all taken in.
        """
        found = self._first_pass(view, clauses, worth, filters)
        window = max(WINDOW, _WIDEN * k)
        while True:
            result = view.searcher.search(found, window + 1, count=True)
            hits = result.hits
            if len(hits) <= window:
                return _count(result), [address for _, address in hits]
            edge = hits[-1][0] * (1 + _SAME)
            inside = [address for score, address in hits if score > edge]
            if len(inside) >= min(window // 2, _WIDEN * k):
                return _count(result), inside
            window *= _WIDEN

    def _first_pass(
        self, view: _View, clauses: Sequence[Clause], worth: Sequence[float], filters: Filters
    ) -> tantivy.Query:
        parts = []
        for clause, value in zip(clauses, worth, strict=True):
            alternatives = [
                _Q.boost_query(self._sequence(alternative), value / native)
                for alternative in clause.alternatives
                if (native := self._native_weight(view, alternative)) > 0.0
            ]
            if alternatives:
                together = alternatives[0] if len(alternatives) == 1 else _Q.disjunction_max_query(alternatives, 0.3)
                parts.append((_MUST if clause.required else _SHOULD, together))
            elif clause.required:
                return _Q.empty_query()
        if not parts:
            return _Q.empty_query()
        walls = list(self._walls(filters))
        if not walls:
            return _Q.boolean_query(parts)
        return _Q.boolean_query(
            [(_MUST, _Q.boolean_query(parts)), *((_MUST, _Q.const_score_query(w, 0.0)) for w in walls)]
        )

    def _native_weight(self, view: _View, alternative: tuple[str, ...]) -> float:
        """What Tantivy multiplies this by on its own, to be divided out: the sum of its terms' rarities."""
        frequencies_of = [view.frequency(term) for term in alternative]
        return sum(self._bm25.idf(df, view.units) for df in frequencies_of) if all(frequencies_of) else 0.0

    def _sequence(self, terms: tuple[str, ...]) -> tantivy.Query:
        if len(terms) == 1:
            return _Q.term_query(self._schema, "terms", terms[0], "freq")
        return _Q.phrase_query(self._schema, "terms", list(terms))

    def _walls(self, filters: Filters) -> Iterator[tantivy.Query]:
        if filters.kinds:
            yield _Q.term_set_query(self._schema, "kind", list(filters.kinds))
        if filters.populations:
            yield _Q.term_set_query(self._schema, "population", list(filters.populations))
        if filters.year_from is not None or filters.year_to is not None:
            yield _Q.range_query(self._schema, "year", tantivy.FieldType.Integer, filters.year_from, filters.year_to)

    def _ranked(
        self,
        view: _View,
        documents: Sequence[tantivy.Document],
        clauses: Sequence[Clause],
        worth: Sequence[float],
        k: int,
    ) -> tuple[Hit, ...]:
        """The candidates by their exact scores."""
        scores = exact_scores(
            [d.get_first("counts") or b"" for d in documents], clauses, worth, view.mean_length, self._bm25
        )
        ids = (str(document.get_first("id")) for document in documents)
        rows = sorted(zip(scores, ids, documents, strict=True), key=lambda row: (-row[0], row[1]))
        return tuple(_hit(document, score, rank) for rank, (score, _, document) in enumerate(rows[:k], 1))

    def _same(self, searcher: tantivy.Searcher, unit_id: str, document: tantivy.Document) -> bool:
        """True when the very same unit is already kept: writing it again would only leave a deleted copy behind."""
        hits = searcher.search(_Q.term_query(self._schema, "id", unit_id, "basic"), 1, count=False).hits
        return bool(hits) and searcher.doc(hits[0][1]).get_first("digest") == document.get_first("digest")


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("id", "rendition", "kind", "population", "every"):
        builder.add_text_field(name, stored=name in {"id", "rendition"}, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("record", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="position")
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_unsigned_field("length", fast=True)
    builder.add_unsigned_field("start", stored=True)
    builder.add_unsigned_field("end", stored=True)
    builder.add_bytes_field("counts", stored=True)
    builder.add_bytes_field("digest", stored=True)
    return builder.build()


def _document(unit: Unit) -> tantivy.Document:
    terms = field_terms(unit)
    document = tantivy.Document()
    document.add_text("id", unit.id)
    document.add_text("record", unit.record_id)
    document.add_text("rendition", unit.rendition_id)
    document.add_text("every", "1")
    document.add_text("terms", f" {_BOUNDARY} ".join(" ".join(words) for words in terms))
    document.add_text("kind", unit.kind)
    for population in unit.populations:
        document.add_text("population", population)
    if unit.year is not None:
        document.add_integer("year", unit.year)
    document.add_unsigned("length", weighted_length(terms))
    document.add_unsigned("start", unit.start)
    document.add_unsigned("end", unit.end)
    document.add_bytes("counts", pack_terms(terms))
    document.add_bytes("digest", hashlib.blake2b(repr(unit).encode("utf-8", "surrogatepass"), digest_size=16).digest())
    return document


def _batches(units: Iterable[Unit]) -> Iterator[dict[str, Unit]]:
    batch: dict[str, Unit] = {}
    for unit in units:
        batch[unit.id] = unit
        if len(batch) >= _BATCH_UNITS:
            yield batch
            batch = {}
    if batch:
        yield batch


def _hit(document: tantivy.Document, score: float, rank: int) -> Hit:
    name, record, rendition = (str(document.get_first(field)) for field in ("id", "record", "rendition"))
    start, end = (int(document.get_first(field) or 0) for field in ("start", "end"))
    return Hit(name, RecordId(record), RenditionId(rendition), start, end, score, rank)


def _count(result: tantivy.SearchResult) -> int:
    """How many units matched; the engine's type notes leave this attribute out."""
    return int(result.count)  # type: ignore[attr-defined]
