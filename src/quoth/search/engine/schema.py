"""How a unit lies in the engine: what is indexed, what is stored beside it, and the document made of one unit."""

import hashlib

import tantivy

from quoth.model import Unit
from quoth.search.analysis import analyse
from quoth.search.boolean.atoms import BY_FIELD, record_key
from quoth.search.counting import pack_terms
from quoth.search.scoring import FIELDS, field_terms, weighted_length

__all__ = ["BOUNDARY", "document_of", "schema"]

BOUNDARY = "|"
"""Stands between fields, so that no phrase runs from one into the next; no term can be it."""

_SINGLE = tuple(field for field in BY_FIELD if field in FIELDS)
_UNRANKED = tuple(field for field in BY_FIELD if field not in FIELDS)


def schema() -> tantivy.Schema:
    """One field of all terms for ranking, and one of each kind for a librarian's strategy."""
    builder = tantivy.SchemaBuilder()
    for name in ("id", "rendition", "kind", "population", "every"):
        builder.add_text_field(name, stored=name in {"id", "rendition"}, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("record", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="position")
    for name in BY_FIELD:
        builder.add_text_field(f"in_{name}", tokenizer_name="whitespace", index_option="position")
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_unsigned_field("length", fast=True)
    builder.add_unsigned_field("start", stored=True)
    builder.add_unsigned_field("end", stored=True)
    builder.add_bytes_field("counts", stored=True)
    builder.add_bytes_field("digest", stored=True)
    return builder.build()


def document_of(unit: Unit) -> tantivy.Document:
    """The engine's document of a unit; its terms are already analysed, the engine adds nothing."""
    terms = field_terms(unit)
    lines = dict(zip(FIELDS, (" ".join(words) for words in terms), strict=True))
    document = tantivy.Document()
    document.add_text("id", unit.id)
    document.add_text("record", unit.record_id)
    document.add_text("rendition", unit.rendition_id)
    document.add_text("every", "1")
    document.add_text("terms", f" {BOUNDARY} ".join(lines.values()))
    for field in _SINGLE:
        if lines[field]:
            document.add_text(f"in_{field}", lines[field])
    for field in _UNRANKED:
        if words := getattr(unit, field):
            document.add_text(f"in_{field}", f" {BOUNDARY} ".join(" ".join(analyse(part)) for part in words.split(";")))
    document.add_text("kind", unit.kind)
    for population in unit.populations:
        document.add_text("population", population)
    if unit.year is not None:
        document.add_integer("year", unit.year)
    document.add_unsigned("key", record_key(unit.record_id))
    document.add_unsigned("length", weighted_length(terms))
    document.add_unsigned("start", unit.start)
    document.add_unsigned("end", unit.end)
    document.add_bytes("counts", pack_terms(terms))
    document.add_bytes("digest", hashlib.blake2b(repr(unit).encode("utf-8", "surrogatepass"), digest_size=16).digest())
    return document
