"""What one piece of a librarian's strategy matches: record keys, exactly, without any ranking."""

from collections.abc import Sequence

import numpy as np
import tantivy

from quoth.model import RecordId
from quoth.search.analysis import every_term
from quoth.search.boolean.atoms import Atom, Keys, Kinds, Words, Years, each_once, prefix_of

__all__ = ["keys_of", "names_of"]

_Q = tantivy.Query
_NAMES_AT_ONCE = 1_000


def keys_of(schema: tantivy.Schema, searcher: tantivy.Searcher, atom: Atom) -> Keys:
    """Keys of the records that match, ascending, each once."""
    query = _query(schema, searcher, atom)
    if query is None or not searcher.num_docs:
        return np.zeros(0, dtype=np.uint64)
    hits = searcher.search(_Q.const_score_query(query, 1.0), searcher.num_docs, count=False).hits
    values = searcher.fast_field_values("key", [address for _, address in hits])
    return each_once(np.asarray(values, dtype=np.uint64))


def names_of(schema: tantivy.Schema, searcher: tantivy.Searcher, keys: Keys) -> tuple[RecordId, ...]:
    """The record ids behind keys, ascending; keys that no unit has are left out."""
    names: set[str] = set()
    for start in range(0, len(keys) if searcher.num_docs else 0, _NAMES_AT_ONCE):
        part = [int(key) for key in keys[start : start + _NAMES_AT_ONCE]]
        terms = [_Q.term_query(schema, "key", key, "basic") for key in part]
        one_of = _Q.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        hits = searcher.search(_Q.const_score_query(one_of, 1.0), searcher.num_docs, count=False).hits
        values = searcher.fast_field_values("key", [address for _, address in hits])
        first = dict(zip(values, (address for _, address in hits), strict=True))
        names |= {str(searcher.doc(address).get_first("record")) for address in first.values()}
    return tuple(RecordId(name) for name in sorted(names))


def _query(schema: tantivy.Schema, searcher: tantivy.Searcher, atom: Atom) -> tantivy.Query | None:
    match atom:
        case Years(first, last):
            return _Q.range_query(schema, "year", tantivy.FieldType.Integer, first, last)
        case Kinds(kinds):
            return _Q.term_set_query(schema, "kind", list(kinds))
        case Words():
            return _any_of([_in_field(schema, searcher, f"in_{field}", atom) for field in atom.fields])


def _in_field(schema: tantivy.Schema, searcher: tantivy.Searcher, field: str, atom: Words) -> tantivy.Query | None:
    if not atom.truncated:
        return _sequence(schema, field, every_term(atom.text))
    before, prefix = prefix_of(atom.text)
    endings = atom.endings_of(term for term, _ in searcher.terms_with_prefix(field, prefix))
    return _any_of([_sequence(schema, field, [*before, ending]) for ending in endings])


def _sequence(schema: tantivy.Schema, field: str, terms: Sequence[str]) -> tantivy.Query | None:
    if not terms:
        return None
    if len(terms) == 1:
        return _Q.term_query(schema, field, terms[0], "basic")
    return _Q.phrase_query(schema, field, list(terms))


def _any_of(queries: Sequence[tantivy.Query | None]) -> tantivy.Query | None:
    held = [query for query in queries if query is not None]
    if not held:
        return None
    return _Q.boolean_query([(tantivy.Occur.Should, query) for query in held])
