"""Packs a new record and its texts into the bytes that they will be held as; needs no library."""

from collections.abc import Iterable

from quoth.model import Record, encode, stated_design
from quoth.store.fresh import FreshRecord, FreshText, Shelved
from quoth.store.keys import family_of, lookup_keys
from quoth.store.snapshot import digest_of_record, digest_of_rendition, entry_of_record

__all__ = ["fresh_record"]


def fresh_record(record: Record, title_key: str | None, texts: Iterable[Shelved]) -> FreshRecord:
    """The record and its texts, packed. All texts will be current: no two of them may have one slot or one id."""
    packed: list[FreshText] = []
    for shelved in texts:
        form = shelved.text.form.value
        version = 1 + sum(other.form == form for other in packed)
        packed.append(_packed(shelved, form, version))
    noun = encode(record)
    digest = digest_of_record(record, noun)
    return FreshRecord(
        id=record.id,
        design=kind.value if (kind := stated_design(record)) else None,
        year=record.published.year,
        keys=lookup_keys(record.ids),
        title_key=title_key,
        digest=digest,
        entry=entry_of_record(digest, (text.digest for text in packed)),
        noun=noun,
        texts=tuple(packed),
    )


def _packed(shelved: Shelved, form: str, version: int) -> FreshText:
    text = shelved.text
    noun = encode(text)
    return FreshText(
        id=text.id,
        family=family_of(text.origin),
        slot=shelved.slot,
        rank=shelved.rank,
        form=form,
        version=version,
        passages=len(text.sentences),
        digest=digest_of_rendition(text, noun),
        noun=noun,
    )
