"""How a unit lies in the engine: what is indexed, what is stored beside it, and the document made of one unit."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import tantivy

from quoth.model import Unit, encode
from quoth.search.boolean.atoms import BY_FIELD, record_key
from quoth.search.counting import units_of
from quoth.search.engine.lines import BOUNDARY, lines_and_numbers, listed_line, names_line
from quoth.search.scoring import FIELDS, unsaid

__all__ = ["documents_of", "schema"]

_PLAIN = FIELDS.index("plain")
_SINGLE = frozenset(BY_FIELD) & frozenset(FIELDS)
_UNRANKED = tuple(
    (field, names_line if field == "authors" else listed_line) for field in BY_FIELD if field not in FIELDS
)
_AT_ONCE = 64
_NAMES = {field: f"in_{field}" for field in BY_FIELD}


def schema() -> tantivy.Schema:
    """One field of all terms for ranking, and one of each kind for a librarian's strategy."""
    builder = tantivy.SchemaBuilder()
    for name in ("id", "rendition", "kind", "population", "every"):
        builder.add_text_field(name, stored=name in {"id", "rendition"}, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("record", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("unsaid", tokenizer_name="whitespace", index_option="basic")
    for name in _NAMES.values():
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_unsigned_field("length", fast=True)
    builder.add_unsigned_field("start", stored=True)
    builder.add_unsigned_field("end", stored=True)
    builder.add_bytes_field("counts", stored=True)
    builder.add_bytes_field("digest", stored=True)
    return builder.build()


def documents_of(units: Iterable[Unit]) -> Iterator[tuple[Unit, tantivy.Document]]:
    """Units beside the engine's documents of them; their terms are already analysed, the engine adds nothing.

    Some units are read at once, which takes half as long: at most so many are taken before the first is given.
    """
    coming, size = iter(units), len(FIELDS)
    while some := list(islice(coming, _AT_ONCE)):
        lines, numbers, whole = lines_and_numbers([getattr(unit, field) for unit in some for field in FIELDS])
        for place, (unit, (counts, length)) in enumerate(zip(some, units_of(numbers), strict=True)):
            its = slice(place * size, (place + 1) * size)
            document = _document(unit, whole[its])
            if not unit.without_text:
                _rank(document, unit, lines[its], counts, length)
            yield unit, document


def _rank(document: tantivy.Document, unit: Unit, lines: Sequence[str], counts: bytes, length: int) -> None:
    """Add what ranking looks at: without it a unit is found by strategies alone, and counted in nothing else."""
    document.add_text("rendition", unit.rendition_id)
    document.add_text("every", "1")
    document.add_text("terms", BOUNDARY.join(lines))
    if lines[_PLAIN]:
        document.add_text("unsaid", " ".join(sorted(unsaid([line.split() for line in lines]))))
    document.add_unsigned("length", length)
    document.add_unsigned("start", unit.start)
    document.add_unsigned("end", unit.end)
    document.add_bytes("counts", counts)


def _document(unit: Unit, lines: Sequence[str]) -> tantivy.Document:
    """What a strategy looks at; `lines` of all terms, stop words as well."""
    document = tantivy.Document()
    document.add_text("id", unit.id)
    document.add_text("record", unit.record_id)
    for field, line in zip(FIELDS, lines, strict=True):
        if line and field in _SINGLE:
            document.add_text(_NAMES[field], line)
    for field, line_of in _UNRANKED:
        if words := getattr(unit, field):
            document.add_text(_NAMES[field], line_of(words))
    document.add_text("kind", unit.kind)
    for population in unit.populations:
        document.add_text("population", population)
    if unit.year is not None:
        document.add_integer("year", unit.year)
    document.add_unsigned("key", record_key(unit.record_id))
    document.add_bytes("digest", _digest(unit))
    return document


def _digest(unit: Unit) -> bytes:
    """Tells whether a unit is held as it is now. Half a character pair has no UTF-8, and so no JSON."""
    try:
        said = encode(unit)
    except UnicodeEncodeError:
        said = repr(unit).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(said, digest_size=16).digest()
