"""The identity of a library's content: a hash of a set, kept up to date by adding and taking away.

The content is a set of entries; each entry is a SHA-256; their sum modulo 2^256 is the content sum, which does not
depend on the order of arrival. The snapshot id is the first 16 hexadecimal digits of the SHA-256 of that sum.

| entry | made of |
|---|---|
| record | its catalogue facts without the internal id, and its current texts without their ids, as a sorted list |
| notice, notice list | the noun |
| words | a pack's words and whether they are the site's edition |

Internal ids do not count, so two libraries that met the same reports in another order agree. Title keys, aliases, what
single sources said, older versions of texts, file states and stored answers do not count either.
"""

import hashlib
from collections.abc import Iterable

from quoth.model import Notice, NoticeList, Record, Rendition, Words, encode

__all__ = [
    "EMPTY_SUM",
    "digest_of_record",
    "digest_of_rendition",
    "digest_of_words",
    "entry_of_list",
    "entry_of_notice",
    "entry_of_record",
    "entry_of_words",
    "moved_sum",
    "snapshot_id",
]

EMPTY_SUM = f"{0:064x}"
_MODULUS = 1 << 256
_FORMAT = b"quoth content 1\n"
"""Named in every hash: a change of what counts changes this word, and with it every snapshot id."""


def digest_of_record(record: Record, noun: bytes | None = None) -> bytes:
    """SHA-256 of the catalogue facts, the internal id left out. `noun` is the record's JSON, where it is at hand."""
    return _sha256(b"record", _nameless(record.id, encode(record) if noun is None else noun))


def digest_of_rendition(rendition: Rendition, noun: bytes | None = None) -> bytes:
    """SHA-256 of the text with its sections, annotations and sentences, the id left out; `noun` as above."""
    return _sha256(b"text", _nameless(rendition.id, encode(rendition) if noun is None else noun))


def entry_of_record(record: bytes, current_texts: Iterable[bytes]) -> bytes:
    """The entry of one record from the digests of its facts and of its current texts, in any order."""
    return _sha256(b"held", record, *sorted(current_texts))


def entry_of_notice(notice: Notice) -> bytes:
    """The entry of one notice; it also serves as its key."""
    return _sha256(b"notice", encode(notice))


def entry_of_list(notice_list: NoticeList) -> bytes:
    """The entry of one notice list."""
    return _sha256(b"list", encode(notice_list))


def entry_of_words(words: Words, *, site: bool) -> bytes:
    """The entry of one pack's words."""
    return _sha256(b"words", b"site" if site else b"", encode(words))


def digest_of_words(entries: Iterable[bytes]) -> str:
    """64 hexadecimal digits that name the words of these entries, in any order."""
    return _sha256(b"all words", *sorted(entries)).hex()


def moved_sum(content_sum: str, *, added: Iterable[bytes] = (), removed: Iterable[bytes] = ()) -> str:
    """The content sum, 64 hexadecimal digits, after entries came and went."""
    value = int(content_sum, 16)
    value += sum(int.from_bytes(entry) for entry in added) - sum(int.from_bytes(entry) for entry in removed)
    return f"{value % _MODULUS:064x}"


def snapshot_id(content_sum: str) -> str:
    """16 hexadecimal digits that name the content."""
    return hashlib.sha256(_FORMAT + content_sum.encode()).hexdigest()[:16]


def _nameless(name: str, noun: bytes) -> bytes:
    """The JSON of a noun with an empty id, which stands first in it: made without a copy of the noun."""
    return b'{"id":""' + noun[len(b'{"id":') + len(encode(name)) :]


def _sha256(*parts: bytes) -> bytes:
    hashed = hashlib.sha256(_FORMAT)
    for part in parts:
        hashed.update(len(part).to_bytes(8))
        hashed.update(part)
    return hashed.digest()
