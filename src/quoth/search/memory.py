"""The reference index: everything in memory, every count in the plainest way. Other back ends must rank like it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from quoth.model import Filters, Hit, Query, RecordId, RenditionId, Run, Unit
from quoth.search.analysis import analyse, every_term
from quoth.search.boolean.atoms import Atom, Keys, Words, matches, prefix_of, record_key
from quoth.search.kinship import KIN_MAX, root
from quoth.search.scoring import (
    FIELD_QUARTERS,
    Bm25,
    Clause,
    Vocabulary,
    clauses_of,
    field_terms,
    share_of,
    unsaid,
    weigh,
    weighted_length,
)

__all__ = ["MemoryIndex", "passes"]


@dataclass(frozen=True, slots=True)
class _Kept:
    unit: Unit
    terms: tuple[list[str], ...]
    length: int
    """In quarters of a term."""


class MemoryIndex:
    """Units in dictionaries. For tests, small libraries and as the yardstick of the other back ends."""

    def __init__(self, bm25: Bm25 | None = None) -> None:
        self._bm25 = bm25 or Bm25()
        self._units: dict[str, _Kept] = {}
        self._without_text: dict[str, Unit] = {}
        """Catalogue entries: looked at by strategies alone."""
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._quarters = 0
        self._stamp = ""
        self._bookmark = ""

    def add(self, units: Iterable[Unit]) -> int:
        """Add or replace units by id. Returns how many different ones came."""
        arrived = {unit.id: unit for unit in units}
        for unit in arrived.values():
            self._drop(unit.id)
            if unit.without_text:
                self._without_text[unit.id] = unit
                continue
            terms = field_terms(unit)
            kept = self._units[unit.id] = _Kept(unit, terms, weighted_length(map(len, terms)))
            self._quarters += kept.length
            for term in {term for words in terms for term in words}:
                self._holders[term].add(unit.id)
        if arrived:
            self._stamp = ""
        return len(arrived)

    def replace(self, units: Iterable[Unit]) -> int:
        """Take everything out and these units in, in one step."""
        coming, bookmark = list(units), self._bookmark
        self.clear()
        self._bookmark = bookmark
        return self.add(coming)

    def remove(self, rendition_ids: Iterable[RenditionId]) -> None:
        """Take out all units of these texts."""
        gone = set(rendition_ids)
        for unit_id in [kept.unit.id for kept in self._units.values() if kept.unit.rendition_id in gone]:
            self._drop(unit_id)
            self._stamp = ""

    def exchange(
        self, units: Iterable[Unit], *, texts: Collection[RenditionId] = (), records: Collection[RecordId] = ()
    ) -> int:
        """Take out all units of these texts and records and put these in, in one step."""
        coming = list(units)
        for unit in list(self._all()):
            if unit.rendition_id in texts or unit.record_id in records:
                self._drop(unit.id)
                self._stamp = ""
        return self.add(coming)

    def clear(self) -> None:
        """Take everything out."""
        self._units.clear()
        self._without_text.clear()
        self._holders.clear()
        self._quarters = 0
        self._stamp = self._bookmark = ""

    def search(self, query: Query, *, k: int) -> Run:
        """At most `k` hits, best first, ties by unit id."""
        vocabulary = Vocabulary(self._frequency, self._kin)
        clauses = clauses_of(query, vocabulary)
        worth = [weigh(clause, vocabulary, len(self._units), self._bm25) for clause in clauses]
        scores = {
            unit_id: score
            for unit_id in self._candidates(clauses)
            if (score := self._score(self._units[unit_id], clauses, worth)) is not None
            and passes(self._units[unit_id].unit, query.filters)
        }
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[: max(k, 0)]
        full = sum(worth)
        hits = tuple(
            _hit(self._units[unit_id].unit, score, rank, full) for rank, (unit_id, score) in enumerate(best, 1)
        )
        return Run(query, hits, len(scores))

    def matching(self, atom: Atom) -> Keys:
        """Keys of the records that one piece of a strategy matches, ascending, each once."""
        if isinstance(atom, Words) and atom.truncated:
            self._check_endings(atom)
        found = {record_key(unit.record_id) for unit in self._all() if matches(unit, atom)}
        return np.array(sorted(found), dtype=np.uint64)

    def differing(self, units: Iterable[Unit]) -> tuple[str, ...]:
        """Ids of those of these units that are not held, or not held as they are now."""
        held = {unit.id: unit for unit in self._all()}
        return tuple(unit.id for unit in units if held.get(unit.id) != unit)

    def names(self, keys: Keys) -> tuple[RecordId, ...]:
        """The records behind keys, ascending."""
        wanted = {int(key) for key in keys}
        held = {unit.record_id for unit in self._all()}
        return tuple(sorted(name for name in held if record_key(name) in wanted))

    def document_frequency(self, terms: Sequence[str]) -> tuple[int, ...]:
        """In how many units each word occurs, plain wording left out; for several words, the rarest of them."""
        return tuple(min((self._said(term) for term in analyse(words)), default=0) for words in terms)

    def __len__(self) -> int:
        return len(self._units)

    def without_text(self) -> int:
        """How many records are held by their catalogue entry alone."""
        return len(self._without_text)

    def stamp(self) -> str:
        """The library snapshot that the index was last brought up to."""
        return self._stamp

    def bookmark(self) -> str:
        """The library's bookmark that came with the last stamp."""
        return self._bookmark

    def set_stamp(self, snapshot: str, bookmark: str = "") -> None:
        """Remember the snapshot that the index now reflects, and the library's bookmark of that state."""
        self._stamp, self._bookmark = snapshot, bookmark

    def close(self) -> None:
        """Nothing to let go of."""

    def _all(self) -> Iterator[Unit]:
        """What a strategy looks at."""
        yield from (kept.unit for kept in self._units.values())
        yield from self._without_text.values()

    def _drop(self, unit_id: str) -> None:
        self._without_text.pop(unit_id, None)
        kept = self._units.pop(unit_id, None)
        if kept is None:
            return
        self._quarters -= kept.length
        for term in {term for words in kept.terms for term in words}:
            self._holders[term].discard(unit_id)

    def _said(self, term: str) -> int:
        """In how many units a term stands, and not in plain wording alone."""
        holders = self._holders.get(term, ())
        return sum(term not in unsaid(self._units[unit_id].terms) for unit_id in holders)

    def _frequency(self, term: str) -> int:
        return len(self._holders.get(term, ()))

    def _kin(self, term: str) -> tuple[str, ...]:
        stems = root(term)
        kin = [one for one in self._holders if one != term and root(one) == stems and self._frequency(one)]
        return tuple(sorted(kin, key=lambda one: (-self._frequency(one), one))[:KIN_MAX])

    def _check_endings(self, atom: Words) -> None:
        """Raises BadInput where a truncated word stands for too many words in any of its fields."""
        _, prefix = prefix_of(atom.text)
        for field in atom.fields:
            held = {term for unit in self._all() for term in every_term(getattr(unit, field))}
            atom.endings_of(term for term in held if term.startswith(prefix))

    def _candidates(self, clauses: Sequence[Clause]) -> set[str]:
        first = {alternative[0] for clause in clauses for alternative in clause.alternatives}
        first |= {term for clause in clauses for term in clause.kin}
        return {unit_id for term in first for unit_id in self._holders.get(term, ())}

    def _score(self, kept: _Kept, clauses: Sequence[Clause], worth: Sequence[float]) -> float | None:
        """The unit's score, or `None` when nothing matches or something required is missing."""
        pivot = self._bm25.pivot(kept.length, self._quarters / len(self._units))
        score, covered, matched = 0.0, 0.0, False
        for clause, value in zip(clauses, worth, strict=True):
            frequency = sum(_count(alternative, kept.terms) for alternative in clause.alternatives) / 4
            if clause.kin:
                frequency += self._bm25.kin * (sum(_count((term,), kept.terms) for term in clause.kin) / 4)
            if not frequency and clause.required:
                return None
            if frequency:
                matched = True
                score += value * (frequency / (frequency + pivot))
                covered += value
        if not matched:
            return None
        whole = sum(worth)
        share = (1.0 - self._bm25.coverage) + self._bm25.coverage * (covered / whole) if whole else 1.0
        return score * share


def passes(unit: Unit, filters: Filters) -> bool:
    """True when the unit stands inside every wall; an unknown year stands outside any wall of years."""
    if filters.kinds and unit.kind not in filters.kinds:
        return False
    if filters.year_from is not None and (unit.year is None or unit.year < filters.year_from):
        return False
    if filters.year_to is not None and (unit.year is None or unit.year > filters.year_to):
        return False
    return not filters.populations or not set(filters.populations).isdisjoint(unit.populations)


def _count(alternative: tuple[str, ...], fields: Sequence[Sequence[str]]) -> int:
    """How often a sequence of terms stands in the fields, in quarters."""
    size = len(alternative)
    return sum(
        weight * sum(tuple(words[i : i + size]) == alternative for i in range(len(words) - size + 1))
        for words, weight in zip(fields, FIELD_QUARTERS.values(), strict=True)
    )


def _hit(unit: Unit, score: float, rank: int, full: float) -> Hit:
    match = share_of(score, full)
    return Hit(unit.id, unit.record_id, unit.rendition_id, unit.start, unit.end, score, rank, match)
