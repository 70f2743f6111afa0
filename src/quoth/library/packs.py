"""Editions of packs: which one the library holds, which one may replace it, and what goes when it is replaced.

The rule (decision 0006): one edition of a pack name is held. The site's own goes before the starter library's whatever
the versions; between two of one side the higher version wins, and an equal one may be taken in again after an edit.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from quoth.library.merging import merge
from quoth.library.origins import Source, pack_rank
from quoth.library.standing import clean_notice
from quoth.model import Notice, RecordId, RenditionId, Words
from quoth.store.protocol import Store

__all__ = ["STARTER_EDITOR", "KeptWords", "finish_pack", "is_site", "keep_words"]

STARTER_EDITOR = "quoth starter library"
"""The editor that the starter library's packs name. A pack with a topic and any other editor is a site's."""


@dataclass(frozen=True, slots=True)
class KeptWords:
    """What became of a pack's words. Where `kept` is false, nothing else of the pack may be taken in either."""

    kept: bool
    site: bool = False
    note: str = ""
    renditions_replaced: tuple[RenditionId, ...] = ()


def is_site(words: Words, *, as_site: bool = False) -> bool:
    """Whether this edition is a site's own: the operator says so, or it names another editor."""
    editor = words.topic.editor.strip().casefold() if words.topic else STARTER_EDITOR
    return as_site or editor != STARTER_EDITOR


def keep_words(words: Words, store: Store, *, as_site: bool = False) -> KeptWords:
    """Take a pack's words into the library, unless the edition that is held goes before it."""
    site = is_site(words, as_site=as_site)
    with store.writing():
        held = store.pack_state(words.pack)
        if held is not None and pack_rank(words.version, site=site) < pack_rank(held.version, site=held.site):
            return KeptWords(kept=False, site=site, note=_refused(words, held.version, held_by_site=held.site))
        store.put_words(words, site=site)
    note = ""
    if held is not None and site and not held.site:
        note = f"Pack {words.pack!r}: the site's edition {words.version} took the place of the starter library's."
    return KeptWords(kept=True, site=site, note=note)


def finish_pack(pack: str, notices: Iterable[Notice], store: Store) -> tuple[RenditionId, ...]:
    """Take out what earlier editions of a pack said and the one now held does not. Call it after its last report.

    Args:
        pack: its name.
        notices: all notices that the edition brought.
        store: holds the pack's words already.

    Returns:
        The texts that are no longer current.
    """
    state = store.pack_state(pack)
    if state is None:
        return ()
    family = f"pack {pack}"
    rank = pack_rank(state.version, site=state.site)
    with store.writing():
        store.drop_notices(family, keep=map(clean_notice, notices))
        lost = store.retire_renditions(family, below_rank=rank)
        return tuple(text for record_id in lost for text in _forget(record_id, family, store))


def _forget(record_id: RecordId, family: str, store: Store) -> tuple[RenditionId, ...]:
    """Drop what the pack said of a record that it no longer holds. Returns the pack's texts of it."""
    held = dict(store.entries(record_id))
    gone = [key for key in held if Source.named(key).family == family]
    current = store.renditions(record_id)
    still = any(one.rendition.origin.startswith(f"{family} ") for one in current)
    if not still and gone and len(held) > len(gone):
        for key in gone:
            store.delete_entry(record_id, key)
        store.put_record(merge(record_id, sorted((k, entry) for k, entry in held.items() if k not in gone)))
    texts = store.renditions(record_id, current_only=False)
    return tuple(t.rendition.id for t in texts if not t.current and t.rendition.origin.startswith(f"{family} "))


def _refused(words: Words, version: str, *, held_by_site: bool) -> str:
    if held_by_site:
        return (
            f"Pack {words.pack!r} {words.version} was not loaded: the library holds the site's edition ({version}). "
            "A newer starter library never overwrites it. To take this one, ingest it as the site's own."
        )
    return (
        f"Pack {words.pack!r} {words.version} was not loaded: the library holds the newer version {version}. "
        "Raise the version in the file to load it."
    )
