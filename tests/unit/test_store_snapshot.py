"""What the identity of a library is made of."""

import hashlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quoth.model import RecordId, RenditionId, encode
from quoth.store.snapshot import digest_of_record, digest_of_rendition
from tests.unit.library.library_factories import abstract, record

NAMES = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


def hashed(kind: bytes, said: bytes) -> bytes:
    """The hash as the module's own words describe it."""
    made = hashlib.sha256(b"quoth content 1\n")
    for part in (kind, said):
        made.update(len(part).to_bytes(8) + part)
    return made.digest()


@given(NAMES)
def test_the_internal_name_of_a_record_does_not_count(name: str) -> None:
    """The hash is that of the record with an empty name, however its own name is written in JSON."""
    expected = hashed(b"record", encode(record(id=RecordId(""))))
    named = record(id=RecordId(name))
    assert digest_of_record(named) == digest_of_record(named, encode(named)) == expected
    assert digest_of_record(record(id=RecordId(name), title="Another")) != expected


@given(NAMES)
def test_the_internal_name_of_a_text_does_not_count(name: str) -> None:
    """As for records."""
    nameless, named = (replace(abstract(), id=RenditionId(each)) for each in ("", name))
    expected = hashed(b"text", encode(nameless))
    assert digest_of_rendition(named) == digest_of_rendition(named, encode(named)) == expected
