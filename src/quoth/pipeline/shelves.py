"""The library's list, a page at a time: a small one by title, a large one by arrival, the newest first.

By title every record is read for each page. By arrival a page costs what a page costs, in a library of any size. Words
are found in a large one by the search index, and only the records that hold them are read; standings are looked for in
all records there too.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from itertools import islice

import numpy as np

from quoth.errors import BadInput
from quoth.library import standings
from quoth.model import Record, RecordId, RetractionState, Standing, stated_design
from quoth.pipeline.parts import Parts
from quoth.search.analysis import analyse
from quoth.search.boolean.atoms import Keys, Words, either

__all__ = ["BY_TITLE_MAX", "Shelf", "ShelfPage", "browse", "shelf_page"]

BY_TITLE_MAX = 20_000
"""Records that are read and sorted in the time that a reader does not notice."""
_AT_ONCE = 500
_IN_FRONT = re.compile(r"^\W+")
_FIELDS = ("title", "authors", "journal")
_BEGINNING = 4
"""Letters from which on a word may go on; what is shorter begins too many."""

Rows = tuple[tuple[Record, Standing], ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Which records are looked at; what is empty lets all through."""

    kind: str = ""
    """A `Design` value or "not stated"."""
    year: str = ""
    """Four digits or "unknown"."""
    state: str = ""
    """"retracted", "marked" (retracted, superseded or withdrawn) or "doubtful"."""
    text: str = ""
    """Looked for in title, authors, journal, issuer and id; in a large library, word by word in the first three."""


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """One page, with how many records there are in all."""

    total: int
    rows: Rows
    newest: int | None = None
    """Number of arrival of the first row, to ask for the page before this one; `None` where rows are by title."""
    oldest: int | None = None
    """Number of arrival of the last row, to ask for the next page."""


def shelf_page(
    parts: Parts, shelf: Shelf, *, offset: int = 0, before: int | None = None, after: int | None = None, limit: int = 50
) -> ShelfPage:
    """The page from an offset by title, or from a record's number of arrival where the library is large."""
    if shelf.text or shelf.state or parts.store.counts().records <= BY_TITLE_MAX:
        total, rows = _by_title(parts, shelf, max(0, offset), limit)
        return ShelfPage(total, rows)
    store = parts.store
    found = store.recent_records(kind=shelf.kind, year=shelf.year, before=before, after=after, limit=limit)
    rows = _with_standings([record for _, record in found], parts)
    total = store.count_records(kind=shelf.kind, year=shelf.year)
    return ShelfPage(total, rows, found[0][0], found[-1][0]) if found else ShelfPage(total, ())


def browse(
    parts: Parts, *, kind: str | None = None, text: str | None = None, offset: int = 0, limit: int = 50
) -> tuple[int, Rows]:
    """Records by title, with how many there are in all. `text` is looked for in title, authors and journal."""
    return _by_title(parts, Shelf(kind or "", text=text or ""), max(0, offset), max(1, limit))


def _by_title(parts: Parts, shelf: Shelf, offset: int, limit: int) -> tuple[int, Rows]:
    matching = sorted((_place_of(record.title), record.id) for record in _on(shelf, parts))
    names: list[RecordId] = [name for _, name in matching[offset : offset + limit]]
    held = parts.store.records_by_id(names)
    return len(matching), _with_standings([held[name] for name in names if name in held], parts)


def _place_of(title: str) -> str:
    """What a title is sorted by: a quotation mark or a bracket in front of it does not lead the list."""
    return _IN_FRONT.sub("", title.casefold())


def _on(shelf: Shelf, parts: Parts) -> Iterator[Record]:
    """The records of a shelf; standings are looked up only where they are asked for."""
    by_index = bool(shelf.text) and parts.store.counts().records > BY_TITLE_MAX
    found = _with_words(shelf.text, parts) if by_index else parts.store.iter_records()
    needle = "" if by_index else shelf.text.casefold()
    fitting = (record for record in found if _fits(record, shelf, needle))
    if shelf.state not in ("retracted", "marked"):
        yield from fitting
        return
    while batch := list(islice(fitting, _AT_ONCE)):
        for record, standing in _with_standings(batch, parts):
            retracted = standing.retraction is RetractionState.YES
            if retracted if shelf.state == "retracted" else not standing.usable:
                yield record


def _with_words(text: str, parts: Parts) -> Iterator[Record]:
    """The records whose title, authors or journal hold every word, and the one of this id."""
    words = [word for word in text.split() if analyse(word)]
    keys = reduce(np.intersect1d, [_holding(word, parts) for word in words]) if words else np.empty(0, np.uint64)
    names = dict.fromkeys([*parts.index.names(keys), RecordId(text.strip())])
    ids = iter(names)
    while batch := list(islice(ids, _AT_ONCE)):
        yield from parts.store.records_by_id(batch).values()


def _holding(word: str, parts: Parts) -> Keys:
    """Keys of the records that hold a word, or one that begins so where that says enough."""
    held = parts.index.matching(Words(word, _FIELDS))
    if len(word) >= _BEGINNING:
        with suppress(BadInput):  # hundreds of words begin so
            held = either(held, parts.index.matching(Words(word, _FIELDS, truncated=True)))
    return held


def _fits(record: Record, shelf: Shelf, needle: str) -> bool:
    if shelf.kind and (stated_design(record) or "not stated") != shelf.kind:
        return False
    if shelf.year and shelf.year != str(record.published.year or "unknown"):
        return False
    if shelf.state == "doubtful" and not record.doubts:
        return False
    return not needle or needle in _described(record)


def _described(record: Record) -> str:
    return " ".join((record.title, *record.authors, record.journal or "", record.issuer or "", record.id)).casefold()


def _with_standings(records: list[Record], parts: Parts) -> Rows:
    standing = standings(records, parts.store)
    return tuple((record, standing[record.id]) for record in records)
